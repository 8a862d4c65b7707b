// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/fullwalk.h"

#include "quo/querysplit.h"

#include <QPointer>

#include <algorithm>

namespace quo {

namespace {

// One more than the pacer sends at once, so that it always has one to send.
constexpr int mostAtOnce = 6;
constexpr int mostPasses = 4;
// Each pass has pages that are smaller by this, so that they end at other rows.
constexpr int pageSizeStep = 7;

template <class T>
const T *as(const PageWalk::State &state)
{
    return std::get_if<T>(&state);
}

} // namespace

FullWalk::FullWalk(Client &client, const Clock &clock, ConversationQuery query, QStringList lines,
                   Priority priority, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_query(std::move(query))
    , m_lines(std::move(lines))
    , m_priority(priority)
    , m_queries{m_query}
    , m_rows(m_lines)
{
}

FullWalk::~FullWalk() = default;

PageWalk::State FullWalk::state() const
{
    if (!m_isStarted)
        return PageWalk::Idle{};
    if (m_isClosed)
        return PageWalk::Ended{};
    if (m_isPageByPage)
        return m_parts.front()->walk->state();
    if (m_isStopped && countUnderWay(m_parts) == 0)
        return PageWalk::Failed{ApiError::of(ApiError::Kind::Stopped)};
    const PageWalk::State parts = stateOf(m_parts);
    if (!as<PageWalk::Ended>(parts))
        return parts;
    if (m_changes &&
        (as<PageWalk::Failed>(m_changes->state()) || as<PageWalk::Waiting>(m_changes->state())))
        return m_changes->state();
    return PageWalk::Fetching{}; // the request that closes it is about to be sent
}

Completeness FullWalk::completeness() const
{
    if (m_isPageByPage) {
        const WalkPart &part = *m_parts.front();
        Completeness soFar = part.walk->completeness();
        soFar.moreExist = soFar.moreExist || part.as<PageWalk::Ended>();
        return soFar;
    }
    QHash<int, Completeness> passes = m_passes;
    for (const std::unique_ptr<WalkPart> &part : m_parts)
        part->addTo(passes[part->pass]);
    Completeness all;
    for (const Completeness &pass : std::as_const(passes)) {
        all.addGaps(pass);
        // Each pass finds the same unreadable rows.
        if (pass.unreadableCount > all.unreadableCount) {
            all.unreadableCount = pass.unreadableCount;
            all.unreadable = pass.unreadable;
        }
    }
    if (m_changes)
        if (const auto *failed = as<PageWalk::Failed>(m_changes->state()))
            all.failures.append({m_changes->query(), failed->error});
    all.rows = m_rows.size();
    all.isStopped = m_isStopped;
    all.rowsMoved = m_rowsMoved;
    const PageWalk::State state = this->state();
    all.moreExist = !as<PageWalk::Ended>(state) && !as<PageWalk::Failed>(state);
    return all;
}

void FullWalk::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    add(m_query);
    fetchMore();
}

void FullWalk::fetchNext()
{
    if (!m_isStarted) {
        m_isStarted = true;
        m_isPageByPage = true;
        m_isDecided = true; // it goes on page by page
        add(m_query);
        m_parts.front()->walk->goOnWhileTryingFilters();
    }
    if (m_isPageByPage)
        m_parts.front()->walk->fetchNext();
}

void FullWalk::close(bool isConfirmed)
{
    if (!m_isPageByPage || !areRead(m_parts))
        return;
    m_isPageByPage = false;
    m_isClosed = isConfirmed || areOnePageEach(m_parts);
    // Nobody waits for the check as for the pages.
    m_priority = Priority::Walk;
    m_pageSize = m_parts.front()->walk->query().maxResults;
    advanceLater();
}

void FullWalk::setPriority(Priority priority)
{
    m_priority = priority;
    for (const std::unique_ptr<WalkPart> &part : m_parts)
        part->walk->setPriority(priority);
}

bool FullWalk::isChecking() const
{
    if (m_isClosed)
        return false;
    return m_isPageByPage ? m_parts.front()->as<PageWalk::Ended>() != nullptr
                          : m_changes || m_isReadAgain || areRead(m_parts);
}

void FullWalk::retry()
{
    if (m_isPageByPage)
        return m_parts.front()->walk->retry();
    m_isStopped = false;
    const QPointer<FullWalk> self(this);
    if (m_changes)
        m_changes->retry();
    for (size_t i = 0; self && i < m_parts.size(); ++i)
        if (!m_parts[i]->isRefused)
            m_parts[i]->walk->retry();
    if (self)
        fetchMore();
    if (self)
        advanceLater();
}

void FullWalk::stop()
{
    if (m_isClosed)
        return;
    if (m_isPageByPage)
        return m_parts.front()->walk->stop();
    m_isStopped = true;
    m_changes.reset();
    const QPointer<FullWalk> self(this);
    for (size_t i = 0; self && i < m_parts.size(); ++i)
        m_parts[i]->walk->stop();
    if (self)
        Q_EMIT stateChanged();
}

void FullWalk::add(const ConversationQuery &query)
{
    WalkPart &part = *m_parts.emplace_back(std::make_unique<WalkPart>());
    part.query = query;
    part.pass = m_pass;
    part.walk = std::make_unique<PageWalk>(m_client, query, m_priority);
    if (!m_queries.contains(query))
        m_queries.append(query);
    // The walk is owned by its part, so neither connection outlives it.
    connect(part.walk.get(), &PageWalk::pageArrived, this,
            [this, &part](const Page &page, const QList<QueryField> &ignored) {
                onPage(part, page, ignored);
            });
    connect(part.walk.get(), &PageWalk::stateChanged, this, [this, &part] { onPartState(part); });
}

void FullWalk::onPage(WalkPart &part, const Page &page, const QList<QueryField> &ignored)
{
    if (m_pages++ == 0) {
        // A row from the future would hide what changes until then.
        if (const std::optional<Instant> newest = newestUpdate(page))
            m_knownUntil = std::min(*newest, m_clock.now());
        m_rows.setChangesKnownSince(m_knownUntil);
    }
    for (const Conversation &row : page.rows)
        part.reached = std::min(part.reached, row.createdAt.value_or(Instant::min()));
    const bool isWhole = part.pass == 0;
    const int missed =
        m_rows.add(page.rows, isWhole ? SeenRows::Source::Whole : SeenRows::Source::Part);
    if (m_isReadAgain)
        m_missed += missed;
    const QPointer<FullWalk> self(this);
    Q_EMIT pageArrived(page, ignored);
    if (!self)
        return;
    const bool isSplitIgnored = std::ranges::any_of(ignored, [](QueryField field) {
        return field == QueryField::PhoneNumbers || field == QueryField::CreatedAfter ||
               field == QueryField::CreatedBefore;
    });
    if (m_parts.size() > 1 && isSplitIgnored)
        goOnAlone();
}

void FullWalk::splitUp()
{
    if (m_rows.isEmpty())
        return; // more walks would bring nothing either
    ConversationQuery query = m_query;
    query.maxResults = m_parts.front()->walk->query().maxResults; // as many as the server allows
    m_pageSize = query.maxResults;
    // Neither the query's own lines nor windows of a bounded time lose rows.
    const bool isSure = !m_query.phoneNumbers.isEmpty() || m_query.createdAfter;
    const QList<ConversationQuery> queries =
        quo::split(query, isSure ? QStringList() : m_lines, m_clock.now());
    if (queries.size() < 2)
        return;
    if (isSure) {
        m_parts.clear();
    } else {
        m_whole = m_parts.front().get();
        ++m_pass;
    }
    for (const ConversationQuery &part : queries)
        add(part);
}

void FullWalk::goOnAlone()
{
    const bool isWhole = std::exchange(m_whole, nullptr) != nullptr;
    // The sender is destroyed too, so its state will not change any more.
    if (isWhole)
        m_parts.erase(m_parts.begin() + 1, m_parts.end());
    else
        m_parts.clear();
    if (!isWhole)
        add(m_query);
    fetchMore();
}

void FullWalk::onPartState(WalkPart &part)
{
    if (const auto *failed = part.as<PageWalk::Failed>()) {
        part.isRefused = failed->error.kind == ApiError::Kind::Forbidden && m_parts.size() > 1 &&
                         part.query.phoneNumbers.size() == 1;
        if (part.isRefused) {
            QHash<QString, ApiError> refused = m_client.refusedLines();
            refused.insert(part.query.phoneNumbers.first(), failed->error);
            m_client.setRefusedLines(refused);
        }
    }
    const bool isStillUnderWay = part.isUnderWay();
    if (part.as<PageWalk::Idle>() && !std::exchange(m_isDecided, true))
        splitUp(); // which may destroy the part
    const QPointer<FullWalk> self(this);
    if (!isStillUnderWay)
        fetchMore();
    if (!self)
        return;
    advanceLater();
    Q_EMIT stateChanged();
}

void FullWalk::fetchMore()
{
    if (m_isStopped || m_isPageByPage)
        return;
    const QPointer<FullWalk> self(this);
    for (int underWay = countUnderWay(m_parts); self && underWay < mostAtOnce; ++underWay) {
        WalkPart *const next = nextToFetch(m_parts, m_whole);
        if (!next)
            return;
        next->walk->fetchNext();
    }
}

// Deferred, since the walk that has ended is the sender.
void FullWalk::advanceLater()
{
    if (m_isPageByPage || m_isAdvancing || m_isStopped || m_isClosed || m_changes ||
        !areRead(m_parts))
        return;
    m_isAdvancing = true;
    QMetaObject::invokeMethod(this, &FullWalk::advance, Qt::QueuedConnection);
}

void FullWalk::advance()
{
    m_isAdvancing = false;
    if (m_isStopped || m_isClosed || m_changes || !areRead(m_parts))
        return;
    const bool isOnePage = !m_isReadAgain && m_parts.size() == 1 && areOnePageEach(m_parts);
    if (!isOnePage && !m_areChangesKnown && m_canAskForChanges && m_knownUntil)
        return askForChanges();
    const bool mayLackRows = m_isReadAgain ? m_missed > 0
                             : m_whole     ? m_rows.hasOneSided()
                                           : !areOnePageEach(m_parts);
    if (mayLackRows && m_pass + 1 < mostPasses)
        return readAgain();
    m_rowsMoved = m_rowsMoved || mayLackRows;
    m_isClosed = true;
    Q_EMIT stateChanged();
}

void FullWalk::readAgain()
{
    QList<ConversationQuery> queries;
    for (const std::unique_ptr<WalkPart> &part : m_parts) {
        part->addTo(m_passes[part->pass]);
        if (!m_whole && !part->isRefused && part->walk->pages() > 1)
            queries.append(part->query);
    }
    if (std::exchange(m_whole, nullptr))
        queries = {m_query};
    m_parts.clear();
    ++m_pass;
    m_isReadAgain = true;
    m_areChangesKnown = false;
    m_missed = 0;
    for (ConversationQuery &query : queries) {
        // At most what the server allows.
        query.maxResults = qMin(query.maxResults, m_pageSize);
        if (query.maxResults > pageSizeStep * mostPasses)
            query.maxResults -= pageSizeStep;
        add(query);
    }
    fetchMore();
}

void FullWalk::askForChanges()
{
    m_changes =
        std::make_unique<ChangeWalk>(m_client, m_query, *m_knownUntil - changeMargin, m_priority);
    if (!m_queries.contains(m_changes->query()))
        m_queries.append(m_changes->query());
    connect(m_changes.get(), &ChangeWalk::pageArrived, this,
            [this](const Page &page, const QList<QueryField> &ignored) {
                ++m_pages;
                m_rows.add(page.rows, SeenRows::Source::Changes);
                Q_EMIT pageArrived(page, ignored);
            });
    connect(m_changes.get(), &ChangeWalk::stateChanged, this, &FullWalk::onChangeState);
    m_changes->start();
}

void FullWalk::onChangeState()
{
    if (as<PageWalk::Ended>(m_changes->state())) {
        // It is destroyed later, since it is the sender.
        ChangeWalk *const changes = m_changes.release();
        changes->disconnect(this);
        changes->deleteLater();
        return endChanges(*changes);
    }
    Q_EMIT stateChanged();
}

void FullWalk::endChanges(const ChangeWalk &changes)
{
    if (changes.isIgnored() && std::exchange(m_canAskForChanges, false))
        m_rows.setChangesKnownSince(std::nullopt);
    if (const std::optional<Instant> newest = changes.newest(); newest && m_canAskForChanges)
        m_knownUntil = std::max(m_knownUntil, std::optional(std::min(*newest, m_clock.now())));
    m_areChangesKnown = true;
    m_rowsMoved = m_rowsMoved || changes.hasMoved();
    QStringList left;
    for (const QString &id : changes.leftIds())
        if (m_rows.remove(id))
            left.append(id);
    advanceLater();
    const QPointer<FullWalk> self(this);
    if (!left.isEmpty())
        Q_EMIT rowsLeft(left);
    if (self)
        Q_EMIT stateChanged();
}

} // namespace quo
