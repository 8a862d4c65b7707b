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

RowSet RowOrder::rowsBetween(int first, int last) const
{
    if (first <= 0 && last >= size() - 1)
        return m_set;
    RowSet rows(quint32(m_set.wordCount()) * 64);
    quint64 *const words = rows.words();
    for (int position = std::max(first, 0); position <= std::min(last, size() - 1);) {
        const int block = blockOf(position);
        const int end = std::min(m_starts[block + 1], last + 1);
        const std::vector<quint32> &content = m_blocks[block]->rows;
        for (; position < end; ++position) {
            const quint32 row = content[size_t(position - m_starts[block])];
            words[row / 64] |= quint64(1) << (row % 64);
        }
    }
    return rows;
}

int RowOrder::positionOf(quint32 row) const
{
    if (!contains(row))
        return -1;
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        const std::vector<quint32> &rows = m_blocks[i]->rows;
        const auto found = std::ranges::find(rows, row);
        if (found != rows.end())
            return m_starts[i] + int(found - rows.begin());
    }
    return -1;
}

QList<int> RowOrder::positionsOf(RowSet rows) const
{
    rows &= m_set;
    qsizetype left = rows.count();
    QList<int> positions;
    positions.reserve(left);
    constexpr size_t atOnce = 8; // they are few, so most groups of this size contain none
    for (qsizetype i = 0; i < m_blocks.size() && left > 0; ++i) {
        const std::vector<quint32> &content = m_blocks[i]->rows;
        for (size_t begin = 0; begin < content.size(); begin += atOnce) {
            const size_t end = std::min(begin + atOnce, content.size());
            bool isAny = false;
            for (size_t place = begin; place < end; ++place)
                isAny |= rows.contains(content[place]);
            if (!isAny)
                continue;
            for (size_t place = begin; place < end; ++place)
                if (rows.contains(content[place])) {
                    positions.append(m_starts[i] + int(place));
                    --left;
                }
        }
    }
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
    if (rows.isEmpty())
        return;
    const quint32 highest = *std::ranges::max_element(rows);
    m_set.set(highest, true); // makes room for all of them
    quint64 *const words = m_set.words();
    for (const quint32 row : rows)
        words[row / 64] |= quint64(1) << (row % 64);
}

RowOrder RowOrder::filtered(const RowSet &wanted, const RunBoth &runBoth) const
{
    const qsizetype half = m_blocks.size() / 2;
    RowOrder some;
    Blocks rest;
    runBoth([&] { some.m_blocks = blocksWith(wanted, 0, half); },
            [&] { rest = blocksWith(wanted, half, m_blocks.size()); });
    some.m_blocks += rest;
    some.m_starts.append(0);
    for (const QSharedDataPointer<Block> &block : std::as_const(some.m_blocks))
        some.m_starts.append(some.m_starts.last() + int(block->rows.size()));
    some.m_set = m_set;
    some.m_set &= wanted;
    return some;
}

RowOrder::Blocks RowOrder::blocksWith(const RowSet &wanted, qsizetype begin, qsizetype end) const
{
    Blocks blocks;
    std::vector<quint32> kept(3 * blockSize);
    size_t count = 0;
    const auto take = [&](size_t rows) {
        QSharedDataPointer block(new Block);
        block->rows.assign(kept.begin(), kept.begin() + std::ptrdiff_t(rows));
        blocks.append(block);
        std::copy(kept.begin() + std::ptrdiff_t(rows), kept.begin() + std::ptrdiff_t(count),
                  kept.begin());
        count -= rows;
    };
    for (qsizetype i = begin; i < end; ++i) {
        // Without a branch, since it could not be predicted.
        for (const quint32 row : m_blocks[i]->rows) {
            kept[count] = row;
            count += wanted.contains(row);
        }
        while (count >= blockSize)
            take(blockSize);
    }
    if (count > 0)
        take(count);
    return blocks;
}

void RowOrder::removeAt(int position)
{
    const int block = blockOf(position);
    std::vector<quint32> &rows = m_blocks[block]->rows;
    const auto place = rows.begin() + (position - m_starts[block]);
    m_set.set(*place, false);
    rows.erase(place);
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
    // The last block that does not begin after the row. Rows of other blocks are not compared.
    const auto begin = m_blocks.cbegin() + 1;
    const auto after =
        std::partition_point(begin, m_blocks.cend(), [&](const QSharedDataPointer<Block> &block) {
            return !isBefore(row, block->rows.front());
        });
    const qsizetype block = after - m_blocks.cbegin() - 1;
    const std::vector<quint32> &rows = std::as_const(m_blocks)[block]->rows;
    const auto place = std::partition_point(rows.begin(), rows.end(),
                                            [&](quint32 other) { return !isBefore(row, other); });
    const int position = m_starts[block] + int(place - rows.begin());
    insertIn(block, place - rows.begin(), row);
    return position;
}

void RowOrder::insertAt(int position, quint32 row)
{
    if (position == size())
        return append({row});
    const int block = blockOf(position);
    insertIn(block, position - m_starts[block], row);
}

void RowOrder::insertIn(qsizetype block, std::ptrdiff_t place, quint32 row)
{
    std::vector<quint32> &rows = m_blocks[block]->rows;
    rows.insert(rows.begin() + place, row);
    m_set.set(row, true);
    shift(block, 1);
    if (rows.size() > 2 * blockSize) {
        QSharedDataPointer second(new Block);
        const auto middle = rows.begin() + std::ptrdiff_t(blockSize);
        second->rows.assign(middle, rows.end());
        rows.erase(middle, rows.end());
        m_blocks.insert(block + 1, second);
        m_starts.insert(block + 1, m_starts[block] + int(blockSize));
    }
}

bool RowOrder::isSharedWith(const RowOrder &other) const
{
    return m_blocks.constData() == other.m_blocks.constData() && size() == other.size();
}

bool RowOrder::operator==(const RowOrder &other) const
{
    return isSharedWith(other) ||
           (size() == other.size() && m_set == other.m_set && beginsWith(other));
}

bool RowOrder::beginsWith(const RowOrder &other) const
{
    if (size() < other.size())
        return false;
    // The blocks may have different sizes.
    qsizetype block = 0;
    size_t place = 0;
    for (const QSharedDataPointer<Block> &theirs : other.m_blocks)
        for (const quint32 row : theirs->rows) {
            while (place == m_blocks[block]->rows.size()) {
                ++block;
                place = 0;
            }
            if (m_blocks[block]->rows[place++] != row)
                return false;
        }
    return true;
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
