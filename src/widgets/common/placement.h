// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

class QPoint;
class QWidget;

namespace widgets {

// The size, reduced to what fits on the window's screen together with its title bar.
QSize fitting(const QWidget &window, QSize size);
// The geometry of a window of this size, as near to 'corner' as it fits on the screen of 'anchor'.
QRect placed(const QWidget &anchor, QPoint corner, QSize size);

} // namespace widgets
