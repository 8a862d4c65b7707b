// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/activitythread.h"

#include <algorithm>

namespace inbox {

using quo::Activity;

namespace {

constexpr std::array kinds{Activity::Kind::Message, Activity::Kind::Call};

// Without a time it belongs before everything else.
quo::Instant timeOf(const Activity &item)
{
    return item.createdAt.value_or(quo::Instant::min());
}

} // namespace

ActivityThread::ActivityThread(ActivityKey key)
    : m_key(std::move(key))
{
    if (leavesOutCalls())
        stream(Activity::Kind::Call).isEnded = true;
    if (m_key.participants.isEmpty())
        stream(Activity::Kind::Message).isEnded = true;
}

QList<quo::ActivityQuery> ActivityThread::nextQueries() const
{
    // The further back a list has come, the less it keeps the other waiting.
    quo::Instant latest = quo::Instant::min();
    for (const Stream &each : m_streams)
        if (each.isOpen())
            latest = std::max(latest, each.reached);
    QList<quo::ActivityQuery> queries;
    for (const Activity::Kind kind : kinds)
        if (const Stream &each = stream(kind); each.isOpen() && each.reached == latest)
            queries.append({kind, m_key.phoneNumberId, m_key.participants, each.nextToken});
    return queries;
}

bool ActivityThread::isStarted() const
{
    return std::ranges::any_of(m_streams, &Stream::isStarted);
}

bool ActivityThread::isWhole() const
{
    return std::ranges::all_of(m_streams, &Stream::isEnded);
}

const std::optional<quo::ApiError> &ActivityThread::error(Activity::Kind kind) const
{
    return stream(kind).error;
}

int ActivityThread::take(Activity::Kind kind, const quo::ActivityPage &page)
{
    Stream &from = stream(kind);
    from.isStarted = true;
    for (const Activity &item : page.items) {
        from.reached = std::min(from.reached, timeOf(item));
        if (m_ids.contains(item.id))
            continue;
        m_ids.insert(item.id);
        m_held.append(item);
    }
    from.nextToken = page.nextPageToken;
    from.isEnded = !page.nextPageToken || from.seenTokens.contains(*page.nextPageToken);
    if (page.nextPageToken)
        from.seenTokens.insert(*page.nextPageToken);
    return release();
}

int ActivityThread::fail(Activity::Kind kind, const quo::ApiError &error)
{
    stream(kind).isStarted = true;
    stream(kind).error = error;
    return release();
}

void ActivityThread::forgetErrors()
{
    for (Stream &each : m_streams)
        each.error.reset();
}

int ActivityThread::release()
{
    quo::Instant horizon = quo::Instant::min();
    for (const Stream &each : m_streams)
        if (each.isOpen())
            horizon = std::max(horizon, each.reached);
    std::ranges::stable_sort(m_held, {}, timeOf);
    const auto first = std::ranges::lower_bound(m_held, horizon, {}, timeOf);
    const QList<Activity> released(first, m_held.end());
    m_held.erase(first, m_held.end());
    m_items = released + m_items;
    std::ranges::stable_sort(m_items, {}, timeOf); // a list that comes late may be newer
    return int(released.size());
}

} // namespace inbox
