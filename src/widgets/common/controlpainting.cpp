// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/controlpainting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>

namespace widgets {

bool isOn(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state & flag;
}

void drawLabel(QPainter &painter, const QRect &room, const ControlLabel &label,
               Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(label.font);
    const int iconWidth = label.icon.isNull() ? 0 : label.iconSize.width();
    const int gap = iconWidth && !label.text.isEmpty() ? iconGap : 0;
    const int left = qMax(0, room.width() - iconWidth - gap);
    const QString shown = metrics.elidedText(label.text, Qt::ElideRight, left, label.textFlags);
    const int textWidth = qMin(left, metrics.size(label.textFlags, shown).width());
    QRect all(0, 0, iconWidth + gap + textWidth, room.height());
    all.moveCenter(room.center());
    const QRect iconRect =
        QStyle::visualRect(direction, all, QRect(all.topLeft(), QSize(iconWidth, all.height())));
    const QRect textRect =
        QStyle::visualRect(direction, all, all.adjusted(iconWidth + gap, 0, 0, 0));
    if (iconWidth) {
        QRect square(QPoint(), label.iconSize);
        square.moveCenter(iconRect.center());
        label.icon.paint(&painter, square, Qt::AlignCenter, label.iconMode);
    }
    painter.save();
    painter.setFont(label.font);
    painter.setPen(label.color);
    painter.drawText(textRect, label.textFlags | Qt::AlignCenter, shown);
    painter.restore();
}

} // namespace widgets
