// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversationquery.h"

#include <QList>

namespace quo {

// Queries that together have exactly the rows of this one, or just this one if it cannot be split
// without losing rows.
//
// A conversation is on one line, so reading line by line loses nothing; 'lines' are all that the
// key may see, for queries that name none. Windows of createdAt lose the rows that have none, so
// they are for queries with a createdAfter only, which leaves those out anyway. Whether bounds are
// inclusive is not documented: windows overlap by a second, and the receiver merges by id.
QList<ConversationQuery> split(const ConversationQuery &query, const QStringList &lines,
                               Instant now);

} // namespace quo
