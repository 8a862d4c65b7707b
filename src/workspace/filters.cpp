// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/filters.h"

namespace workspace {

quo::ConversationQuery Filters::toQuery(quo::Instant now, const QTimeZone &zone) const
{
    const InstantRange createdRange = toRange(created, now, zone);
    const InstantRange updatedRange = toRange(updated, now, zone);
    quo::ConversationQuery query;
    query.phoneNumbers = lines;
    query.userId = teammate;
    query.createdAfter = createdRange.after;
    query.createdBefore = createdRange.before;
    query.updatedAfter = updatedRange.after;
    query.updatedBefore = updatedRange.before;
    query.excludeInactive = excludeInactive;
    return query;
}

} // namespace workspace
