// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowcounter.h"

namespace inbox {

void SearchMatches::remove(quint32 row)
{
    for (RowSet *set : {&listed, &all, &rest, &butState, &butLine, &butAssignee})
        set->set(row, false);
}

void IndexCounts::addFacets(Facets row, int by)
{
    for (const Facet facet : allFacets)
        if (row & bitOf(facet))
            facets[size_t(facet)] += by;
}

void IndexCounts::add(std::vector<int> &counts, quint32 index, int by)
{
    if (index >= counts.size())
        counts.resize(index + 1, 0);
    counts[index] += by;
}

IndexCounts &IndexCounts::operator+=(const IndexCounts &other)
{
    for (size_t facet = 0; facet < facets.size(); ++facet)
        facets[facet] += other.facets[facet];
    for (size_t line = 0; line < other.lines.size(); ++line)
        add(lines, quint32(line), other.lines[line]);
    for (size_t assignee = 0; assignee < other.assignees.size(); ++assignee)
        add(assignees, quint32(assignee), other.assignees[assignee]);
    return *this;
}

CountedRow CountedRow::of(const ConversationRow &row, Facets facets)
{
    const std::optional<quint32> assignee = row.assigneeIndex();
    return {facets, *row.lineIndex(), assignee ? *assignee + 1 : 0};
}

void CountedRow::addTo(IndexCounts &choices, const SearchMatches &matches, quint32 number,
                       int by) const
{
    if (facets == 0)
        return;
    if (matches.butState.contains(number))
        choices.addFacets(facets, by);
    if (matches.butLine.contains(number))
        IndexCounts::add(choices.lines, line, by);
    if (matches.butAssignee.contains(number))
        IndexCounts::add(choices.assignees, assignee, by);
}

void RowCounter::set(quint32 row, const ConversationRows &rows, quo::Instant now)
{
    if (row >= m_facets.size()) {
        m_facets.resize(row + 1, 0);
        m_lines.resize(row + 1, 0);
        m_assignees.resize(row + 1, 0);
    }
    const auto count = [this](const CountedRow &counted, int by) {
        m_counts.addFacets(counted.facets, by);
        IndexCounts::add(m_counts.lines, counted.line, by);
        IndexCounts::add(m_counts.assignees, counted.assignee, by);
    };
    if (const CountedRow before = of(row); before.facets != 0)
        count(before, -1);
    if (const auto day = m_snoozeDays.constFind(row); day != m_snoozeDays.cend()) {
        --m_snoozes[*day];
        m_snoozeDays.erase(day);
    }
    if (rows.hasLeft(row)) {
        m_facets[row] = 0;
        return;
    }
    const ConversationRow content = rows.at(row);
    const CountedRow after = CountedRow::of(content, facetsOf(content, now));
    count(after, 1);
    m_facets[row] = after.facets;
    m_lines[row] = after.line;
    m_assignees[row] = after.assignee;
    if (const std::optional<quo::Instant> until = content.snoozedUntil()) {
        const qint64 day = dayOf(*until);
        m_snoozeDays.insert(row, day);
        ++m_snoozes[day];
    }
}

CountedRow RowCounter::of(quint32 row) const
{
    if (row >= m_facets.size())
        return {};
    return {m_facets[row], m_lines[row], m_assignees[row]};
}

qint64 RowCounter::dayOf(quo::Instant instant) const
{
    return quo::toDateTime(instant, m_zone).date().toJulianDay();
}

int RowCounter::snoozesThatEndOn(quo::Instant day) const
{
    return m_snoozes.value(dayOf(day));
}

ConversationCounts withIds(const IndexCounts &counts, const ConversationRows &rows)
{
    ConversationCounts named;
    named.facets = counts.facets;
    for (size_t line = 0; line < counts.lines.size(); ++line)
        if (counts.lines[line] > 0)
            named.lines.insert(rows.lines()[qsizetype(line)], counts.lines[line]);
    for (size_t assignee = 0; assignee < counts.assignees.size(); ++assignee)
        if (counts.assignees[assignee] > 0)
            named.assignees.insert(assignee > 0 ? rows.assignees()[qsizetype(assignee) - 1]
                                                : QString(),
                                   counts.assignees[assignee]);
    return named;
}

} // namespace inbox
