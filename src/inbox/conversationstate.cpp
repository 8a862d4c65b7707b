// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationstate.h"

#include "inbox/conversationrows.h"
#include "quo/ids.h"

namespace inbox {

namespace {

using quo::Instant;

// Quo's app uses a date in the far future for 'until I turn it back on'.
constexpr std::chrono::days forGood{365};

ConversationState derive(Instant now, const std::optional<QString> &assignedTo,
                         std::optional<Instant> mutedUntil, std::optional<Instant> snoozedUntil,
                         bool deleted)
{
    ConversationState state;
    if (assignedTo)
        state.assignment = quo::isSystemUserId(*assignedTo)
                               ? ConversationState::Assignment::SystemUser
                               : ConversationState::Assignment::Teammate;
    if (mutedUntil && *mutedUntil > now)
        state.mute = *mutedUntil >= now + forGood ? ConversationState::Mute::MutedForGood
                                                  : ConversationState::Mute::MutedUntil;
    if (snoozedUntil)
        state.snooze = *snoozedUntil > now ? ConversationState::Snooze::SnoozedUntil
                                           : ConversationState::Snooze::SnoozeEnded;
    state.deleted = deleted;
    return state;
}

} // namespace

ConversationState ConversationState::at(Instant now, const ConversationRow &row)
{
    return derive(now, row.assignedTo(), row.mutedUntil(), row.snoozedUntil(),
                  row.deletedAt().has_value());
}

QList<ConversationState::Mark> ConversationState::marks() const
{
    QList<Mark> marks;
    if (assignment == Assignment::Unassigned)
        marks.append(Mark::Unassigned);
    if (snooze != Snooze::NotSnoozed)
        marks.append(snooze == Snooze::SnoozedUntil ? Mark::Snoozed : Mark::SnoozeEnded);
    if (mute != Mute::NotMuted)
        marks.append(Mark::Muted);
    if (deleted)
        marks.append(Mark::Deleted);
    return marks;
}

QVarLengthArray<Instant, 3> ConversationState::changesOf(const ConversationRow &row)
{
    QVarLengthArray<Instant, 3> changes;
    if (const std::optional<Instant> snoozed = row.snoozedUntil())
        changes.append(*snoozed);
    if (const std::optional<Instant> muted = row.mutedUntil()) {
        changes.append(*muted);
        // It counts as 'for good' until less than a year of it is left.
        changes.append(*muted - forGood + quo::milliseconds(1));
    }
    return changes;
}

ConversationState ConversationState::at(Instant now, const quo::Conversation &row)
{
    return derive(now, row.assignedTo, row.mutedUntil, row.snoozedUntil, row.deletedAt.has_value());
}

} // namespace inbox
