// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace widgets {

// A widget on top of a list is missing in the accessible tree, since the children of a list are
// only its cells. This makes 'overlay' a child of 'pane' there, which is around the list.
void showInTreeOf(QWidget &pane, QWidget &overlay);

// Keeps the text of password fields off the accessibility bus, where Qt 6.4 sends it letter by
// letter. Applies to the whole program; more calls have no effect.
void keepPasswordsOffTheBus();

} // namespace widgets
