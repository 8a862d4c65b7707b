// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowfilter.h"
#include "inbox/roworder.h"
#include "inbox/rowset.h"
#include "inbox/showncounts.h"

#include <QHash>
#include <QList>
#include <QTimeZone>

#include <functional>
#include <vector>

namespace inbox {

// The rows that a filter finds, and those that it would find without a part of it.
struct SearchMatches
{
    RowSet listed; // without its search
    RowSet all;
    RowSet rest; // of the part Rest alone
    RowSet butState;
    RowSet butLine;
    RowSet butAssignee;

    SearchMatches() = default;
    explicit SearchMatches(quint32 rows)
        : listed(rows)
        , all(rows)
        , rest(rows)
        , butState(rows)
        , butLine(rows)
        , butAssignee(rows)
    {
    }
    void remove(quint32 row);
};

struct CountedRow;

// Counts by the indices of ConversationRows.
struct IndexCounts
{
    FacetCounts facets{};
    std::vector<int> lines;
    std::vector<int> assignees; // by the index + 1; unassigned ones at 0

    void add(const CountedRow &row, int by);
    void addFacets(Facets row, int by);
    static void add(std::vector<int> &counts, quint32 index, int by);
    IndexCounts &operator+=(const IndexCounts &other);
};

// What is counted of a row.
struct CountedRow
{
    Facets facets = 0; // 0 for one that is not there; each other one has some
    quint32 line = 0;
    quint32 assignee = 0; // the index + 1, or 0

    static CountedRow of(const ConversationRow &row, Facets facets);
    // Adds it to the counts of choices of what it matches.
    void addTo(IndexCounts &choices, const SearchMatches &matches, quint32 number, int by) const;
};

// Keeps count of the rows of a store, row by row.
class RowCounter
{
public:
    // Days are those of the zone.
    explicit RowCounter(const QTimeZone &zone)
        : m_zone(zone)
    {
    }

    // Counts all rows. O(rows), for workers. Incomplete if 'isCanceled' returned true.
    static RowCounter ofAll(const ConversationRows &rows, quo::Instant now, const QTimeZone &zone,
                            const RunBoth &runBoth, const std::function<bool()> &isCanceled);

    void set(quint32 row, const ConversationRows &rows, quo::Instant now);
    // As it was set last.
    CountedRow of(quint32 row) const;
    // The number of rows that were set.
    qsizetype size() const { return m_facets.size(); }
    // By row, for a worker.
    const QList<Facets> &facets() const { return m_facets; }

    const IndexCounts &counts() const { return m_counts; }
    int snoozesThatEndOn(quo::Instant day) const;

private:
    qint64 dayOf(quo::Instant instant) const;

    QTimeZone m_zone;
    QList<Facets> m_facets;
    // Apart from them, so that no copy of a worker makes them be copied.
    QList<quint32> m_lines;
    QList<quint32> m_assignees;
    QHash<quint32, qint64> m_snoozeDays; // the Julian days on which snoozes of rows end
    QHash<qint64, int> m_snoozes;        // by that day
    IndexCounts m_counts;
};

// With ids in place of indices.
ConversationCounts withIds(const IndexCounts &counts, const ConversationRows &rows);

} // namespace inbox
