// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/controlpainting.h"

class QStyleOptionProgressBar;
class QStyleOptionSlider;

// Scroll bars and progress.
namespace widgets {

inline constexpr int scrollBarExtent = 12;
inline constexpr int smallestSlider = 36;

// Does nothing where there is nothing to scroll.
void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const Theme &theme);
// There are no buttons at the ends.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);

void drawProgress(QPainter &painter, const QStyleOptionProgressBar &option, const Surface &surface);

} // namespace widgets
