// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"
#include "quo/retrypolicy.h"

#include <functional>

namespace syncing {

// Whether there is a network, as far as requests show, and when to repeat requests that failed
// without one.
//
//   There     no request has failed for lack of a network
//   Away      one has, and none was answered since: tries every 15 seconds
//   Mending   there are answers, but only errors: tries less and less often, at least every minute
//
// A good answer leads from any state to There, and a failure without a network to Away. An error
// from a server leads from Away to Mending. A failure that time does not mend ends the tries.
class NetworkWatch
{
public:
    // 'goOn' is called from the event loop for each new try, and once after the network is back.
    // The clock must outlive it.
    NetworkWatch(quo::Clock &clock, std::function<void()> goOn);

    void noteAnswer();
    void noteFailure(const quo::ApiError &error);
    // Ends all tries, since nothing is waiting any more.
    void forget();

    // Since when the network is away; null if it is not.
    std::optional<quo::Instant> awaySince() const { return m_awaySince; }

private:
    void goOnAfter(quo::milliseconds delay);

    quo::Clock &m_clock;
    const std::function<void()> m_goOn;
    std::optional<quo::Instant> m_awaySince;
    bool m_isTrying = false; // away or mending
    quo::Backoff m_backoff;
    std::unique_ptr<quo::Clock::Timer> m_timer;
};

} // namespace syncing
