// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/reload.h"

#include "syncing/walkstate.h"

#include <algorithm>

namespace syncing {

using quo::PageWalk;

quo::Instant changesFrom(quo::Instant known, const quo::Clock &clock)
{
    // A clock that was fast may have been set right since.
    return std::min(known, clock.now()) - quo::changeMargin;
}

Reload::Reload(const WalkDependencies &dependencies, Plan plan, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
    , m_plan(std::move(plan))
    , m_priority(m_plan.priority)
    , m_wanted(m_plan.known.count())
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

void Reload::setPriority(quo::Priority priority)
{
    m_priority = priority;
    m_reading->setPriority(priority);
}

PageWalk::State Reload::state() const
{
    if (m_hasEnded)
        return PageWalk::Ended{};
    if (m_closingError)
        return PageWalk::Failed{*m_closingError};
    return m_closing ? m_closing->state() : m_reading->state();
}

bool Reload::mayGoOn() const
{
    const PageWalk::State state = this->state();
    const quo::ApiError *error = errorOf(state);
    return error && quo::remedyOf(error->kind) == quo::Remedy::Time;
}

std::optional<quo::ApiError> Reload::takeFailure()
{
    if (m_closingFailure)
        return std::exchange(m_closingFailure, std::nullopt);
    return m_reading->takeFailure();
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
        std::make_unique<QueryReading>(m_dependencies.client, m_dependencies.clock, m_plan.query);
    connect(m_reading.get(), &QueryReading::pageArrived, this, &Reload::onPage);
    connect(m_reading.get(), &QueryReading::stateChanged, this, &Reload::onReadingState);
    connect(m_reading.get(), &QueryReading::rowsLeft, this, &Reload::rowsLeft);
    if (m_plan.readsAll)
        m_reading->readAll(m_dependencies.lines(), m_priority);
    else
        m_reading->fetchNext();
}

RowChange Reload::take(const quo::Page &page)
{
    m_dependencies.network.noteAnswer();
    m_isTaking = true;
    RowChange change = m_dependencies.take(page, m_plan.query);
    m_isTaking = false;
    m_hasNews = m_hasNews || !change.isEmpty();
    return change;
}

void Reload::onPage(const quo::Page &page)
{
    const RowChange change = take(page);
    m_lastPageBroughtKnown =
        std::ranges::any_of(page.rows, [this](const quo::Conversation &conversation) {
            const quint32 row = *m_dependencies.rows.find(conversation.id);
            return m_plan.known.contains(row) && !m_seen.contains(row);
        });
    m_hasSeenKnown = m_hasSeenKnown || m_lastPageBroughtKnown;
    noteSeen(page);
    Q_EMIT rowsChanged(change);
}

void Reload::noteSeen(const quo::Page &page)
{
    for (const quo::Conversation &conversation : page.rows) {
        const quint32 row = *m_dependencies.rows.find(conversation.id);
        m_seen.set(row, true);
        m_brought.set(row, true);
    }
    // What cannot be read is not gone.
    for (const quo::SkippedRow &skipped : page.skipped)
        if (const std::optional<quint32> row = m_dependencies.rows.find(skipped.id))
            m_seen.set(*row, true);
}

void Reload::noteSeen(const QList<quint32> &rows)
{
    for (const quint32 row : m_isTaking ? QList<quint32>() : rows)
        if (m_plan.known.contains(row))
            m_seen.set(row, true);
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

// The rows that should be there, without those that have left.
RowSet Reload::present() const
{
    RowSet present = m_plan.known;
    present |= m_brought;
    RowSet left;
    present.forEach([&](quint32 row) {
        if (m_dependencies.rows.hasLeft(row))
            left.set(row, true);
    });
    present -= left;
    return present;
}

bool Reload::hasReadEnough() const
{
    const int seen = rowsRead();
    if (seen >= present().count())
        return true;
    // New rows push the known ones down to later pages.
    const bool expectsKnown = m_lastPageBroughtKnown || (!m_hasSeenKnown && seen < 2 * m_wanted);
    return seen >= m_wanted && !expectsKnown;
}

// Rows that changed while several pages were read may have moved to a page that was already read.
void Reload::beginClosing()
{
    m_closing = std::make_unique<quo::ChangeWalk>(
        m_dependencies.client, m_plan.query,
        changesFrom(*m_reading->initialNewest(), m_dependencies.clock), quo::Priority::Looking);
    connect(m_closing.get(), &quo::ChangeWalk::pageArrived, this, &Reload::onClosingPage);
    connect(m_closing.get(), &quo::ChangeWalk::stateChanged, this, &Reload::onClosingState);
    m_closing->start();
}

void Reload::onClosingPage(const quo::Page &page)
{
    const RowChange change = take(page);
    noteSeen(page);
    Q_EMIT rowsChanged(change);
}

void Reload::onClosingState()
{
    const PageWalk::State state = m_closing->state();
    if (const quo::ApiError *error = errorOf(state)) {
        m_closingError = m_closingFailure = *error;
        m_closing.reset();
    } else if (is<PageWalk::Ended>(state)) {
        const std::unique_ptr<quo::ChangeWalk> closing = std::move(m_closing);
        for (const QString &id : closing->leftIds())
            if (const std::optional<quint32> row = m_dependencies.rows.find(id))
                m_seen.set(*row, false);
        m_isClosed = true;
        return endReading();
    }
    Q_EMIT stateChanged();
}

void Reload::endReading()
{
    RowSet missing = present();
    missing -= m_seen;
    RowSet goneRows = missing;
    if (m_missingBefore)
        goneRows &= *m_missingBefore;
    QList<quint32> gone;
    goneRows.forEach([&gone](quint32 row) { gone.append(row); });
    const bool isSure = gone.isEmpty() || !m_reading->mayLackRows();
    if (!isSure && !m_isClosed && m_reading->initialNewest())
        return beginClosing();
    if (!m_knownUntil) // not in the second reading
        m_knownUntil = m_reading->knownUntil();
    if (!isSure && !m_missingBefore) {
        m_missingBefore = missing;
        return beginReading();
    }
    if (m_plan.isWhole && !m_hasNews)
        m_reading->confirm();
    m_gone = gone;
    m_hasEnded = true;
    Q_EMIT stateChanged();
}

} // namespace syncing
