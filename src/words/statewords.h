// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"
#include "inbox/conversationstate.h"
#include "inbox/facet.h"

#include <QString>

// The states of a conversation.
namespace words {

QString assignmentText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                       const inbox::CellContext &context);
QString muteText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                 const inbox::CellContext &context);
QString snoozeText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                   const inbox::CellContext &context);
// Empty if it is not deleted.
QString deletedText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                    const inbox::CellContext &context);
// The name of a state: 'Snooze ended'.
QString facetName(inbox::Facet facet);
QString markName(inbox::ConversationState::Mark mark);

} // namespace words
