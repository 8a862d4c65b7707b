// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "inbox/rowsort.h"
#include "workspace/filters.h"

#include <QList>
#include <QString>

namespace words {

// What a notice widget shows: a title, at most one sentence and two buttons.
struct Notice
{
    enum class Tone { Calm, Attention, Error };
    enum class Action {
        ClearSearch,
        ClearFilters,
        ChangeKey,
        TryAgain,
        TryNow, // the same while Quoin tries by itself
        Stop,
        LoadAll,
        SearchAllLines, // removes the filter by line
        Details,        // shows 'detail'
    };

    Tone tone = Tone::Calm;
    QString title; // of a banner: all that it says, on one line
    QString sentence = {};
    QList<Action> actions = {}; // the first one is the best
    QString detail = {};        // technical, shown only if the user wants it

    bool isEmpty() const { return title.isEmpty(); }
    bool has(Action action) const { return actions.contains(action); }
    bool operator==(const Notice &) const = default;
};

// The text of its button.
QString actionName(Notice::Action action);

// Shown where the next rows will appear: below the last row, or in the middle of an empty list.
// Empty if there is nothing to say. 'search' is as it was typed.
Notice listNotice(const inbox::SessionStatus &status, const workspace::Filters &filters,
                  const QString &search, const inbox::CellContext &context);

// Shown above the list, about rows that are already there, and their order.
Notice bannerNotice(const inbox::SessionStatus &status, const inbox::SortKeys &sort,
                    const inbox::CellContext &context);

} // namespace words
