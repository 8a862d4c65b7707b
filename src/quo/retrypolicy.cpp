// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace quo {

int RetryPolicy::triesFor(const ApiError &error) const
{
    switch (error.kind) {
    case ApiError::Kind::RateLimited:
        return rateLimitedTries;
    case ApiError::Kind::Server:
    case ApiError::Kind::Dropped:
        return otherTries;
    case ApiError::Kind::UnreadableAnswer:
        return unreadableTries;
    default:
        return 1;
    }
}

std::optional<milliseconds> RetryPolicy::delayAfter(const ApiError &error, int triesMade,
                                                    double random) const
{
    if (triesMade >= triesFor(error))
        return std::nullopt;
    if (error.retryAfter) {
        if (*error.retryAfter > longestRetryAfter)
            return std::nullopt;
        return *error.retryAfter + std::chrono::floor<milliseconds>(firstDelay * random);
    }
    // Between half of the step and the whole of it: never at once, never in step with others.
    const double step = std::min(double(longestDelay.count()),
                                 double(firstDelay.count()) * std::pow(2.0, triesMade));
    return milliseconds(qint64(step * (0.5 + random / 2)));
}

} // namespace quo
