// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversation.h"

#include <QList>
#include <QVarLengthArray>

#include <optional>

namespace inbox {

class ConversationRow;

// What the fields of a conversation mean at an instant. They are interpreted only here.
struct ConversationState
{
    enum class Assignment { Unassigned, Teammate, SystemUser };
    enum class Mute { NotMuted, MutedUntil, MutedForGood };
    enum class Snooze { NotSnoozed, SnoozedUntil, SnoozeEnded };

    // States that have a mark in the list, in the order of the marks.
    enum class Mark { Unassigned, Snoozed, SnoozeEnded, Muted, Deleted };

    Assignment assignment = Assignment::Unassigned;
    Mute mute = Mute::NotMuted;
    Snooze snooze = Snooze::NotSnoozed;
    bool deleted = false;

    static ConversationState at(quo::Instant now, const ConversationRow &row);
    // The instants at which the state changes by time alone, including past ones.
    static QVarLengthArray<quo::Instant, 3> changesOf(const ConversationRow &row);
    static ConversationState at(quo::Instant now, const quo::Conversation &row);

    QList<Mark> marks() const;

    bool operator==(const ConversationState &) const = default;
};

} // namespace inbox
