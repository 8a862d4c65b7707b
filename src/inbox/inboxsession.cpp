// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxsession.h"

#include <algorithm>

namespace inbox {

namespace {

using quo::PageWalk;

// Where fewer rows match, a window may have room for more.
constexpr int screenOfRows = 50;
// Servers of one service differ by less, and what is read twice does no harm.
constexpr std::chrono::minutes refreshMargin{2};
constexpr std::chrono::seconds offlineProbe{15};
// Long enough to be seen from the corner of an eye.
constexpr std::chrono::seconds newsLast{6};

template <class T>
bool is(const PageWalk::State &state)
{
    return std::holds_alternative<T>(state);
}

bool isUnderWay(const PageWalk::State &state)
{
    return is<PageWalk::Fetching>(state) || is<PageWalk::Waiting>(state);
}

// A row from the future would hide what is changed until then. A clock that is slow asks for more
// than is needed, and one that is fast is as good as none.
std::optional<quo::Instant> earlier(std::optional<quo::Instant> instant, quo::Instant now)
{
    return instant ? std::optional(std::min(*instant, now)) : std::nullopt;
}

} // namespace

InboxSession::InboxSession(quo::Client &client, quo::Clock &clock, Reader reader, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_model(*this, clock, std::move(reader))
    , m_arranger(m_model, clock)
{
    connect(&m_arranger, &RowArranger::arranged, this, [this] {
        lookFurther();
        Q_EMIT statusChanged();
    });
}

InboxSession::~InboxSession() = default;

SessionStatus InboxSession::status() const
{
    SessionStatus status;
    status.isFiltered = m_arranger.isFiltered();
    status.isArranging = m_arranger.isWorking();
    status.offlineSince = m_offlineSince;
    status.load = m_client.load();
    status.completeness.moreExist = true;
    if (!m_shown)
        return status;
    status.shownWalk = m_shown->state();
    status.walk = m_changes ? m_changes->state() : (m_again ? m_again : m_shown)->state();
    status.completeness = m_shown->completeness();
    if (m_shown->pages > 0)
        status.completeness.asOf =
            m_refreshEnded == quo::Instant() ? m_shown->begun : m_refreshEnded;
    status.firstPageArrived = m_shown->pages > 0;
    status.refreshing = m_again || m_changes;
    status.loadingAll = m_shown->full && isUnderWay(status.shownWalk);
    status.fullBegun = m_shown->fullBegun;
    status.fullRequests = m_shown->full ? m_shown->full->pages() : 0;
    status.begun = m_shown->begun;
    status.ended = m_shown->ended;
    status.parts = m_shown->full ? m_shown->full->parts() : QList{m_query};
    status.loaded = int(m_store->size() - m_store->rows().leftCount());
    status.shown = m_model.rowCount();
    status.looksFurther =
        status.isFiltered && status.shown < screenOfRows && isUnderWay(status.shownWalk);
    status.refreshed = m_again ? m_again->seen.count() : 0;
    status.refreshEnded = m_refreshEnded;
    status.canAskForChanges = m_shown->canAskForChanges;
    status.refusedLines = m_client.refusedLines();
    return status;
}

void InboxSession::setQuery(const quo::ConversationQuery &query)
{
    if (m_shown && query == m_query)
        return;
    m_query = query;
    m_changes.reset();
    m_again.reset();
    m_probe.reset();
    m_knownUntil.reset();
    m_refreshEnded = {};
    m_schedule = {};
    m_endOfNews.reset();
    auto store = std::make_unique<ConversationStore>();
    m_arranger.reset(*store);
    m_store = std::move(store);
    awaitNextState();
    m_shown = begin();
    m_shown->walk->fetchNext();
}

void InboxSession::refresh()
{
    if (!m_shown)
        return;
    if (m_again || m_changes)
        return is<PageWalk::Failed>(status().walk) ? retry() : void();
    if (!m_knownUntil)
        return reload();
    m_changes = std::make_unique<quo::ChangeWalk>(m_client, m_query, *m_knownUntil - refreshMargin,
                                                  quo::Priority::Looking);
    connect(m_changes.get(), &quo::ChangeWalk::pageArrived, this, &InboxSession::onChanges);
    connect(m_changes.get(), &quo::ChangeWalk::stateChanged, this, &InboxSession::onChangeState);
    m_changes->start();
}

void InboxSession::reload()
{
    if (!m_shown)
        return;
    m_client.setRefusedLines({}); // who was let in meanwhile is to be seen
    m_changes.reset();
    m_again = begin();
    m_again->wanted = status().loaded;
    if (m_shown->full)
        beginFull(*m_again);
    else
        m_again->walk->fetchNext();
}

void InboxSession::loadAll()
{
    if (!m_shown || m_again || m_shown->full || is<PageWalk::Ended>(m_shown->walk->state()))
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
    m_probe.reset();
    if (!m_shown)
        return;
    if (m_changes)
        return m_changes->retry();
    Generation &generation = *(m_again ? m_again : m_shown);
    if (generation.full)
        generation.full->retry();
    else
        generation.walk->retry();
}

void InboxSession::stop()
{
    if (m_changes || m_again) {
        m_changes.reset();
        m_again.reset();
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
    return m_shown && !m_again && is<PageWalk::Idle>(m_shown->state());
}

std::unique_ptr<InboxSession::Generation> InboxSession::begin()
{
    auto generation = std::make_unique<Generation>();
    generation->begun = m_clock.now();
    generation->walk = std::make_unique<PageWalk>(m_client, m_query, quo::Priority::Looking);
    follow(*generation->walk, *generation);
    return generation;
}

template <class Walk>
void InboxSession::follow(Walk &walk, Generation &generation)
{
    // The walk is owned by the generation, so neither connection outlives it.
    connect(&walk, &Walk::pageArrived, this,
            [this, &generation](const quo::Page &page) { onPage(generation, page); });
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

void InboxSession::onPage(Generation &generation, const quo::Page &page)
{
    noteReached();
    // Every change from here on is later than this, or among the rows of this walk.
    if (generation.pages++ == 0)
        generation.newestAtFirst = earlier(page.newestUpdate(), m_clock.now());
    if (&generation == m_shown.get() && !m_knownUntil)
        m_knownUntil = generation.newestAtFirst;
    generation.ended = m_clock.now();
    const int shown = m_model.rowCount();
    take(page);
    generation.lastPageBroughtRows = m_model.rowCount() > shown;
    if (&generation == m_again.get())
        for (const quo::Conversation &row : page.rows)
            generation.seen.set(*m_store->find(row.id), true);
}

void InboxSession::onWalkState(Generation &generation)
{
    const PageWalk::State state = generation.state();
    const bool ended = is<PageWalk::Ended>(state);
    const bool idle = is<PageWalk::Idle>(state);
    noteFailure(state);
    if (&generation == m_again.get()) {
        if (idle && generation.seen.count() < generation.wanted)
            return generation.walk->fetchNext();
        if (ended || idle)
            endReload();
    } else if (idle && !generation.lastPageBroughtRows) {
        // A page may be empty, or hold nothing new or nothing to show, and still have a next one; a
        // view asks for more only after rows were inserted.
        return generation.walk->fetchNext();
    } else {
        lookFurther();
    }
    Q_EMIT statusChanged();
}

void InboxSession::endReload()
{
    QList<quint32> gone;
    for (quint32 row = 0; row < m_store->size(); ++row)
        if (!m_again->seen.contains(row) && !m_store->rows().hasLeft(row))
            gone.append(row);
    m_shown = std::move(m_again);
    m_shown->seen = {};
    m_knownUntil = m_shown->newestAtFirst;
    m_refreshEnded = m_clock.now();
    leave(gone);
}

void InboxSession::onChanges(const quo::Page &page)
{
    noteReached();
    // What the rows were in before, of those that are known.
    QHash<quint32, Facets> before;
    for (const quo::Conversation &row : page.rows)
        if (const std::optional<quint32> known = m_store->find(row.id))
            before.insert(*known, m_arranger.facetCounts().of(*known));
    const ConversationStore::Merge merge = take(page);
    const QList<quint32> rows = merge.touched();
    if (rows.isEmpty())
        return;
    QStringList ids;
    for (const quint32 row : rows)
        ids.append(m_store->at(row).id());
    m_model.addNews(rows);
    m_endOfNews = m_clock.callAfter(newsLast, [this] { m_model.clearNews(); });
    Q_EMIT changesArrived(ids);
    for (const quint32 row : merge.changed)
        if ((before.value(row) & bitOf(Facet::Assigned)) != 0 && !m_store->at(row).isAssigned())
            Q_EMIT attentionWanted(m_store->at(row).id(), Facet::Unassigned);
}

void InboxSession::onChangeState()
{
    noteFailure(m_changes->state());
    if (is<PageWalk::Ended>(m_changes->state())) {
        // It is the one that is telling.
        quo::ChangeWalk *const changes = m_changes.release();
        changes->disconnect(this);
        changes->deleteLater();
        endRefresh(*changes);
    }
    Q_EMIT statusChanged();
}

void InboxSession::endRefresh(const quo::ChangeWalk &changes)
{
    noteReached();
    m_refreshEnded = m_clock.now();
    if (changes.isIgnored()) {
        m_knownUntil.reset(); // reading all of it again is the only way then
        m_shown->canAskForChanges = false;
        return;
    }
    m_knownUntil = std::max(m_knownUntil, earlier(changes.newest(), m_clock.now()));
    QList<quint32> gone;
    for (const QString &id : changes.leftIds())
        if (const std::optional<quint32> row = m_store->find(id);
            row && !m_store->rows().hasLeft(*row))
            gone.append(*row);
    leave(gone);
}

void InboxSession::leave(const QList<quint32> &rows)
{
    for (const quint32 row : rows)
        m_store->leave(row);
    m_arranger.applyChanges(rows);
}

ConversationStore::Merge InboxSession::take(const quo::Page &page)
{
    const ConversationStore::Merge merge = m_store->merge(page.rows);
    const quo::Instant now = m_clock.now();
    for (const quint32 row : merge.touched())
        m_schedule.add(row, m_store->at(row), now);
    m_arranger.apply(merge);
    awaitNextState();
    return merge;
}

void InboxSession::lookFurther()
{
    if (m_arranger.isFiltered() && !m_arranger.isWorking() && m_model.rowCount() < screenOfRows &&
        m_shown && m_shown->pages > 0)
        wantMore();
}

void InboxSession::noteReached()
{
    m_probe.reset();
    if (!m_offlineSince)
        return;
    m_offlineSince.reset();
    // Much may have happened meanwhile.
    m_probe = m_clock.callAfter(quo::milliseconds(0), [this] {
        m_probe.reset();
        refresh();
    });
}

void InboxSession::noteFailure(const PageWalk::State &state)
{
    const auto *failed = std::get_if<PageWalk::Failed>(&state);
    if (!failed || failed->error.kind != quo::ApiError::Kind::NoNetwork)
        return;
    if (!m_offlineSince)
        m_offlineSince = m_clock.now();
    m_probe = m_clock.callAfter(offlineProbe, [this] { retry(); });
}

void InboxSession::awaitNextState()
{
    // Timers count in milliseconds of 32 bits, and a mute may end in the year 9999.
    constexpr quo::milliseconds longestWait = std::chrono::hours(24);
    m_nextState.reset();
    const std::optional<quo::Instant> next = m_schedule.next();
    if (!next)
        return;
    m_nextState =
        m_clock.callAfter(std::min(*next - m_clock.now(), longestWait), [this] { onStatesDue(); });
}

void InboxSession::onStatesDue()
{
    const QList<quint32> due = m_schedule.takeDue(m_clock.now());
    QStringList ended; // snoozes
    for (const quint32 row : due)
        if ((m_arranger.facetCounts().of(row) & bitOf(Facet::Snoozed)) != 0 &&
            (facetsOf(m_store->at(row), m_clock.now()) & bitOf(Facet::SnoozeEnded)) != 0)
            ended.append(m_store->at(row).id());
    m_arranger.applyChanges(due);
    awaitNextState();
    Q_EMIT statusChanged();
    for (const QString &id : std::as_const(ended))
        Q_EMIT attentionWanted(id, Facet::SnoozeEnded);
}

} // namespace inbox
