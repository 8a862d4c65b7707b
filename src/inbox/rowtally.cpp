// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowtally.h"

#include "inbox/facet.h"

#include <array>
#include <vector>

namespace inbox {

namespace {

using Mark = ConversationState::Mark;

constexpr std::array marksOfFacets{
    std::pair{Facet::Unassigned, Mark::Unassigned}, std::pair{Facet::Snoozed, Mark::Snoozed},
    std::pair{Facet::SnoozeEnded, Mark::SnoozeEnded}, std::pair{Facet::Muted, Mark::Muted},
    std::pair{Facet::Deleted, Mark::Deleted}};

using StateCounts = std::array<int, 1U << allFacets.size()>; // rows by their facets

void addStates(RowTally &tally, const StateCounts &states)
{
    for (size_t facets = 0; facets < states.size(); ++facets) {
        bool isMarked = false;
        for (const auto &[facet, mark] : marksOfFacets)
            if (facets & bitOf(facet)) {
                isMarked = true;
                if (states[facets] > 0)
                    tally.marks[mark] += states[facets];
            }
        if (!isMarked)
            tally.unmarked += states[facets];
    }
}

} // namespace

RowTally tallyOf(const ConversationRows &rows, const RowSet &some, quo::Instant now,
                 const std::function<bool()> &isCanceled)
{
    // Counted by index first, so that each id is hashed once and not for each row.
    std::vector<int> lines(size_t(rows.lines().size()), 0);
    std::vector<int> assignees(size_t(rows.assignees().size()), 0);
    StateCounts states{};
    RowTally tally;
    int unassigned = 0;
    for (qsizetype word = 0; word < some.wordCount(); ++word) {
        if (word % 256 == 0 && isCanceled())
            return {};
        for (quint64 bits = some.word(word); bits != 0; bits &= bits - 1) {
            const ConversationRow row =
                rows.at(quint32(word) * 64 + quint32(std::countr_zero(bits)));
            ++tally.rows;
            ++lines[*row.lineIndex()];
            if (const std::optional<quint32> assignee = row.assigneeIndex())
                ++assignees[*assignee];
            else
                ++unassigned;
            ++states[facetsOf(row, now)];
        }
    }
    for (size_t i = 0; i < lines.size(); ++i)
        if (lines[i] > 0)
            tally.lines.insert(rows.lines()[qsizetype(i)], lines[i]);
    for (size_t i = 0; i < assignees.size(); ++i)
        if (assignees[i] > 0)
            tally.assignees.insert(rows.assignees()[qsizetype(i)], assignees[i]);
    if (unassigned > 0)
        tally.assignees[QString()] += unassigned;
    addStates(tally, states);
    return tally;
}

} // namespace inbox
