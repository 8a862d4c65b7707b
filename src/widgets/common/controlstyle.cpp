// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/controlstyle.h"

#include "widgets/common/controls.h"
#include "widgets/common/icons.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace widgets {

namespace {

constexpr int iconGap = 6;
constexpr double indicatorEdge = 1.5;
constexpr int indicatorCorner = 4;
constexpr int progressHeight = 4;
constexpr int mostThemes = 16;
constexpr int scrollBarExtent = 12;
constexpr int scrollBarGap = 3;
constexpr int smallestSlider = 36;

// The part of a colour that is seen on another.
QColor over(const QColor &color, const QColor &below, double part)
{
    const auto mix = [part](int one, int other) { return qRound(other + (one - other) * part); };
    return {mix(color.red(), below.red()), mix(color.green(), below.green()),
            mix(color.blue(), below.blue())};
}

bool isOn(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state & flag;
}

// A line of 'width' just inside of the rectangle.
void drawEdge(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
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

struct ButtonColors
{
    QColor fill;
    QColor edge;
    QColor text;
};

ButtonColors colorsOf(const QStyleOption &option, ButtonLook look, const Surface &surface,
                      const QWidget *widget)
{
    const Ground &ground = surface.plain;
    const QColor none(Qt::transparent);
    const bool isEnabled = isOn(option, QStyle::State_Enabled);
    const bool isLit = isEnabled && isOn(option, QStyle::State_MouseOver);
    const bool isDown =
        isEnabled && (isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On));
    const QColor behind = isDown  ? surface.selectedUnfocused.fill
                          : isLit ? surface.hover.fill
                                  : none;
    const QColor edge = isLit || isDown ? surface.hover.edge : none; // of high contrast
    switch (look) {
    case ButtonLook::Edged:
        return {behind.alpha() ? behind : ground.fill,
                isEnabled ? ground.controlEdge : surface.hairline,
                isEnabled ? ground.text : ground.controlEdge};
    case ButtonLook::Primary: {
        const Plate &plate = surface.primary;
        // Towards the text of the surface, away from the text of the button.
        const double part = isDown ? 0.16 : isLit ? 0.08 : 0;
        return isEnabled
                   ? ButtonColors{over(ground.text, plate.fill, part), plate.edge, plate.text}
                   : ButtonColors{surface.neutral.fill, surface.neutral.edge, ground.controlEdge};
    }
    case ButtonLook::Link:
        return {behind, edge, isEnabled ? ground.accentText : ground.controlEdge};
    case ButtonLook::Quiet:
        return {behind, edge, isEnabled ? ground.text : ground.controlEdge};
    case ButtonLook::OnPlate: {
        const QColor text = widget ? widget->palette().color(QPalette::ButtonText) : ground.text;
        QColor tint = text;
        tint.setAlphaF(isDown ? 0.16F : 0.08F);
        return {isDown || isLit ? tint : none, text, text};
    }
    }
    return {};
}

void drawButtonPanel(QPainter &painter, const QRect &rect, const ButtonColors &colors,
                     const QColor &accent, bool hasFocus, bool isFilled)
{
    if (!hasFocus)
        return drawEdge(painter, rect, corner::field, colors.fill, colors.edge, stroke::hairline);
    if (!isFilled)
        return drawEdge(painter, rect, corner::field, colors.fill, accent, stroke::focus);
    // A ring in the same colour would not be seen.
    drawEdge(painter, rect, corner::field, colors.fill, colors.edge, stroke::hairline);
    drawEdge(painter, rect.adjusted(2, 2, -2, -2), corner::field - 2, Qt::transparent, colors.text,
             stroke::focus - 0.5);
}

// Without buttons at the ends.
QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool isHorizontal = bar.orientation == Qt::Horizontal;
    const QRect all = bar.rect;
    const int length = isHorizontal ? all.width() : all.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int least = qMin(length, smallestSlider);
    const int slider =
        range > 0
            ? qBound(least, int(length * qint64(bar.pageStep) / (range + bar.pageStep)), length)
            : length;
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto along = [&](int from, int to) {
        const QRect rect = isHorizontal
                               ? QRect(all.left() + from, all.top(), to - from, all.height())
                               : QRect(all.left(), all.top() + from, all.width(), to - from);
        return QStyle::visualRect(bar.direction, all, rect);
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

// Draws icon and text side by side in the middle.
void drawLabel(QPainter &painter, const QRect &room, const QIcon &icon, const QSize &iconSize,
               const QString &text, const QFont &font, const QColor &color, QIcon::Mode mode,
               int flags, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(font);
    const int iconWidth = icon.isNull() ? 0 : iconSize.width();
    const int gap = iconWidth && !text.isEmpty() ? iconGap : 0;
    const int left = qMax(0, room.width() - iconWidth - gap);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, left, flags);
    const int textWidth = qMin(left, metrics.size(flags, shown).width());
    QRect all(0, 0, iconWidth + gap + textWidth, room.height());
    all.moveCenter(room.center());
    const QRect iconRect =
        QStyle::visualRect(direction, all, QRect(all.topLeft(), QSize(iconWidth, all.height())));
    const QRect textRect =
        QStyle::visualRect(direction, all, all.adjusted(iconWidth + gap, 0, 0, 0));
    if (iconWidth) {
        QRect square(QPoint(), iconSize);
        square.moveCenter(iconRect.center());
        icon.paint(&painter, square, Qt::AlignCenter, mode);
    }
    painter.save();
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(textRect, flags | Qt::AlignCenter, shown);
    painter.restore();
}

} // namespace

ControlStyle::ControlStyle(QStyle *base)
    : QProxyStyle(base)
{
}

ControlStyle::Place ControlStyle::placeOf(const QWidget *widget) const
{
    const QPalette palette = widget ? widget->window()->palette() : QApplication::palette();
    const QFont font = widget ? widget->window()->font() : QApplication::font();
    const QString key = QString::number(palette.cacheKey()) + font.key();
    auto theme = m_themes.constFind(key);
    if (theme == m_themes.constEnd()) {
        if (m_themes.size() == mostThemes)
            m_themes.clear();
        theme = m_themes.insert(key, themeFor(palette, font));
    }
    for (const QWidget *below = widget ? widget->parentWidget() : nullptr; below;
         below = below->isWindow() ? nullptr : below->parentWidget())
        if (below->autoFillBackground() || below->isWindow() ||
            below->backgroundRole() == QPalette::Base)
            return {*theme,
                    below->backgroundRole() == QPalette::Base ? theme->base : theme->window};
    return {*theme, theme->window};
}

void ControlStyle::drawField(QPainter &painter, const QStyleOption &option,
                             const QWidget *widget) const
{
    const Surface &surface = placeOf(widget).theme.base;
    const bool hasFocus = isOn(option, State_HasFocus) && isOn(option, State_Enabled);
    const QColor edge = !isOn(option, State_Enabled) ? surface.hairline
                        : hasFocus                   ? surface.plain.accent
                                                     : surface.plain.controlEdge;
    drawEdge(painter, option.rect, corner::field, surface.plain.fill, edge,
             hasFocus ? stroke::focus : stroke::hairline);
}

void ControlStyle::drawIndicator(QPainter &painter, const QStyleOption &option, bool isRound,
                                 const QWidget *widget) const
{
    const Place place = placeOf(widget);
    const Surface &surface = place.surface;
    const bool isEnabled = isOn(option, State_Enabled);
    const bool isSet = isOn(option, State_On) || isOn(option, State_NoChange);
    QRect box(0, 0, place.theme.heights.icon, place.theme.heights.icon);
    box.moveCenter(option.rect.center());
    const double radius = isRound ? box.width() / 2.0 : indicatorCorner;
    const QColor edge = isEnabled ? surface.plain.controlEdge : surface.hairline;
    if (!isSet)
        return drawEdge(painter, box, radius, surface.plain.fill, edge, indicatorEdge);
    const QColor fill = isEnabled ? surface.primary.fill : surface.neutral.fill;
    const QColor mark = isEnabled ? surface.primary.text : surface.plain.controlEdge;
    drawEdge(painter, box, radius, fill, Qt::transparent, 0);
    if (isRound) {
        const double inset = box.width() / 3.2;
        drawEdge(painter, QRectF(box).adjusted(inset, inset, -inset, -inset), radius, mark,
                 Qt::transparent, 0);
    } else if (isOn(option, State_NoChange)) {
        const int inset = box.width() / 4;
        painter.fillRect(QRect(box.left() + inset, box.center().y(), box.width() - 2 * inset, 2),
                         mark);
    } else {
        const int inset = box.width() / 8;
        paintIcon(painter, box.adjusted(inset, inset, -inset, -inset), Drawing::Check, mark);
    }
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(*painter, *option, widget);
        return;
    }
    case PE_FrameLineEdit:
        return; // PE_PanelLineEdit has drawn it
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawIndicator(*painter, *option, false, widget);
    case PE_IndicatorRadioButton:
        return drawIndicator(*painter, *option, true, widget);
    case PE_FrameFocusRect:
        return drawEdge(*painter, option->rect, indicatorCorner, Qt::transparent,
                        placeOf(widget).surface.plain.accent, stroke::focus);
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            const Surface &surface = placeOf(widget).surface;
            return drawEdge(*painter, option->rect, corner::item, Qt::transparent, surface.hairline,
                            stroke::hairline);
        }
        break;
    case PE_FrameTabWidget:
        return;
    case PE_FrameTabBarBase: {
        const QRect line(option->rect.left(), option->rect.bottom(), option->rect.width(),
                         stroke::hairline);
        return painter->fillRect(line, placeOf(widget).surface.hairline);
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ControlStyle::drawPushButton(QPainter &painter, const QStyleOptionButton &option,
                                  const QWidget *widget) const
{
    const Place place = placeOf(widget);
    ButtonLook look = widget ? lookOf(*widget) : ButtonLook::Edged;
    if (look == ButtonLook::Edged && (option.features & QStyleOptionButton::DefaultButton))
        look = ButtonLook::Primary;
    const ButtonColors colors = colorsOf(option, look, place.surface, widget);
    drawButtonPanel(painter, option.rect, colors, place.surface.plain.accent,
                    isOn(option, State_HasFocus), look == ButtonLook::Primary);
    int flags = Qt::TextSingleLine | Qt::TextShowMnemonic;
    if (!styleHint(SH_UnderlineShortcut, &option, widget, nullptr))
        flags |= Qt::TextHideMnemonic;
    QRect room = option.rect.adjusted(space::narrow, 0, -space::narrow, 0);
    if (option.features & QStyleOptionButton::HasMenu) {
        const int side = place.theme.heights.icon;
        QRect arrow(room.right() - side + 1, room.top(), side, room.height());
        paintIcon(painter, visualRect(option.direction, option.rect, arrow), Drawing::Down,
                  colors.text);
        room = visualRect(option.direction, option.rect, room.adjusted(0, 0, -side, 0));
    }
    QFont font = widget ? widget->font() : painter.font();
    if (look == ButtonLook::Primary)
        font.setWeight(QFont::DemiBold);
    drawLabel(painter, room, option.icon, option.iconSize, option.text, font, colors.text,
              isOn(option, State_Enabled) ? QIcon::Normal : QIcon::Disabled, flags,
              option.direction);
}

void ControlStyle::drawTab(QPainter &painter, const QStyleOptionTab &option,
                           const QWidget *widget) const
{
    const Surface &surface = placeOf(widget).surface;
    const bool isCurrent = isOn(option, State_Selected);
    QFont font = widget ? widget->font() : painter.font();
    if (isCurrent)
        font.setWeight(QFont::DemiBold);
    const bool isLit = isOn(option, State_MouseOver);
    const QColor color = isCurrent || isLit ? surface.plain.text : surface.plain.secondary;
    int flags = Qt::TextSingleLine | Qt::TextShowMnemonic;
    if (!styleHint(SH_UnderlineShortcut, &option, widget, nullptr))
        flags |= Qt::TextHideMnemonic;
    drawLabel(painter, option.rect, option.icon, option.iconSize, option.text, font, color,
              QIcon::Normal, flags, option.direction);
    if (isCurrent)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - stroke::focus + 1,
                               option.rect.width(), stroke::focus),
                         surface.plain.accent);
    if (isOn(option, State_HasFocus))
        drawEdge(painter, option.rect.adjusted(0, 4, 0, -4), corner::item, Qt::transparent,
                 surface.plain.accent, stroke::focus);
}

void ControlStyle::drawProgress(QPainter &painter, const QStyleOption &option,
                                const QWidget *widget) const
{
    const auto &bar = static_cast<const QStyleOptionProgressBar &>(option);
    const Surface &surface = placeOf(widget).surface;
    QRect groove(option.rect.left(), option.rect.center().y() - progressHeight / 2 + 1,
                 option.rect.width(), progressHeight);
    drawEdge(painter, groove, progressHeight / 2.0, surface.neutral.fill, surface.neutral.edge,
             stroke::hairline);
    const int range = bar.maximum - bar.minimum;
    const double part = range > 0 ? double(bar.progress - bar.minimum) / range : 0.33;
    QRect done = groove;
    done.setWidth(qBound(0, qRound(groove.width() * part), groove.width()));
    drawEdge(painter, visualRect(option.direction, groove, done), progressHeight / 2.0,
             surface.plain.accent, Qt::transparent, 0);
}

void ControlStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawPushButton(*painter, *button, widget);
        break;
    case CE_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return drawTab(*painter, *tab, widget);
        break;
    case CE_Splitter: {
        const QPoint centre = option->rect.center();
        // The handle may be wider than what is seen of it.
        const QRect line =
            isOn(*option, State_Horizontal)
                ? QRect(centre.x(), option->rect.top(), stroke::hairline, option->rect.height())
                : QRect(option->rect.left(), centre.y(), option->rect.width(), stroke::hairline);
        return painter->fillRect(line, placeOf(widget).theme.base.hairline);
    }
    case CE_ProgressBar:
        if (qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return drawProgress(*painter, *option, widget);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ControlStyle::drawToolButton(QPainter &painter, const QStyleOptionToolButton &option,
                                  const QWidget *widget) const
{
    const Place place = placeOf(widget);
    const ButtonLook look = widget ? lookOf(*widget) : ButtonLook::Quiet;
    const bool isQuiet = look == ButtonLook::Edged && isOn(option, State_AutoRaise);
    ButtonColors colors =
        colorsOf(option, isQuiet ? ButtonLook::Quiet : look, place.surface, widget);
    if (isOn(option, State_On))
        colors.fill = place.surface.chip.fill;
    drawButtonPanel(painter, option.rect, colors, place.surface.plain.accent,
                    isOn(option, State_HasFocus), look == ButtonLook::Primary);
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    QRect room = option.rect;
    const bool hasMenu = option.features & QStyleOptionToolButton::HasMenu;
    const bool isSplit = option.features & QStyleOptionToolButton::MenuButtonPopup;
    if (hasMenu && (hasText || isSplit)) {
        const int side = isSplit ? place.theme.heights.icon - 4 : place.theme.heights.icon;
        const int margin = isSplit ? 2 : space::tiny;
        const QRect arrow(room.right() - side - margin + 1, room.top(), side, room.height());
        paintIcon(painter, visualRect(option.direction, room, arrow), Drawing::Down,
                  isOn(option, State_Enabled) ? place.surface.plain.secondary : colors.text);
        room = visualRect(option.direction, option.rect,
                          room.adjusted(0, 0, -side - (isSplit ? 0 : margin), 0));
    }
    int flags = Qt::TextSingleLine | Qt::TextShowMnemonic;
    if (!styleHint(SH_UnderlineShortcut, &option, widget, nullptr))
        flags |= Qt::TextHideMnemonic;
    QFont font = option.font;
    if (look == ButtonLook::Primary)
        font.setWeight(QFont::DemiBold);
    const bool hasIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
    drawLabel(painter, hasText ? room.adjusted(space::tiny, 0, -space::tiny, 0) : room,
              hasIcon ? option.icon : QIcon(), option.iconSize, hasText ? option.text : QString(),
              font, colors.text, isOn(option, State_Enabled) ? QIcon::Normal : QIcon::Disabled,
              flags, option.direction);
}

void ControlStyle::drawComboBox(QPainter &painter, const QStyleOptionComboBox &option,
                                const QWidget *widget) const
{
    const Place place = placeOf(widget);
    if (option.frame)
        drawField(painter, option, widget);
    const int side = place.theme.heights.icon;
    const QRect arrow(option.rect.right() - side - space::narrow + 1, option.rect.top(), side,
                      option.rect.height());
    paintIcon(painter, visualRect(option.direction, option.rect, arrow), Drawing::Down,
              isOn(option, State_Enabled) ? place.theme.base.plain.secondary
                                          : place.theme.base.plain.controlEdge);
}

void ControlStyle::drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option,
                               const QWidget *widget) const
{
    const Place place = placeOf(widget);
    if (option.frame)
        drawField(painter, option, widget);
    const auto arrow = [&](SubControl part, Drawing drawing,
                           QAbstractSpinBox::StepEnabledFlag can) {
        if (option.subControls & part)
            paintIcon(painter, subControlRect(CC_SpinBox, &option, part, widget), drawing,
                      option.stepEnabled & can ? place.theme.base.plain.secondary
                                               : place.theme.base.plain.controlEdge);
    };
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    arrow(SC_SpinBoxUp, Drawing::Up, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, Drawing::Down, QAbstractSpinBox::StepDownEnabled);
}

void ControlStyle::drawScrollBar(QPainter &painter, const QStyleOptionSlider &option,
                                 const QWidget *widget) const
{
    if (option.minimum >= option.maximum)
        return;
    const Surface &surface = placeOf(widget).theme.base;
    const bool isLit = isOn(option, State_MouseOver) || isOn(option, State_Sunken);
    const int gap = isLit ? scrollBarGap - 1 : scrollBarGap;
    const QRect slider = proxy()
                             ->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget)
                             .adjusted(gap, gap, -gap, -gap);
    const double radius = qMin(slider.width(), slider.height()) / 2.0;
    drawEdge(painter, slider, radius, isLit ? surface.plain.secondary : surface.plain.controlEdge,
             Qt::transparent, 0);
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return drawToolButton(*painter, *button, widget);
        break;
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return drawComboBox(*painter, *box, widget);
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return drawSpinBox(*painter, *box, widget);
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(*painter, *bar, widget);
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                     const QSize &size, const QWidget *widget) const
{
    const Theme &theme = placeOf(widget).theme;
    const Heights &heights = theme.heights;
    const int height = widget && isSmall(*widget) ? heights.smallButton : heights.field;
    const auto textWidth = [&](const QString &text) {
        return QFontMetrics(theme.fonts.name).size(Qt::TextShowMnemonic, text).width();
    };
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const int icon = button->icon.isNull() ? 0 : button->iconSize.width();
            int width = textWidth(button->text) + icon;
            if (icon && !button->text.isEmpty())
                width += iconGap;
            if (button->features & QStyleOptionButton::HasMenu)
                width += heights.icon;
            const bool isLink = widget && lookOf(*widget) == ButtonLook::Link;
            return {qMax(width + 2 * (isLink ? space::narrow : space::medium), height), height};
        }
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            const bool hasText =
                button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
            const bool hasIcon =
                button->toolButtonStyle != Qt::ToolButtonTextOnly && !button->icon.isNull();
            const bool hasMenu = button->features & QStyleOptionToolButton::HasMenu;
            const bool isSplit = button->features & QStyleOptionToolButton::MenuButtonPopup;
            int width = height;
            if (hasText) {
                width = textWidth(button->text) + 2 * space::medium;
                if (hasIcon)
                    width += button->iconSize.width() + iconGap;
                if (hasMenu)
                    width += heights.icon;
            } else if (isSplit) {
                width += heights.icon - space::tiny;
            }
            return {width, height};
        }
        break;
    case CT_LineEdit:
        return {size.width() + 2 * space::narrow, heights.field};
    case CT_ComboBox:
        return {size.width() + heights.icon + 3 * space::narrow, heights.field};
    case CT_SpinBox:
        return {size.width() + heights.icon + space::medium, heights.field};
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return {textWidth(tab->text) +
                        (tab->icon.isNull() ? 0 : tab->iconSize.width() + iconGap),
                    heights.tabs};
        break;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect ControlStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(space::narrow - 2, 2, -space::narrow + 2, -2);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl part, const QWidget *widget) const
{
    const QRect all = option->rect;
    const int side = placeOf(widget).theme.heights.icon;
    const auto at = [&](const QRect &rect) { return visualRect(option->direction, all, rect); };
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return at(all.adjusted(space::narrow, 2, -side - space::narrow, -2));
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return at(QRect(all.right() - side - space::narrow + 1, all.top(), side + space::narrow,
                        all.height()));
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        return bar ? scrollBarRect(*bar, part) : QRect();
    }
    if (control == CC_SpinBox) {
        const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool hasButtons = box && box->buttonSymbols != QAbstractSpinBox::NoButtons;
        const QRect buttons(all.right() - side - 3, all.top() + 3, side, all.height() - 6);
        switch (part) {
        case SC_SpinBoxUp:
            return hasButtons ? at(buttons.adjusted(0, 0, 0, -buttons.height() / 2)) : QRect();
        case SC_SpinBoxDown:
            return hasButtons ? at(buttons.adjusted(0, buttons.height() / 2, 0, 0)) : QRect();
        case SC_SpinBoxEditField:
            return at(all.adjusted(space::narrow, 2, hasButtons ? -side - 4 : -space::narrow, -2));
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
        return placeOf(widget).theme.heights.icon;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return smallestSlider;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::narrow;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? space::wide : space::narrow;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_TabBarTabHSpace:
    case PM_TabBarTabShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

} // namespace widgets
