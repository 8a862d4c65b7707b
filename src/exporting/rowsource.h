// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowtext.h"
#include "inbox/names.h"
#include "inbox/rowfilter.h"
#include "inbox/roworder.h"
#include "inbox/rowsort.h"

#include <functional>

namespace exporting {

// What an export or a copy reads: rows, their order, columns and names as they were at one moment.
// All of it shares memory with what it was taken from and stays as it is, so that a worker can read
// it while the list goes on.
struct RowSource
{
    // Which rows, and how they are sorted, if their order is not known yet.
    struct Arrangement
    {
        inbox::RowFilter filter;
        inbox::SortKeys sort;
    };

    inbox::ConversationRows rows;
    inbox::RowOrder order;
    Columns columns;
    inbox::NamesSnapshot names;
    std::optional<Arrangement> arrangement = {}; // null: 'order' is known

    // Works out the order. O(rows), so for workers. If it is cancelled, the order is undefined.
    void arrange(const std::function<bool()> &isCancelled);
};

} // namespace exporting
