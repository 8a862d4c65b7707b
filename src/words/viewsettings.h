// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/rowsort.h"
#include "workspace/view.h"

// Sort and columns, as views and settings keep them and as the list has them.
namespace words {

// Unknown columns are left out; if none is left, the latest activity comes first.
inbox::SortKeys toSortKeys(const QList<workspace::SortSetting> &settings);
QList<workspace::SortSetting> toSettings(const inbox::SortKeys &sort);

// All columns in the order of the list: those that the settings name, then the others as they
// initially are, which have no width. At least one is visible.
QList<workspace::ColumnSetting> allColumns(const QList<workspace::ColumnSetting> &settings);
// The visible ones of them.
QList<const inbox::Column *> shownColumns(const QList<workspace::ColumnSetting> &settings);

} // namespace words
