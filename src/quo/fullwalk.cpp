// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/fullwalk.h"

#include "quo/querysplit.h"

#include <QPointer>

#include <algorithm>

namespace quo {

namespace {

// One more than the pacer lets go at once, so that it never waits for us.
constexpr int mostAtOnce = 6;

template <class T>
const T *as(const std::unique_ptr<PageWalk> &walk)
{
    return std::get_if<T>(&walk->state());
}

bool isUnderWay(const std::unique_ptr<PageWalk> &walk)
{
    return as<PageWalk::Fetching>(walk) || as<PageWalk::Waiting>(walk);
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
{
}

FullWalk::~FullWalk() = default;

PageWalk::State FullWalk::state() const
{
    if (!m_isStarted)
        return PageWalk::Idle{};
    const auto find = [this](auto isIt) -> const Part * {
        const auto found = std::ranges::find_if(
            m_parts, [&isIt](const std::unique_ptr<Part> &part) { return isIt(*part); });
        return found == m_parts.end() ? nullptr : found->get();
    };
    if (find([](const Part &part) { return as<PageWalk::Fetching>(part.walk); }))
        return PageWalk::Fetching{};
    if (const Part *part = find([](const Part &p) { return as<PageWalk::Waiting>(p.walk); }))
        return part->walk->state();
    if (m_isStopped) {
        ApiError error;
        error.kind = ApiError::Kind::Stopped;
        return PageWalk::Failed{error};
    }
    if (find([](const Part &part) { return as<PageWalk::Idle>(part.walk); }))
        return PageWalk::Fetching{}; // at once
    if (const Part *part = find([](const Part &p) { return p.hasFailed(); }))
        return part->walk->state();
    // All lines refused is no answer.
    if (!find([](const Part &part) { return as<PageWalk::Ended>(part.walk); }))
        return m_parts.front()->walk->state();
    return PageWalk::Ended{};
}

Completeness FullWalk::completeness() const
{
    Completeness all;
    for (const std::unique_ptr<Part> &part : m_parts) {
        const Completeness one = part->walk->completeness();
        all.rows += one.rows;
        if (part->isRefused) {
            all.refusedLines += part->query.phoneNumbers;
            continue;
        }
        all.refusedLines += one.refusedLines;
        all.failures += one.failures;
        all.unreadableCount += one.unreadableCount;
        all.unreadable += one.unreadable;
        all.addIgnored(one.ignoredFilters);
    }
    all.unreadable = all.unreadable.first(qMin(all.unreadable.size(), all.keptUnreadable));
    all.isStopped = m_isStopped;
    const PageWalk::State state = this->state();
    all.moreExist = !std::holds_alternative<PageWalk::Ended>(state) &&
                    !std::holds_alternative<PageWalk::Failed>(state);
    return all;
}

QList<ConversationQuery> FullWalk::parts() const
{
    QList<ConversationQuery> queries;
    for (const std::unique_ptr<Part> &part : m_parts)
        queries.append(part->query);
    return queries;
}

void FullWalk::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    add(m_query);
    fetchMore();
}

void FullWalk::retry()
{
    m_isStopped = false;
    for (const std::unique_ptr<Part> &part : m_parts)
        if (!part->isRefused)
            part->walk->retry();
    fetchMore();
}

void FullWalk::stop()
{
    m_isStopped = true;
    for (const std::unique_ptr<Part> &part : m_parts)
        part->walk->stop();
    Q_EMIT stateChanged();
}

FullWalk::Part &FullWalk::add(const ConversationQuery &query)
{
    Part &part = *m_parts.emplace_back(std::make_unique<Part>());
    part.query = query;
    part.walk = std::make_unique<PageWalk>(m_client, query, m_priority);
    // The walk is owned by its part, so neither connection outlives it.
    connect(part.walk.get(), &PageWalk::pageArrived, this,
            [this, &part](const Page &page, const QList<QueryField> &ignored) {
                onPage(part, page, ignored);
            });
    connect(part.walk.get(), &PageWalk::stateChanged, this, [this, &part] { onPartState(part); });
    return part;
}

void FullWalk::onPage(Part &part, const Page &page, const QList<QueryField> &ignored)
{
    ++m_pages;
    for (const Conversation &row : page.rows)
        part.reached = std::min(part.reached, row.createdAt.value_or(Instant::min()));
    const QPointer<FullWalk> self(this);
    Q_EMIT pageArrived(page, ignored);
    if (!self)
        return;
    if (!std::exchange(m_isDecided, true))
        splitUp(page);
    else if (m_whole && ignored.contains(QueryField::PhoneNumbers))
        goOnAlone();
}

void FullWalk::splitUp(const Page &firstPage)
{
    if (!firstPage.nextPageToken)
        return;
    ConversationQuery query = m_query;
    query.maxResults = m_parts.front()->walk->query().maxResults; // as many as the server allows
    const bool areLinesKnown = std::ranges::all_of(firstPage.rows, [this](const Conversation &row) {
        return m_lines.contains(row.phoneNumberId);
    });
    const QList<ConversationQuery> queries =
        quo::split(query, areLinesKnown ? m_lines : QStringList(), m_clock.now());
    if (queries.size() < 2)
        return;
    m_whole = std::move(m_parts.front());
    m_parts.clear();
    for (const ConversationQuery &part : queries)
        add(part);
}

void FullWalk::goOnAlone()
{
    m_parts.clear(); // the one that tells of it, too, so its state will change no more
    m_parts.push_back(std::move(m_whole));
    fetchMore();
}

void FullWalk::onPartState(Part &part)
{
    if (const auto *failed = as<PageWalk::Failed>(part.walk)) {
        part.isRefused = failed->error.kind == ApiError::Kind::Forbidden && m_parts.size() > 1 &&
                         part.query.phoneNumbers.size() == 1;
        if (part.isRefused) {
            QHash<QString, ApiError> refused = m_client.refusedLines();
            refused.insert(part.query.phoneNumbers.first(), failed->error);
            m_client.setRefusedLines(refused);
        }
    }
    const QPointer<FullWalk> self(this);
    if (!isUnderWay(part.walk))
        fetchMore();
    if (self)
        Q_EMIT stateChanged();
}

void FullWalk::fetchMore()
{
    if (m_isStopped)
        return;
    auto underWay = std::ranges::count_if(
        m_parts, [](const std::unique_ptr<Part> &part) { return isUnderWay(part->walk); });
    const QPointer<FullWalk> self(this);
    for (; underWay < mostAtOnce; ++underWay) {
        Part *latest = nullptr;
        for (const std::unique_ptr<Part> &part : m_parts)
            if (as<PageWalk::Idle>(part->walk) && (!latest || part->reached > latest->reached))
                latest = part.get();
        if (!latest)
            return;
        latest->walk->fetchNext();
        if (!self)
            return;
    }
}

bool FullWalk::Part::hasFailed() const
{
    return as<PageWalk::Failed>(walk) && !isRefused;
}

} // namespace quo
