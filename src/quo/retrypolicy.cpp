// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace quo {

namespace {

// A server that asks for days may be wrong.
constexpr milliseconds longestObeyed = std::chrono::hours(1);

} // namespace

Remedy remedyOf(ApiError::Kind kind)
{
    using Kind = ApiError::Kind;
    switch (kind) {
    case Kind::NoNetwork:
    case Kind::Dropped:
    case Kind::Timeout:
    case Kind::Tls:
    case Kind::Redirected: // by the sign-in page of a hotel's network
    case Kind::RateLimited:
    case Kind::Server:
    case Kind::UnreadableAnswer:
    case Kind::ProxyPassword: // once it is given, or another proxy is
    case Kind::NotPaid:       // once it is
        return Remedy::Time;
    case Kind::NoKey:
    case Kind::InsecureUrl:
    case Kind::RefusedKey:
    case Kind::Forbidden:
        return Remedy::AnotherKey;
    case Kind::BadParameter:
    case Kind::BadRequest:
    case Kind::NotFound:
    case Kind::TooLarge:
    case Kind::RepeatedToken:
    case Kind::EndlessPages:
        return Remedy::AnotherQuestion;
    case Kind::Stopped:
        return Remedy::Wish;
    }
    return Remedy::Time;
}

milliseconds Backoff::next(const ApiError &error)
{
    const milliseconds wait =
        std::max(m_next, std::min(error.retryAfter.value_or(milliseconds(0)), longestObeyed));
    m_next = std::min(m_next * 2, m_longest);
    return wait;
}

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
