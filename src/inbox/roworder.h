// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowset.h"

#include <QList>
#include <QSharedData>
#include <QSharedDataPointer>

#include <functional>
#include <vector>

namespace inbox {

// Runs both, at the same time or not, and returns when both have ended.
using RunBoth = std::function<void(std::function<void()>, std::function<void()>)>;

// How an order came out of the one before: the rows at 'removed' were taken out, those at
// 'inserted' put in. A row that is in both may have moved.
struct RowEdit
{
    QList<int> removed;  // positions before, ascending
    QList<int> inserted; // positions after, ascending
};

// The store's rows that are shown, in the order in which they are shown. A value whose copies share
// what they have in common: it is kept in blocks, and a few rows more cost a few blocks.
class RowOrder
{
public:
    RowOrder() = default;
    explicit RowOrder(const QList<quint32> &rows);

    // All rows of a store, in the order of their arrival.
    static RowOrder ofArrival(quint32 rows);

    int size() const { return m_starts.isEmpty() ? 0 : m_starts.last(); }
    quint32 rowAt(int position) const;
    bool contains(quint32 row) const { return m_set.contains(row); }
    // The same rows without their order.
    const RowSet &set() const { return m_set; }
    // Those that are at these positions, both included.
    RowSet rowsBetween(int first, int last) const;
    // -1 where it is not shown.
    int positionOf(quint32 row) const;
    // Where the rows are that are in the set, ascending.
    QList<int> positionsOf(RowSet rows) const;
    QList<quint32> rows() const;
    template <class F>
    void forEach(F f) const
    {
        for (const QSharedDataPointer<Block> &block : m_blocks)
            for (const quint32 row : block->rows)
                f(row);
    }

    // Those for which 'isWanted' says so, in the same order.
    template <class F>
    RowOrder filtered(F isWanted) const
    {
        RowOrder some;
        QList<quint32> kept;
        kept.reserve(2 * blockSize);
        for (const QSharedDataPointer<Block> &block : m_blocks) {
            kept.clear();
            for (const quint32 row : block->rows)
                if (isWanted(row))
                    kept.append(row);
            some.append(kept);
        }
        return some;
    }
    // Those that are in the set.
    RowOrder filtered(const RowSet &wanted, const RunBoth &runBoth) const;

    void append(const QList<quint32> &rows);
    void removeAt(int position);
    // At the place before the first row for which 'isBefore' says so, which must hold for all after
    // it as well. Returns the position.
    int insert(quint32 row, const std::function<bool(quint32 row, quint32 other)> &isBefore);

    // Whether they are known to be the same without a look at the rows.
    bool isSharedWith(const RowOrder &other) const;
    bool operator==(const RowOrder &other) const;

private:
    static constexpr size_t blockSize = 1024; // rows; up to twice as many

    struct Block : QSharedData
    {
        std::vector<quint32> rows;
    };

    using Blocks = QList<QSharedDataPointer<Block>>;

    Blocks blocksWith(const RowSet &wanted, qsizetype begin, qsizetype end) const;
    int blockOf(int position) const;
    void shift(qsizetype block, int by);

    Blocks m_blocks;
    QList<int> m_starts; // of the blocks, and where the last one ends
    RowSet m_set;
};

} // namespace inbox
