// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/pagewalk.h"

#include <QPointer>

namespace quo {

namespace {

// Some accounts refuse the documented 100.
std::optional<int> smallerPage(int maxResults)
{
    for (const int smaller : {50, 10})
        if (smaller < maxResults)
            return smaller;
    return std::nullopt;
}

QList<QueryField> contradictedBy(const ConversationQuery &query, const Page &page)
{
    QList<QueryField> fields;
    for (const Conversation &row : page.rows)
        for (const QueryField field : contradicted(query, row))
            if (!fields.contains(field))
                fields.append(field);
    return fields;
}

} // namespace

PageWalk::PageWalk(Client &client, ConversationQuery query, Priority priority, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_query(std::move(query))
    , m_priority(priority)
{
    // The first page goes by the empty token: a server that hands it out sends us back to the
    // start.
    m_seenTokens.insert(m_query.pageToken.value_or(QString()));
    leaveOut(client.refusedLines());
}

Completeness PageWalk::completeness() const
{
    Completeness completeness = m_soFar;
    if (const auto *failed = std::get_if<Failed>(&m_state)) {
        if (failed->error.kind == ApiError::Kind::Stopped)
            completeness.isStopped = true;
        else
            completeness.failures.append({m_query, failed->error});
    } else {
        completeness.moreExist = !std::holds_alternative<Ended>(m_state);
    }
    return completeness;
}

void PageWalk::fetchNext()
{
    if (std::holds_alternative<Idle>(m_state))
        fetch();
}

void PageWalk::retry()
{
    if (std::holds_alternative<Failed>(m_state))
        fetch();
}

void PageWalk::stop()
{
    ApiError error;
    error.kind = ApiError::Kind::Stopped;
    if (const auto *waiting = std::get_if<Waiting>(&m_state))
        error = waiting->wait.because;
    else if (!std::holds_alternative<Fetching>(m_state))
        return;
    m_job.reset();
    m_probe.reset();
    setState(Failed{std::move(error)});
}

void PageWalk::fetch()
{
    m_job =
        m_client.listConversations(m_query, m_priority, [this](Expected<Page, ApiError> answer) {
            onAnswer(std::move(answer));
        });
    connect(m_job.get(), &Job::waitingChanged, this, &PageWalk::onWaiting);
    setState(Fetching{});
}

void PageWalk::setState(State state)
{
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

void PageWalk::onWaiting()
{
    if (const std::optional<Wait> &wait = m_job->waiting())
        setState(Waiting{*wait});
    else
        setState(Fetching{});
}

void PageWalk::onAnswer(Expected<Page, ApiError> answer)
{
    m_job.reset();
    if (!answer && m_plainPage) {
        // Brackets were refused: what the plain keys brought is the best there is.
        m_client.setArrayStyle(ArrayStyle::Plain);
        answer = *std::exchange(m_plainPage, std::nullopt);
    }
    if (answer)
        onPage(*answer);
    else if (mendQuery(answer.error()))
        fetch();
    else if (answer.error().kind == ApiError::Kind::Forbidden && m_query.phoneNumbers.size() > 1 &&
             !m_probed)
        onRefusal(answer.error());
    else
        setState(Failed{std::move(answer.error())});
}

void PageWalk::onPage(const Page &page)
{
    const QList<QueryField> ignored = contradictedBy(m_query, page);
    if (tryOtherArrayStyle(page, ignored))
        return fetch();
    m_soFar.rows += page.rows.size();
    m_soFar.addUnreadable(page.skipped);
    m_soFar.addIgnored(ignored);
    m_query.pageToken = page.nextPageToken;
    // A receiver may destroy the walk, by setting another query; then there is nothing to go on
    // with.
    const QPointer<PageWalk> self(this);
    Q_EMIT pageArrived(page, ignored);
    if (!self)
        return;
    if (!page.nextPageToken)
        return setState(Ended{});
    if (m_seenTokens.contains(*page.nextPageToken)) {
        ApiError error;
        error.kind = ApiError::Kind::RepeatedToken;
        error.httpStatus = 200;
        return setState(Failed{std::move(error)});
    }
    m_seenTokens.insert(*page.nextPageToken);
    setState(Idle{});
}

void PageWalk::onRefusal(const ApiError &error)
{
    m_probed = true; // once: what is refused again is another matter
    m_probe = std::make_unique<LineProbe>(
        m_client, m_query, m_priority, [this, error](const QHash<QString, ApiError> &refused) {
            m_probe.reset();
            // All or none: then it was not about a line.
            if (refused.isEmpty() || refused.size() == m_query.phoneNumbers.size())
                return setState(Failed{error});
            QHash<QString, ApiError> known = m_client.refusedLines();
            known.insert(refused);
            m_client.setRefusedLines(known);
            leaveOut(refused);
            fetch();
        });
    Q_EMIT stateChanged();
}

void PageWalk::leaveOut(const QHash<QString, ApiError> &refused)
{
    QStringList open = m_query.phoneNumbers;
    open.removeIf([&refused](const QString &line) { return refused.contains(line); });
    // Without any line the query would ask for all there are.
    if (open.isEmpty())
        return;
    for (const QString &line : std::as_const(m_query.phoneNumbers))
        if (refused.contains(line))
            m_soFar.refusedLines.append(line);
    m_query.phoneNumbers = open;
}

bool PageWalk::mendQuery(const ApiError &error)
{
    const bool isAboutQuery = error.kind == ApiError::Kind::BadParameter ||
                              (error.kind == ApiError::Kind::BadRequest && error.httpStatus == 400);
    if (!isAboutQuery)
        return false;
    if (error.errorFor(parameterName(QueryField::MaxResults))) {
        const std::optional<int> smaller = smallerPage(m_query.maxResults);
        m_query.maxResults = smaller.value_or(m_query.maxResults);
        return smaller.has_value();
    }
    const bool tokenAtFault =
        error.errors.isEmpty() || error.errorFor(parameterName(QueryField::PageToken));
    if (m_query.pageToken && tokenAtFault && !m_startedOver) {
        m_startedOver = true;
        m_query.pageToken.reset();
        m_seenTokens = {QString()};
        return true;
    }
    return false;
}

bool PageWalk::tryOtherArrayStyle(const Page &page, const QList<QueryField> &ignored)
{
    if (m_plainPage) {
        m_plainPage.reset();
        if (ignored.contains(QueryField::PhoneNumbers))
            m_client.setArrayStyle(ArrayStyle::Plain);
        return false;
    }
    if (m_triedBrackets || m_client.arrayStyle() == ArrayStyle::Brackets ||
        !ignored.contains(QueryField::PhoneNumbers))
        return false;
    m_triedBrackets = true;
    m_plainPage = page;
    m_client.setArrayStyle(ArrayStyle::Brackets);
    return true;
}

} // namespace quo
