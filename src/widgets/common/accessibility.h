// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace widgets {

// What lies over a list is in nobody's accessible tree, since a list says that cells are all that
// it holds. From here on 'overlay' is a child of 'pane' there, which is around the list.
void showInTreeOf(QWidget &pane, QWidget &overlay);

// Fields that show no text tell nobody what is typed into them either: Qt 6.4 sends it over the
// accessibility bus, letter by letter. For the whole program, however often it is called.
void keepPasswordsOffTheBus();

} // namespace widgets
