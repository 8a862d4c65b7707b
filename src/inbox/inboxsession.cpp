// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxsession.h"

#include <QPointer>

#include <algorithm>

namespace inbox {

namespace {

using quo::PageWalk;

// Where fewer rows match, a window may have room for more.
constexpr int screenOfRows = 50;
// Long enough to be seen from the corner of an eye.
constexpr std::chrono::seconds newsLast{6};
// The wall clock may be set, or go on while the machine sleeps.
constexpr std::chrono::minutes longestStateWait{1};
constexpr std::chrono::seconds setBackTolerance{1};
// Rows whose states are looked at in one turn of the event loop: about a millisecond.
constexpr quint32 statesInATurn = 10'000;

template <class T>
bool is(const PageWalk::State &state)
{
    return std::holds_alternative<T>(state);
}

bool isUnderWay(const PageWalk::State &state)
{
    return is<PageWalk::Fetching>(state) || is<PageWalk::Waiting>(state);
}

const quo::ApiError *errorOf(const PageWalk::State &state)
{
    const auto *failed = std::get_if<PageWalk::Failed>(&state);
    return failed ? &failed->error : nullptr;
}

// Takes a walk that has ended away from its owner. It is the one that is telling, so it is
// destroyed later.
quo::ChangeWalk &retire(std::unique_ptr<quo::ChangeWalk> &owned, QObject &owner)
{
    quo::ChangeWalk *const walk = owned.release();
    walk->disconnect(&owner);
    walk->deleteLater();
    return *walk;
}

// A row from the future would hide what is changed until then. A clock that is slow asks for more
// than is needed, and one that is fast is as good as none.
std::optional<quo::Instant> earlier(std::optional<quo::Instant> instant, quo::Instant now)
{
    return instant ? std::optional(std::min(*instant, now)) : std::nullopt;
}

} // namespace

InboxSession::InboxSession(quo::Client &client, quo::Clock &clock, const Names &names,
                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_names(names)
    , m_model(*this, names)
    , m_arranger(m_model, clock)
    , m_network(clock, [this] { goOn(); })
{
    connect(&m_arranger, &RowArranger::arranged, this, [this] {
        lookFurther();
        Q_EMIT statusChanged();
    });
}

InboxSession::~InboxSession() = default;

bool InboxSession::Generation::mayGoOn() const
{
    const PageWalk::State state = this->state();
    const quo::ApiError *error = errorOf(state);
    return error && !isStopped && quo::remedyOf(error->kind) == quo::Remedy::Time;
}

bool InboxSession::Generation::mayLackRows() const
{
    // A single page is of one moment, and a full walk looks itself whether it has missed any.
    return full ? full->completeness().rowsMoved : pages > 1;
}

void InboxSession::Generation::retry()
{
    isStopped = false;
    failures = 0;
    current().retry();
}

PageWalk::State InboxSession::Reload::state() const
{
    if (closingError)
        return PageWalk::Failed{*closingError};
    return closing ? closing->state() : reading->state();
}

SessionStatus InboxSession::status() const
{
    SessionStatus status;
    status.isFiltered = m_arranger.isFiltered();
    status.isArranging = m_arranger.isWorking();
    status.offlineSince = m_network.awaySince();
    status.refreshError = m_refreshError;
    status.refreshFailures = m_refreshFailures;
    status.canAskForChanges = m_canAskForChanges;
    status.load = m_client.load();
    status.completeness.moreExist = true;
    if (!m_shown)
        return status;
    status.shownWalk = m_shown->state();
    status.walk = status.shownWalk;
    if (m_changes)
        status.walk = m_changes->state();
    else if (isReloading())
        status.walk = m_reload->state();
    else if (m_refreshError && !isUnderWay(status.shownWalk))
        status.walk = PageWalk::Failed{*m_refreshError};
    status.completeness = m_shown->completeness();
    status.completeness.rowsMoved = status.completeness.rowsMoved || m_changesMoved;
    if (searchesContacts(m_arranger.search()))
        status.completeness.contactsProblem = m_contactsProblem;
    if (m_shown->pages > 0)
        status.completeness.asOf =
            m_refreshEnded == quo::Instant() ? m_shown->begun : m_refreshEnded;
    status.firstPageArrived = m_shown->pages > 0;
    status.refreshing = isReloading() || m_changes;
    status.loadingAll = m_shown->full && isUnderWay(status.shownWalk);
    status.isChecking = !m_shown->full && m_shown->walk->isChecking() && !errorOf(status.shownWalk);
    status.fullBegun = m_shown->fullBegun;
    status.fullRequests = m_shown->full ? m_shown->full->pages() : 0;
    status.begun = m_shown->begun;
    status.ended = m_shown->ended;
    status.parts = m_shown->current().parts();
    status.loaded = loadedCount();
    status.shown = m_model.rowCount();
    status.looksFurther =
        status.isFiltered && status.shown < screenOfRows && isUnderWay(status.shownWalk);
    status.refreshed = m_reload ? m_reload->seen.count() : 0;
    status.refreshEnded = m_refreshEnded;
    status.refusedLines = m_client.refusedLines();
    return status;
}

void InboxSession::setQuery(const quo::ConversationQuery &query)
{
    if (m_shown && query == m_query)
        return;
    m_query = query;
    m_changes.reset();
    m_reload.reset();
    m_knownUntil.reset();
    m_canAskForChanges = true;
    m_changesMoved = false;
    m_refreshEnded = {};
    m_refreshError.reset();
    m_refreshFailures = 0;
    m_schedule = {};
    m_snoozes = {};
    m_nextStates.reset();
    m_endOfNews.reset();
    auto store = std::make_unique<ConversationStore>();
    m_arranger.reset(*store);
    m_store = std::move(store);
    awaitNextState();
    m_shown = begin();
    m_shown->walk->fetchNext();
}

void InboxSession::setContactsProblem(const std::optional<quo::ContactsProblem> &problem)
{
    if (problem == m_contactsProblem)
        return;
    m_contactsProblem = problem;
    Q_EMIT statusChanged();
}

void InboxSession::refresh()
{
    const QPointer<InboxSession> self(this);
    if (m_shown)
        m_shown->retry();
    // Without a first page there is nothing to refresh, and it is on its way.
    if (!self || !m_shown || m_shown->pages == 0 || m_changes || isReloading())
        return;
    if (m_reload)
        retryReload();
    else if (!m_knownUntil || !m_canAskForChanges)
        reload();
    else
        beginRefresh();
}

void InboxSession::refreshByItself()
{
    if (!m_network.awaySince()) // where it finds out by itself when it is back
        goOn();
}

// What was begun and may go on by now, and then whatever has changed.
void InboxSession::goOn()
{
    if (!m_shown || m_changes || isReloading())
        return;
    if (m_shown->mayGoOn()) {
        const QPointer<InboxSession> self(this);
        m_shown->retry();
        // One request finds out whether there is a network; once it is answered, this is called
        // again.
        if (!self || !m_shown || m_network.awaySince())
            return;
    }
    const bool isLoadingAll = m_shown->full && isUnderWay(m_shown->state());
    if (m_shown->pages == 0 || (isLoadingAll && !m_refreshError))
        return;
    if (m_refreshError) {
        switch (quo::remedyOf(m_refreshError->kind)) {
        case quo::Remedy::AnotherKey:
            return;
        case quo::Remedy::Time:
            if (m_reload)
                return retryReload();
            break;
        case quo::Remedy::AnotherQuestion:
        case quo::Remedy::Wish:
            m_reload.reset();
        }
    }
    // A server that ignores what it is asked is asked again: it costs a page, and may have changed.
    if (m_knownUntil)
        beginRefresh();
    else
        reload();
}

void InboxSession::reload()
{
    if (!m_shown)
        return;
    m_client.setRefusedLines({}); // who was let in meanwhile is to be seen
    m_changes.reset();
    m_reload = std::make_unique<Reload>();
    m_reload->known = m_store->size();
    m_reload->wanted = loadedCount();
    m_reload->wasWhole = m_shown->completeness().isWhole() && !m_changesMoved;
    beginReading();
}

void InboxSession::loadAll()
{
    if (!m_shown || isReloading() || m_shown->full || m_shown->walk->isChecking() ||
        is<PageWalk::Ended>(m_shown->walk->state()))
        return;
    m_reload.reset();
    beginFull(*m_shown);
}

void InboxSession::wantMore()
{
    if (canFetchMore())
        m_shown->walk->fetchNext();
}

void InboxSession::retry()
{
    const QPointer<InboxSession> self(this);
    if (m_shown)
        m_shown->retry();
    if (!self || !m_shown || !m_refreshError || m_changes || isReloading())
        return;
    if (m_reload)
        retryReload();
    else if (m_knownUntil)
        beginRefresh();
    else
        reload();
}

void InboxSession::stop()
{
    if (!m_shown)
        return;
    m_changes.reset();
    m_reload.reset();
    m_refreshError.reset();
    if (isUnderWay(m_shown->state())) {
        if (!m_shown->full) {
            m_shown->isStopped = true;
            return m_shown->walk->stop(); // which tells of it
        }
        // What it has brought stays, and the walk from before can go on where it was.
        m_shown->full.reset();
    }
    Q_EMIT statusChanged();
}

bool InboxSession::canFetchMore() const
{
    return m_shown && !isReloading() && is<PageWalk::Idle>(m_shown->state());
}

bool InboxSession::isReloading() const
{
    return m_reload && !is<PageWalk::Failed>(m_reload->state());
}

bool InboxSession::isReading(const Generation &generation) const
{
    return m_reload && m_reload->reading.get() == &generation;
}

int InboxSession::loadedCount() const
{
    return int(m_store->size() - m_store->rows().leftCount());
}

std::unique_ptr<InboxSession::Generation> InboxSession::begin()
{
    auto generation = std::make_unique<Generation>();
    generation->begun = m_clock.now();
    generation->walk = std::make_unique<quo::FullWalk>(m_client, m_clock, m_query, QStringList(),
                                                       quo::Priority::Looking);
    follow(*generation->walk, *generation);
    return generation;
}

void InboxSession::follow(quo::FullWalk &walk, Generation &generation)
{
    // The walk is owned by the generation, so none of the connections outlives it.
    connect(&walk, &quo::FullWalk::pageArrived, this,
            [this, &generation](const quo::Page &page) { onPage(generation, page); });
    connect(&walk, &quo::FullWalk::stateChanged, this,
            [this, &generation] { onWalkState(generation); });
    connect(&walk, &quo::FullWalk::rowsLeft, this, &InboxSession::leaveIds);
}

void InboxSession::beginFull(Generation &generation)
{
    generation.full = std::make_unique<quo::FullWalk>(
        m_client, m_clock, m_query, m_names.directory().lineIds(), quo::Priority::Walk);
    generation.fullBegun = m_clock.now();
    follow(*generation.full, generation);
    generation.full->start();
}

void InboxSession::onPage(Generation &generation, const quo::Page &page)
{
    // Every change from here on is later than this, or among the rows of this walk.
    if (generation.pages++ == 0)
        generation.initialNewest = earlier(newestUpdate(page), m_clock.now());
    if (&generation == m_shown.get() && !m_knownUntil)
        m_knownUntil = generation.initialNewest;
    generation.ended = m_clock.now();
    m_network.noteAnswer();
    const int shown = m_model.rowCount();
    const Taken taken = take(page);
    generation.lastPageBroughtRows = m_model.rowCount() > shown;
    if (isReading(generation)) {
        m_reload->hasNews = m_reload->hasNews || !taken.merge.touched().isEmpty();
        m_reload->lastPageBroughtKnown =
            std::ranges::any_of(page.rows, [this](const quo::Conversation &row) {
                const quint32 at = *m_store->find(row.id);
                return at < m_reload->known && !m_reload->seen.contains(at);
            });
        m_reload->hasSeenKnown = m_reload->hasSeenKnown || m_reload->lastPageBroughtKnown;
        noteSeen(page);
    }
    tell(taken.attention);
}

void InboxSession::onWalkState(Generation &generation)
{
    if (isReading(generation))
        return onReloadState();
    noteFailures(generation);
    // A page may be empty, or hold nothing new or nothing to show, and still have a next one; a
    // view asks for more only after rows were inserted.
    if (is<PageWalk::Idle>(generation.state()) && !generation.lastPageBroughtRows)
        return generation.walk->fetchNext();
    closeAtEnd();
    lookFurther();
    Q_EMIT statusChanged();
}

// Rows may have moved between the pages, so what these lack is found out in the background.
void InboxSession::closeAtEnd()
{
    if (!m_shown->full && is<PageWalk::Ended>(m_shown->walk->state()))
        m_shown->walk->close(m_shown->isConfirmed);
}

// Parts that have failed while others go on say as well whether there is a network.
void InboxSession::noteFailures(Generation &generation)
{
    if (!generation.full) {
        const PageWalk::State state = generation.state();
        if (const quo::ApiError *error = errorOf(state))
            m_network.noteFailure(*error);
        return;
    }
    const QList<quo::Completeness::Failure> failures = generation.full->completeness().failures;
    const bool areMore = failures.size() > std::exchange(generation.failures, failures.size());
    if (!areMore)
        return;
    const auto away = std::ranges::find(failures, quo::ApiError::Kind::NoNetwork,
                                        [](const auto &failure) { return failure.error.kind; });
    m_network.noteFailure(away == failures.end() ? failures.last().error : away->error);
}

void InboxSession::beginReading()
{
    m_reload->seen = {};
    m_reload->hasSeenKnown = false;
    m_reload->isClosed = false;
    m_reload->reading = begin();
    Generation &reading = *m_reload->reading;
    if (m_shown->full)
        beginFull(reading);
    else
        reading.walk->fetchNext();
}

void InboxSession::retryReload()
{
    if (!std::exchange(m_reload->closingError, std::nullopt))
        m_reload->reading->retry();
    else
        beginClosing();
}

void InboxSession::onReloadState()
{
    Reload &reload = *m_reload;
    const PageWalk::State state = reload.reading->state();
    if (const quo::ApiError *error = errorOf(state))
        noteRefreshFailure(*error);
    const bool isIdle = is<PageWalk::Idle>(state);
    if (isIdle) {
        // Where new ones have come, those that were loaded are further down than they were.
        const int seen = reload.seen.count();
        const bool expectsKnown =
            reload.lastPageBroughtKnown || (!reload.hasSeenKnown && seen < 2 * reload.wanted);
        if (seen < loadedCount() && (seen < reload.wanted || expectsKnown))
            return reload.reading->walk->fetchNext();
    }
    if (isIdle || is<PageWalk::Ended>(state))
        return endReading();
    Q_EMIT statusChanged();
}

// What was changed while several pages were read may have moved from one that was yet to be read to
// one that had been read.
void InboxSession::beginClosing()
{
    m_reload->closing = changesSince(*m_reload->reading->initialNewest);
    connect(m_reload->closing.get(), &quo::ChangeWalk::pageArrived, this,
            [this](const quo::Page &page) {
                m_network.noteAnswer();
                const Taken taken = take(page);
                m_reload->hasNews = m_reload->hasNews || !taken.merge.touched().isEmpty();
                noteSeen(page);
                tell(taken.attention);
            });
    connect(m_reload->closing.get(), &quo::ChangeWalk::stateChanged, this,
            &InboxSession::onClosingState);
    m_reload->closing->start();
}

void InboxSession::onClosingState()
{
    const PageWalk::State state = m_reload->closing->state();
    if (const quo::ApiError *error = errorOf(state)) {
        retire(m_reload->closing, *this);
        m_reload->closingError = *error;
        noteRefreshFailure(*error);
    } else if (is<PageWalk::Ended>(state)) {
        const quo::ChangeWalk &closing = retire(m_reload->closing, *this);
        for (const QString &id : closing.leftIds())
            if (const std::optional<quint32> row = m_store->find(id))
                m_reload->seen.set(*row, false);
        m_reload->isClosed = true;
        return endReading();
    }
    Q_EMIT statusChanged();
}

void InboxSession::endReading()
{
    Reload &reload = *m_reload;
    RowSet missing(m_store->size());
    QList<quint32> gone;
    for (quint32 row = 0; row < m_store->size(); ++row) {
        if (reload.seen.contains(row) || m_store->rows().hasLeft(row))
            continue;
        missing.set(row, true);
        if (!reload.missingBefore || reload.missingBefore->contains(row))
            gone.append(row);
    }
    // What two readings lack is not there.
    const bool isSure = gone.isEmpty() || !reload.reading->mayLackRows();
    if (!isSure && !reload.isClosed && reload.reading->initialNewest)
        return beginClosing();
    if (isSure || reload.missingBefore)
        return endReload(gone);
    reload.missingBefore = missing;
    reload.initialNewest = reload.reading->initialNewest;
    beginReading();
}

void InboxSession::endReload(const QList<quint32> &gone)
{
    m_shown = std::move(m_reload->reading);
    m_shown->isConfirmed = m_reload->wasWhole && !m_reload->hasNews;
    m_changesMoved = false;
    m_knownUntil = m_reload->initialNewest ? m_reload->initialNewest : m_shown->initialNewest;
    m_canAskForChanges = true; // until it turns out again that it cannot
    m_reload.reset();
    m_refreshEnded = m_clock.now();
    noteRefreshSuccess();
    leave(gone);
    closeAtEnd();
    Q_EMIT statusChanged();
}

void InboxSession::noteSeen(const quo::Page &page)
{
    for (const quo::Conversation &row : page.rows)
        m_reload->seen.set(*m_store->find(row.id), true);
}

std::unique_ptr<quo::ChangeWalk> InboxSession::changesSince(quo::Instant known)
{
    // A clock that was fast may have been set right since.
    return std::make_unique<quo::ChangeWalk>(m_client, m_query,
                                             std::min(known, m_clock.now()) - quo::changeMargin,
                                             quo::Priority::Looking);
}

void InboxSession::beginRefresh()
{
    m_changes = changesSince(*m_knownUntil);
    connect(m_changes.get(), &quo::ChangeWalk::pageArrived, this, &InboxSession::onChanges);
    connect(m_changes.get(), &quo::ChangeWalk::stateChanged, this, &InboxSession::onChangeState);
    m_changes->start();
}

void InboxSession::onChanges(const quo::Page &page)
{
    m_network.noteAnswer();
    const Taken taken = take(page);
    const QList<quint32> rows = taken.merge.touched();
    if (rows.isEmpty())
        return;
    QStringList ids;
    for (const quint32 row : rows)
        ids.append(m_store->at(row).id());
    m_endOfNews = m_clock.callAfter(newsLast, [this] { m_model.clearNews(); });
    m_model.addNews(rows);
    const QPointer<InboxSession> self(this);
    Q_EMIT changesArrived(ids);
    if (self)
        tell(taken.attention);
}

void InboxSession::onChangeState()
{
    // What has failed is over; the next refresh is another one.
    const PageWalk::State state = m_changes->state();
    if (const quo::ApiError *error = errorOf(state)) {
        retire(m_changes, *this);
        noteRefreshFailure(*error);
    } else if (is<PageWalk::Ended>(state)) {
        endRefresh(retire(m_changes, *this));
    }
    Q_EMIT statusChanged();
}

void InboxSession::endRefresh(const quo::ChangeWalk &changes)
{
    m_refreshEnded = m_clock.now();
    noteRefreshSuccess();
    m_canAskForChanges = !changes.isIgnored();
    if (changes.isIgnored())
        return; // reading all of it again is the only way then
    m_changesMoved = changes.hasMoved();
    m_knownUntil = std::max(m_knownUntil, earlier(changes.newest(), m_clock.now()));
    leaveIds(changes.leftIds().values());
}

void InboxSession::leaveIds(const QStringList &ids)
{
    QList<quint32> gone;
    for (const QString &id : ids)
        if (const std::optional<quint32> row = m_store->find(id);
            row && !m_store->rows().hasLeft(*row))
            gone.append(*row);
    leave(gone);
}

void InboxSession::noteRefreshFailure(const quo::ApiError &error)
{
    m_refreshError = error;
    ++m_refreshFailures;
    m_network.noteFailure(error);
}

void InboxSession::noteRefreshSuccess()
{
    m_refreshError.reset();
    m_refreshFailures = 0;
    m_network.noteAnswer();
}

void InboxSession::leave(const QList<quint32> &rows)
{
    for (const quint32 row : rows)
        m_store->leave(row);
    m_arranger.applyChanges(rows);
}

InboxSession::Taken InboxSession::take(const quo::Page &page)
{
    struct Known
    {
        Facets facets;
        std::optional<quo::Instant> snoozedUntil;
    };
    QHash<quint32, Known> before;
    for (const quo::Conversation &row : page.rows)
        if (const std::optional<quint32> known = m_store->find(row.id))
            before.insert(
                *known, {m_arranger.facetCounts().of(*known), m_store->at(*known).snoozedUntil()});
    Taken taken{m_store->merge(page.rows), {}};
    const quo::Instant now = m_clock.now();
    for (const quint32 row : taken.merge.touched()) {
        const ConversationRow content = m_store->at(row);
        m_schedule.add(row, content, now);
        const bool isNew = !before.contains(row);
        const Known known = before.value(row);
        if ((known.facets & bitOf(Facet::Assigned)) != 0 && !content.isAssigned())
            taken.attention.append({content.id(), Facet::Unassigned});
        if (m_snoozes.noteRead(row, isNew, known.snoozedUntil, content.snoozedUntil(), now))
            taken.attention.append({content.id(), Facet::SnoozeEnded});
    }
    m_statesAt = std::max(m_statesAt, now);
    m_arranger.apply(taken.merge);
    awaitNextState();
    return taken;
}

void InboxSession::tell(const QList<Attention> &attention)
{
    const QPointer<InboxSession> self(this);
    for (const auto &[id, because] : attention)
        if (self)
            Q_EMIT attentionWanted(id, because);
}

void InboxSession::lookFurther()
{
    if (m_arranger.isFiltered() && !m_arranger.isWorking() && m_model.rowCount() < screenOfRows &&
        m_shown && m_shown->pages > 0)
        wantMore();
}

// One timer for all rows. It looks at the wall clock every minute even where nothing is ahead,
// since that may have been set back.
void InboxSession::awaitNextState()
{
    m_nextState.reset();
    if (m_store->size() == 0)
        return;
    quo::milliseconds wait = longestStateWait;
    if (const std::optional<quo::Instant> next = m_schedule.next())
        wait = std::min(wait, *next - m_clock.now());
    m_nextState = m_clock.callWhenAged(wait, [this] { onStatesDue(); });
}

void InboxSession::onStatesDue()
{
    const quo::Instant now = m_clock.now();
    const bool isSetBack = now + setBackTolerance < m_statesAt;
    m_statesAt = now;
    const QList<quint32> due = m_schedule.takeDue(now);
    QList<Attention> attention;
    for (const quint32 row : due)
        if (const ConversationRow content = m_store->at(row);
            !m_store->rows().hasLeft(row) && m_snoozes.noteTime(row, content.snoozedUntil(), now))
            attention.append({content.id(), Facet::SnoozeEnded});
    m_arranger.applyChanges(due);
    if (isSetBack) {
        m_schedule = {};
        lookThroughStates(0);
    }
    awaitNextState();
    const QPointer<InboxSession> self(this);
    m_arranger.noteTime();
    if (due.isEmpty() || !self)
        return;
    Q_EMIT statusChanged();
    if (self)
        tell(attention);
}

// What was due once may be ahead again.
void InboxSession::lookThroughStates(quint32 first)
{
    m_nextStates.reset();
    const quo::Instant now = m_clock.now();
    const quint32 end = std::min(m_store->size(), first + statesInATurn);
    QList<quint32> changed;
    for (quint32 row = first; row < end; ++row) {
        if (m_store->rows().hasLeft(row))
            continue;
        const ConversationRow content = m_store->at(row);
        m_schedule.add(row, content, now);
        m_snoozes.noteTime(row, content.snoozedUntil(), now);
        if (facetsOf(content, now) != m_arranger.facetCounts().of(row))
            changed.append(row);
    }
    if (end < m_store->size())
        m_nextStates =
            m_clock.callAfter(quo::milliseconds(0), [this, end] { lookThroughStates(end); });
    m_arranger.applyChanges(changed);
    awaitNextState();
    if (!changed.isEmpty())
        Q_EMIT statusChanged();
}

} // namespace inbox
