// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"

#include <QString>

// The people of a conversation.
namespace words {

// The name of the conversation, otherwise the people in it, without the workspace's own lines.
QString conversationTitle(const inbox::ConversationRow &row, const inbox::CellContext &context);
// 'Ana Lopes (Acme) · (415) 555-2671, (415) 555-2672'.
QString participantsText(const inbox::ConversationRow &row, const inbox::CellContext &context);
// The same, one line for each number with all of its contacts.
QString participantsLines(const inbox::ConversationRow &row, const inbox::CellContext &context);

} // namespace words
