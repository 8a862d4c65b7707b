// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"

#include <algorithm>

namespace support {

class ManualClock::ManualTimer : public quo::Clock::Timer
{
public:
    ManualTimer(ManualClock &clock, quo::milliseconds due, std::function<void()> f)
        : m_clock(clock)
        , m_entry{due, std::move(f)}
    {
        const auto later = [due](const Entry *entry) { return entry->due > due; };
        m_clock.m_entries.insert(std::ranges::find_if(m_clock.m_entries, later), &m_entry);
    }
    ~ManualTimer() override { m_clock.m_entries.remove(&m_entry); }

private:
    ManualClock &m_clock;
    Entry m_entry;
};

ManualClock::ManualClock(quo::Instant now)
    : m_start(now)
{
}

std::unique_ptr<quo::Clock::Timer> ManualClock::callAfter(quo::milliseconds delay,
                                                          std::function<void()> f)
{
    return std::make_unique<ManualTimer>(*this, m_ticks + delay, std::move(f));
}

void ManualClock::advance(quo::milliseconds duration)
{
    const quo::milliseconds until = m_ticks + duration;
    while (!m_entries.empty() && m_entries.front()->due <= until) {
        m_ticks = std::max(m_ticks, m_entries.front()->due);
        // Moved out first: f may destroy its timer.
        const auto f = std::move(m_entries.front()->f);
        m_entries.pop_front();
        f();
    }
    m_ticks = until;
}

} // namespace support
