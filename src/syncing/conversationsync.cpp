// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/conversationsync.h"

#include "syncing/walkstate.h"

#include <algorithm>
#include <utility>

namespace syncing {

using quo::PageWalk;

namespace {

// After this, everything is read again, or what a server's filter lets through.
constexpr std::chrono::hours workspaceAge{24};
constexpr std::chrono::hours answerAge{1};
// How often the ages are looked at. The first time, too, so that a start does not begin with it.
constexpr std::chrono::minutes ageCheck{10};
constexpr std::chrono::minutes setBackTolerance{1};
// More rows than these are not read again at each refresh, where changes cannot be requested.
constexpr int fewRows = 1000;

bool isEverything(quo::ConversationQuery query)
{
    query.maxResults = quo::ConversationQuery().maxResults;
    return query == quo::ConversationQuery();
}

// By this computer's clock, which may have been set back since.
bool isOlderThan(quo::milliseconds age, std::optional<quo::Instant> time, quo::Instant now)
{
    return !time || now - *time >= age || now + setBackTolerance < *time;
}

void append(QList<quint32> &rows, const QList<quint32> &others)
{
    rows += others;
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

} // namespace

ConversationSync::ConversationSync(Dependencies dependencies, QObject *parent)
    : ConversationSync(std::move(dependencies), Policy(), parent)
{
}

ConversationSync::ConversationSync(Dependencies dependencies, Policy policy, QObject *parent)
    : QObject(parent)
    , m_dependencies(std::move(dependencies))
    , m_policy(policy)
    , m_network(m_dependencies.clock, [this] { goOn(); })
    , m_answers(m_dependencies.rows)
    , m_feed({m_dependencies.clock, m_dependencies.rows, m_answers, [this] { return extent(); }})
{
    m_refresh = std::make_unique<RefreshCycle>(
        walkDependencies(),
        RefreshCycle::Plans{[this](quo::Instant knownUntil) { return planChanges(knownUntil); },
                            [this] { return planReload(); }});
    connect(m_refresh.get(), &RefreshCycle::statusChanged, this, [this] {
        goOnInBackground();
        Q_EMIT statusChanged();
    });
    connect(m_refresh.get(), &RefreshCycle::rowsChanged, this,
            [this](const RowChange &change) { announce(change, Origin::Correction); });
    connect(m_refresh.get(), &RefreshCycle::newsArrived, this,
            [this](const RowChange &change) { announce(change, Origin::News); });
    connect(m_refresh.get(), &RefreshCycle::changesEnded, this, &ConversationSync::onChangesEnded);
    connect(m_refresh.get(), &RefreshCycle::rowsLeft, this, &ConversationSync::onRowsLeft);
    connect(m_refresh.get(), &RefreshCycle::reloaded, this, &ConversationSync::onReloaded);
}

ConversationSync::~ConversationSync() = default;

WalkDependencies ConversationSync::walkDependencies()
{
    return {m_dependencies.client,
            m_dependencies.clock,
            m_network,
            m_dependencies.rows,
            m_dependencies.lines,
            [this](const quo::Page &page, const quo::ConversationQuery &query) {
                return take(page, query);
            }};
}

void ConversationSync::begin(const Kept &kept)
{
    m_hasBegun = true;
    m_extent = kept.extent;
    m_isRead = m_extent.isWhole;
    m_isAnythingKnown = m_isRead || m_dependencies.rows.count() > 0;
    m_refresh->setKnownUntil(m_extent.knownUntil);
    m_answers.keep(kept.sets);
    m_feed.begin(kept.extent);
    if (m_policy.readsAll)
        m_ageCheck = m_dependencies.clock.callWhenAged(ageCheck, [this] { checkAge(); });
    if (m_isWanted)
        beginReading();
    const QPointer<ConversationSync> self(this);
    if (std::exchange(m_reloadsAtBegin, false))
        reload();
    else if (m_isAnythingKnown && m_extent.knownUntil)
        m_refresh->refreshByItself();
    if (!self)
        return;
    goOnInBackground();
    Q_EMIT statusChanged();
}

void ConversationSync::noteAdopted(const RowChange &change)
{
    announce(change, Origin::Adopted);
}

void ConversationSync::setWriter(mirror::Writer *writer)
{
    m_feed.setWriter(writer);
}

// ---- What is known

mirror::Extent ConversationSync::extent() const
{
    mirror::Extent extent = m_extent;
    extent.knownUntil = m_refresh->knownUntil();
    return extent;
}

// Rows of a page that was under way while a later one came may be earlier than what is known.
QList<quo::Conversation> ConversationSync::withoutOlder(const QList<quo::Conversation> &rows) const
{
    QList<quo::Conversation> current = rows;
    if (walksUnderWay() < 2)
        return current;
    const KnownRows &knownRows = m_dependencies.rows;
    current.removeIf([&knownRows](const quo::Conversation &conversation) {
        const std::optional<quint32> row = knownRows.find(conversation.id);
        if (!row || knownRows.hasLeft(*row) || !conversation.updatedAt)
            return false;
        const std::optional<quo::Instant> known = knownRows.conversation(*row).updatedAt;
        return known && *known > *conversation.updatedAt;
    });
    return current;
}

int ConversationSync::walksUnderWay() const
{
    return (m_reading && isUnderWay(m_reading->state())) + (m_rest != nullptr) +
           (m_filter != nullptr) + m_refresh->isUnderWay();
}

RowChange ConversationSync::take(const quo::Page &page, const quo::ConversationQuery &query)
{
    m_isAnythingKnown = true;
    KnownRows &known = m_dependencies.rows;
    RowChange change = known.take(withoutOlder(page.rows));
    const QList<quint32> touched = change.touched();
    QList<quint32> rows;
    for (const quo::Conversation &conversation : page.rows)
        rows.append(*known.find(conversation.id));
    if (m_rest)
        m_rest->noteSeen(rows);
    m_refresh->noteSeen(rows);

    QList<quint32> come = addToAnswer(query, rows);
    come += addToList(page, query, rows);
    come.removeIf([&change](quint32 row) { return row >= change.firstAdded; });
    append(change.changed, come);
    m_feed.write(touched);
    return change;
}

// Returns those that were not in it.
QList<quint32> ConversationSync::addToAnswer(const quo::ConversationQuery &query,
                                             const QList<quint32> &rows)
{
    const mirror::ServerFilter filter = serverFilterOf(query);
    if (filter.isEmpty())
        return {};
    QList<quint32> come = rows;
    come.removeIf(
        [&before = m_answers.use(filter).rows](quint32 row) { return before.contains(row); });
    m_answers.add(filter, rows);
    return come;
}

// The same, of the wanted list. 'rows' are those of the page.
QList<quint32> ConversationSync::addToList(const quo::Page &page,
                                           const quo::ConversationQuery &query,
                                           const QList<quint32> &rows)
{
    if (!m_reading)
        return {};
    const quo::LineNumbers &numbers = lineNumbers();
    const mirror::ServerFilter filter = serverFilterOf(m_query);
    const bool areTheList = query == m_query;
    const bool mayBeInList = quo::requestedLines(m_query, numbers) &&
                             (filter.isEmpty() || filter == serverFilterOf(query));
    QList<quint32> come;
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (areTheList ||
            (mayBeInList && quo::contradicted(m_query, page.rows[i], numbers).isEmpty())) {
            if (!m_inList.contains(rows[i]))
                come.append(rows[i]);
            m_inList.set(rows[i], true);
        }
    return come;
}

QList<quint32> ConversationSync::rowsWithIds(const QStringList &ids) const
{
    QList<quint32> rows;
    for (const QString &id : ids)
        if (const std::optional<quint32> row = m_dependencies.rows.find(id);
            row && !m_dependencies.rows.hasLeft(*row))
            rows.append(*row);
    std::ranges::sort(rows);
    return rows;
}

RowChange ConversationSync::leave(const QList<quint32> &rows)
{
    for (const quint32 row : rows)
        m_inList.set(row, false);
    RowChange change = m_dependencies.rows.leave(rows);
    m_answers.leave(rows);
    m_feed.write(rows);
    return change;
}

void ConversationSync::announce(const RowChange &change, Origin origin)
{
    if (!change.isEmpty())
        Q_EMIT rowsChanged(change, origin);
}

// ---- The wanted list

// Whether the rows tell what belongs to the list.
bool ConversationSync::isLocal() const
{
    return serverFilterOf(m_query).isEmpty() && quo::requestedLines(m_query, lineNumbers());
}

bool ConversationSync::isAnswered() const
{
    if (isLocal())
        return m_isRead;
    const mirror::ServerFilter filter = serverFilterOf(m_query);
    if (filter.isEmpty() || !quo::requestedLines(m_query, lineNumbers()))
        return false;
    const FilterAnswer *const answer = m_answers.find(filter);
    // An old one is asked for again in the background.
    return answer && answer->isRead && (m_policy.readsAll || !isStale(*answer));
}

bool ConversationSync::isStale(const FilterAnswer &answer) const
{
    return isOlderThan(answerAge, answer.extent.walkedAt, m_dependencies.clock.now());
}

std::optional<RowSet> ConversationSync::members() const
{
    if (!m_isWanted || isLocal())
        return std::nullopt;
    const mirror::ServerFilter filter = serverFilterOf(m_query);
    if (filter.isEmpty() || !quo::requestedLines(m_query, lineNumbers()))
        return m_inList;
    const FilterAnswer *const answer = m_answers.find(filter);
    return answer ? answer->rows : RowSet();
}

void ConversationSync::want(const quo::ConversationQuery &query)
{
    if (m_isWanted && query == m_query)
        return;
    m_isWanted = true;
    m_query = query;
    m_reading.reset();
    m_inList = {};
    if (!m_policy.readsAll) // else a reload is one of everything, whatever the list
        m_refresh->forgetReload();
    const mirror::ServerFilter filter = serverFilterOf(m_query);
    if (m_filter && !filter.isEmpty() && serverFilterOf(m_filter->query()) != filter)
        m_filter.reset();
    if (m_hasBegun)
        beginReading();
    goOnInBackground();
}

// Emits nothing.
void ConversationSync::beginReading()
{
    if (const mirror::ServerFilter filter = serverFilterOf(m_query); !filter.isEmpty())
        m_answers.use(filter);
    if (isAnswered())
        return;
    auto reading =
        std::make_unique<QueryReading>(m_dependencies.client, m_dependencies.clock, m_query);
    reading->fetchNext();
    show(std::move(reading));
}

void ConversationSync::show(std::unique_ptr<QueryReading> reading)
{
    m_reading = std::move(reading);
    connect(m_reading.get(), &QueryReading::pageArrived, this, &ConversationSync::onPage);
    connect(m_reading.get(), &QueryReading::stateChanged, this, &ConversationSync::onReadingState);
    connect(m_reading.get(), &QueryReading::rowsLeft, this,
            [this](const QStringList &ids) { onRowsLeft(m_query, ids); });
}

void ConversationSync::onPage(const quo::Page &page)
{
    m_network.noteAnswer();
    const std::optional<quo::Instant> knownBefore = m_refresh->knownUntil();
    if (m_reading->pages() == 1) {
        if (!knownBefore) // whatever is read later includes these changes, too
            m_refresh->setKnownUntil(m_reading->initialNewest());
        const mirror::ServerFilter filter = serverFilterOf(m_query);
        if (const FilterAnswer *const answer = m_answers.find(filter);
            answer && !answer->isRead && !answer->extent.knownUntil)
            m_answers.setExtent(filter,
                                {false, m_reading->begun(),
                                 std::max(knownBefore, m_reading->initialNewest()), std::nullopt});
    }
    const RowChange change = take(page, m_query);
    Q_EMIT rowsChanged(change, Origin::Continuation);
}

void ConversationSync::onReadingState()
{
    if (const std::optional<quo::ApiError> failure = m_reading->takeFailure())
        m_network.noteFailure(*failure);
    m_reading->closeAtEnd();
    if (m_reading->hasEnded()) {
        const mirror::ServerFilter filter = serverFilterOf(m_query);
        if (isEverything(m_query) && !m_isRead) {
            noteWhole(*m_reading);
            if (m_inList.count() < m_dependencies.rows.count())
                m_extent.walkedAt.reset(); // there may be rows that are gone
            else
                m_rest.reset();
            m_feed.write();
        } else if (!filter.isEmpty() && m_query == queryOf(filter)) {
            const FilterAnswer &answer = m_answers.use(filter);
            if (!answer.isRead || isStale(answer)) {
                mirror::Extent extent = answer.extent;
                extent.isWhole = m_reading->completeness().isWhole();
                extent.asOf = std::max(extent.asOf, std::optional(m_reading->begun()));
                extent.walkedAt = m_reading->begun();
                m_answers.replace(filter, m_inList, extent, m_reading->completeness());
                m_feed.write();
            }
        }
    }
    goOnInBackground();
    Q_EMIT statusChanged();
}

// They arrived before, and no longer match the query.
void ConversationSync::onRowsLeft(const quo::ConversationQuery &query, const QStringList &ids)
{
    const QList<quint32> rows = rowsWithIds(ids);
    if (rows.isEmpty())
        return;
    const mirror::ServerFilter filter = serverFilterOf(query);
    removeFromList(filter, rows);
    if (filter.isEmpty())
        return m_refresh->refresh(); // which brings what they contain now
    m_answers.remove(filter, rows);
    m_feed.write();
    announce({m_dependencies.rows.size(), 0, rows}, Origin::Correction);
}

// They are not in the answer to this filter any more.
void ConversationSync::removeFromList(const mirror::ServerFilter &filter,
                                      const QList<quint32> &rows)
{
    if (filter != serverFilterOf(m_query))
        return;
    for (const quint32 row : rows)
        m_inList.set(row, false);
}

bool ConversationSync::canFetchMore() const
{
    return m_reading && !m_refresh->isReloading() && !m_isRestHurried &&
           is<PageWalk::Idle>(m_reading->state());
}

void ConversationSync::fetchMore()
{
    if (canFetchMore())
        m_reading->fetchNext();
}

bool ConversationSync::isReadingEverything() const
{
    return isLocal() && m_rest && isUnderWay(m_rest->state());
}

void ConversationSync::loadAll()
{
    if (!m_reading || m_refresh->isReloading() || m_isRestHurried || m_reading->readsAll() ||
        m_reading->isChecking() || is<PageWalk::Ended>(m_reading->state()))
        return;
    m_isStopped = false;
    m_refresh->forgetReload();
    if (!isEverything(m_query))
        return m_reading->readAll(m_dependencies.lines());
    m_isRestHurried = true;
    if (m_rest) {
        m_rest->setPriority(quo::Priority::Walk);
        if (is<PageWalk::Failed>(m_rest->state()))
            return m_rest->retry();
    } else {
        beginRest(quo::Priority::Walk);
    }
    Q_EMIT statusChanged();
}

// ---- Everything else

// Emits nothing.
void ConversationSync::beginRest(quo::Priority priority)
{
    Reload::Plan plan;
    plan.readsAll = true;
    plan.priority = priority;
    plan.known = m_dependencies.rows.present();
    m_rest = std::make_unique<Reload>(walkDependencies(), std::move(plan));
    m_rest->start();
    connect(m_rest.get(), &Reload::rowsChanged, this, [this](const RowChange &change) {
        if (!m_refresh->knownUntil())
            m_refresh->setKnownUntil(m_rest->reading().initialNewest());
        announce(change, m_isRestHurried ? Origin::Continuation : Origin::Background);
    });
    connect(m_rest.get(), &Reload::stateChanged, this, &ConversationSync::onRestState);
}

// Begins to read what is neither known nor under way. Emits nothing.
void ConversationSync::goOnInBackground()
{
    if (!m_hasBegun || !m_policy.readsAll || m_isStopped || !m_isAnythingKnown)
        return;
    const bool isReadByScrolling =
        m_reading && isEverything(m_query) && is<PageWalk::Ended>(m_reading->state());
    if (!m_isRead && !m_rest && !m_refresh->isReloading() && !isReadByScrolling)
        beginRest(quo::Priority::Idle);
    const mirror::ServerFilter filter = serverFilterOf(m_query);
    if (!m_isWanted || filter.isEmpty() || m_filter)
        return;
    const FilterAnswer *const answer = m_answers.find(filter);
    const bool isRead = answer && answer->isRead;
    if (isRead && isStale(*answer))
        beginFilter(quo::Priority::Walk);
    else if (!isRead && m_reading && m_reading->pages() > 0 &&
             !(m_query == queryOf(filter) && is<PageWalk::Ended>(m_reading->state())))
        beginFilter(quo::Priority::Background);
}

void ConversationSync::onRestState()
{
    if (const std::optional<quo::ApiError> failure = m_rest->takeFailure())
        m_network.noteFailure(*failure);
    if (is<PageWalk::Ended>(m_rest->state()))
        return endRest();
    Q_EMIT statusChanged();
}

void ConversationSync::endRest()
{
    const std::unique_ptr<Reload> rest = std::move(m_rest);
    m_isRestHurried = false;
    m_refresh->setKnownUntil(std::max(m_refresh->knownUntil(), rest->knownUntil()));
    noteWhole(rest->reading());
    if (m_reading && isAnswered())
        m_reading.reset();
    const RowChange change = leave(rest->gone());
    const QPointer<ConversationSync> self(this);
    announce(change, Origin::Correction);
    if (!self)
        return;
    goOnInBackground();
    Q_EMIT statusChanged();
}

// Everything was read.
void ConversationSync::noteWhole(const QueryReading &reading)
{
    m_isRead = true;
    m_gaps = reading.completeness();
    m_parts = reading.parts();
    m_begun = reading.begun();
    m_ended = reading.ended();
    m_extent.isWhole = m_gaps.isWhole();
    m_extent.walkedAt = m_dependencies.clock.now();
    m_extent.asOf = std::max(m_extent.asOf, std::optional(reading.begun()));
}

void ConversationSync::checkAge()
{
    m_ageCheck = m_dependencies.clock.callWhenAged(ageCheck, [this] { checkAge(); });
    if (m_isStopped || m_network.awaySince())
        return;
    const quo::Instant now = m_dependencies.clock.now();
    if (m_rest) {
        const PageWalk::State state = m_rest->state();
        if (const quo::ApiError *const error = errorOf(state);
            error && quo::remedyOf(error->kind) != quo::Remedy::AnotherKey)
            return m_rest->retry();
    } else if (m_isRead && !m_refresh->isReloading() &&
               isOlderThan(workspaceAge, m_extent.walkedAt, now)) {
        beginRest(quo::Priority::Idle);
    }
    goOnInBackground();
    Q_EMIT statusChanged();
}

// ---- Answers to a server's filter

// Emits nothing.
void ConversationSync::beginFilter(quo::Priority priority)
{
    const mirror::ServerFilter filter = serverFilterOf(m_query);
    m_answers.beginReading(filter, m_refresh->knownUntil());
    m_filter = std::make_unique<QueryReading>(m_dependencies.client, m_dependencies.clock,
                                              queryOf(filter));
    m_filter->readAll(m_dependencies.lines(), priority);
    connect(m_filter.get(), &QueryReading::pageArrived, this, &ConversationSync::onFilterPage);
    connect(m_filter.get(), &QueryReading::stateChanged, this, &ConversationSync::onFilterState);
    connect(m_filter.get(), &QueryReading::rowsLeft, this,
            [this](const QStringList &ids) { onRowsLeft(m_filter->query(), ids); });
}

void ConversationSync::onFilterPage(const quo::Page &page)
{
    m_network.noteAnswer();
    announce(take(page, m_filter->query()), Origin::Background);
}

void ConversationSync::onFilterState()
{
    if (const std::optional<quo::ApiError> failure = m_filter->takeFailure())
        m_network.noteFailure(*failure);
    if (m_filter->hasEnded())
        return endFilter();
    Q_EMIT statusChanged();
}

void ConversationSync::endFilter()
{
    const std::unique_ptr<QueryReading> reading = std::move(m_filter);
    const QList<quint32> gone = m_answers.endReading(serverFilterOf(reading->query()), *reading);
    if (m_reading && isAnswered())
        m_reading.reset();
    m_feed.write();
    const QPointer<ConversationSync> self(this);
    announce({m_dependencies.rows.size(), 0, gone}, Origin::Correction);
    if (self)
        Q_EMIT statusChanged();
}

// ---- Changes

std::pair<quo::ConversationQuery, quo::Instant>
ConversationSync::planChanges(quo::Instant knownUntil) const
{
    const mirror::ServerFilter filter = serverFilterOf(m_query);
    const FilterAnswer *const answer = filter.isEmpty() ? nullptr : m_answers.find(filter);
    // Where changes were not requested for long, the answer as a whole takes fewer requests.
    if (!answer || !answer->extent.knownUntil ||
        isOlderThan(answerAge, answer->extent.asOf, m_dependencies.clock.now()))
        return {{}, knownUntil};
    return {queryOf(filter), std::min(knownUntil, *answer->extent.knownUntil)};
}

void ConversationSync::onChangesEnded(const QStringList &leftIds)
{
    const quo::Instant now = m_dependencies.clock.now();
    m_extent.asOf = now;
    const mirror::ServerFilter filter = serverFilterOf(m_refresh->changesOf());
    QList<quint32> left;
    if (const FilterAnswer *const answer = filter.isEmpty() ? nullptr : m_answers.find(filter)) {
        const QList<quint32> rows = rowsWithIds(leftIds);
        removeFromList(filter, rows);
        for (const quint32 row : rows)
            if (answer->rows.contains(row))
                left.append(row);
        m_answers.remove(filter, rows);
        mirror::Extent extent = answer->extent;
        extent.asOf = now;
        extent.knownUntil = m_refresh->knownUntil();
        m_answers.setExtent(filter, extent);
    }
    m_feed.write();
    announce({m_dependencies.rows.size(), 0, left}, Origin::Correction);
}

Reload::Plan ConversationSync::planReload() const
{
    Reload::Plan plan;
    const bool isByScrolling = !m_policy.readsAll && m_reading;
    if (isByScrolling) {
        plan.query = m_query;
        plan.readsAll = m_reading->readsAll();
        plan.isWhole = completeness().isWhole();
    } else {
        plan.readsAll = true;
    }
    plan.known = isByScrolling && !isEverything(m_query) ? m_inList : m_dependencies.rows.present();
    return plan;
}

void ConversationSync::onReloaded(const std::shared_ptr<Reload> &reload)
{
    const quo::ConversationQuery query = reload->query();
    const QList<quint32> gone = reload->gone();
    if (reload->knownUntil() || !m_refresh->knownUntil())
        m_refresh->setKnownUntil(reload->knownUntil());
    const bool isWholeWalk = isEverything(query) && reload->reading().readsAll();
    RowChange change;
    if (isWholeWalk) {
        m_rest.reset();
        m_isRestHurried = false;
        noteWhole(reload->reading());
        m_extent.asOf = m_dependencies.clock.now();
        m_answers.forgetWalks(); // they are asked for again as well
        if (m_reading && isAnswered())
            m_reading.reset();
        change = leave(gone);
    } else {
        if (isEverything(query))
            m_isRead = m_extent.isWhole = false; // until this reading has ended
        show(reload->takeReading());
        m_reading->closeAtEnd();
        const mirror::ServerFilter filter = serverFilterOf(query);
        if (!filter.isEmpty()) {
            m_answers.remove(filter, gone);
            removeFromList(filter, gone);
            change = {m_dependencies.rows.size(), 0, gone};
            m_feed.write();
        } else if (!query.updatedBefore) { // else they may have changed since
            change = leave(gone);
        }
    }
    const QPointer<ConversationSync> self(this);
    announce(change, Origin::Correction);
    if (self && m_reading && m_reading->hasEnded())
        return onReadingState();
    if (!self)
        return;
    goOnInBackground();
    Q_EMIT statusChanged();
}

// ---- What the user asks for, and what comes by itself

void ConversationSync::retryReadings()
{
    const QPointer<ConversationSync> self(this);
    if (m_reading)
        m_reading->retry();
    if (self && m_rest)
        m_rest->retry();
    if (self && m_filter)
        m_filter->retry();
}

void ConversationSync::refresh()
{
    if (!m_hasBegun)
        return;
    m_isStopped = false;
    const QPointer<ConversationSync> self(this);
    retryReadings();
    // Without a first page there is nothing to refresh yet.
    const bool isBeingRead = self && m_rest && !m_refresh->knownUntil();
    if (self && m_isAnythingKnown && !isBeingRead)
        m_refresh->refresh();
    if (!self)
        return;
    goOnInBackground();
    Q_EMIT statusChanged();
}

void ConversationSync::refreshByItself()
{
    if (!m_network.awaySince()) // else it calls goOn() once it is back
        goOn();
}

// Repeats what failed if time may have mended it, and then requests changes.
void ConversationSync::goOn()
{
    if (!m_hasBegun || m_refresh->isUnderWay())
        return;
    const QPointer<ConversationSync> self(this);
    // One request shows whether there is a network; after its answer, this is called again.
    const auto mayTry = [&] { return self && !m_network.awaySince(); };
    if (m_reading && m_reading->mayGoOn()) {
        m_reading->retry();
        if (!mayTry())
            return;
    }
    if (m_rest && m_rest->mayGoOn()) {
        m_rest->retry();
        if (!mayTry())
            return;
    }
    if (m_filter && m_filter->mayGoOn()) {
        m_filter->retry();
        if (!mayTry())
            return;
    }
    const bool isLoadingAll =
        (m_isRestHurried && m_rest && isUnderWay(m_rest->state())) ||
        (m_reading && m_reading->readsAll() && isUnderWay(m_reading->state()));
    const bool isTooMuch = m_policy.readsAll && !m_refresh->knownUntil() &&
                           (m_rest || m_dependencies.rows.count() > fewRows);
    if (m_isAnythingKnown && !isTooMuch && (!isLoadingAll || m_refresh->error()))
        m_refresh->refreshByItself();
    if (self)
        goOnInBackground();
}

void ConversationSync::reload()
{
    m_reloadsAtBegin = !m_hasBegun;
    if (!m_hasBegun || (!m_reading && !m_isAnythingKnown))
        return;
    m_isStopped = false;
    if (m_policy.readsAll || !m_reading) {
        m_rest.reset();
        m_isRestHurried = false;
        // What they have read so far may be different now.
        m_filter.reset();
        if (m_reading && !serverFilterOf(m_query).isEmpty()) {
            m_reading.reset();
            m_inList = {};
            beginReading();
        }
    }
    m_refresh->reload();
}

void ConversationSync::retry()
{
    if (!m_hasBegun)
        return;
    m_isStopped = false;
    const QPointer<ConversationSync> self(this);
    retryReadings();
    if (self)
        m_refresh->retry();
    if (self)
        goOnInBackground();
}

void ConversationSync::stop()
{
    m_isStopped = true;
    m_refresh->stop();
    m_rest.reset();
    m_isRestHurried = false;
    m_filter.reset();
    const QPointer<ConversationSync> self(this);
    if (m_reading)
        m_reading->stop();
    if (self)
        Q_EMIT statusChanged();
}

// ---- Status

quo::Completeness ConversationSync::completeness() const
{
    quo::Completeness completeness;
    completeness.moreExist = true;
    if (!m_hasBegun || !m_isWanted)
        return completeness;
    const std::optional<quo::Instant> refreshed =
        m_refresh->ended() == quo::Instant() ? std::nullopt : std::optional(m_refresh->ended());
    if (m_reading && (m_reading->hasEnded() || !isAnswered())) {
        completeness = m_isRestHurried && m_rest ? m_rest->reading().completeness()
                                                 : m_reading->completeness();
        completeness.asOf.reset();
        if (m_reading->pages() > 0)
            completeness.asOf = std::max(refreshed, std::optional(m_reading->begun()));
    } else if (isLocal()) {
        completeness = m_gaps;
        completeness.asOf = m_extent.asOf;
    } else if (const FilterAnswer *const answer = m_answers.find(serverFilterOf(m_query))) {
        completeness = answer->gaps;
        completeness.asOf = answer->extent.asOf;
    }
    completeness.rowsMoved = completeness.rowsMoved || m_refresh->hasMoved();
    return completeness;
}

SyncStatus ConversationSync::status() const
{
    SyncStatus status;
    status.offlineSince = m_network.awaySince();
    status.load = m_dependencies.client.load();
    status.refusedLines = m_dependencies.client.refusedLines();
    status.completeness = completeness();
    status.known = m_dependencies.rows.count();
    status.isWorkspaceWhole = m_isRead;
    status.asOf = m_extent.asOf;
    status.walkedAt = m_extent.walkedAt;
    if (!m_hasBegun || !m_isWanted)
        return status;
    if (m_rest && !m_isRestHurried)
        status.background = {m_rest->state(), m_rest->reading().fullPages()};
    else if (m_filter)
        status.background = {m_filter->state(), m_filter->fullPages()};
    if (m_reading) {
        const QueryReading &shown = *m_reading;
        const bool isHurried = m_isRestHurried && m_rest;
        const QueryReading &full = isHurried ? m_rest->reading() : shown;
        status.shownWalk = isHurried ? m_rest->state() : shown.state();
        status.firstPageArrived = shown.pages() > 0;
        const bool readsAll = isHurried || shown.readsAll();
        status.loadingAll = readsAll && isUnderWay(status.shownWalk);
        status.isChecking = !readsAll && shown.isChecking() && !errorOf(status.shownWalk);
        status.fullBegun = full.fullBegun();
        status.fullRequests = full.fullPages();
        status.begun = shown.begun();
        status.ended = std::max(shown.ended(), full.ended());
        status.parts = full.parts();
    } else {
        status.shownWalk = PageWalk::Ended{};
        status.firstPageArrived = true;
        status.parts = m_parts;
        status.begun = m_begun;
        status.ended = m_ended;
    }
    status.walk = status.shownWalk;
    const RefreshCycle &refresh = *m_refresh;
    status.refreshing = refresh.isUnderWay();
    status.refreshError = refresh.error();
    if (status.refreshError && status.refreshError->kind == quo::ApiError::Kind::NoNetwork &&
        !status.offlineSince) // there is one again, and the next refresh is under way
        status.refreshError.reset();
    status.refreshFailures = refresh.failures();
    status.canAskForChanges = refresh.canAskForChanges();
    status.refreshed = refresh.rowsRead();
    status.refreshEnded = refresh.ended();
    if (status.refreshing || (status.refreshError && !isUnderWay(status.shownWalk)))
        status.walk = refresh.state();
    return status;
}

} // namespace syncing
