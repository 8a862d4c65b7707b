// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowsort.h"
#include "workspace/view.h"

namespace words {

// The order of rows as views and settings store it. Unknown columns are left out; if none is left,
// the latest activity comes first.
inbox::SortKeys toSortKeys(const QList<workspace::SortSetting> &settings);
QList<workspace::SortSetting> toSettings(const inbox::SortKeys &sort);

} // namespace words
