// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/controlstyle.h"

#include "widgets/common/barpainting.h"
#include "widgets/common/buttonpainting.h"
#include "widgets/common/choicepainting.h"
#include "widgets/common/fieldpainting.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QPainter>
#include <QStyleOption>

namespace widgets {

namespace {

constexpr int mostThemes = 16;

// The handle may be wider than what is seen of it.
QRect splitterLine(const QStyleOption &option)
{
    const QRect &all = option.rect;
    return isOn(option, QStyle::State_Horizontal)
               ? QRect(all.center().x(), all.top(), stroke::hairline, all.height())
               : QRect(all.left(), all.center().y(), all.width(), stroke::hairline);
}

} // namespace

ControlStyle::ControlStyle(QStyle *base)
    : QProxyStyle(base)
{
}

ControlPlace ControlStyle::placeOf(const QWidget *widget) const
{
    const QPalette palette = widget ? widget->window()->palette() : QApplication::palette();
    const QFont font = widget ? widget->window()->font() : QApplication::font();
    const std::pair key(palette.cacheKey(), font);
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

int ControlStyle::textFlags(const QStyleOption &option, const QWidget *widget) const
{
    const int flags = Qt::TextSingleLine | Qt::TextShowMnemonic;
    return styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? flags
                                                                     : flags | Qt::TextHideMnemonic;
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(*painter, *option, placeOf(widget).theme);
        return;
    }
    case PE_FrameLineEdit:
        return; // PE_PanelLineEdit has drawn it
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawIndicator(*painter, *option, false, placeOf(widget));
    case PE_IndicatorRadioButton:
        return drawIndicator(*painter, *option, true, placeOf(widget));
    case PE_FrameFocusRect:
        return drawRounded(*painter, option->rect, indicatorCorner, Qt::transparent,
                           placeOf(widget).surface.plain.accent, stroke::focus);
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget))
            return drawRounded(*painter, option->rect, corner::item, Qt::transparent,
                               placeOf(widget).surface.hairline, stroke::hairline);
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

void ControlStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawPushButton(*painter, *button, placeOf(widget), textFlags(*option, widget),
                                  widget);
        break;
    case CE_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return drawTab(*painter, *tab, placeOf(widget).surface, textFlags(*option, widget),
                           widget);
        break;
    case CE_Splitter:
        return painter->fillRect(splitterLine(*option), placeOf(widget).theme.base.hairline);
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return drawProgress(*painter, *bar, placeOf(widget).surface);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return drawToolButton(*painter, *button, placeOf(widget), textFlags(*option, widget),
                                  widget);
        break;
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return drawComboBox(*painter, *box, placeOf(widget).theme);
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return drawSpinBox(*painter, *box, placeOf(widget).theme);
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(*painter, *bar, placeOf(widget).theme);
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
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonSize(*button, theme, widget);
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return toolButtonSize(*button, theme, widget);
        break;
    case CT_LineEdit:
        return {size.width() + 2 * space::narrow, heights.field};
    case CT_ComboBox:
        return {size.width() + heights.icon + 3 * space::narrow, heights.field};
    case CT_SpinBox:
        return {size.width() + heights.icon + space::medium, heights.field};
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return tabSize(*tab, theme);
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
    std::optional<QRect> place;
    switch (control) {
    case CC_ComboBox:
        place = comboBoxPart(*option, part, placeOf(widget).theme);
        break;
    case CC_ScrollBar: {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        return bar ? scrollBarPart(*bar, part) : QRect();
    }
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            place = spinBoxPart(*box, part, placeOf(widget).theme);
        break;
    default:
        break;
    }
    return place ? *place : QProxyStyle::subControlRect(control, option, part, widget);
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
