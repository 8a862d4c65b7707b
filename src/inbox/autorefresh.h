// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QObject>

namespace inbox {

// Asks a session for what has changed every now and then: more seldom while nobody looks, and not
// while there is no network, where the session itself finds out when it is back.
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

    InboxSession &m_session;
    quo::Clock &m_clock;
    std::optional<quo::milliseconds> m_interval;
    bool m_isVisible = true;
    std::unique_ptr<quo::Clock::Timer> m_timer;
};

} // namespace inbox
