// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/reload.h"

#include "inbox/walkstate.h"

#include <algorithm>

namespace inbox {

using quo::PageWalk;

std::unique_ptr<quo::ChangeWalk> changesSince(quo::Instant known,
                                              const quo::ConversationQuery &query,
                                              const RefreshDependencies &dependencies)
{
    // A clock that was fast may have been set right since.
    const quo::Instant since = std::min(known, dependencies.clock.now()) - quo::changeMargin;
    return std::make_unique<quo::ChangeWalk>(dependencies.client, query, since,
                                             quo::Priority::Looking);
}

Reload::Reload(const RefreshDependencies &dependencies, const quo::ConversationQuery &query,
               Extent extent, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
    , m_query(query)
    , m_extent(extent)
    , m_known(dependencies.rows.store().size())
    , m_wanted(dependencies.rows.count())
{
}

void Reload::start()
{
    beginReading();
}

void Reload::retry()
{
    if (std::exchange(m_closingError, std::nullopt))
        beginClosing();
    else
        m_reading->retry();
}

PageWalk::State Reload::state() const
{
    if (m_hasEnded)
        return PageWalk::Ended{};
    if (m_closingError)
        return PageWalk::Failed{*m_closingError};
    return m_closing ? m_closing->state() : m_reading->state();
}

std::unique_ptr<QueryReading> Reload::takeReading()
{
    m_reading->disconnect(this);
    return std::move(m_reading);
}

void Reload::beginReading()
{
    m_seen = {};
    m_hasSeenKnown = false;
    m_isClosed = false;
    m_reading =
        std::make_unique<QueryReading>(m_dependencies.client, m_dependencies.clock, m_query);
    connect(m_reading.get(), &QueryReading::pageArrived, this, &Reload::onPage);
    connect(m_reading.get(), &QueryReading::stateChanged, this, &Reload::onReadingState);
    connect(m_reading.get(), &QueryReading::rowsLeft, this,
            [this](const QStringList &ids) { Q_EMIT rowsChanged(m_dependencies.rows.leave(ids)); });
    if (m_extent.readsAll)
        m_reading->readAll(m_dependencies.names.directory().lineIds());
    else
        m_reading->fetchNext();
}

LoadedRows::Change Reload::take(const quo::Page &page)
{
    m_dependencies.network.noteAnswer();
    LoadedRows::Change change = m_dependencies.rows.take(page);
    m_hasNews = m_hasNews || !change.isEmpty();
    return change;
}

void Reload::onPage(const quo::Page &page)
{
    const LoadedRows::Change change = take(page);
    m_lastPageBroughtKnown =
        std::ranges::any_of(page.rows, [this](const quo::Conversation &conversation) {
            const quint32 row = *m_dependencies.rows.store().find(conversation.id);
            return row < m_known && !m_seen.contains(row);
        });
    m_hasSeenKnown = m_hasSeenKnown || m_lastPageBroughtKnown;
    noteSeen(page);
    Q_EMIT rowsChanged(change);
}

void Reload::noteSeen(const quo::Page &page)
{
    for (const quo::Conversation &conversation : page.rows)
        m_seen.set(*m_dependencies.rows.store().find(conversation.id), true);
}

void Reload::onReadingState()
{
    const PageWalk::State state = m_reading->state();
    if (is<PageWalk::Idle>(state) && !hasReadEnough())
        return m_reading->fetchNext();
    if (is<PageWalk::Idle>(state) || is<PageWalk::Ended>(state))
        return endReading();
    Q_EMIT stateChanged();
}

bool Reload::hasReadEnough() const
{
    const int seen = rowsRead();
    if (seen >= m_dependencies.rows.count())
        return true;
    // New rows push the loaded ones down to later pages.
    const bool expectsKnown = m_lastPageBroughtKnown || (!m_hasSeenKnown && seen < 2 * m_wanted);
    return seen >= m_wanted && !expectsKnown;
}

// Rows that changed while several pages were read may have moved to a page that was already read.
void Reload::beginClosing()
{
    m_closing = changesSince(*m_reading->initialNewest(), m_query, m_dependencies);
    connect(m_closing.get(), &quo::ChangeWalk::pageArrived, this, &Reload::onClosingPage);
    connect(m_closing.get(), &quo::ChangeWalk::stateChanged, this, &Reload::onClosingState);
    m_closing->start();
}

void Reload::onClosingPage(const quo::Page &page)
{
    const LoadedRows::Change change = take(page);
    noteSeen(page);
    Q_EMIT rowsChanged(change);
}

void Reload::onClosingState()
{
    const PageWalk::State state = m_closing->state();
    if (const quo::ApiError *error = errorOf(state)) {
        m_closing.reset();
        m_closingError = *error;
    } else if (is<PageWalk::Ended>(state)) {
        const std::unique_ptr<quo::ChangeWalk> closing = std::move(m_closing);
        for (const QString &id : closing->leftIds())
            if (const std::optional<quint32> row = m_dependencies.rows.store().find(id))
                m_seen.set(*row, false);
        m_isClosed = true;
        return endReading();
    }
    Q_EMIT stateChanged();
}

void Reload::endReading()
{
    const ConversationStore &store = m_dependencies.rows.store();
    RowSet missing(store.size());
    QList<quint32> gone;
    for (quint32 row = 0; row < store.size(); ++row) {
        if (m_seen.contains(row) || store.rows().hasLeft(row))
            continue;
        missing.set(row, true);
        if (!m_missingBefore || m_missingBefore->contains(row))
            gone.append(row);
    }
    const bool isSure = gone.isEmpty() || !m_reading->mayLackRows();
    if (!isSure && !m_isClosed && m_reading->initialNewest())
        return beginClosing();
    if (!m_knownUntil) // not in the second reading
        m_knownUntil = m_reading->initialNewest();
    if (!isSure && !m_missingBefore) {
        m_missingBefore = missing;
        return beginReading();
    }
    if (m_extent.isWhole && !m_hasNews)
        m_reading->confirm();
    m_gone = gone;
    m_hasEnded = true;
    Q_EMIT stateChanged();
}

} // namespace inbox
