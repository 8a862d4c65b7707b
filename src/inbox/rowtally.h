// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationstate.h"
#include "inbox/rowset.h"

#include <QHash>
#include <QString>

#include <functional>

namespace inbox {

class ConversationRows;

// Several conversations summed up: how many there are, and of each line, assignee and state.
struct RowTally
{
    int rows = 0;
    QHash<QString, int> lines;     // by id
    QHash<QString, int> assignees; // by id; what nobody has is under the empty one
    QHash<ConversationState::Mark, int> marks;
    int unmarked = 0; // assigned, and neither snoozed, muted nor deleted
};

// Of 'some' of the rows. In any thread; of no use where 'isCanceled' has said so.
RowTally tallyOf(
    const ConversationRows &rows, const RowSet &some, quo::Instant now,
    const std::function<bool()> &isCanceled = [] { return false; });

} // namespace inbox
