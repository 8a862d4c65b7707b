// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"
#include "quo/retrypolicy.h"

#include <functional>

namespace inbox {

// Whether there is a network, as far as requests tell, and when to go on with what failed without
// one.
//
//   There     nothing failed for lack of a network
//   Away      something did, and nothing has been answered since: tries every 15 seconds
//   Mending   answers come, but not yet good ones: tries more and more rarely, at least every
//   minute
//
// A good answer leads from any of them to There, a failure without a network to Away. From Away, an
// error that a server sent leads to Mending. A failure that time does not mend ends the trying.
class NetworkWatch
{
public:
    // 'goOn' is called from the event loop: to try again, and once after the network has come back.
    // The clock must outlive it.
    NetworkWatch(quo::Clock &clock, std::function<void()> goOn);

    void noteAnswer();
    void noteFailure(const quo::ApiError &error);
    // Nobody waits for anything any more.
    void forget();

    // Null unless it is away.
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

} // namespace inbox
