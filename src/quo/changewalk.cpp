// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/changewalk.h"

#include <algorithm>

namespace quo {

namespace {

// Rows that keep changing may escape every walk.
constexpr int mostRounds = 4;

// The query without the filters that a row can stop matching.
ConversationQuery widened(ConversationQuery query)
{
    query.userId.clear();
    query.excludeInactive = false;
    query.updatedBefore.reset();
    return query;
}

} // namespace

ChangeWalk::ChangeWalk(Client &client, const ConversationQuery &query, Instant since,
                       Priority priority, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_priority(priority)
    , m_query(query)
{
    m_query.updatedAfter = std::max(since, query.updatedAfter.value_or(since));
}

const PageWalk::State &ChangeWalk::state() const
{
    return m_state;
}

void ChangeWalk::start()
{
    beginRound();
}

void ChangeWalk::retry()
{
    m_walk->retry();
}

void ChangeWalk::beginRound()
{
    m_isNarrow = false;
    m_isPaged = false;
    m_hasMissed = false;
    m_pages = 0;
    const ConversationQuery wide = widened(m_query);
    if (wide != m_query)
        walk(wide, &ChangeWalk::onWidePage);
    else
        beginNarrow();
}

void ChangeWalk::walk(const ConversationQuery &query, void (ChangeWalk::*take)(const Page &))
{
    m_walk = std::make_unique<PageWalk>(m_client, query, m_priority);
    connect(m_walk.get(), &PageWalk::pageArrived, this,
            [this, take](const Page &page, const QList<QueryField> &ignored) {
                m_isIgnored = m_isIgnored || ignored.contains(QueryField::UpdatedAfter);
                if (m_isIgnored)
                    return; // the server sends all rows that there are
                if (m_pages++ == 0)
                    m_newest = newestUpdate(page);
                m_isPaged = m_isPaged || page.nextPageToken;
                (this->*take)(page);
                if (m_isNarrow)
                    Q_EMIT pageArrived(page, ignored);
                else
                    Q_EMIT widePageArrived(page);
            });
    connect(m_walk.get(), &PageWalk::stateChanged, this, &ChangeWalk::onState);
    m_walk->fetchNext();
}

void ChangeWalk::beginNarrow()
{
    m_isNarrow = true;
    // Nothing can match any more.
    if (m_query.updatedBefore && *m_query.updatedBefore <= *m_query.updatedAfter)
        return endRound();
    walk(m_query, &ChangeWalk::onPage);
}

void ChangeWalk::onWidePage(const Page &page)
{
    for (const Conversation &row : page.rows)
        m_leftIds.insert(row.id);
}

void ChangeWalk::onPage(const Page &page)
{
    for (const Conversation &row : page.rows) {
        m_leftIds.remove(row.id);
        const auto known = m_read.constFind(row.id);
        if (known != m_read.cend() && *known == row.updatedAt)
            continue;
        m_read.insert(row.id, row.updatedAt);
        // A newer row has changed since; the next walk brings it.
        m_hasMissed = m_hasMissed || (m_round > 0 && row.updatedAt <= m_newestBefore);
    }
}

void ChangeWalk::onState()
{
    const PageWalk::State state = m_walk->state();
    if (m_isIgnored)
        return end();
    if (std::holds_alternative<PageWalk::Idle>(state))
        return m_walk->fetchNext();
    if (!std::holds_alternative<PageWalk::Ended>(state)) {
        m_state = state;
        return Q_EMIT stateChanged();
    }
    if (m_isNarrow && m_round == 0 && !m_isPaged)
        return end();
    // Deferred, since the walk that ended is the sender.
    QMetaObject::invokeMethod(
        this, [this] { m_isNarrow ? endRound() : beginNarrow(); }, Qt::QueuedConnection);
}

void ChangeWalk::endRound()
{
    if (m_round == 0 && !m_isPaged)
        return end();
    const bool isQuiet = m_round > 0 && !m_hasMissed;
    if (!isQuiet && m_round + 1 < mostRounds) {
        ++m_round;
        m_newestBefore = std::exchange(m_newest, std::nullopt);
        m_leftBefore = std::exchange(m_leftIds, {});
        return beginRound();
    }
    // Only what both rounds agree on: the rest has changed in between.
    m_leftIds.intersect(m_leftBefore);
    m_newest = isQuiet ? m_newestBefore : std::nullopt;
    m_hasMoved = !isQuiet;
    end();
}

void ChangeWalk::end()
{
    if (m_isIgnored)
        m_leftIds.clear();
    m_state = PageWalk::Ended{};
    Q_EMIT stateChanged();
}

} // namespace quo
