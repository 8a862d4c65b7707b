// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"
#include "inbox/searchquery.h"

#include <QString>

namespace words {

// Whom a row of the list is about, in the parts that it draws differently. Copies, exports and
// screen readers have conversationTitle().
struct RowTitle
{
    enum class Kind { Person, Number, Group };

    Kind kind = Kind::Person;
    QString name;    // 'Ana Lopes', '(415) 555-2671', 'Ana Lopes, Ben Ito +2'
    QString company; // may be empty
    QString below;   // the number, or '4 people'; empty if the name is the number
    QString number;  // of the only other participant, in E.164; empty for a group
};

// Of a group whose numbers contain what is searched for, the number below is the one that does.
RowTitle rowTitle(const inbox::ConversationRow &row, const inbox::CellContext &context,
                  const QList<inbox::SearchTerm> &search);

// The name of a line without its symbol; otherwise its number, or the text itself if no line has
// this id.
QString lineLabel(const QString &idOrNumber, const inbox::CellContext &context);

} // namespace words
