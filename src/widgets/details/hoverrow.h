// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/icons.h"

#include <QToolButton>
#include <QWidget>

class QHBoxLayout;

namespace widgets {

class ThemeSource;

// A line of text with buttons at its end, which are drawn while the pointer is over the line or the
// focus is in it. Screen readers always find them.
class HoverRow : public QWidget
{
    Q_OBJECT

public:
    HoverRow(ThemeSource &theme, QWidget *parent = nullptr);

    // Of what is in front of the buttons.
    QHBoxLayout *contents() const { return m_contents; }
    QToolButton *addButton(Drawing drawing);
    // Names the button for screen readers and in its tool tip.
    static void setName(QToolButton &button, const QString &name);

    bool isLit() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Button;

    void applyTheme();

    ThemeSource &m_theme;
    QHBoxLayout *const m_contents;
    QList<Button *> m_buttons;
};

} // namespace widgets
