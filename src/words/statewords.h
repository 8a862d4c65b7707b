// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"
#include "inbox/conversationstate.h"
#include "inbox/facet.h"

#include <QString>

// The states of a conversation.
namespace words {

// The values of properties: 'Dana Kim' or 'Nobody'; 'Off' or 'Until 19 Jan 2027'; 'Off', 'Until
// tomorrow, 8:15 PM', 'Ended Tue, 6:42 AM' or 'Indefinitely'.
QString assignmentText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                       const inbox::CellContext &context);
QString muteText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                 const inbox::CellContext &context);
QString snoozeText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                   const inbox::CellContext &context);
// When it was deleted: 'Yesterday, 6:42 AM'; empty if it was not.
QString deletedText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                    const inbox::CellContext &context);

// The owner in the list: 'Dana Kim' or 'Unassigned'.
QString ownerText(const inbox::ConversationRow &row, const inbox::CellContext &context);
// The tag of a state in the list, beside its icon: 'Ended 2 d ago', 'Sat 28 Nov', 'Muted'. The row
// must have the state.
QString stateTag(inbox::ConversationState::Mark mark, const inbox::ConversationRow &row,
                 const inbox::CellContext &context);
// The name of a state: 'Snooze ended'.
QString facetName(inbox::Facet facet);
QString markName(inbox::ConversationState::Mark mark);

} // namespace words
