// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/heldrows.h"

#include <algorithm>

namespace inbox {

namespace {

// How many waiting rows are skipped in search of one that stays. Only a count depends on it.
constexpr int mostSkipped = 256;
// To reset a view is less work than to edit more rows than that.
constexpr int mostEdited = 2000;

} // namespace

void HeldRows::note(const QList<quint32> &touched, const Orders &orders)
{
    for (const quint32 row : touched) {
        m_touched.set(row, true);
        m_unknown.set(row, true);
        m_waiting.set(row, !orders.shown.contains(row) && orders.actual.contains(row));
    }
    for (const int position : orders.shown.positionsOf(m_unknown)) {
        const quint32 row = orders.shown.rowAt(position);
        m_unknown.set(row, false);
        if (!orders.actual.contains(row))
            continue;
        const std::optional<quint32> above = settledAbove(position, orders);
        const std::optional<quint32> below = settledBelow(position, orders);
        if ((above && orders.comparator.isBefore(orders.rows, row, *above)) ||
            (below && orders.comparator.isBefore(orders.rows, *below, row)))
            m_waiting.set(row, true);
    }
    m_unknown = {};
}

void HeldRows::noteNewOrder(const RowOrder &shown, const RowOrder &actual, bool isSortedAsBefore)
{
    m_isSortedAnew = m_isSortedAnew || !isSortedAsBefore;
    RowSet differing = shown.set();
    differing ^= actual.set();
    m_touched |= differing;
    m_waiting &= shown.set();
    RowSet coming = actual.set();
    coming -= shown.set();
    m_waiting |= coming;
    m_waiting &= actual.set();
}

QList<int> HeldRows::letIn(const QList<quint32> &coming, int from, RowOrder &shown,
                           const Orders &orders)
{
    QList<int> inserted;
    const std::optional<quint32> above = settledAbove(from, orders);
    if (!above && from > 0)
        return {}; // nothing says what belongs below
    for (const quint32 row : coming) {
        if (shown.contains(row) || !orders.actual.contains(row) ||
            (above && orders.comparator.isBefore(orders.rows, row, *above)))
            continue;
        const int place = placeOf(row, from, shown, orders);
        shown.insertAt(place, row);
        m_waiting.set(row, false);
        inserted.append(place);
    }
    return inserted;
}

bool HeldRows::isDisplaced(quint32 row, const RowOrder &shown, const RowOrder &actual) const
{
    return shown.contains(row) && (!actual.contains(row) || m_waiting.contains(row));
}

std::optional<RowEdit> HeldRows::edit(const RowOrder &shown, const RowOrder &actual) const
{
    if (m_isSortedAnew || m_touched.count() > mostEdited)
        return std::nullopt;
    return RowEdit{shown.positionsOf(m_touched), actual.positionsOf(m_touched)};
}

bool HeldRows::isSettled(quint32 row, const Orders &orders) const
{
    return !m_waiting.contains(row) && !m_unknown.contains(row) && orders.actual.contains(row);
}

std::optional<quint32> HeldRows::settledAbove(int position, const Orders &orders) const
{
    const int end = std::max(position - 1 - mostSkipped, -1);
    for (int above = position - 1; above > end; --above)
        if (const quint32 row = orders.shown.rowAt(above); isSettled(row, orders))
            return row;
    return std::nullopt;
}

std::optional<quint32> HeldRows::settledBelow(int position, const Orders &orders) const
{
    const int end = std::min(position + 1 + mostSkipped, orders.shown.size());
    for (int below = position + 1; below < end; ++below)
        if (const quint32 row = orders.shown.rowAt(below); isSettled(row, orders))
            return row;
    return std::nullopt;
}

// Where the row belongs among those from 'from' on. Waiting rows do not count: they are not where
// they belong.
int HeldRows::placeOf(quint32 row, int from, const RowOrder &shown, const Orders &orders) const
{
    int low = from;
    int high = shown.size();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        int settled = middle;
        while (settled < high && !isSettled(shown.rowAt(settled), orders))
            ++settled;
        if (settled == high || orders.comparator.isBefore(orders.rows, row, shown.rowAt(settled)))
            high = middle;
        else
            low = settled + 1;
    }
    return low;
}

} // namespace inbox
