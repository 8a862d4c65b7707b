// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/inboxmodel.h"

#include <QString>

namespace words {

// The title of a column and the texts of its cells. inbox::Column has what they are made of.
struct ColumnWords
{
    using Text = QString (*)(const inbox::ConversationRow &row, const inbox::CellContext &context);

    inbox::ColumnId id;
    QString (*title)();
    QString (*tip)(); // what it shows, in a few words
    Text text;        // short, for a cell; empty for null
    Text fullText;    // for tool tip, details and clipboard; empty for null
    int width;        // initially, in average characters
    bool isInitiallyVisible;
    QString (*titleInFiles)() = nullptr; // that programs look for; null: the title
};

const ColumnWords &columnWords(inbox::ColumnId id);
// The title in exported files, which stays the same when that of the list gets better.
QString titleInFiles(inbox::ColumnId id);

// The texts of the list, ready to be painted.
inbox::ListWords listWords();

} // namespace words
