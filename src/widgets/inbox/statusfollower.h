// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

namespace widgets {

class ConversationTable;
class FilterBar;
class InboxBar;
class NoticeWidget;
class SessionDriver;
class StatusLine;

// Makes the page show how its session is doing, each part what concerns it, and lets the session go
// on, stop or try again where a part asks for it.
class StatusFollower : public QObject
{
    Q_OBJECT

public:
    // All must outlive it.
    struct Dependencies
    {
        inbox::InboxSession &session;
        const SessionDriver &driver;
        quo::Clock &clock;
        ConversationTable &table;
        NoticeWidget &banner;
        FilterBar &filters;
        InboxBar &bar;
        StatusLine &statusLine;
    };

    explicit StatusFollower(const Dependencies &dependencies, QObject *parent = nullptr);

private:
    void show();

    const Dependencies m_dependencies;
    std::unique_ptr<quo::Clock::Timer> m_nextSecond; // while a wait is counted down
};

} // namespace widgets
