// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRect;
class QSize;
class QString;

namespace widgets {

struct Ground;
struct Theme;

// Keys to press, as they are drawn at the end of a row: 'Ctrl+F' in a small frame.
QSize keyCapSize(const QString &keys, const Theme &theme);
void paintKeyCap(QPainter &painter, const QRect &place, const QString &keys, const Ground &ground,
                 const Theme &theme);

} // namespace widgets
