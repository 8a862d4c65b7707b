// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/facet.h"

#include "inbox/conversationstate.h"

namespace inbox {

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

void FacetCounts::set(quint32 row, Facets facets)
{
    if (row >= m_facets.size())
        m_facets.resize(row + 1, 0);
    const Facets before = std::exchange(m_facets[row], facets);
    for (const Facet facet : allFacets)
        m_counts[size_t(facet)] +=
            int((facets & bitOf(facet)) != 0) - int((before & bitOf(facet)) != 0);
}

} // namespace inbox
