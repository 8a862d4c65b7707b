// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowcounter.h"

#include <atomic>
#include <map>

namespace inbox {

namespace {

// Days of instants. Many share a few days, so it asks the zone once for each day.
class DayFinder
{
public:
    explicit DayFinder(const QTimeZone &zone)
        : m_zone(zone)
    {
    }

    qint64 dayOf(quo::Instant instant)
    {
        const qint64 at = instant.time_since_epoch().count();
        if (const auto after = m_days.upper_bound(at); after != m_days.begin())
            if (const Day &day = std::prev(after)->second; at < day.end)
                return day.julianDay;
        const QDate date = quo::toDateTime(instant, m_zone).date();
        const qint64 begin = date.startOfDay(m_zone).toMSecsSinceEpoch();
        const qint64 end = date.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
        if (begin <= at && at < end)
            m_days[begin] = {end, date.toJulianDay()};
        return date.toJulianDay();
    }

private:
    struct Day
    {
        qint64 end = 0; // milliseconds
        qint64 julianDay = 0;
    };

    QTimeZone m_zone;
    std::map<qint64, Day> m_days; // by their begin
};

} // namespace

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

void IndexCounts::add(const CountedRow &row, int by)
{
    addFacets(row.facets, by);
    add(lines, row.line, by);
    add(assignees, row.assignee, by);
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

RowCounter RowCounter::ofAll(const ConversationRows &rows, quo::Instant now, const QTimeZone &zone,
                             const RunBoth &runBoth, const std::function<bool()> &isCanceled)
{
    RowCounter counter(zone);
    counter.m_facets.resize(rows.size(), 0);
    counter.m_lines.resize(rows.size(), 0);
    counter.m_assignees.resize(rows.size(), 0);
    Facets *const facets = counter.m_facets.data();
    quint32 *const lines = counter.m_lines.data();
    quint32 *const assignees = counter.m_assignees.data();
    struct Part
    {
        IndexCounts counts;
        std::vector<std::pair<quint32, qint64>> snoozeDays; // by row
    };
    std::atomic<quint32> next = 0;
    const auto countChunks = [&](Part &part) {
        DayFinder days(zone);
        for (quint32 chunk = next++; chunk < rows.chunkCount() && !isCanceled(); chunk = next++) {
            const ConversationChunk &content = rows.chunk(chunk);
            for (quint32 place = 0; place < content.size(); ++place) {
                const quint32 row = chunk * ConversationChunk::capacity + place;
                if (rows.hasLeft(row))
                    continue;
                const ConversationRow read(rows, content, place);
                const CountedRow counted = CountedRow::of(read, facetsOf(read, now));
                part.counts.add(counted, 1);
                facets[row] = counted.facets;
                lines[row] = counted.line;
                assignees[row] = counted.assignee;
                if (const std::optional<quo::Instant> until = read.snoozedUntil())
                    part.snoozeDays.emplace_back(row, days.dayOf(*until));
            }
        }
    };
    Part first;
    Part second;
    runBoth([&] { countChunks(first); }, [&] { countChunks(second); });
    counter.m_counts = first.counts;
    counter.m_counts += second.counts;
    for (const Part *part : {&first, &second})
        for (const auto &[row, day] : part->snoozeDays) {
            counter.m_snoozeDays.insert(row, day);
            ++counter.m_snoozes[day];
        }
    return counter;
}

void RowCounter::set(quint32 row, const ConversationRows &rows, quo::Instant now)
{
    if (row >= m_facets.size()) {
        m_facets.resize(row + 1, 0);
        m_lines.resize(row + 1, 0);
        m_assignees.resize(row + 1, 0);
    }
    if (const CountedRow before = of(row); before.facets != 0)
        m_counts.add(before, -1);
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
    m_counts.add(after, 1);
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
