// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/collator.h"
#include "inbox/column.h"
#include "inbox/textkeys.h"

#include <functional>

namespace inbox {

// A column to sort by, and the direction.
struct SortKey
{
    int column = 0; // index in columns()
    bool descending = false;

    bool operator==(const SortKey &) const = default;
};

// The first key decides, then the next one for rows that are equal in it, and so on.
using SortKeys = QList<SortKey>;

// The initial order: the latest activity first.
SortKeys latestFirst();

// Compares single rows as sorted() does. Instants compare by time, everything else by its text in
// the order of the reader's language, with digits as numbers. Rows without a value come last in
// both directions. Equal rows are in the order of their arrival.
class RowComparator
{
public:
    // The names must outlive it.
    RowComparator(const SortKeys &keys, const CellContext &context);

    bool isBefore(const ConversationRows &rows, quint32 a, quint32 b) const;

private:
    int compare(const SortKey &key, const ConversationRow &a, const ConversationRow &b) const;

    const SortKeys m_keys;
    const CellContext m_context;
    const Collator m_collator;
};

void runOneAfterTheOther(const std::function<void()> &first, const std::function<void()> &second);

// Sorts rows as RowComparator does, but keeps equal ones in the given order. Returns an empty order
// if 'isCanceled' returned true. 'known' may be null. Otherwise it holds keys of an earlier sort,
// and afterwards those of this one if its first column has texts.
RowOrder sorted(
    const ConversationRows &rows, const RowOrder &given, const SortKeys &keys,
    const CellContext &context, const RunBoth &runBoth = runOneAfterTheOther,
    const std::function<bool()> &isCanceled = [] { return false; }, TextKeys *known = nullptr);

// Sorted by id, so that the order does not depend on the order of arrival.
RowOrder sortedById(const ConversationRows &rows, const RowOrder &given);

} // namespace inbox
