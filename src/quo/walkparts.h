// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/pagewalk.h"

#include <deque>
#include <memory>

namespace quo {

// One of the walks that a FullWalk has side by side.
struct WalkPart
{
    std::unique_ptr<PageWalk> walk; // never null
    ConversationQuery query;
    int pass = 0;
    // How far back the last page went. Parts are kept level, so that they end together where the
    // server lists the latest first; where it does not, they end as they end.
    Instant reached = Instant::max();
    bool isRefused = false; // a line that the key may not see has no rows

    // Null in any other state.
    template <class State>
    const State *as() const
    {
        return std::get_if<State>(&walk->state());
    }
    bool isUnderWay() const { return as<PageWalk::Fetching>() || as<PageWalk::Waiting>(); }
    bool hasFailed() const { return as<PageWalk::Failed>() && !isRefused; }
    // Adds what this part lacks to what all parts of its pass lack.
    void addTo(Completeness &all) const;
};

using WalkParts = std::deque<std::unique_ptr<WalkPart>>;

// The state of all parts together: ended once everything that can be read is read, and failed once
// only failed parts are left. There must be at least one part.
PageWalk::State stateOf(const WalkParts &parts);
int countUnderWay(const WalkParts &parts);
// Whether all parts have ended or were refused, and at least one has ended.
bool areRead(const WalkParts &parts);
// Whether no part had more than one page.
bool areOnePageEach(const WalkParts &parts);
// The part to fetch a page of: 'whole' if it can, since no other walk can do a part of it, else the
// one that is furthest behind. Null if none can. 'whole' may be null.
WalkPart *nextToFetch(const WalkParts &parts, const WalkPart *whole);

} // namespace quo
