// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowfilter.h"

#include "inbox/searchtext.h"

#include <algorithm>

namespace inbox {

RowMatcher::RowMatcher(const RowFilter &filter)
    : m_states(filter.states)
{
    // '(415) 555' is one number and not two words.
    const QStringList words = isPartOfNumber(filter.text)
                                  ? QStringList{digitsOf(filter.text)}
                                  : folded(filter.text).simplified().split(u' ');
    for (const QString &word : words)
        if (!word.isEmpty())
            m_words.append({word, isPartOfNumber(word) ? digitsOf(word) : QString()});
}

bool RowMatcher::matches(const ConversationRow &row, const CellContext &context) const
{
    return (m_states.isEmpty() || hasState(row, context.now)) &&
           (m_words.isEmpty() || hasWords(row, context));
}

bool RowMatcher::hasState(const ConversationRow &row, quo::Instant now) const
{
    using State = RowFilter::State;
    const ConversationState state = ConversationState::at(now, row);
    return std::ranges::any_of(m_states, [&state](State wanted) {
        switch (wanted) {
        case State::Unassigned:
            return state.assignment == ConversationState::Assignment::Unassigned;
        case State::Assigned:
            return state.assignment != ConversationState::Assignment::Unassigned;
        case State::Snoozed:
            return state.snooze == ConversationState::Snooze::SnoozedUntil;
        case State::SnoozeEnded:
            return state.snooze == ConversationState::Snooze::SnoozeEnded;
        case State::Muted:
            return state.mute != ConversationState::Mute::NotMuted;
        case State::Deleted:
            return state.deleted;
        }
        return false;
    });
}

bool RowMatcher::hasWords(const ConversationRow &row, const CellContext &context) const
{
    QStringList texts{row.id(), row.phoneNumberId(), row.assignedTo().value_or(QString())};
    for (const Column &column : columns())
        if (column.kind == Column::Kind::Text || column.kind == Column::Kind::Numbers)
            texts.append(column.text(row, context));
    const QString all = folded(texts.join(u'\n'));
    const QString digits = digitsOf(row.participants().join(u'\n'));
    return std::ranges::all_of(m_words, [&](const Word &word) {
        return all.contains(word.folded) ||
               (!word.digits.isEmpty() && digits.contains(word.digits));
    });
}

} // namespace inbox
