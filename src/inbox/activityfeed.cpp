// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/activityfeed.h"

#include <QPointer>

#include <algorithm>

namespace inbox {

namespace {

// Longer than the interval of a repeated key, so that passing rows costs nothing.
constexpr quo::milliseconds beforeReading{350};
constexpr std::chrono::seconds firstRetry{15};
constexpr std::chrono::minutes longestRetry{5};

} // namespace

ActivityFeed::ActivityFeed(quo::Client &client, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_backoff(firstRetry, longestRetry)
{
}

ActivityFeed::~ActivityFeed() = default;

std::optional<quo::Wait> ActivityFeed::waiting() const
{
    for (const quo::Activity::Kind kind : quo::activityKinds)
        if (const quo::Job *job = m_thread ? m_thread->walk(kind).job() : nullptr;
            job && job->waiting())
            return job->waiting();
    return std::nullopt;
}

void ActivityFeed::setMostKept(int threads)
{
    m_mostRecent = size_t(threads);
    dropOld();
}

void ActivityFeed::show(const std::optional<ActivityKey> &key)
{
    if (key ? m_thread && m_thread->key() == *key : !m_thread)
        return;
    if (m_thread)
        m_thread->stop();
    m_rest.reset();
    m_again.reset();
    m_backoff.reset();
    m_thread.reset();
    if (key) {
        const auto known = std::ranges::find_if(
            m_recent, [&key](const auto &thread) { return thread->key() == *key; });
        m_thread = known == m_recent.end() ? std::make_shared<ActivityThread>(*key) : *known;
        const bool mayBeWell = passingError().has_value(); // it failed when it was last shown
        if (mayBeWell)
            m_thread->forgetErrors();
        if (mayBeWell || !m_thread->isStarted())
            m_rest = m_clock.callAfter(beforeReading, [this] {
                m_rest.reset();
                begin();
            });
    }
    const QPointer<ActivityFeed> self(this);
    m_model.reset(m_thread ? m_thread->items() : QList<quo::Activity>());
    if (self)
        Q_EMIT statusChanged();
}

void ActivityFeed::wantOlder()
{
    if (m_thread && !isLoading() && !m_thread->nextLists().isEmpty())
        begin();
}

void ActivityFeed::retry()
{
    if (!m_thread || isLoading())
        return;
    m_again.reset();
    m_thread->forgetErrors();
    begin();
}

std::optional<quo::ApiError> ActivityFeed::passingError() const
{
    for (const quo::Activity::Kind kind : quo::activityKinds)
        if (const std::optional<quo::ApiError> &error = m_thread->error(kind);
            error && quo::remedyOf(error->kind) == quo::Remedy::Time)
            return error;
    return std::nullopt;
}

void ActivityFeed::begin()
{
    m_added = 0;
    fetch();
    Q_EMIT statusChanged();
}

void ActivityFeed::fetch()
{
    for (const quo::Activity::Kind kind : m_thread->nextLists()) {
        quo::ListWalk<quo::Activity> &walk = m_thread->walk(kind);
        walk.fetch(m_client, quo::Priority::Details,
                   [this, kind](const auto &page) { onPage(kind, page); });
        connect(walk.job(), &quo::Job::waitingChanged, this, &ActivityFeed::statusChanged);
    }
}

void ActivityFeed::onPage(quo::Activity::Kind kind,
                          const quo::Expected<quo::ListPage<quo::Activity>, quo::ApiError> &page)
{
    const int added = page ? m_thread->take(kind, *page) : m_thread->fail(kind, page.error());
    remember(m_thread);
    if (!m_thread->isFetching()) {
        if (const std::optional<quo::ApiError> error = passingError())
            m_again = m_clock.callWhenAged(m_backoff.next(*error), [this] { retry(); });
        else
            m_backoff.reset();
    }
    // A page may be empty, or its items may be held back until the other list has been read as far.
    m_added += added;
    if (!m_thread->isFetching() && m_added == 0 && !m_thread->nextLists().isEmpty())
        fetch();
    const QPointer<ActivityFeed> self(this);
    m_model.add(m_thread->items(), added);
    if (self)
        Q_EMIT statusChanged();
}

void ActivityFeed::remember(const std::shared_ptr<ActivityThread> &thread)
{
    std::erase_if(m_recent, [&thread](const auto &other) {
        return other->key().conversationId == thread->key().conversationId;
    });
    m_recent.push_front(thread);
    dropOld();
}

void ActivityFeed::dropOld()
{
    if (m_recent.size() > m_mostRecent)
        m_recent.resize(m_mostRecent);
}

} // namespace inbox
