// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/filteranswers.h"

#include <algorithm>
#include <utility>

namespace syncing {

namespace {

constexpr size_t mostAnswers = 6;

} // namespace

mirror::ServerFilter serverFilterOf(const quo::ConversationQuery &query)
{
    return {query.userId, query.excludeInactive};
}

quo::ConversationQuery queryOf(const mirror::ServerFilter &filter)
{
    quo::ConversationQuery query;
    query.userId = filter.userId;
    query.excludeInactive = filter.excludeInactive;
    return query;
}

FilterAnswers::FilterAnswers(const KnownRows &rows)
    : m_rows(rows)
{
}

void FilterAnswers::keep(const QList<mirror::KeptSet> &sets)
{
    for (const mirror::KeptSet &set : sets) {
        if (set.filter.isEmpty() || entry(set.filter) || m_entries.size() == mostAnswers)
            continue;
        Entry &kept = m_entries.emplace_back();
        kept.filter = set.filter;
        for (const QString &id : set.ids)
            if (const std::optional<quint32> row = m_rows.find(id))
                kept.rows.set(*row, true);
        kept.kept = kept.rows;
        kept.extent = set.extent;
        kept.isRead = set.extent.isWhole;
    }
}

void FilterAnswers::set(Entry &entry, const QList<quint32> &rows, bool areIn)
{
    for (const quint32 row : rows) {
        entry.isChanged = entry.isChanged || entry.rows.contains(row) != areIn;
        entry.rows.set(row, areIn);
        if (entry.collected)
            entry.collected->rows.set(row, areIn);
    }
}

FilterAnswers::Entry *FilterAnswers::entry(const mirror::ServerFilter &filter)
{
    const auto found = std::ranges::find(m_entries, filter, &Entry::filter);
    return found == m_entries.end() ? nullptr : &*found;
}

const FilterAnswer *FilterAnswers::find(const mirror::ServerFilter &filter) const
{
    const auto found = std::ranges::find(m_entries, filter, &Entry::filter);
    return found == m_entries.end() ? nullptr : &*found;
}

const FilterAnswer &FilterAnswers::use(const mirror::ServerFilter &filter)
{
    const auto found = std::ranges::find(m_entries, filter, &Entry::filter);
    if (found != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, found);
        return m_entries.front();
    }
    if (m_entries.size() == mostAnswers) {
        m_dropped.append({m_entries.back().filter, true, {}, {}, {}});
        m_entries.pop_back();
    }
    m_entries.emplace_front();
    m_entries.front().filter = filter;
    m_dropped.removeIf(
        [&filter](const mirror::SetChange &dropped) { return dropped.filter == filter; });
    m_entries.front().startsOver = true;
    return m_entries.front();
}

void FilterAnswers::add(const mirror::ServerFilter &filter, const QList<quint32> &rows)
{
    if (Entry *const changed = entry(filter))
        set(*changed, rows, true);
}

void FilterAnswers::remove(const mirror::ServerFilter &filter, const QList<quint32> &rows)
{
    if (Entry *const changed = entry(filter))
        set(*changed, rows, false);
}

void FilterAnswers::setExtent(const mirror::ServerFilter &filter, const mirror::Extent &extent)
{
    if (Entry *const changed = entry(filter); changed && changed->extent != extent) {
        changed->extent = extent;
        changed->isChanged = true;
    }
}

void FilterAnswers::beginReading(const mirror::ServerFilter &filter,
                                 std::optional<quo::Instant> knownUntil)
{
    use(filter);
    m_entries.front().collected = Collected{{}, knownUntil};
}

QList<quint32> FilterAnswers::endReading(const mirror::ServerFilter &filter,
                                         const QueryReading &reading)
{
    Entry *const changed = entry(filter);
    if (!changed || !changed->collected)
        return {}; // others were used since
    const Collected collected = *std::exchange(changed->collected, std::nullopt);
    RowSet lacking = changed->rows;
    lacking -= collected.rows;
    const quo::Completeness gaps = reading.completeness();
    replace(filter, collected.rows,
            {gaps.isWhole(), reading.begun(),
             std::max(collected.knownUntil, reading.initialNewest()), reading.begun()},
            gaps);
    QList<quint32> rows;
    lacking.forEach([&rows](quint32 row) { rows.append(row); });
    return rows;
}

void FilterAnswers::replace(const mirror::ServerFilter &filter, const RowSet &rows,
                            const mirror::Extent &extent, const quo::Completeness &gaps)
{
    Entry *const changed = entry(filter);
    if (!changed)
        return;
    changed->rows = rows;
    changed->extent = extent;
    changed->isRead = true;
    changed->gaps = gaps;
    changed->isChanged = true;
}

void FilterAnswers::forgetWalks()
{
    for (Entry &each : m_entries)
        each.extent.walkedAt.reset();
}

void FilterAnswers::leave(const QList<quint32> &rows)
{
    for (Entry &each : m_entries)
        set(each, rows, false);
}

QList<mirror::SetChange> FilterAnswers::takeChanges()
{
    QList<mirror::SetChange> changes = std::exchange(m_dropped, {});
    for (Entry &each : m_entries) {
        if (!std::exchange(each.isChanged, false))
            continue;
        mirror::SetChange change{
            each.filter, std::exchange(each.startsOver, false), {}, {}, each.extent};
        RowSet differing = each.rows;
        differing ^= each.kept;
        differing.forEach([&](quint32 row) {
            QStringList &ids = each.rows.contains(row) ? change.added : change.removed;
            ids.append(m_rows.conversation(row).id);
        });
        each.kept = each.rows;
        changes.append(std::move(change));
    }
    return changes;
}

void FilterAnswers::changeAll()
{
    for (Entry &each : m_entries) {
        each.kept = {};
        each.startsOver = each.isChanged = true;
    }
}

} // namespace syncing
