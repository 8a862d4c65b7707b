// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace widgets {

class ElidedLabel;

// One line about a conversation: a drawing, a name, and a value in the colour of what it means.
class PropertyRow : public QWidget
{
    Q_OBJECT

public:
    // A colour of the theme.
    using Tone = QColor Ground::*;

    PropertyRow(Drawing drawing, const QString &name, ThemeSource &theme,
                QWidget *parent = nullptr);

    void setDrawing(Drawing drawing);
    // The dot is an index into Ground::lines; null for none.
    void show(const QString &value, Tone tone, const std::optional<int> &dot = {});

    // The width that the name needs.
    int nameWidth() const;
    void setNameWidth(int width);

Q_SIGNALS:
    // After the theme has changed.
    void nameWidthChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    Drawing m_drawing;
    ThemeSource &m_theme;
    QWidget *const m_icon; // the place of the drawing
    QLabel *const m_name;
    QWidget *const m_dotPlace;
    ElidedLabel *const m_value;
    Tone m_tone = &Ground::text;
    std::optional<int> m_dot;
};

} // namespace widgets
