// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace widgets {

class ThemeSource;

// How the list behaves, and so does the frozen column over it: whole rows, smooth scrolling,
// headers that sort.
void setUpAsList(QTableView &view, ThemeSource &theme);

// As long as fewer than about two screens of rows are below what is in view, the model fetches
// more, so that they are there before the last row comes into view.
void fetchAhead(QTableView &view);

} // namespace widgets
