// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowsort.h"

namespace widgets {

// The sort after a click on the header of this column: by it alone, or in addition to the others.
// A column that already sorts turns round.
inbox::SortKeys sortAfterClick(inbox::SortKeys sort, int column, bool inAddition);

} // namespace widgets
