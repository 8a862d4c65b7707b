// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxsession.h"

#include "inbox/rowsort.h"

namespace inbox {

namespace {

using quo::PageWalk;

constexpr int keptSkippedRows = 100;

template <class T>
bool is(const PageWalk::State &state)
{
    return std::holds_alternative<T>(state);
}

bool isUnderWay(const PageWalk::State &state)
{
    return is<PageWalk::Fetching>(state) || is<PageWalk::Waiting>(state);
}

} // namespace

InboxSession::InboxSession(quo::Client &client, quo::Clock &clock, Reader reader, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_model(*this, clock, std::move(reader))
{
}

InboxSession::~InboxSession() = default;

SessionStatus InboxSession::status() const
{
    SessionStatus status;
    if (!m_shown)
        return status;
    status.shownWalk = m_shown->state();
    status.walk = (m_refreshed ? m_refreshed : m_shown)->state();
    if (is<PageWalk::Ended>(status.shownWalk))
        status.completeness = SessionStatus::Completeness::Complete;
    else if (is<PageWalk::Failed>(status.shownWalk))
        status.completeness = SessionStatus::Completeness::Stopped;
    status.firstPageArrived = m_shown->pages > 0;
    status.refreshing = m_refreshed != nullptr;
    status.loadingAll = m_shown->full && isUnderWay(status.shownWalk);
    status.fullBegun = m_shown->fullBegun;
    status.fullRequests = m_shown->full ? m_shown->full->pages() : 0;
    status.begun = m_shown->begun;
    status.ended = m_shown->ended;
    if (m_shown->full)
        status.failures = m_shown->full->failures();
    status.parts = m_shown->full ? m_shown->full->parts() : QList{m_query};
    status.loaded = int(m_shown->store.size());
    status.refreshed = m_refreshed ? int(m_refreshed->store.size()) : 0;
    status.skippedCount = m_shown->skippedCount;
    status.skipped = m_shown->skipped;
    status.ignoredFilters = m_shown->ignoredFilters;
    status.leftOutLines =
        m_shown->full ? m_shown->full->leftOutLines() : m_shown->walk->leftOutLines();
    status.refusedLines = m_client.refusedLines();
    return status;
}

void InboxSession::setQuery(const quo::ConversationQuery &query)
{
    if (m_shown && query == m_query)
        return;
    m_query = query;
    startOver();
}

void InboxSession::refresh()
{
    if (!m_shown)
        return;
    m_client.setRefusedLines({}); // who was let in meanwhile is to be seen
    if (m_shown->store.size() == 0)
        return startOver();
    m_refreshed = begin();
    if (m_shown->full)
        beginFull(*m_refreshed);
    else
        m_refreshed->walk->fetchNext();
}

void InboxSession::loadAll()
{
    if (!m_shown || m_refreshed || m_shown->full || is<PageWalk::Ended>(m_shown->walk->state()))
        return;
    beginFull(*m_shown);
}

void InboxSession::wantMore()
{
    if (canFetchMore())
        m_shown->walk->fetchNext();
}

void InboxSession::retry()
{
    if (!m_shown)
        return;
    Generation &generation = *(m_refreshed ? m_refreshed : m_shown);
    if (generation.full)
        generation.full->retry();
    else
        generation.walk->retry();
}

void InboxSession::stop()
{
    if (m_refreshed) {
        m_refreshed.reset();
        Q_EMIT statusChanged();
    } else if (m_shown && m_shown->full && isUnderWay(m_shown->state())) {
        // What it has brought stays, and the walk from before can go on where it was.
        m_shown->full.reset();
        Q_EMIT statusChanged();
    } else if (m_shown) {
        m_shown->walk->stop();
    }
}

bool InboxSession::canFetchMore() const
{
    return m_shown && !m_refreshed && is<PageWalk::Idle>(m_shown->state());
}

std::unique_ptr<InboxSession::Generation> InboxSession::begin()
{
    auto generation = std::make_unique<Generation>();
    Generation *const g = generation.get();
    g->begun = m_clock.now();
    g->walk = std::make_unique<PageWalk>(m_client, m_query, quo::Priority::Looking);
    follow(*g->walk, *g);
    return generation;
}

template <class Walk>
void InboxSession::follow(Walk &walk, Generation &generation)
{
    // The walk is owned by the generation, so neither connection outlives it.
    connect(&walk, &Walk::pageArrived, this,
            [this, &generation](const quo::Page &page, const QList<quo::QueryField> &ignored) {
                onPage(generation, page, ignored);
            });
    connect(&walk, &Walk::stateChanged, this, [this, &generation] { onWalkState(generation); });
}

void InboxSession::beginFull(Generation &generation)
{
    generation.full = std::make_unique<quo::FullWalk>(
        m_client, m_clock, m_query, m_model.cellContext().directory.lineIds(), quo::Priority::Walk);
    generation.fullBegun = m_clock.now();
    follow(*generation.full, generation);
    generation.full->start();
}

RowOrder InboxSession::finalOrder(const Generation &generation) const
{
    const RowOrder arrival = RowOrder::ofArrival(generation.store.size());
    // One walk brings rows in the server's order, several a mixture.
    return generation.full ? sorted(generation.store, arrival, latestFirst(), m_model.cellContext())
                           : arrival;
}

void InboxSession::startOver()
{
    m_refreshed.reset();
    std::unique_ptr<Generation> next = begin();
    m_model.reset(&next->store, {});
    m_shown = std::move(next);
    awaitNextState();
    m_shown->walk->fetchNext();
}

void InboxSession::onPage(Generation &generation, const quo::Page &page,
                          const QList<quo::QueryField> &ignored)
{
    ++generation.pages;
    generation.ended = m_clock.now();
    generation.skippedCount += int(page.skipped.size());
    generation.skipped.append(
        page.skipped.first(qMin(page.skipped.size(), keptSkippedRows - generation.skipped.size())));
    for (const quo::QueryField field : ignored)
        if (!generation.ignoredFilters.contains(field))
            generation.ignoredFilters.append(field);
    const ConversationStore::Merge merge = generation.store.merge(page.rows);
    generation.lastPageBroughtRows = merge.added > 0;
    scheduleStates(generation, merge);
    if (&generation == m_shown.get())
        m_model.applyMerge(merge);
}

void InboxSession::onWalkState(Generation &generation)
{
    const bool ended = is<PageWalk::Ended>(generation.state());
    const bool idle = is<PageWalk::Idle>(generation.state());
    if (&generation == m_refreshed.get() && (ended || idle)) {
        if (!ended && generation.store.size() < m_shown->store.size())
            return generation.walk->fetchNext();
        swapInRefreshed();
    } else if (ended && generation.full) {
        m_model.reset(&generation.store, finalOrder(generation));
    } else if (idle && !generation.lastPageBroughtRows) {
        // A page may be empty, or hold nothing new, and still have a next one; a view asks for more
        // only after rows were inserted.
        return generation.walk->fetchNext();
    }
    Q_EMIT statusChanged();
}

void InboxSession::swapInRefreshed()
{
    const std::unique_ptr<Generation> old = std::exchange(m_shown, std::move(m_refreshed));
    m_model.reset(&m_shown->store, finalOrder(*m_shown));
    awaitNextState();
}

void InboxSession::scheduleStates(Generation &generation, const ConversationStore::Merge &merge)
{
    const quo::Instant now = m_clock.now();
    const auto schedule = [&](quint32 row) {
        generation.schedule.add(row, generation.store.at(row), now);
    };
    for (quint32 row = merge.firstAdded; row < merge.firstAdded + merge.added; ++row)
        schedule(row);
    for (const quint32 row : merge.changed)
        schedule(row);
    if (&generation == m_shown.get())
        awaitNextState();
}

void InboxSession::awaitNextState()
{
    // Timers count in milliseconds of 32 bits, and a mute may end in the year 9999.
    constexpr quo::milliseconds longestWait = std::chrono::hours(24);
    m_nextState.reset();
    const std::optional<quo::Instant> next = m_shown->schedule.next();
    if (!next)
        return;
    m_nextState = m_clock.callAfter(std::min(*next - m_clock.now(), longestWait), [this] {
        m_model.tellChanged(m_shown->schedule.takeDue(m_clock.now()));
        awaitNextState();
    });
}

} // namespace inbox
