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
    // Which of the rows, and how sorted, where no order of them is there yet.
    struct Arrangement
    {
        inbox::RowFilter filter;
        inbox::SortKeys sort;
    };

    inbox::ConversationRows rows;
    inbox::RowOrder order;
    Columns columns;
    inbox::NamesSnapshot names;
    std::optional<Arrangement> arrangement = {}; // null: 'order' is the one

    // Brings the order about, for workers: O(rows). Cancelled, it leaves any order.
    void arrange(const std::function<bool()> &isCancelled);
};

} // namespace exporting
