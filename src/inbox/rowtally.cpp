// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowtally.h"

#include "inbox/conversationrows.h"

namespace inbox {

void RowTally::add(const ConversationRow &row, quo::Instant now)
{
    ++rows;
    ++lines[row.phoneNumberId()];
    ++assignees[row.assignedTo().value_or(QString())];
    const QList<ConversationState::Mark> all = ConversationState::at(now, row).marks();
    for (const ConversationState::Mark mark : all)
        ++marks[mark];
    unmarked += all.isEmpty();
}

} // namespace inbox
