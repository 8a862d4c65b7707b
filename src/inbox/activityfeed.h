// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitymodel.h"
#include "quo/client.h"

#include <QObject>

#include <deque>

namespace inbox {

// The messages and calls of the current conversation. They are requested with a lower priority than
// the list, and only after the user has stayed on a conversation for a moment. The last few
// conversations are kept. After a failure that time may mend, the request is repeated for as long
// as the conversation is shown. A receiver of its signals, or of the model's, may destroy it.
class ActivityFeed : public QObject
{
    Q_OBJECT

public:
    // The client and the clock must outlive it.
    ActivityFeed(quo::Client &client, quo::Clock &clock, QObject *parent = nullptr);
    ~ActivityFeed() override;

    ActivityModel &model() { return m_model; }
    // The thread that is shown, or null.
    const ActivityThread *thread() const { return m_thread.get(); }
    // A request is under way, or will be sent after the moment of rest.
    bool isLoading() const { return m_rest || (m_thread && m_thread->isFetching()); }
    // Set while a request waits for its next try.
    std::optional<quo::Wait> waiting() const;

    // Shows this conversation, or none. Requests for another one are cancelled.
    void show(const std::optional<ActivityKey> &key);
    // Requests the next older page, unless a request is under way.
    void wantOlder();
    // Repeats failed requests at once.
    void retry();

    // How many conversations are kept in memory, at least one; initially 30.
    void setMostKept(int threads);

Q_SIGNALS:
    void statusChanged();

private:
    void begin();
    void fetch(); // emits nothing
    void onPage(quo::Activity::Kind kind,
                const quo::Expected<quo::ListPage<quo::Activity>, quo::ApiError> &page);
    void remember(const std::shared_ptr<ActivityThread> &thread);
    void dropOld();
    // The error of a shown list that failed for a reason that time may mend; null if there is none.
    std::optional<quo::ApiError> passingError() const;

    quo::Client &m_client;
    quo::Clock &m_clock;
    ActivityModel m_model;
    std::shared_ptr<ActivityThread> m_thread;
    std::deque<std::shared_ptr<ActivityThread>> m_recent; // latest first
    size_t m_mostRecent = 30;
    std::unique_ptr<quo::Clock::Timer> m_rest;
    quo::Backoff m_backoff;
    std::unique_ptr<quo::Clock::Timer> m_again; // until failed requests are repeated
    int m_added = 0;                            // items since the last request of a view
};

} // namespace inbox
