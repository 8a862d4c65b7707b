// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"

#include <optional>

namespace quo {

// When a failed GET is worth another try, and after how long.
struct RetryPolicy
{
    int rateLimitedTries = 6; // in all, the first included
    int otherTries = 4;
    int unreadableTries =
        2; // Qt reports a cut chunked body as a success, so one may be the network
    milliseconds firstDelay{500};
    milliseconds longestDelay{30'000};
    // A server that asks for more patience than this gets its say in words instead.
    milliseconds longestRetryAfter{120'000};

    // How many tries, the first included, an error of this kind gets.
    int triesFor(const ApiError &error) const;

    // The wait before the next try, or null if there is none. 'triesMade' counts from 1; 'random'
    // is in [0, 1) and spreads the tries of several programs that share a key.
    std::optional<milliseconds> delayAfter(const ApiError &error, int triesMade,
                                           double random) const;
};

} // namespace quo
