// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"

#include <QIcon>
#include <QStyle>

class QPainter;
class QStyleOption;

// What the paintings of all controls share.
namespace widgets {

inline constexpr int iconGap = 6; // between icon and text

// What a control is drawn with.
struct ControlPlace
{
    const Theme &theme;
    const Surface &surface; // that it lies on
};

bool isOn(const QStyleOption &option, QStyle::StateFlag flag);

struct ControlLabel
{
    QIcon icon;
    QSize iconSize;
    QString text;
    QFont font;
    QColor color;
    QIcon::Mode iconMode = QIcon::Normal;
    int textFlags = 0; // of Qt::TextFlag
};

// Draws icon and text side by side in the middle.
void drawLabel(QPainter &painter, const QRect &room, const ControlLabel &label,
               Qt::LayoutDirection direction);

} // namespace widgets
