// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/rounded.h"

#include <QPainter>

namespace widgets {

void drawRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                 const QColor &edge, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(edge.alpha() ? QPen(edge, width) : QPen(Qt::NoPen));
    const double inset = edge.alpha() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawDot(QPainter &painter, const QRectF &square, const QColor &color)
{
    drawRounded(painter, square, square.width() / 2, color, Qt::transparent);
}

} // namespace widgets
