// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/refreshcycle.h"

#include "inbox/walkstate.h"

#include <QPointer>

#include <algorithm>

namespace inbox {

using quo::PageWalk;

RefreshCycle::RefreshCycle(const RefreshDependencies &dependencies,
                           const quo::ConversationQuery &query, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
    , m_query(query)
{
}

void RefreshCycle::noteFirstPage(std::optional<quo::Instant> newest)
{
    if (!m_knownUntil)
        m_knownUntil = newest;
}

bool RefreshCycle::isReloading() const
{
    return m_reload && !is<PageWalk::Failed>(m_reload->state());
}

PageWalk::State RefreshCycle::state() const
{
    if (m_changes)
        return m_changes->state();
    if (isReloading())
        return m_reload->state();
    return m_error ? PageWalk::State(PageWalk::Failed{*m_error}) : PageWalk::Idle{};
}

void RefreshCycle::refresh(const QueryReading &shown)
{
    goOn(shown, m_canAskForChanges);
}

void RefreshCycle::refreshByItself(const QueryReading &shown)
{
    if (m_error && !isUnderWay()) {
        switch (quo::remedyOf(m_error->kind)) {
        case quo::Remedy::AnotherKey:
            return;
        case quo::Remedy::Time:
            break;
        case quo::Remedy::AnotherQuestion:
        case quo::Remedy::Wish:
            m_reload.reset();
        }
    }
    // Even if the server has ignored the filter for changes: it costs one page, and may be
    // different now.
    goOn(shown, true);
}

void RefreshCycle::retry(const QueryReading &shown)
{
    if (m_error)
        goOn(shown, true);
}

void RefreshCycle::goOn(const QueryReading &shown, bool mayAskForChanges)
{
    if (isUnderWay())
        return;
    if (m_reload)
        m_reload->retry();
    else if (m_knownUntil && mayAskForChanges)
        beginChanges();
    else
        reload(shown);
}

void RefreshCycle::reload(const QueryReading &shown)
{
    m_dependencies.client.setRefusedLines({}); // the key may see more lines by now
    m_changes.reset();
    const bool isWhole = shown.completeness().isWhole() && !m_hasMoved;
    m_reload = std::make_unique<Reload>(m_dependencies, m_query,
                                        Reload::Extent{shown.readsAll(), isWhole});
    connect(m_reload.get(), &Reload::rowsChanged, this, &RefreshCycle::rowsChanged);
    connect(m_reload.get(), &Reload::stateChanged, this, &RefreshCycle::onReloadState);
    m_reload->start();
}

void RefreshCycle::stop()
{
    m_changes.reset();
    m_reload.reset();
    m_error.reset();
}

void RefreshCycle::onReloadState()
{
    const PageWalk::State state = m_reload->state();
    if (const quo::ApiError *error = errorOf(state))
        noteFailure(*error);
    if (!is<PageWalk::Ended>(state))
        return Q_EMIT statusChanged();
    const std::unique_ptr<Reload> reload = std::move(m_reload);
    m_reading = reload->takeReading();
    m_hasMoved = false;
    m_knownUntil = reload->knownUntil();
    m_canAskForChanges = true; // until the server ignores it again
    noteSuccess();
    Q_EMIT reloaded(m_dependencies.rows.leave(reload->gone()));
}

void RefreshCycle::beginChanges()
{
    m_changes = changesSince(*m_knownUntil, m_query, m_dependencies);
    connect(m_changes.get(), &quo::ChangeWalk::pageArrived, this, &RefreshCycle::onChanges);
    connect(m_changes.get(), &quo::ChangeWalk::stateChanged, this, &RefreshCycle::onChangeState);
    m_changes->start();
}

void RefreshCycle::onChanges(const quo::Page &page)
{
    m_dependencies.network.noteAnswer();
    const LoadedRows::Change change = m_dependencies.rows.take(page);
    if (!change.isEmpty())
        Q_EMIT newsArrived(change);
}

void RefreshCycle::onChangeState()
{
    // A walk that failed is not repeated; the next refresh makes another one.
    const PageWalk::State state = m_changes->state();
    LoadedRows::Change left;
    if (const quo::ApiError *error = errorOf(state)) {
        m_changes.reset();
        noteFailure(*error);
    } else if (is<PageWalk::Ended>(state)) {
        const std::unique_ptr<quo::ChangeWalk> changes = std::move(m_changes);
        left = m_dependencies.rows.leave(endChanges(*changes));
    }
    const QPointer<RefreshCycle> self(this);
    if (!left.isEmpty())
        Q_EMIT rowsChanged(left);
    if (self)
        Q_EMIT statusChanged();
}

// Returns the ids of rows that have left.
QStringList RefreshCycle::endChanges(const quo::ChangeWalk &changes)
{
    noteSuccess();
    m_canAskForChanges = !changes.isIgnored();
    if (changes.isIgnored())
        return {}; // then only a reload can find them
    m_hasMoved = changes.hasMoved();
    // A row from the future would hide changes until then.
    if (const std::optional<quo::Instant> newest = changes.newest())
        m_knownUntil =
            std::max(m_knownUntil, std::optional(std::min(*newest, m_dependencies.clock.now())));
    return changes.leftIds().values();
}

void RefreshCycle::noteFailure(const quo::ApiError &error)
{
    m_error = error;
    ++m_failures;
    m_dependencies.network.noteFailure(error);
}

void RefreshCycle::noteSuccess()
{
    m_ended = m_dependencies.clock.now();
    m_error.reset();
    m_failures = 0;
    m_dependencies.network.noteAnswer();
}

} // namespace inbox
