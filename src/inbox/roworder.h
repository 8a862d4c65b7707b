// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowset.h"

#include <QList>
#include <QSharedData>
#include <QSharedDataPointer>

#include <functional>
#include <vector>

namespace inbox {

// Runs both functions, possibly at the same time, and returns when both have ended.
using RunBoth = std::function<void(std::function<void()>, std::function<void()>)>;

// How an order came out of the one before: the rows at 'removed' were taken out, those at
// 'inserted' put in. A row that is in both may have moved.
struct RowEdit
{
    QList<int> removed;  // positions in the previous order, ascending
    QList<int> inserted; // positions in the new order, ascending
};

// Rows of a store in the order in which they are shown. Copies share memory: rows are kept in
// blocks, and a change copies only a few blocks.
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
    // The rows from the first to the last position, both included.
    RowSet rowsBetween(int first, int last) const;
    // -1 if it is not shown.
    int positionOf(quint32 row) const;
    // The positions of those rows that are in the order, ascending.
    QList<int> positionsOf(RowSet rows) const;
    QList<quint32> rows() const;
    template <class F>
    void forEach(F f) const
    {
        for (const QSharedDataPointer<Block> &block : m_blocks)
            for (const quint32 row : block->rows)
                f(row);
    }

    // The rows for which 'isWanted' returns true, in the same order.
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
    // The rows that are in the set.
    RowOrder filtered(const RowSet &wanted, const RunBoth &runBoth) const;

    void append(const QList<quint32> &rows);
    void removeAt(int position);
    // Inserts the row before the first one for which 'isBefore' returns true, as it must for all
    // rows after it. Returns the position.
    int insert(quint32 row, const std::function<bool(quint32 row, quint32 other)> &isBefore);
    void insertAt(int position, quint32 row);

    // Whether the other order's rows are its first ones, in the same order.
    bool beginsWith(const RowOrder &other) const;
    // Whether they share their blocks, and so are the same.
    bool isSharedWith(const RowOrder &other) const;
    bool operator==(const RowOrder &other) const;

private:
    static constexpr size_t blockSize = 1024; // rows; blocks have up to twice as many

    struct Block : QSharedData
    {
        std::vector<quint32> rows;
    };

    using Blocks = QList<QSharedDataPointer<Block>>;

    Blocks blocksWith(const RowSet &wanted, qsizetype begin, qsizetype end) const;
    int blockOf(int position) const;
    void insertIn(qsizetype block, std::ptrdiff_t place, quint32 row);
    void shift(qsizetype block, int by);

    Blocks m_blocks;
    QList<int> m_starts; // where each block begins, and where the last one ends
    RowSet m_set;
};

} // namespace inbox
