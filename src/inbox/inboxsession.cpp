// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxsession.h"

#include "inbox/walkstate.h"

#include <QPointer>

namespace inbox {

namespace {

using quo::PageWalk;

// If fewer rows match, a window may have room for more.
constexpr int screenOfRows = 50;
// Long enough for all steps to be noticed out of the corner of an eye.
constexpr std::chrono::seconds newsStep{1};

} // namespace

InboxSession::InboxSession(quo::Client &client, quo::Clock &clock, const Names &names,
                           const ListWords &words, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_names(names)
    , m_model(*this, names, words)
    , m_arranger(m_model, clock)
    , m_network(clock, [this] { goOn(); })
{
    connect(&m_arranger, &RowArranger::arranged, this, [this] {
        const QPointer<InboxSession> self(this);
        lookFurther();
        if (self)
            Q_EMIT statusChanged();
    });
    connect(&m_arranger, &RowArranger::waitingChanged, this, &InboxSession::onWaitingChanged);
}

InboxSession::~InboxSession() = default;

SessionStatus InboxSession::status() const
{
    SessionStatus status;
    status.isFiltered = m_arranger.isFiltered();
    status.isArranging = m_arranger.isWorking();
    status.offlineSince = m_network.awaySince();
    status.load = m_client.load();
    status.completeness.moreExist = true;
    if (!m_shown)
        return status;
    addShown(status);
    addRefresh(status);
    if (searchesContacts(m_arranger.search()))
        status.completeness.contactsProblem = m_contactsProblem;
    status.refusedLines = m_client.refusedLines();
    return status;
}

ShownCounts InboxSession::counts() const
{
    ShownCounts counts = m_arranger.counts();
    counts.moreExist = !m_shown || m_shown->completeness().moreExist;
    return counts;
}

void InboxSession::addShown(SessionStatus &status) const
{
    const QueryReading &shown = *m_shown;
    status.shownWalk = shown.state();
    status.walk = status.shownWalk;
    status.completeness = shown.completeness();
    status.firstPageArrived = shown.pages() > 0;
    if (status.firstPageArrived)
        status.completeness.asOf = shown.begun();
    status.loadingAll = shown.readsAll() && isUnderWay(status.shownWalk);
    status.isChecking = !shown.readsAll() && shown.isChecking() && !errorOf(status.shownWalk);
    status.fullBegun = shown.fullBegun();
    status.fullRequests = shown.fullPages();
    status.begun = shown.begun();
    status.ended = shown.ended();
    status.parts = shown.parts();
    status.loaded = m_rows->count();
    status.shown = m_arranger.order().size();
    status.waiting = m_arranger.waiting().count();
    status.looksFurther =
        status.isFiltered && status.shown < screenOfRows && isUnderWay(status.shownWalk);
}

void InboxSession::addRefresh(SessionStatus &status) const
{
    const RefreshCycle &refresh = *m_refresh;
    status.refreshing = refresh.isUnderWay();
    status.refreshError = refresh.error();
    status.refreshFailures = refresh.failures();
    status.canAskForChanges = refresh.canAskForChanges();
    status.refreshed = refresh.rowsRead();
    status.refreshEnded = refresh.ended();
    if (status.refreshing || (status.refreshError && !isUnderWay(status.shownWalk)))
        status.walk = refresh.state();
    status.completeness.rowsMoved = status.completeness.rowsMoved || refresh.hasMoved();
    if (status.firstPageArrived && status.refreshEnded != quo::Instant())
        status.completeness.asOf = status.refreshEnded;
}

void InboxSession::setQuery(const quo::ConversationQuery &query)
{
    if (m_shown && query == m_query)
        return;
    m_query = query;
    m_newsStep.reset();
    m_waitingNews = {};
    m_refresh.reset();
    // Model and arranger point at the old rows until they are reset.
    const std::unique_ptr<LoadedRows> before =
        std::exchange(m_rows, std::make_unique<LoadedRows>(m_clock));
    connect(&m_rows->states(), &StateWatch::timePassed, this, &InboxSession::onTimePassed);
    beginRefreshCycle();
    show(std::make_unique<QueryReading>(m_client, m_clock, m_query));
    m_lastPageBroughtRows = false;
    const QueryReading *const shown = m_shown.get();
    const QPointer<InboxSession> self(this);
    m_arranger.reset(m_rows->store());
    if (self && m_shown.get() == shown)
        m_shown->fetchNext();
}

void InboxSession::beginRefreshCycle()
{
    m_refresh = std::make_unique<RefreshCycle>(
        RefreshDependencies{m_client, m_clock, m_names, m_network, *m_rows}, m_query);
    connect(m_refresh.get(), &RefreshCycle::statusChanged, this, &InboxSession::statusChanged);
    connect(m_refresh.get(), &RefreshCycle::rowsChanged, this, &InboxSession::apply);
    connect(m_refresh.get(), &RefreshCycle::newsArrived, this, &InboxSession::onNews);
    connect(m_refresh.get(), &RefreshCycle::reloaded, this, &InboxSession::onReloaded);
}

void InboxSession::show(std::unique_ptr<QueryReading> reading)
{
    m_shown = std::move(reading);
    connect(m_shown.get(), &QueryReading::pageArrived, this, &InboxSession::onPage);
    connect(m_shown.get(), &QueryReading::stateChanged, this, &InboxSession::onReadingState);
    connect(m_shown.get(), &QueryReading::rowsLeft, this,
            [this](const QStringList &ids) { apply(m_rows->leave(ids)); });
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
    if (!m_shown)
        return;
    const QPointer<InboxSession> self(this);
    m_shown->retry();
    // Without a first page there is nothing to refresh yet.
    if (self && m_shown->pages() > 0)
        m_refresh->refresh(*m_shown);
}

void InboxSession::refreshByItself()
{
    if (!m_network.awaySince()) // else it calls goOn() once it is back
        goOn();
}

// Repeats what failed if time may have mended it, and then requests changes.
void InboxSession::goOn()
{
    if (!m_shown || m_refresh->isUnderWay())
        return;
    if (m_shown->mayGoOn()) {
        const QPointer<InboxSession> self(this);
        m_shown->retry();
        // One request shows whether there is a network; after its answer, this is called again.
        if (!self || m_network.awaySince())
            return;
    }
    const bool isLoadingAll = m_shown->readsAll() && isUnderWay(m_shown->state());
    if (m_shown->pages() > 0 && (!isLoadingAll || m_refresh->error()))
        m_refresh->refreshByItself(*m_shown);
}

void InboxSession::reload()
{
    if (m_shown)
        m_refresh->reload(*m_shown);
}

void InboxSession::loadAll()
{
    if (!m_shown || m_refresh->isReloading() || m_shown->readsAll() || m_shown->isChecking() ||
        is<PageWalk::Ended>(m_shown->state()))
        return;
    m_refresh->forgetReload();
    m_shown->readAll(m_names.directory().lineIds());
}

void InboxSession::wantMore()
{
    if (canFetchMore())
        m_shown->fetchNext();
}

void InboxSession::retry()
{
    if (!m_shown)
        return;
    const QPointer<InboxSession> self(this);
    m_shown->retry();
    if (self)
        m_refresh->retry(*m_shown);
}

void InboxSession::stop()
{
    if (!m_shown)
        return;
    m_refresh->stop();
    const QPointer<InboxSession> self(this);
    m_shown->stop();
    if (self)
        Q_EMIT statusChanged();
}

bool InboxSession::canFetchMore() const
{
    return m_shown && !m_refresh->isReloading() && is<PageWalk::Idle>(m_shown->state());
}

void InboxSession::onPage(const quo::Page &page)
{
    m_network.noteAnswer();
    m_refresh->noteFirstPage(m_shown->initialNewest());
    const LoadedRows::Change change = m_rows->take(page);
    const int shown = m_arranger.order().size();
    const QPointer<InboxSession> self(this);
    m_arranger.apply(change.merge, RowArranger::Source::Continuation);
    if (!self)
        return;
    m_lastPageBroughtRows = m_arranger.order().size() > shown;
    announce(change.attention);
}

void InboxSession::onReadingState()
{
    if (const std::optional<quo::ApiError> failure = m_shown->takeFailure())
        m_network.noteFailure(*failure);
    // A page may bring no rows that are shown and still not be the last one; but a view asks for
    // more only after rows were inserted.
    if (is<PageWalk::Idle>(m_shown->state()) && !m_lastPageBroughtRows)
        return m_shown->fetchNext();
    m_shown->closeAtEnd();
    const QPointer<InboxSession> self(this);
    lookFurther();
    if (self)
        Q_EMIT statusChanged();
}

void InboxSession::onReloaded(const LoadedRows::Change &gone)
{
    show(m_refresh->takeReading());
    m_lastPageBroughtRows = true; // a reload reads as far as the list was loaded
    m_shown->closeAtEnd();
    const QPointer<InboxSession> self(this);
    apply(gone);
    if (self)
        Q_EMIT statusChanged();
}

void InboxSession::onNews(const LoadedRows::Change &news)
{
    const LoadedRows *const loaded = m_rows.get();
    const QPointer<InboxSession> self(this);
    m_arranger.apply(news.merge);
    if (self && m_rows.get() == loaded) {
        const RowSet waiting = m_arranger.waiting();
        QList<quint32> rows = news.merge.touched();
        QList<quint32> arrived;
        for (const quint32 row : std::as_const(rows)) {
            m_waitingNews.set(row, waiting.contains(row));
            if (!waiting.contains(row))
                arrived.append(row);
        }
        rows.removeIf([this](quint32 row) { return !m_model.order().contains(row); });
        showNews(rows, arrived);
    }
    if (self)
        announce(news.attention);
}

void InboxSession::showNews(const QList<quint32> &rows, const QList<quint32> &arrived)
{
    QStringList ids;
    for (const quint32 row : arrived)
        ids.append(m_rows->store().at(row).id());
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
    const QPointer<InboxSession> self(this);
    m_arranger.applyChanges(rows);
    if (self)
        m_arranger.noteTime();
    if (self && !rows.isEmpty())
        Q_EMIT statusChanged();
    if (self)
        announce(attention);
}

void InboxSession::apply(const LoadedRows::Change &change)
{
    const QPointer<InboxSession> self(this);
    m_arranger.apply(change.merge);
    if (self)
        announce(change.attention);
}

void InboxSession::announce(const QList<Attention> &attention)
{
    const QPointer<InboxSession> self(this);
    for (const auto &[id, because] : attention)
        if (self)
            Q_EMIT attentionWanted(id, because);
}

void InboxSession::lookFurther()
{
    if (m_arranger.isFiltered() && !m_arranger.isWorking() &&
        m_arranger.order().size() < screenOfRows && m_shown && m_shown->pages() > 0)
        wantMore();
}

} // namespace inbox
