// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/collator.h"
#include "inbox/column.h"
#include "inbox/textkeys.h"

#include <functional>

namespace inbox {

// A column to sort by, and which way.
struct SortKey
{
    int column = 0; // index in columns()
    bool descending = false;

    bool operator==(const SortKey &) const = default;
};

// The first decides, the next where rows are equal in it, and so on.
using SortKeys = QList<SortKey>;

// What comes without another wish: the latest activity first.
SortKeys latestFirst();

// Puts single rows where sorted() would. Instants compare by time, all else by its text, as the
// reader's language sorts it and digits as numbers. Those without a value come last both ways, and
// equal ones by their number in the store, which is the order of their arrival.
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

// These rows as RowComparator has them, but equal ones in the order in which they are given. An
// empty order where 'isCanceled' has said so. 'known', which may be null, are keys of an earlier
// sort, and afterwards those of this one where its first column has texts.
RowOrder sorted(
    const ConversationRows &rows, const RowOrder &given, const SortKeys &keys,
    const CellContext &context, const RunBoth &runBoth = runOneAfterTheOther,
    const std::function<bool()> &isCanceled = [] { return false; }, TextKeys *known = nullptr);

// By id: the same rows come out the same, however they arrived.
RowOrder sortedById(const ConversationRows &rows, const RowOrder &given);

} // namespace inbox
