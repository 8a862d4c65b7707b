// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncing/conversationsync.h"

#include <QObject>

namespace syncing {

// Refreshes what is known at intervals: less often while the window is not looked at, and after
// failures. It never gives up; ConversationSync decides what to do if the key is refused or there
// is no network.
class AutoRefresh : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it. Initially off.
    AutoRefresh(ConversationSync &sync, quo::Clock &clock, QObject *parent = nullptr);

    // Null switches it off.
    void setInterval(std::optional<quo::milliseconds> interval);
    void setVisible(bool visible);

private:
    void schedule();
    quo::milliseconds interval() const;
    int skipsAfterFailures() const;

    ConversationSync &m_sync;
    quo::Clock &m_clock;
    std::optional<quo::milliseconds> m_interval;
    bool m_isVisible = true;
    int m_skipped = 0; // intervals in a row
    std::unique_ptr<quo::Clock::Timer> m_timer;
};

} // namespace syncing
