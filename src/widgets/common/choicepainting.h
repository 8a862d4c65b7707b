// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/controlpainting.h"

class QStyleOptionTab;
class QWidget;

// What chooses: check boxes, radio buttons and tabs.
namespace widgets {

inline constexpr int indicatorCorner = 4;

// The box, or the circle of a radio button.
void drawIndicator(QPainter &painter, const QStyleOption &option, bool isRound,
                   const ControlPlace &place);

// 'textFlags' say how mnemonics look; the widget may be null.
void drawTab(QPainter &painter, const QStyleOptionTab &option, const Surface &surface,
             int textFlags, const QWidget *widget);
QSize tabSize(const QStyleOptionTab &option, const Theme &theme);

} // namespace widgets
