// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

class QPainter;
class QRectF;

namespace widgets {

// Draws a rounded rectangle with a line of 'width' just inside of it. What is transparent is not
// drawn.
void drawRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                 const QColor &edge, double width = stroke::hairline);

// Fills the largest circle in a square.
void drawDot(QPainter &painter, const QRectF &square, const QColor &color);

} // namespace widgets
