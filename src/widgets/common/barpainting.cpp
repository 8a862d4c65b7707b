// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/barpainting.h"

#include <QStyleOption>

namespace widgets {

namespace {

constexpr int scrollBarGap = 3;
constexpr int progressHeight = 4;

} // namespace

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const Theme &theme)
{
    if (option.minimum >= option.maximum)
        return;
    const Ground &ground = theme.base.plain;
    const bool isLit = isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken);
    const int gap = isLit ? scrollBarGap - 1 : scrollBarGap;
    const QRect slider =
        scrollBarPart(option, QStyle::SC_ScrollBarSlider).adjusted(gap, gap, -gap, -gap);
    const double radius = qMin(slider.width(), slider.height()) / 2.0;
    drawRounded(painter, slider, radius, isLit ? ground.secondary : ground.controlEdge,
                Qt::transparent, 0);
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    const QRect all = option.rect;
    const int length = isHorizontal ? all.width() : all.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const int least = qMin(length, smallestSlider);
    const int slider =
        range > 0 ? qBound(least, int(length * qint64(option.pageStep) / (range + option.pageStep)),
                           length)
                  : length;
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - slider, option.upsideDown);
    const auto along = [&](int from, int to) {
        const QRect rect = isHorizontal
                               ? QRect(all.left() + from, all.top(), to - from, all.height())
                               : QRect(all.left(), all.top() + from, all.width(), to - from);
        return QStyle::visualRect(option.direction, all, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return all;
    case QStyle::SC_ScrollBarSlider:
        return along(start, start + slider);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + slider, length);
    default:
        return {};
    }
}

void drawProgress(QPainter &painter, const QStyleOptionProgressBar &option, const Surface &surface)
{
    const QRect groove(option.rect.left(), option.rect.center().y() - progressHeight / 2 + 1,
                       option.rect.width(), progressHeight);
    drawRounded(painter, groove, progressHeight / 2.0, surface.neutral.fill, surface.neutral.edge,
                stroke::hairline);
    const int range = option.maximum - option.minimum;
    const double part = range > 0 ? double(option.progress - option.minimum) / range : 0.33;
    QRect done = groove;
    done.setWidth(qBound(0, qRound(groove.width() * part), groove.width()));
    drawRounded(painter, QStyle::visualRect(option.direction, groove, done), progressHeight / 2.0,
                surface.plain.accent, Qt::transparent, 0);
}

} // namespace widgets
