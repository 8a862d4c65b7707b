// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

class QPoint;
class QWidget;

namespace widgets {

// The part of a size that the window's screen has room for, its title included.
QSize fitting(const QWidget &window, QSize size);
// Where a window of this size, wanted at 'corner', is whole on the screen of 'anchor'.
QRect placed(const QWidget &anchor, QPoint corner, QSize size);

} // namespace widgets
