// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"

#include <QSet>

namespace inbox {

// What the API cannot filter by, so it is done on this side.
struct RowFilter
{
    enum class State { Unassigned, Assigned, Snoozed, SnoozeEnded, Muted, Deleted };

    QSet<State> states; // one of them is enough; empty: any
    // Words in any order, case and accents folded: of what the columns show, of ids and of digits
    // of numbers. Empty: any.
    QString text;

    bool isEmpty() const { return states.isEmpty() && text.trimmed().isEmpty(); }
};

// A filter made ready to look at many rows.
class RowMatcher
{
public:
    explicit RowMatcher(const RowFilter &filter);

    bool matches(const ConversationRow &row, const CellContext &context) const;

private:
    bool hasState(const ConversationRow &row, quo::Instant now) const;
    bool hasWords(const ConversationRow &row, const CellContext &context) const;

    struct Word
    {
        QString folded;
        QString digits; // empty where it is no part of a number
    };

    QSet<RowFilter::State> m_states;
    QList<Word> m_words;
};

} // namespace inbox
