// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/contacttexts.h"
#include "inbox/rowcounter.h"
#include "inbox/rowfilter.h"
#include "inbox/roworder.h"
#include "inbox/rowset.h"
#include "inbox/rowsort.h"
#include "inbox/textkeys.h"

#include <functional>
#include <memory>
#include <optional>

namespace inbox {

// What a worker needs to filter and sort all rows of a store. These are copies, so the store and
// the names may change meanwhile.
struct ArrangeTask
{
    ConversationRows rows;
    RowFilter filter;
    SortKeys sort;
    Reader reader;
    quo::Instant now;
    quo::Directory directory;
    quo::ContactIndex contacts;
    std::shared_ptr<const ContactTexts> contactTexts; // null: made if the search needs them
    TextKeys textKeys;                                // of the last sort by a text
    std::optional<QList<Facets>> facets; // by row, 0 for one that has left; null: rows are counted

    // Results of the arrangement before that are still valid; null where they are not.
    std::optional<RowOrder> sorted = std::nullopt;  // only the filter has changed
    std::optional<RowSet> listed = std::nullopt;    // those that match without the search
    std::optional<RowSet> within = std::nullopt;    // the part Rest can only match among these rows
    std::optional<SearchQuery> rest = std::nullopt; // with 'within': the terms not yet applied
    std::optional<RowOrder> shown = std::nullopt; // sorted, and the filter matches only among them

    CellContext context() const { return {reader, now, directory, contacts}; }
};

struct Arranged
{
    std::shared_ptr<RowCounter> counter; // null if the task had the facets
    RowOrder sorted;                     // all rows
    SearchMatches matching;              // empty without a filter, and so are the
    IndexCounts choices;                 // see ShownCounts
    RowOrder shown;
    std::shared_ptr<const RowMatcher> matcher;
    std::shared_ptr<const ContactTexts> contactTexts; // null if the search did not need them
    TextKeys textKeys;
};

// O(rows), for workers. Null if 'isCanceled' said so meanwhile.
std::optional<Arranged> arrange(const ArrangeTask &task, const RunBoth &runBoth,
                                const std::function<bool()> &isCanceled);

} // namespace inbox
