// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/changeset.h"
#include "mirror/extent.h"
#include "mirror/reader.h"
#include "quo/completeness.h"
#include "syncing/knownrows.h"
#include "syncing/queryreading.h"
#include "syncing/rowset.h"

#include <list>

namespace syncing {

mirror::ServerFilter serverFilterOf(const quo::ConversationQuery &query);
// Everything that the filter lets through.
quo::ConversationQuery queryOf(const mirror::ServerFilter &filter);

// What a server answered to one of its filters.
struct FilterAnswer
{
    mirror::ServerFilter filter;
    RowSet rows;
    mirror::Extent extent;
    bool isRead = false;    // to its end
    quo::Completeness gaps; // what that reading lacked
};

// The answers to the filters that were used last, at most a handful. What changes in them is noted
// for the mirror.
class FilterAnswers
{
public:
    // 'rows' must outlive it.
    explicit FilterAnswers(const KnownRows &rows);

    // Begins with what the mirror has kept.
    void keep(const QList<mirror::KeptSet> &sets);
    // Null if there is none.
    const FilterAnswer *find(const mirror::ServerFilter &filter) const;
    // The same, made if there is none, and the one that was used last from now on.
    const FilterAnswer &use(const mirror::ServerFilter &filter);

    // An answer that is not there stays so.
    void add(const mirror::ServerFilter &filter, const QList<quint32> &rows);
    void remove(const mirror::ServerFilter &filter, const QList<quint32> &rows);
    void setExtent(const mirror::ServerFilter &filter, const mirror::Extent &extent);
    // From now on, what is added and removed counts for a reading of the whole answer, too. Changes
    // are known until then, in the server's time; null if unknown.
    void beginReading(const mirror::ServerFilter &filter, std::optional<quo::Instant> knownUntil);
    // That reading has ended, and what it has brought is the answer. Returns the rows that were in
    // the answer before and that it lacks.
    QList<quint32> endReading(const mirror::ServerFilter &filter, const QueryReading &reading);
    // Read to its end.
    void replace(const mirror::ServerFilter &filter, const RowSet &rows,
                 const mirror::Extent &extent, const quo::Completeness &gaps);
    // All of them are to be read again.
    void forgetWalks();
    // They are not in the workspace any more.
    void leave(const QList<quint32> &rows);

    // What has changed since the last call.
    QList<mirror::SetChange> takeChanges();
    // Everything, for a mirror that has nothing.
    void changeAll();

private:
    struct Collected // by a reading since it began
    {
        RowSet rows;
        std::optional<quo::Instant> knownUntil; // when it began
    };
    struct Entry : FilterAnswer
    {
        bool isChanged = false;
        bool startsOver = false;
        RowSet kept; // the rows that the mirror has
        std::optional<Collected> collected;
    };

    static void set(Entry &entry, const QList<quint32> &rows, bool areIn);
    Entry *entry(const mirror::ServerFilter &filter);

    const KnownRows &m_rows;
    std::list<Entry> m_entries; // the one that was used last comes first
    QList<mirror::SetChange> m_dropped;
};

} // namespace syncing
