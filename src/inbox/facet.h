// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"

#include <QAnyStringView>
#include <QLatin1String>

#include <array>
#include <optional>

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
// Null where no facet has this word.
std::optional<Facet> facetWithWord(QAnyStringView word);

Facets facetsOf(const ConversationRow &row, quo::Instant now);

// How many rows each facet has, kept up to date row by row.
class FacetCounts
{
public:
    // The facets that a row has now; 0 for one that has left.
    void set(quint32 row, Facets facets);

    // The facets that were set last.
    Facets of(quint32 row) const { return m_facets.value(row, 0); }
    // The number of rows that were set.
    qsizetype size() const { return m_facets.size(); }
    using Counts = std::array<int, allFacets.size()>; // by facet
    const Counts &counts() const { return m_counts; }

private:
    QList<Facets> m_facets; // by row
    Counts m_counts{};
};

} // namespace inbox
