// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/queryreading.h"

#include "syncing/walkstate.h"

#include <algorithm>

namespace syncing {

QueryReading::QueryReading(quo::Client &client, const quo::Clock &clock,
                           const quo::ConversationQuery &query, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_query(query)
    , m_walk(makeWalk({}, quo::Priority::Looking))
    , m_begun(clock.now())
{
}

std::unique_ptr<quo::FullWalk> QueryReading::makeWalk(const QStringList &lines,
                                                      quo::Priority priority)
{
    auto walk = std::make_unique<quo::FullWalk>(m_client, m_clock, m_query, lines, priority);
    connect(walk.get(), &quo::FullWalk::pageArrived, this, &QueryReading::onPage);
    connect(walk.get(), &quo::FullWalk::stateChanged, this, &QueryReading::stateChanged);
    connect(walk.get(), &quo::FullWalk::rowsLeft, this, &QueryReading::rowsLeft);
    return walk;
}

void QueryReading::fetchNext()
{
    m_walk->fetchNext();
}

void QueryReading::readAll(const QStringList &lines, quo::Priority priority)
{
    m_pagesBefore = std::exchange(m_walk, makeWalk(lines, priority));
    m_readsAll = true;
    m_fullBegun = m_clock.now();
    m_walk->start();
}

void QueryReading::retry()
{
    m_isStopped = false;
    m_failures = 0;
    m_walk->retry();
}

void QueryReading::stop()
{
    if (!isUnderWay(state()))
        return;
    if (!m_readsAll) {
        m_isStopped = true;
        return m_walk->stop();
    }
    m_readsAll = false;
    m_walk = std::move(m_pagesBefore);
}

void QueryReading::closeAtEnd()
{
    if (!m_readsAll && is<quo::PageWalk::Ended>(state()))
        m_walk->close(m_isConfirmed);
}

bool QueryReading::mayGoOn() const
{
    const quo::PageWalk::State state = this->state();
    const quo::ApiError *error = errorOf(state);
    return error && !m_isStopped && quo::remedyOf(error->kind) == quo::Remedy::Time;
}

bool QueryReading::hasEnded() const
{
    return is<quo::PageWalk::Ended>(state()) && !isChecking();
}

bool QueryReading::mayLackRows() const
{
    // A single page is a snapshot. A walk side by side knows itself whether it may have missed any.
    return m_readsAll ? completeness().rowsMoved : m_pages > 1;
}

std::optional<quo::ApiError> QueryReading::takeFailure()
{
    const QList<quo::Completeness::Failure> failures = completeness().failures;
    const bool areMore = failures.size() > std::exchange(m_failures, failures.size());
    if (!areMore)
        return std::nullopt;
    const auto away = std::ranges::find(failures, quo::ApiError::Kind::NoNetwork,
                                        [](const auto &failure) { return failure.error.kind; });
    return away == failures.end() ? failures.last().error : away->error;
}

void QueryReading::onPage(const quo::Page &page)
{
    const quo::Instant now = m_clock.now();
    if (m_pages++ == 0)
        // A row from the future would hide changes until then. If the clock is slow, more is
        // requested than necessary.
        if (const std::optional<quo::Instant> newest = quo::newestUpdate(page))
            m_initialNewest = std::min(*newest, now);
    m_ended = now;
    Q_EMIT pageArrived(page);
}

} // namespace syncing
