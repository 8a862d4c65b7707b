// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/walkparts.h"

#include <algorithm>

namespace quo {

namespace {

template <class F>
const WalkPart *find(const WalkParts &parts, F isIt)
{
    const auto found = std::ranges::find_if(
        parts, [&isIt](const std::unique_ptr<WalkPart> &part) { return isIt(*part); });
    return found == parts.end() ? nullptr : found->get();
}

template <class State>
const WalkPart *findIn(const WalkParts &parts)
{
    return find(parts, [](const WalkPart &part) { return part.as<State>() != nullptr; });
}

} // namespace

void WalkPart::addTo(Completeness &all) const
{
    if (isRefused)
        return all.addRefused(query.phoneNumbers);
    const Completeness own = walk->completeness();
    all.addGaps(own);
    all.addUnreadable(own);
}

PageWalk::State stateOf(const WalkParts &parts)
{
    if (findIn<PageWalk::Fetching>(parts))
        return PageWalk::Fetching{};
    if (const WalkPart *part = findIn<PageWalk::Waiting>(parts))
        return part->walk->state();
    if (findIn<PageWalk::Idle>(parts))
        return PageWalk::Fetching{}; // it is requested at once
    if (const WalkPart *part = find(parts, [](const WalkPart &p) { return p.hasFailed(); }))
        return part->walk->state();
    // All are refused, so together they have failed.
    if (!findIn<PageWalk::Ended>(parts))
        return parts.front()->walk->state();
    return PageWalk::Ended{};
}

int countUnderWay(const WalkParts &parts)
{
    return int(std::ranges::count_if(
        parts, [](const std::unique_ptr<WalkPart> &part) { return part->isUnderWay(); }));
}

bool areRead(const WalkParts &parts)
{
    bool hasAnswer = false;
    for (const std::unique_ptr<WalkPart> &part : parts) {
        const bool isAtEnd = part->as<PageWalk::Ended>() && !part->walk->isTryingFilters();
        if (!isAtEnd && !part->isRefused)
            return false;
        hasAnswer = hasAnswer || !part->isRefused;
    }
    return hasAnswer;
}

bool areOnePageEach(const WalkParts &parts)
{
    return std::ranges::none_of(parts, [](const std::unique_ptr<WalkPart> &part) {
        return !part->isRefused && part->walk->pages() > 1;
    });
}

WalkPart *nextToFetch(const WalkParts &parts, const WalkPart *whole)
{
    WalkPart *next = nullptr;
    for (const std::unique_ptr<WalkPart> &part : parts) {
        if (!part->as<PageWalk::Idle>())
            continue;
        if (part.get() == whole)
            return part.get();
        if (!next || part->reached > next->reached)
            next = part.get();
    }
    return next;
}

} // namespace quo
