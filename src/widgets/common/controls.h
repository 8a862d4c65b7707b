// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QAbstractButton;

namespace widgets {

// How a button looks. All have the height of Heights::field, unless 'small' is set.
enum class ButtonLook {
    Edged,   // as long as nothing else is said
    Primary, // filled: the one that most people want
    Link,    // text in the colour of links
    Quiet,   // without an edge until the pointer is over it: for icons
    OnPlate, // edge and text in the button's own text colour: in a bar above the list
};

void setLook(QAbstractButton &button, ButtonLook look, bool isSmall = false);

} // namespace widgets
