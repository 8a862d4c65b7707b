// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/refreshcycle.h"

#include "syncing/walkstate.h"

#include <QPointer>

#include <algorithm>

namespace syncing {

using quo::PageWalk;

RefreshCycle::RefreshCycle(const WalkDependencies &dependencies, Plans plans, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
    , m_plans(std::move(plans))
{
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

void RefreshCycle::refresh()
{
    goOn(m_canAskForChanges);
}

void RefreshCycle::refreshByItself()
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
    goOn(true);
}

void RefreshCycle::retry()
{
    if (m_error)
        goOn(true);
}

void RefreshCycle::goOn(bool mayAskForChanges)
{
    if (isUnderWay())
        return;
    if (m_reload)
        m_reload->retry();
    else if (m_knownUntil && mayAskForChanges)
        beginChanges();
    else
        reload();
}

void RefreshCycle::reload()
{
    m_dependencies.client.setRefusedLines({}); // the key may see more lines by now
    m_changes.reset();
    m_reload = std::make_unique<Reload>(m_dependencies, m_plans.reload());
    connect(m_reload.get(), &Reload::rowsChanged, this, &RefreshCycle::rowsChanged);
    connect(m_reload.get(), &Reload::rowsLeft, this,
            [this](const QStringList &ids) { Q_EMIT rowsLeft(m_reload->query(), ids); });
    connect(m_reload.get(), &Reload::stateChanged, this, &RefreshCycle::onReloadState);
    m_reload->start();
}

void RefreshCycle::stop()
{
    m_changes.reset();
    m_reload.reset();
    m_error.reset();
}

void RefreshCycle::noteSeen(const QList<quint32> &rows)
{
    if (m_reload)
        m_reload->noteSeen(rows);
}

void RefreshCycle::onReloadState()
{
    const PageWalk::State state = m_reload->state();
    if (const quo::ApiError *error = errorOf(state))
        noteFailure(*error);
    if (!is<PageWalk::Ended>(state))
        return Q_EMIT statusChanged();
    const std::shared_ptr<Reload> reload = std::move(m_reload);
    m_hasMoved = false;
    m_canAskForChanges = true; // until the server ignores it again
    m_ended = m_dependencies.clock.now();
    noteSuccess();
    Q_EMIT reloaded(reload);
}

void RefreshCycle::beginChanges()
{
    const auto [query, since] = m_plans.changes(*m_knownUntil);
    m_changesOf = query;
    m_changes = std::make_unique<quo::ChangeWalk>(m_dependencies.client, query,
                                                  changesFrom(since, m_dependencies.clock),
                                                  quo::Priority::Looking);
    connect(m_changes.get(), &quo::ChangeWalk::pageArrived, this,
            [this](const quo::Page &page) { onChanges(page, m_changesOf); });
    connect(m_changes.get(), &quo::ChangeWalk::widePageArrived, this,
            [this](const quo::Page &page) { onChanges(page, {}); });
    connect(m_changes.get(), &quo::ChangeWalk::stateChanged, this, &RefreshCycle::onChangeState);
    m_changes->start();
}

void RefreshCycle::onChanges(const quo::Page &page, const quo::ConversationQuery &query)
{
    m_dependencies.network.noteAnswer();
    Q_EMIT newsArrived(m_dependencies.take(page, query));
}

void RefreshCycle::onChangeState()
{
    // A walk that failed is not repeated; the next refresh makes another one.
    const PageWalk::State state = m_changes->state();
    const QPointer<RefreshCycle> self(this);
    if (const quo::ApiError *error = errorOf(state)) {
        m_changes.reset();
        noteFailure(*error);
    } else if (is<PageWalk::Ended>(state)) {
        const std::unique_ptr<quo::ChangeWalk> changes = std::move(m_changes);
        endChanges(*changes);
        if (!changes->isIgnored()) // else only a reload can find them
            Q_EMIT changesEnded(changes->leftIds().values());
    }
    if (self)
        Q_EMIT statusChanged();
}

void RefreshCycle::endChanges(const quo::ChangeWalk &changes)
{
    noteSuccess();
    m_canAskForChanges = !changes.isIgnored();
    if (changes.isIgnored())
        return;
    m_ended = m_dependencies.clock.now();
    m_hasMoved = changes.hasMoved();
    // A row from the future would hide changes until then.
    if (const std::optional<quo::Instant> newest = changes.newest())
        m_knownUntil =
            std::max(m_knownUntil, std::optional(std::min(*newest, m_dependencies.clock.now())));
}

void RefreshCycle::noteFailure(const quo::ApiError &error)
{
    m_error = error;
    ++m_failures;
    m_dependencies.network.noteFailure(error);
}

void RefreshCycle::noteSuccess()
{
    m_error.reset();
    m_failures = 0;
    m_dependencies.network.noteAnswer();
}

} // namespace syncing
