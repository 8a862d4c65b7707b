// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/facet.h"

#include "inbox/conversationstate.h"

namespace inbox {

QLatin1String facetWord(Facet facet)
{
    switch (facet) {
    case Facet::Unassigned:
        return QLatin1String("unassigned");
    case Facet::Assigned:
        return QLatin1String("assigned");
    case Facet::Snoozed:
        return QLatin1String("snoozed");
    case Facet::SnoozeEnded:
        return QLatin1String("snooze-ended");
    case Facet::Muted:
        return QLatin1String("muted");
    case Facet::Deleted:
        return QLatin1String("deleted");
    }
    return {};
}

Facets facetsOf(const ConversationRow &row, quo::Instant now)
{
    const ConversationState state = ConversationState::at(now, row);
    Facets facets =
        bitOf(state.assignment == ConversationState::Assignment::Unassigned ? Facet::Unassigned
                                                                            : Facet::Assigned);
    if (state.snooze != ConversationState::Snooze::NotSnoozed)
        facets |=
            bitOf(state.snooze == ConversationState::Snooze::SnoozedUntil ? Facet::Snoozed
                                                                          : Facet::SnoozeEnded);
    if (state.mute != ConversationState::Mute::NotMuted)
        facets |= bitOf(Facet::Muted);
    if (state.deleted)
        facets |= bitOf(Facet::Deleted);
    return facets;
}

} // namespace inbox
