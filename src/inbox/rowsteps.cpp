// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowsteps.h"

#include <utility>

namespace inbox {

namespace {

// A row that is in both orders, and how many rows before it the edit leaves alone. Where these
// are the same before and after, in the same sequence, the row has not moved.
struct KeptRow
{
    int untouchedBefore;
    quint32 row;

    bool operator==(const KeptRow &) const = default;
};

// What an edit does on one side of it.
struct Side
{
    QList<int> positions; // of rows that the other side does not have, ascending
    QList<quint32> rows;  // the same rows
    QList<KeptRow> kept;

    // Whether they are neighbours.
    bool isOneRange() const { return positions.last() - positions.first() < positions.size(); }
};

Side sideOf(const RowOrder &order, const QList<int> &touched, const RowOrder &other)
{
    Side side;
    for (qsizetype i = 0; i < touched.size(); ++i) {
        const int position = touched[i];
        const quint32 row = order.rowAt(position);
        if (other.contains(row)) {
            side.kept.append({position - int(i), row});
        } else {
            side.positions.append(position);
            side.rows.append(row);
        }
    }
    return side;
}

} // namespace

QList<RowStep> rowSteps(const RowOrder &before, const RowOrder &after, const RowEdit &edit)
{
    const Side leaving = sideOf(before, edit.removed, after);
    const Side coming = sideOf(after, edit.inserted, before);
    const bool hasMoved = leaving.kept != coming.kept;
    const int left = int(leaving.rows.size());
    const int come = int(coming.rows.size());

    QList<RowStep> steps;
    RowOrder now = before;
    if (left > 0) {
        for (auto position = leaving.positions.crbegin(); position != leaving.positions.crend();
             ++position)
            now.removeAt(*position);
        int first = leaving.positions.first();
        if (!leaving.isOneRange()) {
            first = now.size();
            RowOrder gathered = now;
            gathered.append(leaving.rows);
            steps.append({RowStep::Kind::Move, 0, 0, std::move(gathered)});
        }
        steps.append({RowStep::Kind::Remove, first, left, now});
    }
    if (come > 0 && !hasMoved && coming.isOneRange()) {
        steps.append({RowStep::Kind::Insert, coming.positions.first(), come, after});
        return steps;
    }
    if (come > 0) {
        const int first = now.size();
        now.append(coming.rows);
        steps.append({RowStep::Kind::Insert, first, come, now});
    }
    if (come > 0 || hasMoved)
        steps.append({RowStep::Kind::Move, 0, 0, after});
    return steps;
}

} // namespace inbox
