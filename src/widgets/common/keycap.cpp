// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/keycap.h"

#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace widgets {

QSize keyCapSize(const QString &keys, const Theme &theme)
{
    const QFontMetrics metrics(theme.fonts.caption);
    return {metrics.horizontalAdvance(keys) + 2 * (space::tiny + stroke::hairline),
            theme.heights.tag};
}

void paintKeyCap(QPainter &painter, const QRect &place, const QString &keys, const Ground &ground,
                 const Theme &theme)
{
    painter.save();
    drawRounded(painter, place, space::tiny, Qt::transparent,
                theme.isHighContrast ? ground.text : theme.base.hairline);
    painter.setPen(ground.secondary);
    painter.setFont(theme.fonts.caption);
    painter.drawText(place, int(Qt::AlignCenter | Qt::TextSingleLine), keys);
    painter.restore();
}

} // namespace widgets
