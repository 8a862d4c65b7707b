// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QHash>
#include <QString>

#include <optional>

namespace mirror {

// How much of the workspace, or of an answer, is known, and as of when.
struct Extent
{
    bool isWhole = false; // everything was read once, and nothing was missed
    // It includes all changes until then, by this computer's clock; null if unknown.
    std::optional<quo::Instant> asOf = {};
    // Changes have to be requested from here on, in the server's time; null if unknown.
    std::optional<quo::Instant> knownUntil = {};
    // When everything was read the last time, by this computer's clock; null if never.
    std::optional<quo::Instant> walkedAt = {};

    bool operator==(const Extent &) const = default;
};

// The two filters of GET /v1/conversations whose meaning only the server knows. Their answers are
// kept as sets of ids.
struct ServerFilter
{
    QString userId; // empty for none
    bool excludeInactive = false;

    bool isEmpty() const { return userId.isEmpty() && !excludeInactive; }
    bool operator==(const ServerFilter &) const = default;
};

inline size_t qHash(const ServerFilter &filter, size_t seed = 0)
{
    return qHashMulti(seed, filter.userId, filter.excludeInactive);
}

} // namespace mirror
