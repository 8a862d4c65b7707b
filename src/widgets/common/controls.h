// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QAbstractButton;
class QWidget;

namespace widgets {

// How a button looks.
enum class ButtonLook {
    Edged,   // unless something else is said; the default button of a dialog is Primary
    Primary, // filled: the one that most people want
    Link,    // text in the colour of links
    Quiet,   // without an edge, and filled while the pointer is over it: for icons
    OnPlate, // edge and text in the button's own text colour: in a bar above the list
};

// Buttons have the height of fields; small ones that of Heights::smallButton.
void setLook(QAbstractButton &button, ButtonLook look, bool isSmall = false);
ButtonLook lookOf(const QWidget &button);
bool isSmall(const QWidget &button);

// From now on buttons, fields, boxes and tabs of the whole program are drawn from the theme of
// their window. More calls have no effect.
void drawControlsFromTheme();

} // namespace widgets
