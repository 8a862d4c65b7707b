// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxsession.h"

#include "syncing/walkstate.h"

#include <QPointer>

namespace inbox {

namespace {

// If fewer rows match, a window may have room for more.
constexpr int screenOfRows = 50;
// Long enough for all steps to be noticed out of the corner of an eye.
constexpr std::chrono::seconds newsStep{1};

} // namespace

InboxSession::InboxSession(KnownConversations &known, syncing::ConversationSync &sync,
                           quo::Clock &clock, const Names &names, const ListWords &words,
                           QObject *parent)
    : QObject(parent)
    , m_known(known)
    , m_sync(sync)
    , m_clock(clock)
    , m_model(*this, names, words)
    , m_arranger(m_model, clock)
{
    m_arranger.reset(known.store());
    connect(&m_arranger, &RowArranger::arranged, this, [this] {
        const QPointer<InboxSession> self(this);
        lookFurther();
        if (self)
            Q_EMIT statusChanged();
    });
    connect(&m_arranger, &RowArranger::waitingChanged, this, &InboxSession::onWaitingChanged);
    connect(&known.states(), &StateWatch::timePassed, this, &InboxSession::onTimePassed);
    connect(&sync, &syncing::ConversationSync::rowsChanged, this, &InboxSession::onRowsChanged);
    connect(&sync, &syncing::ConversationSync::statusChanged, this, &InboxSession::onSyncStatus);
    // The numbers of lines may be known by now.
    connect(&names, &Names::directoryChanged, this, [this] {
        if (m_query)
            arrange();
    });
}

InboxSession::~InboxSession() = default;

SessionStatus InboxSession::status() const
{
    SessionStatus status{m_sync.status()};
    status.isFiltered = m_arranger.isFiltered();
    status.isArranging = m_arranger.isWorking();
    if (!m_query)
        return status;
    status.loaded = m_arranger.counts().loaded;
    status.shown = m_arranger.order().size();
    status.waiting = m_arranger.waiting().count();
    status.completeness.rows = status.loaded;
    status.firstPageArrived = status.firstPageArrived || (status.loaded > 0 && !status.isArranging);
    status.looksFurther =
        status.isFiltered && status.shown < screenOfRows && syncing::isUnderWay(status.shownWalk);
    if (searchesContacts(m_arranger.search()))
        status.completeness.contactsProblem = m_contactsProblem;
    return status;
}

ShownCounts InboxSession::counts() const
{
    ShownCounts counts = m_arranger.counts();
    const quo::Completeness completeness = m_sync.completeness();
    counts.moreExist =
        completeness.moreExist || completeness.isStopped || !completeness.failures.isEmpty();
    counts.isWorkspaceWhole = m_sync.status().isWorkspaceWhole;
    return counts;
}

void InboxSession::setQuery(const quo::ConversationQuery &query)
{
    if (m_query && query == *m_query)
        return;
    m_query = query;
    m_waitingNews = {};
    m_endedOutside = {};
    m_lastPageBroughtRows = true;
    m_sync.want(query);
    const QPointer<InboxSession> self(this);
    arrange();
    if (self)
        Q_EMIT statusChanged();
}

void InboxSession::setArrangement(const Arrangement &arrangement)
{
    m_wanted = arrangement;
    arrange();
}

void InboxSession::arrange()
{
    Arrangement arrangement = m_wanted;
    if (m_query) {
        quo::ConversationQuery query = *m_query;
        std::optional<QueryConditions> conditions =
            QueryConditions::of(query, m_sync.lineNumbers());
        if (!conditions) { // then the members are on these lines
            query.phoneNumbers.clear();
            conditions = QueryConditions::of(query, {});
        }
        arrangement.conditions = *conditions;
    }
    m_arranger.setArrangement(arrangement, m_sync.members());
}

int InboxSession::waitingNews() const
{
    RowSet news = m_arranger.waiting();
    news -= m_readLater;
    return news.count();
}

bool InboxSession::isListed(quint32 row) const
{
    const std::optional<RowSet> &members = m_arranger.members();
    return (!members || members->contains(row)) &&
           m_arranger.arrangement().conditions.matches(m_known.store().at(row));
}

void InboxSession::stop()
{
    m_lastPageBroughtRows = true; // else the next page follows
    m_sync.stop();
}

void InboxSession::setContactsProblem(const std::optional<quo::ContactsProblem> &problem)
{
    if (problem == m_contactsProblem)
        return;
    m_contactsProblem = problem;
    Q_EMIT statusChanged();
}

void InboxSession::onRowsChanged(const syncing::RowChange &change, Origin origin)
{
    if (origin == Origin::News)
        return onNews(change);
    const bool isContinuation = origin == Origin::Continuation || origin == Origin::Background;
    const RowArranger::Source source =
        isContinuation ? RowArranger::Source::Continuation : RowArranger::Source::Changes;
    const int shown = m_arranger.order().size();
    noteOrigin(change, origin);
    const QPointer<InboxSession> self(this);
    m_arranger.setMembers(m_sync.members(), source);
    if (self)
        m_arranger.apply(change, source);
    if (!self)
        return;
    if (origin == Origin::Continuation)
        m_lastPageBroughtRows = m_arranger.isWorking() || m_arranger.order().size() > shown;
    announce(change);
}

// Before it is arranged, so that what waits is counted right at once.
void InboxSession::noteOrigin(const syncing::RowChange &change, Origin origin)
{
    const bool isOnlyRead = origin != Origin::News && origin != Origin::Correction;
    for (quint32 i = 0; i < change.added; ++i)
        m_readLater.set(change.firstAdded + i, isOnlyRead);
    if (!isOnlyRead)
        for (const quint32 row : change.changed)
            m_readLater.set(row, false);
}

void InboxSession::onSyncStatus()
{
    const QPointer<InboxSession> self(this);
    // An answer that was kept, or read to its end, is another set of the same rows.
    m_arranger.setMembers(m_sync.members());
    // A page may bring no rows that are shown and still not be the last one; but a view asks for
    // more only after rows were inserted. What is read in the background inserts some.
    if (self && m_sync.canFetchMore() && !m_lastPageBroughtRows && !m_sync.isReadingEverything())
        return m_sync.fetchMore();
    if (self)
        lookFurther();
    if (self)
        Q_EMIT statusChanged();
}

void InboxSession::onNews(const syncing::RowChange &news)
{
    noteOrigin(news, Origin::News);
    const QPointer<InboxSession> self(this);
    m_arranger.setMembers(m_sync.members());
    if (self)
        m_arranger.apply(news);
    if (!self)
        return;
    const RowSet waiting = m_arranger.waiting();
    QList<quint32> rows = news.touched();
    QList<quint32> arrived;
    for (const quint32 row : std::as_const(rows)) {
        m_waitingNews.set(row, waiting.contains(row));
        if (!waiting.contains(row) && isListed(row))
            arrived.append(row);
    }
    rows.removeIf([this](quint32 row) { return !m_model.order().contains(row); });
    showNews(rows, arrived);
    if (self)
        announce(news);
}

void InboxSession::showNews(const QList<quint32> &rows, const QList<quint32> &arrived)
{
    QStringList ids;
    for (const quint32 row : arrived)
        ids.append(m_known.store().at(row).id());
    if (!m_newsStep)
        m_newsStep = m_clock.callAfter(newsStep, [this] { ageNews(); });
    const QPointer<InboxSession> self(this);
    m_model.addNews(rows);
    if (self && !ids.isEmpty())
        Q_EMIT changesArrived(ids);
}

void InboxSession::ageNews()
{
    m_newsStep.reset();
    if (m_model.hasNews())
        m_newsStep = m_clock.callAfter(newsStep, [this] { ageNews(); });
    m_model.ageNews();
}

void InboxSession::onWaitingChanged()
{
    RowSet come = m_waitingNews;
    come -= m_arranger.waiting();
    m_waitingNews -= come;
    come &= m_arranger.order().set();
    QList<quint32> rows;
    come.forEach([&rows](quint32 row) { rows.append(row); });
    const QPointer<InboxSession> self(this);
    showNews(rows, rows);
    if (self)
        Q_EMIT statusChanged();
}

void InboxSession::onTimePassed(const QList<quint32> &rows, const QList<Attention> &attention)
{
    for (const quint32 row : rows)
        m_readLater.set(row, false);
    const QPointer<InboxSession> self(this);
    m_arranger.applyChanges(rows);
    if (self)
        m_arranger.noteTime();
    if (self && !rows.isEmpty())
        Q_EMIT statusChanged();
    if (self)
        announce(attention);
}

// What a change has brought, and ends of snoozes that were not announced before.
void InboxSession::announce(const syncing::RowChange &change)
{
    QList<Attention> attention = m_known.takeAttention();
    const QList<quint32> rows = m_endedOutside.isEmpty() ? QList<quint32>() : change.touched();
    for (const quint32 row : rows)
        if (m_endedOutside.contains(row) && isListed(row)) {
            m_endedOutside.set(row, false);
            const ConversationRow content = m_known.store().at(row);
            if (facetsOf(content, m_clock.now()) & bitOf(Facet::SnoozeEnded))
                attention.append({content.id(), Facet::SnoozeEnded});
        }
    announce(attention);
}

// Of rows that belong to the list.
void InboxSession::announce(QList<Attention> attention)
{
    attention.removeIf([this](const Attention &wanted) {
        const std::optional<quint32> row = m_known.find(wanted.id);
        if (!row || isListed(*row))
            return !row;
        m_endedOutside.set(*row, wanted.because == Facet::SnoozeEnded);
        return true;
    });
    const QPointer<InboxSession> self(this);
    for (const auto &[id, because] : std::as_const(attention))
        if (self)
            Q_EMIT attentionWanted(id, because);
}

void InboxSession::lookFurther()
{
    if (m_arranger.isFiltered() && !m_arranger.isWorking() &&
        m_arranger.order().size() < screenOfRows)
        wantMore();
}

} // namespace inbox
