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
    QString (*tip)(); // in the API's own words if it has any
    Text text;        // short, for a cell; empty for null
    Text fullText;    // for tool tip, details and clipboard; empty for null
    int width;        // initially, in average characters
    bool isInitiallyVisible;
};

const ColumnWords &columnWords(inbox::ColumnId id);

// The texts of the list, ready to be painted.
inbox::ListWords listWords();

} // namespace words
