// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPointer>

namespace widgets {

class ThemeSource;

// A small window below the chip that opens it, as high as its content. A click outside it or Esc
// closes it.
class Popover : public QFrame
{
    Q_OBJECT

public:
    static constexpr int usualWidth = 320;

    Popover(ThemeSource &theme, QWidget *parent);

    void showBelow(QWidget *anchor);
    // What it was opened below last, or will be; may be null.
    QWidget *anchor() const { return m_anchor; }
    void setAnchor(QWidget *anchor) { m_anchor = anchor; }

Q_SIGNALS:
    // Before it is shown below its chip.
    void opening();
    void closed();

protected:
    ThemeSource &theme() const { return m_theme; }

    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    ThemeSource &m_theme;
    QPointer<QWidget> m_anchor; // null unless it was opened below one
    QPoint m_corner;            // where its text begins; it stays there when it grows
};

// Opens a small window with a text that can be selected and copied.
void showTextBelow(QWidget &anchor, const QString &text, ThemeSource &theme);

// Shows what is wrong in the label of a form, and hides the label if the sentence is empty.
void setProblem(QLabel *label, const QString &sentence);

} // namespace widgets
