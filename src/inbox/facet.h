// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"

#include <array>

namespace inbox {

// What a conversation is in, and the API cannot filter by.
enum class Facet { Unassigned, Assigned, Snoozed, SnoozeEnded, Muted, Deleted };

inline constexpr std::array allFacets{Facet::Unassigned,  Facet::Assigned, Facet::Snoozed,
                                      Facet::SnoozeEnded, Facet::Muted,    Facet::Deleted};

// Several of them at once: a bit for each.
using Facets = quint8;

constexpr Facets bitOf(Facet facet)
{
    return Facets(1U << unsigned(facet));
}

Facets facetsOf(const ConversationRow &row, quo::Instant now);

// How many rows are in each, kept up to date row by row.
class FacetCounts
{
public:
    // What a row is in now; 0 for one that has left.
    void set(quint32 row, Facets facets);

    // As it was set last.
    Facets of(quint32 row) const { return m_facets.value(row, 0); }
    // Rows that were set so far.
    qsizetype size() const { return m_facets.size(); }
    using Counts = std::array<int, allFacets.size()>; // by facet
    const Counts &counts() const { return m_counts; }

private:
    QList<Facets> m_facets; // by row
    Counts m_counts{};
};

} // namespace inbox
