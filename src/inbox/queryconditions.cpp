// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/queryconditions.h"

#include "inbox/conversationrows.h"

namespace inbox {

bool QueryConditions::Range::contains(std::optional<quo::Instant> instant) const
{
    return isEmpty() ||
           (instant && (!after || *instant >= *after) && (!before || *instant <= *before));
}

bool QueryConditions::Range::isWithin(const Range &other) const
{
    return (!other.after || (after && *after >= *other.after)) &&
           (!other.before || (before && *before <= *other.before));
}

std::optional<QueryConditions> QueryConditions::of(const quo::ConversationQuery &query,
                                                   const quo::LineNumbers &numbers)
{
    QueryConditions conditions;
    conditions.created = {query.createdAfter, query.createdBefore};
    conditions.updated = {query.updatedAfter, query.updatedBefore};
    if (query.phoneNumbers.isEmpty())
        return conditions;
    conditions.lines = quo::requestedLines(query, numbers);
    return conditions.lines ? std::optional(conditions) : std::nullopt;
}

bool QueryConditions::matches(const ConversationRow &row) const
{
    return (!lines || lines->contains(row.phoneNumberId())) && created.contains(row.createdAt()) &&
           updated.contains(row.updatedAt());
}

bool QueryConditions::narrowsRanges(const QueryConditions &earlier) const
{
    return created.isWithin(earlier.created) && updated.isWithin(earlier.updated);
}

bool QueryConditions::narrows(const QueryConditions &earlier) const
{
    return narrowsRanges(earlier) && (!earlier.lines || (lines && earlier.lines->contains(*lines)));
}

} // namespace inbox
