// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/roworder.h"

namespace inbox {

// One step of a view from one order to another.
struct RowStep
{
    enum class Kind {
        Remove, // 'count' rows that began at 'first'
        Insert, // 'count' rows that begin at 'first' now
        Move,   // the same rows in another order
    };

    Kind kind;
    int first; // position; 0 where rows move
    int count; // rows; 0 where they move
    RowOrder after;
};

// The steps from 'before' to 'after', which differ by 'edit': at most one that removes rows and one
// that inserts rows, since each costs a view as much as all of its rows. If rows leave from several
// places, they are first moved together; if rows come to several places, they are moved there at
// the end. Empty if the order is the same. The work grows with the edit, unless rows are moved.
QList<RowStep> rowSteps(const RowOrder &before, const RowOrder &after, const RowEdit &edit);

} // namespace inbox
