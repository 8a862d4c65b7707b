// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <ranges>

namespace inbox {

// The store's rows that are shown, in the order in which they are shown. A value: what makes
// another order hands it over whole.
class RowOrder
{
public:
    RowOrder() = default;
    explicit RowOrder(QList<quint32> rows)
        : m_rows(std::move(rows))
    {
    }

    // All rows of a store, in the order of their arrival.
    static RowOrder ofArrival(quint32 rows)
    {
        RowOrder order;
        order.append(0, rows);
        return order;
    }

    const QList<quint32> &rows() const { return m_rows; }
    int size() const { return int(m_rows.size()); }
    quint32 rowAt(int position) const { return m_rows[position]; }
    // -1 where it is not shown.
    int positionOf(quint32 row) const { return int(m_rows.indexOf(row)); }

    void append(quint32 firstRow, quint32 count)
    {
        for (const quint32 row : std::views::iota(firstRow, firstRow + count))
            m_rows.append(row);
    }

private:
    QList<quint32> m_rows;
};

} // namespace inbox
