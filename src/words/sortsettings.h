// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowsort.h"
#include "workspace/view.h"

namespace words {

// How rows are sorted, as views and settings keep it. Columns that are not known are left out; of
// none the latest activity comes first.
inbox::SortKeys toSortKeys(const QList<workspace::SortSetting> &settings);
QList<workspace::SortSetting> toSettings(const inbox::SortKeys &sort);

} // namespace words
