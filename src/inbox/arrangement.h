// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/queryconditions.h"
#include "inbox/rowsort.h"

namespace inbox {

// Which of the known rows are shown, and in which order.
struct Arrangement
{
    QString search; // as it was typed, see parseSearch()
    SortKeys sort;  // empty: the order of arrival
    QueryConditions conditions = {};

    bool operator==(const Arrangement &) const = default;
};

} // namespace inbox
