// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"

#include <functional>
#include <list>

namespace support {

// A clock that moves only when a test advances it. Its wall clock and its ticks can diverge, as
// when a machine sleeps or its clock is set.
class ManualClock : public quo::Clock
{
public:
    explicit ManualClock(quo::Instant now);

    quo::Instant now() const override { return m_start + m_ticks + m_ahead; }
    quo::milliseconds ticks() const override { return m_ticks; }
    std::unique_ptr<Timer> callAfter(quo::milliseconds delay, std::function<void()> f) override;

    // Calls what falls due on the way, each at its own time.
    void advance(quo::milliseconds duration);
    // Sets the wall clock forwards, as sleep does, or back. No tick passes, so nothing is called.
    void setWallBy(quo::milliseconds duration) { m_ahead += duration; }
    // How many timers are waiting.
    size_t waiting() const { return m_entries.size(); }

private:
    struct Entry
    {
        quo::milliseconds due;
        std::function<void()> f;
    };
    class ManualTimer;

    const quo::Instant m_start;
    quo::milliseconds m_ticks{0};
    quo::milliseconds m_ahead{0}; // of the wall clock
    std::list<Entry *> m_entries; // by due time, then by age
};

} // namespace support
