// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/roworder.h"

namespace inbox {

// One of the steps in which a view is led from one order to another.
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

// The steps from 'before' to 'after', of which 'edit' says how they differ: at most one that
// removes and one that inserts, since each costs a view as much as all of its rows. Rows that leave
// from several places are moved together first, rows that come to several places are moved there
// afterwards. Empty where the order is the same. The work grows with the edit, except where rows
// are moved.
QList<RowStep> rowSteps(const RowOrder &before, const RowOrder &after, const RowEdit &edit);

} // namespace inbox
