// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/roworder.h"

#include <algorithm>
#include <numeric>

namespace inbox {

RowOrder::RowOrder(const QList<quint32> &rows)
{
    append(rows);
}

RowOrder RowOrder::ofArrival(quint32 rows)
{
    QList<quint32> all(rows);
    std::iota(all.begin(), all.end(), 0);
    return RowOrder(all);
}

quint32 RowOrder::rowAt(int position) const
{
    const int block = blockOf(position);
    return m_blocks[block]->rows[size_t(position - m_starts[block])];
}

int RowOrder::positionOf(quint32 row) const
{
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        const std::vector<quint32> &rows = m_blocks[i]->rows;
        const auto found = std::ranges::find(rows, row);
        if (found != rows.end())
            return m_starts[i] + int(found - rows.begin());
    }
    return -1;
}

QList<int> RowOrder::positionsOf(const RowSet &rows) const
{
    QList<int> positions;
    int position = 0;
    forEach([&](quint32 row) {
        if (rows.contains(row))
            positions.append(position);
        ++position;
    });
    return positions;
}

QList<quint32> RowOrder::rows() const
{
    QList<quint32> rows;
    rows.reserve(size());
    forEach([&rows](quint32 row) { rows.append(row); });
    return rows;
}

void RowOrder::append(const QList<quint32> &rows)
{
    if (m_starts.isEmpty())
        m_starts.append(0);
    for (qsizetype from = 0; from < rows.size();) {
        if (m_blocks.isEmpty() || std::as_const(m_blocks).last()->rows.size() >= blockSize) {
            m_blocks.append(QSharedDataPointer(new Block));
            m_starts.append(m_starts.last());
        }
        std::vector<quint32> &last = m_blocks.last()->rows;
        const qsizetype count =
            std::min(rows.size() - from, qsizetype(blockSize) - qsizetype(last.size()));
        last.insert(last.end(), rows.begin() + from, rows.begin() + from + count);
        m_starts.last() += int(count);
        from += count;
    }
}

void RowOrder::removeAt(int position)
{
    const int block = blockOf(position);
    std::vector<quint32> &rows = m_blocks[block]->rows;
    rows.erase(rows.begin() + (position - m_starts[block]));
    shift(block, -1);
    if (rows.empty()) {
        m_blocks.removeAt(block);
        m_starts.removeAt(block);
    }
}

int RowOrder::insert(quint32 row, const std::function<bool(quint32, quint32)> &isBefore)
{
    if (m_blocks.isEmpty()) {
        append({row});
        return 0;
    }
    // The last block that does not begin behind it, so that all rows of the others are spared.
    const auto begin = m_blocks.cbegin() + 1;
    const auto after =
        std::partition_point(begin, m_blocks.cend(), [&](const QSharedDataPointer<Block> &block) {
            return !isBefore(row, block->rows.front());
        });
    const qsizetype block = after - m_blocks.cbegin() - 1;
    std::vector<quint32> &rows = m_blocks[block]->rows;
    const auto place = std::partition_point(rows.begin(), rows.end(),
                                            [&](quint32 other) { return !isBefore(row, other); });
    const int position = m_starts[block] + int(place - rows.begin());
    rows.insert(place, row);
    shift(block, 1);
    if (rows.size() > 2 * blockSize) {
        QSharedDataPointer second(new Block);
        const auto middle = rows.begin() + std::ptrdiff_t(blockSize);
        second->rows.assign(middle, rows.end());
        rows.erase(middle, rows.end());
        m_blocks.insert(block + 1, second);
        m_starts.insert(block + 1, m_starts[block] + int(blockSize));
    }
    return position;
}

bool RowOrder::isSharedWith(const RowOrder &other) const
{
    return m_blocks.constData() == other.m_blocks.constData() && size() == other.size();
}

int RowOrder::blockOf(int position) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), position);
    return int(after - m_starts.begin()) - 1;
}

void RowOrder::shift(qsizetype block, int by)
{
    for (qsizetype i = block + 1; i < m_starts.size(); ++i)
        m_starts[i] += by;
}

} // namespace inbox
