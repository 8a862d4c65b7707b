// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/facet.h"
#include "inbox/rowsort.h"

namespace inbox {

// Which of the loaded rows are shown, and in which order.
struct Arrangement
{
    QString search;    // as it was typed, see parseSearch()
    Facets facets = 0; // one of them is enough; 0: any
    SortKeys sort;     // none: the order of arrival

    bool isFilter() const { return facets != 0 || !search.trimmed().isEmpty(); }
    bool operator==(const Arrangement &) const = default;
};

} // namespace inbox
