// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/choicepainting.h"

#include "widgets/common/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace widgets {

namespace {

constexpr double indicatorEdge = 1.5;

void drawMark(QPainter &painter, const QStyleOption &option, const QRect &box, bool isRound,
              const QColor &color)
{
    if (isRound) {
        const double inset = box.width() / 3.2;
        drawRounded(painter, QRectF(box).adjusted(inset, inset, -inset, -inset), box.width() / 2.0,
                    color, Qt::transparent, 0);
    } else if (isOn(option, QStyle::State_NoChange)) {
        const int inset = box.width() / 4;
        painter.fillRect(QRect(box.left() + inset, box.center().y(), box.width() - 2 * inset, 2),
                         color);
    } else {
        const int inset = box.width() / 8;
        paintIcon(painter, box.adjusted(inset, inset, -inset, -inset), Drawing::Check, color);
    }
}

} // namespace

void drawIndicator(QPainter &painter, const QStyleOption &option, bool isRound,
                   const ControlPlace &place)
{
    const Surface &surface = place.surface;
    const bool isEnabled = isOn(option, QStyle::State_Enabled);
    const bool isSet = isOn(option, QStyle::State_On) || isOn(option, QStyle::State_NoChange);
    QRect box(0, 0, place.theme.heights.icon, place.theme.heights.icon);
    box.moveCenter(option.rect.center());
    const double radius = isRound ? box.width() / 2.0 : indicatorCorner;
    const QColor edge = isEnabled ? surface.plain.controlEdge : surface.hairline;
    if (!isSet)
        return drawRounded(painter, box, radius, surface.plain.fill, edge, indicatorEdge);
    const QColor fill = isEnabled ? surface.primary.fill : surface.neutral.fill;
    drawRounded(painter, box, radius, fill, Qt::transparent, 0);
    drawMark(painter, option, box, isRound,
             isEnabled ? surface.primary.text : surface.plain.controlEdge);
}

void drawTab(QPainter &painter, const QStyleOptionTab &option, const Surface &surface,
             int textFlags, const QWidget *widget)
{
    const bool isCurrent = isOn(option, QStyle::State_Selected);
    const bool isLit = isOn(option, QStyle::State_MouseOver);
    QFont font = widget ? widget->font() : painter.font();
    if (isCurrent)
        font.setWeight(QFont::DemiBold);
    const QRect inside = option.rect.adjusted(space::narrow, 0, -space::narrow, 0);
    drawLabel(painter, inside,
              {.icon = option.icon,
               .iconSize = option.iconSize,
               .text = option.text,
               .font = font,
               .color = isCurrent || isLit ? surface.plain.text : surface.plain.secondary,
               .textFlags = textFlags},
              option.direction);
    if (isCurrent)
        painter.fillRect(QRect(inside.left(), inside.bottom() - stroke::focus + 1, inside.width(),
                               stroke::focus),
                         surface.plain.accent);
    if (isOn(option, QStyle::State_HasFocus))
        drawRounded(painter, option.rect.adjusted(0, 4, 0, -4), corner::item, Qt::transparent,
                    surface.plain.accent, stroke::focus);
}

QSize tabSize(const QStyleOptionTab &option, const Theme &theme)
{
    const int text = QFontMetrics(theme.fonts.name).size(Qt::TextShowMnemonic, option.text).width();
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width() + iconGap;
    return {text + icon + 2 * space::narrow, theme.heights.tabs};
}

} // namespace widgets
