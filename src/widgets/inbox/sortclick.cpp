// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/sortclick.h"

#include <algorithm>

namespace widgets {

inbox::SortKeys sortAfterClick(inbox::SortKeys sort, int column, bool inAddition)
{
    const bool isInstant = inbox::columns()[size_t(column)].kind == inbox::Column::Kind::Instant;
    const auto key = std::ranges::find(sort, column, &inbox::SortKey::column);
    const bool isThere = key != sort.end();
    const bool isDescending = isThere ? !key->descending : isInstant; // times: the latest first
    if (!inAddition)
        return {{column, isDescending}};
    if (isThere)
        key->descending = isDescending;
    else
        sort.append({column, isDescending});
    return sort;
}

} // namespace widgets
