// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationstate.h"
#include "inbox/rowset.h"

#include <QHash>
#include <QString>

#include <functional>

namespace inbox {

class ConversationRows;

// Counts of several conversations: in total, and by line, assignee and state.
struct RowTally
{
    int rows = 0;
    QHash<QString, int> lines;     // by id
    QHash<QString, int> assignees; // by id; unassigned ones under the empty id
    QHash<ConversationState::Mark, int> marks;
    int unmarked = 0; // assigned, and neither snoozed, muted nor deleted
};

// Counts 'some' of the rows. Safe in any thread. The result is useless if 'isCanceled' returned
// true.
RowTally tallyOf(
    const ConversationRows &rows, const RowSet &some, quo::Instant now,
    const std::function<bool()> &isCanceled = [] { return false; });

} // namespace inbox
