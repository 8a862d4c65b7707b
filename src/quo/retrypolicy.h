// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"

#include <optional>

namespace quo {

// What has to happen before the same request can succeed.
enum class Remedy {
    Time,            // nothing: the network, the server or a proxy may recover
    AnotherKey,      // or another right of its owner, or another address
    AnotherQuestion, // this one will always fail
    Wish,            // it was stopped, and goes on when the user wants it to
};
Remedy remedyOf(ApiError::Kind kind);

// How long to wait before something that failed is repeated without being asked: longer each time,
// up to a limit.
class Backoff
{
public:
    Backoff(milliseconds first, milliseconds longest)
        : m_first(first)
        , m_longest(longest)
        , m_next(first)
    {
    }

    // The wait after one more failure; not shorter than what the server asked for.
    milliseconds next(const ApiError &error);
    void reset() { m_next = m_first; }

private:
    milliseconds m_first;
    milliseconds m_longest;
    milliseconds m_next;
};

// When a failed GET is worth another try, and after how long.
struct RetryPolicy
{
    int rateLimitedTries = 6; // in all, the first included
    int otherTries = 4;
    int unreadableTries =
        2; // Qt reports a cut chunked body as a success, so one may be the network
    milliseconds firstDelay{500};
    milliseconds longestDelay{30'000};
    // If a server asks for more than this, its message is shown instead.
    milliseconds longestRetryAfter{120'000};

    // How many tries, the first included, an error of this kind gets.
    int triesFor(const ApiError &error) const;

    // The wait before the next try, or null if there is none. 'triesMade' counts from 1; 'random'
    // is in [0, 1) and spreads the tries of several programs that share a key.
    std::optional<milliseconds> delayAfter(const ApiError &error, int triesMade,
                                           double random) const;
};

} // namespace quo
