// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/buttonpainting.h"

#include "widgets/common/controls.h"
#include "widgets/common/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace widgets {

namespace {

struct ButtonColors
{
    QColor fill;
    QColor edge;
    QColor text;
};

struct ButtonState
{
    explicit ButtonState(const QStyleOption &option)
        : isEnabled(isOn(option, QStyle::State_Enabled))
        , isLit(isEnabled && isOn(option, QStyle::State_MouseOver))
        , isDown(isEnabled &&
                 (isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On)))
    {
    }

    bool isEnabled;
    bool isLit;
    bool isDown;
};

// The part of a colour that is seen on another.
QColor over(const QColor &color, const QColor &below, double part)
{
    const auto mix = [part](int one, int other) { return qRound(other + (one - other) * part); };
    return {mix(color.red(), below.red()), mix(color.green(), below.green()),
            mix(color.blue(), below.blue())};
}

ButtonColors primaryColors(const ButtonState &state, const Surface &surface)
{
    if (!state.isEnabled)
        return {surface.neutral.fill, surface.neutral.edge, surface.plain.controlEdge};
    const Plate &plate = surface.primary;
    // Towards the text of the surface, away from the text of the button.
    const double part = state.isDown ? 0.16 : state.isLit ? 0.08 : 0;
    return {over(surface.plain.text, plate.fill, part), plate.edge, plate.text};
}

ButtonColors onPlateColors(const ButtonState &state, const QColor &text)
{
    QColor tint = text;
    tint.setAlphaF(state.isDown ? 0.16F : 0.08F);
    return {state.isDown || state.isLit ? tint : QColor(Qt::transparent), text, text};
}

ButtonColors colorsOf(const QStyleOption &option, ButtonLook look, const Surface &surface,
                      const QWidget *widget)
{
    const Ground &ground = surface.plain;
    const ButtonState state(option);
    const QColor none(Qt::transparent);
    const QColor behind = state.isDown  ? surface.selectedUnfocused.fill
                          : state.isLit ? surface.hover.fill
                                        : none;
    const QColor edge = state.isLit || state.isDown ? surface.hover.edge : none; // of high contrast
    const QColor text = state.isEnabled ? ground.text : ground.controlEdge;
    switch (look) {
    case ButtonLook::Edged:
        return {behind.alpha() ? behind : ground.fill,
                state.isEnabled ? ground.controlEdge : surface.hairline, text};
    case ButtonLook::Primary:
        return primaryColors(state, surface);
    case ButtonLook::Link:
        return {behind, edge, state.isEnabled ? ground.accentText : ground.controlEdge};
    case ButtonLook::Quiet:
        return {behind, edge, text};
    case ButtonLook::OnPlate:
        return onPlateColors(state,
                             widget ? widget->palette().color(QPalette::ButtonText) : ground.text);
    }
    return {};
}

void drawPanel(QPainter &painter, const QRect &rect, const ButtonColors &colors,
               const QColor &accent, bool hasFocus, bool isFilled)
{
    if (!hasFocus)
        return drawRounded(painter, rect, corner::field, colors.fill, colors.edge,
                           stroke::hairline);
    if (!isFilled)
        return drawRounded(painter, rect, corner::field, colors.fill, accent, stroke::focus);
    // A ring in the same colour would not be seen.
    drawRounded(painter, rect, corner::field, colors.fill, colors.edge, stroke::hairline);
    drawRounded(painter, rect.adjusted(2, 2, -2, -2), corner::field - 2, Qt::transparent,
                colors.text, stroke::focus - 0.5);
}

QFont labelFont(QFont font, ButtonLook look)
{
    if (look == ButtonLook::Primary)
        font.setWeight(QFont::DemiBold);
    return font;
}

QIcon::Mode iconModeOf(const QStyleOption &option)
{
    return isOn(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
}

bool showsText(const QStyleOptionToolButton &option)
{
    return option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
}

// Draws the arrow of a menu, and returns the room that it leaves.
QRect drawMenuArrow(QPainter &painter, const QStyleOptionToolButton &option,
                    const ControlPlace &place, const QColor &disabled)
{
    const bool isSplit = option.features & QStyleOptionToolButton::MenuButtonPopup;
    const QRect room = option.rect;
    const int side = isSplit ? place.theme.heights.icon - 4 : place.theme.heights.icon;
    const int margin = isSplit ? 2 : space::tiny;
    const QRect arrow(room.right() - side - margin + 1, room.top(), side, room.height());
    paintIcon(painter, QStyle::visualRect(option.direction, room, arrow), Drawing::Down,
              isOn(option, QStyle::State_Enabled) ? place.surface.plain.secondary : disabled);
    return QStyle::visualRect(option.direction, room,
                              room.adjusted(0, 0, -side - (isSplit ? 0 : margin), 0));
}

int buttonHeight(const Theme &theme, const QWidget *widget)
{
    return widget && isSmall(*widget) ? theme.heights.smallButton : theme.heights.field;
}

int textWidth(const Theme &theme, const QString &text)
{
    return QFontMetrics(theme.fonts.name).size(Qt::TextShowMnemonic, text).width();
}

} // namespace

void drawPushButton(QPainter &painter, const QStyleOptionButton &option, const ControlPlace &place,
                    int textFlags, const QWidget *widget)
{
    ButtonLook look = widget ? lookOf(*widget) : ButtonLook::Edged;
    if (look == ButtonLook::Edged && (option.features & QStyleOptionButton::DefaultButton))
        look = ButtonLook::Primary;
    const ButtonColors colors = colorsOf(option, look, place.surface, widget);
    drawPanel(painter, option.rect, colors, place.surface.plain.accent,
              isOn(option, QStyle::State_HasFocus), look == ButtonLook::Primary);
    QRect room = option.rect.adjusted(space::narrow, 0, -space::narrow, 0);
    if (option.features & QStyleOptionButton::HasMenu) {
        const int side = place.theme.heights.icon;
        const QRect arrow(room.right() - side + 1, room.top(), side, room.height());
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow), Drawing::Down,
                  colors.text);
        room = QStyle::visualRect(option.direction, option.rect, room.adjusted(0, 0, -side, 0));
    }
    drawLabel(painter, room,
              {.icon = option.icon,
               .iconSize = option.iconSize,
               .text = option.text,
               .font = labelFont(widget ? widget->font() : painter.font(), look),
               .color = colors.text,
               .iconMode = iconModeOf(option),
               .textFlags = textFlags},
              option.direction);
}

void drawToolButton(QPainter &painter, const QStyleOptionToolButton &option,
                    const ControlPlace &place, int textFlags, const QWidget *widget)
{
    const ButtonLook look = widget ? lookOf(*widget) : ButtonLook::Quiet;
    const bool isQuiet = look == ButtonLook::Edged && isOn(option, QStyle::State_AutoRaise);
    ButtonColors colors =
        colorsOf(option, isQuiet ? ButtonLook::Quiet : look, place.surface, widget);
    if (isOn(option, QStyle::State_On))
        colors.fill = place.surface.chip.fill;
    drawPanel(painter, option.rect, colors, place.surface.plain.accent,
              isOn(option, QStyle::State_HasFocus), look == ButtonLook::Primary);
    QRect room = option.rect;
    const bool isSplit = option.features & QStyleOptionToolButton::MenuButtonPopup;
    if ((option.features & QStyleOptionToolButton::HasMenu) && (showsText(option) || isSplit))
        room = drawMenuArrow(painter, option, place, colors.text);
    const bool hasIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
    drawLabel(painter, showsText(option) ? room.adjusted(space::tiny, 0, -space::tiny, 0) : room,
              {.icon = hasIcon ? option.icon : QIcon(),
               .iconSize = option.iconSize,
               .text = showsText(option) ? option.text : QString(),
               .font = labelFont(option.font, look),
               .color = colors.text,
               .iconMode = iconModeOf(option),
               .textFlags = textFlags},
              option.direction);
}

QSize pushButtonSize(const QStyleOptionButton &option, const Theme &theme, const QWidget *widget)
{
    const int height = buttonHeight(theme, widget);
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width();
    int width = textWidth(theme, option.text) + icon;
    if (icon && !option.text.isEmpty())
        width += iconGap;
    if (option.features & QStyleOptionButton::HasMenu)
        width += theme.heights.icon;
    const bool isLink = widget && lookOf(*widget) == ButtonLook::Link;
    return {qMax(width + 2 * (isLink ? space::narrow : space::medium), height), height};
}

QSize toolButtonSize(const QStyleOptionToolButton &option, const Theme &theme,
                     const QWidget *widget)
{
    const int height = buttonHeight(theme, widget);
    int width = height;
    if (showsText(option)) {
        width = textWidth(theme, option.text) + 2 * space::medium;
        if (option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull())
            width += option.iconSize.width() + iconGap;
        if (option.features & QStyleOptionToolButton::HasMenu)
            width += theme.heights.icon;
    } else if (option.features & QStyleOptionToolButton::MenuButtonPopup) {
        width += theme.heights.icon - space::tiny;
    }
    return {width, height};
}

} // namespace widgets
