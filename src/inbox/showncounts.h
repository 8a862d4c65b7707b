// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/facet.h"

#include <QHash>
#include <QString>

namespace inbox {

// Numbers of known conversations by state, line and assignee.
struct ConversationCounts
{
    FacetCounts facets{};
    QHash<QString, int> lines;     // by id
    QHash<QString, int> assignees; // by id; unassigned ones under the empty id

    int of(Facet facet) const { return facets[size_t(facet)]; }
    bool operator==(const ConversationCounts &) const = default;
};

// How many conversations a list shows, and would show.
struct ShownCounts
{
    int shown = 0;         // by the whole arrangement
    int loaded = 0;        // by its conditions, whatever the search
    bool moreExist = true; // not everything of the list is known, so that numbers may grow: '157+'
    bool isWorkspaceWhole = false; // everything is known, whatever the list
    // What the list would show with this state, line or assignee in place of those that its search
    // and its conditions ask for. Everything else of them still holds.
    ConversationCounts choices;
    // Of all that is known, whatever the arrangement: what a view without conditions shows.
    ConversationCounts all;
    int snoozesThatEndToday = 0; // of all

    bool operator==(const ShownCounts &) const = default;
};

} // namespace inbox
