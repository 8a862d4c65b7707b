// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/roworder.h"

namespace inbox {

// A column to sort by, and which way.
struct SortKey
{
    int column = 0; // index in columns()
    bool descending = false;

    bool operator==(const SortKey &) const = default;
};

// What comes without another wish: the latest activity first.
SortKey latestFirst();

// These rows of the store, sorted: instants by time, all else by its text, as the reader's language
// sorts it and digits as numbers. Those without a value come last both ways, and equal ones in the
// order of their ids: the same rows come out the same, however they arrived.
RowOrder sorted(const ConversationStore &store, const RowOrder &rows, const SortKey &key,
                const CellContext &context);

} // namespace inbox
