// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/autorefresh.h"

#include <algorithm>

namespace syncing {

namespace {

constexpr std::chrono::minutes whileHidden{5};
constexpr std::chrono::hours longestPatience{1};

} // namespace

AutoRefresh::AutoRefresh(ConversationSync &sync, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_sync(sync)
    , m_clock(clock)
{
}

void AutoRefresh::setInterval(std::optional<quo::milliseconds> interval)
{
    m_interval = interval;
    schedule();
}

void AutoRefresh::setVisible(bool visible)
{
    if (visible == m_isVisible)
        return;
    m_isVisible = visible;
    schedule();
}

void AutoRefresh::schedule()
{
    m_timer.reset();
    if (!m_interval)
        return;
    m_timer = m_clock.callWhenAged(interval(), [this] {
        schedule();
        // Last, since it may change the interval or switch it off.
        if (m_skipped < skipsAfterFailures()) {
            ++m_skipped;
            return;
        }
        m_skipped = 0;
        m_sync.refreshByItself();
    });
}

quo::milliseconds AutoRefresh::interval() const
{
    return m_isVisible ? *m_interval : std::max(*m_interval, quo::milliseconds(whileHidden));
}

// How many intervals to skip: one after the second failure in a row, so that a recovery is noticed
// within two intervals, unless the server asks for a longer wait.
int AutoRefresh::skipsAfterFailures() const
{
    const SyncStatus status = m_sync.status();
    int skips = status.refreshFailures > 1 ? 1 : 0;
    if (status.refreshError && status.refreshError->retryAfter) {
        const quo::milliseconds asked =
            std::min(*status.refreshError->retryAfter, quo::milliseconds(longestPatience));
        skips = std::max(skips, int(asked / interval()));
    }
    return skips;
}

} // namespace syncing
