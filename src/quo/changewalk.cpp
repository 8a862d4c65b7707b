// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/changewalk.h"

#include <algorithm>

namespace quo {

namespace {

// Without what a row can stop matching.
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
    m_query.pageToken.reset();
    m_query.updatedAfter = std::max(since, query.updatedAfter.value_or(since));
}

const PageWalk::State &ChangeWalk::state() const
{
    return m_state;
}

void ChangeWalk::start()
{
    const ConversationQuery wide = widened(m_query);
    if (wide != m_query)
        walk(wide, &ChangeWalk::onWidePage);
    else
        beginNarrow();
}

void ChangeWalk::retry()
{
    m_walk->retry();
}

void ChangeWalk::walk(const ConversationQuery &query, void (ChangeWalk::*take)(const Page &))
{
    m_walk = std::make_unique<PageWalk>(m_client, query, m_priority);
    connect(m_walk.get(), &PageWalk::pageArrived, this,
            [this, take](const Page &page, const QList<QueryField> &ignored) {
                m_isIgnored = m_isIgnored || ignored.contains(QueryField::UpdatedAfter);
                if (m_isIgnored)
                    return; // it would be all rows there are
                if (m_pages++ == 0)
                    m_newest = page.newestUpdate();
                (this->*take)(page);
                if (m_isNarrow)
                    Q_EMIT pageArrived(page, ignored);
            });
    connect(m_walk.get(), &PageWalk::stateChanged, this, &ChangeWalk::onState);
    m_walk->fetchNext();
}

void ChangeWalk::beginNarrow()
{
    m_isNarrow = true;
    // Nothing can match any more.
    if (m_query.updatedBefore && *m_query.updatedBefore <= *m_query.updatedAfter) {
        m_state = PageWalk::Ended{};
        return Q_EMIT stateChanged();
    }
    walk(m_query, &ChangeWalk::onPage);
}

void ChangeWalk::onWidePage(const Page &page)
{
    for (const Conversation &row : page.rows)
        m_leftIds.insert(row.id);
}

void ChangeWalk::onPage(const Page &page)
{
    for (const Conversation &row : page.rows)
        m_leftIds.remove(row.id);
}

void ChangeWalk::onState()
{
    const PageWalk::State state = m_walk->state();
    const bool isOver = m_isIgnored || std::holds_alternative<PageWalk::Ended>(state);
    if (isOver && !m_isIgnored && !m_isNarrow)
        // Not here: the walk that ended is the one that is telling.
        return void(QMetaObject::invokeMethod(
            this, [this] { beginNarrow(); }, Qt::QueuedConnection));
    if (!isOver && std::holds_alternative<PageWalk::Idle>(state))
        return m_walk->fetchNext();
    if (m_isIgnored)
        m_leftIds.clear();
    m_state = isOver ? PageWalk::Ended{} : state;
    Q_EMIT stateChanged();
}

} // namespace quo
