// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationstate.h"

#include <QHash>
#include <QString>

namespace inbox {

// Several conversations summed up: how many there are, and of each line, assignee and state.
struct RowTally
{
    int rows = 0;
    QHash<QString, int> lines;     // by id
    QHash<QString, int> assignees; // by id; what nobody has is under the empty one
    QHash<ConversationState::Mark, int> marks;
    int unmarked = 0; // assigned, and neither snoozed, muted nor deleted

    void add(const ConversationRow &row, quo::Instant now);
};

} // namespace inbox
