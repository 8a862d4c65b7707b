// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/autorefresh.h"

#include <algorithm>

namespace inbox {

namespace {

constexpr std::chrono::minutes whileHidden{5};

} // namespace

AutoRefresh::AutoRefresh(InboxSession &session, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
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
    const quo::milliseconds wait =
        m_isVisible ? *m_interval : std::max(*m_interval, quo::milliseconds(whileHidden));
    m_timer = m_clock.callAfter(wait, [this] {
        const SessionStatus status = m_session.status();
        // A server that cannot be asked for changes would have to be read whole each time.
        const bool isFree = status.firstPageArrived && !status.refreshing && !status.loadingAll;
        if (isFree && status.canAskForChanges && !status.offlineSince)
            m_session.refresh();
        schedule();
    });
}

} // namespace inbox
