// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/fieldpainting.h"

#include "widgets/common/icons.h"

#include <QPainter>
#include <QStyleOption>

namespace widgets {

void drawField(QPainter &painter, const QStyleOption &option, const Theme &theme)
{
    const Surface &surface = theme.base;
    const bool isEnabled = isOn(option, QStyle::State_Enabled);
    const bool hasFocus = isOn(option, QStyle::State_HasFocus) && isEnabled;
    const QColor edge = !isEnabled ? surface.hairline
                        : hasFocus ? surface.plain.accent
                                   : surface.plain.controlEdge;
    drawRounded(painter, option.rect, corner::field, surface.plain.fill, edge,
                hasFocus ? stroke::focus : stroke::hairline);
}

void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option, const Theme &theme)
{
    if (option.frame)
        drawField(painter, option, theme);
    const int side = theme.heights.icon;
    const QRect arrow(option.rect.right() - side - space::narrow + 1, option.rect.top(), side,
                      option.rect.height());
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow), Drawing::Down,
              isOn(option, QStyle::State_Enabled) ? theme.base.plain.secondary
                                                  : theme.base.plain.controlEdge);
}

void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const Theme &theme)
{
    if (option.frame)
        drawField(painter, option, theme);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](QStyle::SubControl part, Drawing drawing,
                           QAbstractSpinBox::StepEnabledFlag can) {
        if (option.subControls & part)
            paintIcon(painter, spinBoxPart(option, part, theme).value_or(QRect()), drawing,
                      option.stepEnabled & can ? theme.base.plain.secondary
                                               : theme.base.plain.controlEdge);
    };
    arrow(QStyle::SC_SpinBoxUp, Drawing::Up, QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, Drawing::Down, QAbstractSpinBox::StepDownEnabled);
}

std::optional<QRect> comboBoxPart(const QStyleOption &option, QStyle::SubControl part,
                                  const Theme &theme)
{
    const QRect all = option.rect;
    const int end = theme.heights.icon + space::narrow;
    const auto at = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, all, rect);
    };
    if (part == QStyle::SC_ComboBoxEditField)
        return at(all.adjusted(space::narrow, 2, -end, -2));
    if (part == QStyle::SC_ComboBoxArrow)
        return at(QRect(all.right() - end + 1, all.top(), end, all.height()));
    return std::nullopt;
}

std::optional<QRect> spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part,
                                 const Theme &theme)
{
    const QRect all = option.rect;
    const int side = theme.heights.icon;
    const bool hasButtons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const QRect buttons(all.right() - side - 3, all.top() + 3, side, all.height() - 6);
    const auto at = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, all, rect);
    };
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return hasButtons ? at(buttons.adjusted(0, 0, 0, -buttons.height() / 2)) : QRect();
    case QStyle::SC_SpinBoxDown:
        return hasButtons ? at(buttons.adjusted(0, buttons.height() / 2, 0, 0)) : QRect();
    case QStyle::SC_SpinBoxEditField:
        return at(all.adjusted(space::narrow, 2, hasButtons ? -side - 4 : -space::narrow, -2));
    default:
        return std::nullopt;
    }
}

} // namespace widgets
