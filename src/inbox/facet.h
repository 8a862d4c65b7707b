// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"

#include <QLatin1String>

#include <array>

namespace inbox {

// States of a conversation that the API cannot filter by. Several may hold at once.
enum class Facet { Unassigned, Assigned, Snoozed, SnoozeEnded, Muted, Deleted };

inline constexpr std::array allFacets{Facet::Unassigned,  Facet::Assigned, Facet::Snoozed,
                                      Facet::SnoozeEnded, Facet::Muted,    Facet::Deleted};

// A set of facets: a bit for each.
using Facets = quint8;

constexpr Facets bitOf(Facet facet)
{
    return Facets(1U << unsigned(facet));
}

// The words of a search for them: 'snoozed' of 'is:snoozed'.
QLatin1String facetWord(Facet facet);

Facets facetsOf(const ConversationRow &row, quo::Instant now);

using FacetCounts = std::array<int, allFacets.size()>; // rows by facet

} // namespace inbox
