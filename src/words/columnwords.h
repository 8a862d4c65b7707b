// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/inboxmodel.h"

#include <QString>

namespace words {

// What a column is called and what its cells say: what inbox::Column is to machines.
struct ColumnWords
{
    using Text = QString (*)(const inbox::ConversationRow &row, const inbox::CellContext &context);

    inbox::ColumnId id;
    QString (*title)();
    QString (*tip)(); // the API's own words where it has any
    Text text;        // short, for a cell; empty for null
    Text fullText;    // for tool tip, details and clipboard; empty for null
    int width;        // initially, in average characters
    bool isInitiallyVisible;
};

const ColumnWords &columnWords(inbox::ColumnId id);

// The texts of the list, ready to be painted.
inbox::ListWords listWords();

// What a conversation is called: its name, else the people in it, without the workspace's own
// lines.
QString conversationTitle(const inbox::ConversationRow &row, const inbox::CellContext &context);

} // namespace words
