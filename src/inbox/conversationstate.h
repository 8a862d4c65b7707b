// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversation.h"

#include <optional>

namespace inbox {

class ConversationRow;

// What the fields of a conversation mean at an instant: the one place where they are interpreted.
struct ConversationState
{
    enum class Assignment { Unassigned, Teammate, SystemUser };
    enum class Mute { NotMuted, MutedUntil, MutedForGood };
    enum class Snooze { NotSnoozed, SnoozedUntil, SnoozeEnded };

    Assignment assignment = Assignment::Unassigned;
    Mute mute = Mute::NotMuted;
    Snooze snooze = Snooze::NotSnoozed;
    bool deleted = false;

    static ConversationState at(quo::Instant now, const ConversationRow &row);
    static ConversationState at(quo::Instant now, const quo::Conversation &row);

    bool operator==(const ConversationState &) const = default;
};

} // namespace inbox
