// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QObject>

namespace inbox {

// Lets a session ask for what has changed every now and then: more seldom while nobody looks, and
// after failures. It never gives up; what it lets the session do where the key is refused, or where
// there is no network, is the session's to decide.
class AutoRefresh : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it. Off at first.
    AutoRefresh(InboxSession &session, quo::Clock &clock, QObject *parent = nullptr);

    // Null: off.
    void setInterval(std::optional<quo::milliseconds> interval);
    void setVisible(bool visible);

private:
    void schedule();
    quo::milliseconds interval() const;
    int skipsAfterFailures() const;

    InboxSession &m_session;
    quo::Clock &m_clock;
    std::optional<quo::milliseconds> m_interval;
    bool m_isVisible = true;
    int m_skipped = 0; // turns in a row
    std::unique_ptr<quo::Clock::Timer> m_timer;
};

} // namespace inbox
