// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/roworder.h"
#include "inbox/rowsort.h"

#include <optional>

namespace inbox {

// How far the order that is shown is behind the actual one while a list is held: which rows wait to
// come in or to move. Rows that wait to leave are those of the shown order that the actual one does
// not have.
class HeldRows
{
public:
    struct Orders
    {
        const RowOrder &shown;
        const RowOrder &actual;
        const ConversationRows &rows;
        const RowComparator &comparator; // of the actual order
    };

    // Rows that have come, changed or left in the actual order.
    void note(const QList<quint32> &touched, const Orders &orders);
    // The actual order was made anew, with the same rows and others. If it is sorted in another
    // way, which rows would move is unknown.
    void noteNewOrder(const RowOrder &shown, const RowOrder &actual, bool isSortedAsBefore);
    // Inserts those of the rows that belong at 'from' or below into 'shown', so that they wait no
    // longer. The rows must be in the actual order. Returns their positions.
    QList<int> letIn(const QList<quint32> &coming, int from, RowOrder &shown, const Orders &orders);

    // Rows that would come in or move.
    const RowSet &waiting() const { return m_waiting; }
    // Whether the row would move or leave.
    bool isDisplaced(quint32 row, const RowOrder &shown, const RowOrder &actual) const;
    // The edit of the shown order that makes it the actual one; null if they differ too much.
    std::optional<RowEdit> edit(const RowOrder &shown, const RowOrder &actual) const;

private:
    bool isSettled(quint32 row, const Orders &orders) const;
    std::optional<quint32> settledAbove(int position, const Orders &orders) const;
    std::optional<quint32> settledBelow(int position, const Orders &orders) const;
    int placeOf(quint32 row, int from, const RowOrder &shown, const Orders &orders) const;

    RowSet m_touched; // may be at different places in both orders
    RowSet m_waiting;
    RowSet m_unknown; // while rows are noted: those that were not looked at yet
    bool m_isSortedAnew = false;
};

} // namespace inbox
