// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitymodel.h"
#include "quo/client.h"

#include <QObject>

#include <deque>

namespace inbox {

// What was said in the conversation that the user rests on. Asks behind the list, only after a
// moment of rest, and keeps the last few conversations. What fails for a reason that may pass is
// asked for again by itself, for as long as the conversation is shown.
class ActivityFeed : public QObject
{
    Q_OBJECT

public:
    // Client and clock must outlive it.
    ActivityFeed(quo::Client &client, quo::Clock &clock, QObject *parent = nullptr);
    ~ActivityFeed() override;

    ActivityModel &model() { return m_model; }
    // The thread that is shown, or null.
    const ActivityThread *thread() const { return m_thread.get(); }
    // Something is asked for, or is going to be after the moment of rest.
    bool isLoading() const { return m_rest || (m_thread && m_thread->isFetching()); }
    // Set while a request waits to be tried again.
    std::optional<quo::Wait> waiting() const;

    // Shows this conversation, or none. What was asked for another one is cancelled.
    void show(const std::optional<ActivityKey> &key);
    // The next page back in time, unless one is on its way.
    void wantOlder();
    // What could not be read is asked for again, at once.
    void retry();

    // How many conversations stay in memory, at least one; initially 30.
    void setMostKept(int threads);

Q_SIGNALS:
    void statusChanged();

private:
    void begin();
    void fetch();
    void onPage(quo::Activity::Kind kind,
                const quo::Expected<quo::ListPage<quo::Activity>, quo::ApiError> &page);
    void remember(const std::shared_ptr<ActivityThread> &thread);
    void dropOld();
    // Of the lists that are shown, one that failed for a reason that may pass.
    std::optional<quo::ApiError> passingError() const;

    quo::Client &m_client;
    quo::Clock &m_clock;
    ActivityModel m_model;
    std::shared_ptr<ActivityThread> m_thread;
    std::deque<std::shared_ptr<ActivityThread>> m_recent; // latest first
    size_t m_mostRecent = 30;
    std::unique_ptr<quo::Clock::Timer> m_rest;
    quo::Backoff m_backoff;
    std::unique_ptr<quo::Clock::Timer> m_again; // until what failed is asked for again
    int m_added = 0;                            // items since somebody wanted them
};

} // namespace inbox
