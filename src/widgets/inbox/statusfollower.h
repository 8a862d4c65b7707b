// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "words/notices.h"
#include "workspace/shownstate.h"

namespace widgets {

class ConversationTable;
class FilterBar;
class InboxBar;
class MessageBar;
class SessionDriver;
class StatusLine;
class WorkspaceMenu;

// Makes the page show how its session is doing, each part what concerns it, and does what a part
// offers against it.
class StatusFollower : public QObject
{
    Q_OBJECT

public:
    // All must outlive it.
    struct Dependencies
    {
        inbox::InboxSession &session;
        workspace::ShownState &state;
        SessionDriver &driver;
        quo::Clock &clock;
        ConversationTable &table;
        MessageBar &messages;
        FilterBar &filters;
        InboxBar &bar;
        StatusLine &statusLine;
        WorkspaceMenu *workspaceMenu; // null where the key cannot be changed
    };

    explicit StatusFollower(const Dependencies &dependencies, QObject *parent = nullptr);

private:
    void show();
    void showBanner(words::Notice banner);
    // Without waits that may be over in a moment.
    inbox::SessionStatus settled(inbox::SessionStatus status);
    // Without a refresh that may be over in a moment.
    inbox::SessionStatus withoutShortRefresh(inbox::SessionStatus status);
    words::Notice withoutImpossible(words::Notice notice) const;
    void act(words::Notice::Action action);

    const Dependencies m_dependencies;
    words::Notice m_banner;                          // that is shown above the list
    std::optional<quo::Instant> m_waitsSince;        // null while nothing waits
    std::optional<quo::Instant> m_refreshesSince;    // null while nothing is refreshed
    std::unique_ptr<quo::Clock::Timer> m_nextSecond; // while what is shown changes with time
};

} // namespace widgets
