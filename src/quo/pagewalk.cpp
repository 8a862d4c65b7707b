// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/pagewalk.h"

#include "quo/decode.h"

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

QList<QueryField> contradictedBy(const ConversationQuery &query, const Page &page,
                                 const LineNumbers &numbers)
{
    QList<QueryField> fields;
    for (const Conversation &row : page.rows)
        for (const QueryField field : contradicted(query, row, numbers))
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
    , m_walk(conversationsRequest(m_query, client.arrayStyle()))
{
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
        completeness.moreExist = !std::holds_alternative<Ended>(m_state) || isTryingFilters();
    }
    if (m_soFar.rows == 0)
        return completeness; // and so no row that contradicts a filter
    for (const QueryField field : FilterProbe::fields) {
        if (!FilterProbe::isSet(m_query, field))
            continue;
        const FilterEffect effect = m_client.filterEffect(field).value_or(FilterEffect::Unknown);
        if (effect == FilterEffect::Ignored)
            completeness.addIgnored({field});
        else if (effect == FilterEffect::Unknown && !isTryingFilters())
            completeness.uncheckedFilters.append(field);
    }
    // The ids of lines that were requested by number may become known only after their rows came.
    if (m_query.phoneNumbers.isEmpty())
        return completeness;
    const std::optional<QSet<QString>> asked = requestedLines(m_query, m_client.lineNumbers());
    if (!asked)
        completeness.uncheckedFilters.append(QueryField::PhoneNumbers);
    else if (!asked->contains(m_seenLines))
        completeness.addIgnored({QueryField::PhoneNumbers});
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
    ApiError error = ApiError::of(ApiError::Kind::Stopped);
    if (const auto *waiting = std::get_if<Waiting>(&m_state))
        error = waiting->wait.because;
    else if (!std::holds_alternative<Fetching>(m_state))
        return;
    m_walk.stop();
    m_probe.reset();
    if (m_afterProbe) { // no page is under way
        m_filterProbe.reset();
        return endTrying();
    }
    setState(Failed{std::move(error)});
}

void PageWalk::fetch()
{
    // Made anew each time, since the form of lists and the lines that are left out change.
    m_walk.setRequest(conversationsRequest(m_query, m_client.arrayStyle()));
    m_walk.fetch(m_client, m_priority,
                 [this](Expected<Page, ApiError> answer) { onAnswer(std::move(answer)); });
    connect(m_walk.job(), &Job::waitingChanged, this, &PageWalk::onWaiting);
    setState(Fetching{});
}

void PageWalk::setState(State state)
{
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

void PageWalk::onWaiting()
{
    if (const std::optional<Wait> &wait = m_walk.job()->waiting())
        setState(Waiting{*wait});
    else
        setState(Fetching{});
}

void PageWalk::onAnswer(Expected<Page, ApiError> answer)
{
    if (!answer && m_plainPage) {
        // Brackets were refused: what the plain keys brought is the best there is.
        m_client.setArrayStyle(ArrayStyle::Plain);
        answer = *std::exchange(m_plainPage, std::nullopt);
    }
    if (answer)
        onPage(std::move(*answer));
    else if (mendQuery(answer.error()))
        fetch();
    else if (answer.error().kind == ApiError::Kind::Forbidden && m_query.phoneNumbers.size() > 1 &&
             !m_probed)
        onRefusal(answer.error());
    else
        setState(Failed{std::move(answer.error())});
}

void PageWalk::onPage(Page page)
{
    QList<QueryField> ignored = contradictedBy(m_query, page, m_client.lineNumbers());
    if (m_plainPage)
        goBackToPlain(page, ignored);
    else if (triesBrackets(page, ignored))
        return fetch();
    State next = take(page, ignored);
    // A receiver may destroy the walk by setting another query.
    const QPointer<PageWalk> self(this);
    Q_EMIT pageArrived(page, ignored);
    if (!self)
        return;
    if (!page.rows.isEmpty() && !std::exchange(m_triedFilters, true))
        tryFilters(page);
    if (isTryingFilters() && !m_goesOnWhileTrying)
        m_afterProbe = std::move(next);
    else
        setState(std::move(next));
}

// Rows that contradict a filter are left out. The list still does not count as whole: a server that
// does not apply a filter as it was meant may also leave out rows that belong to it.
PageWalk::State PageWalk::take(Page &page, const QList<QueryField> &ignored)
{
    page.rows.removeIf([&](const Conversation &row) {
        const bool isLeftOut =
            !ignored.isEmpty() && !contradicted(m_query, row, m_client.lineNumbers()).isEmpty();
        const bool isNew = m_walk.note(row); // even if it is left out, since the server goes on
        m_soFar.rows += isNew && !isLeftOut;
        if (!isLeftOut && !m_query.phoneNumbers.isEmpty())
            m_seenLines.insert(row.phoneNumberId);
        return isLeftOut;
    });
    m_soFar.addUnreadable(page.skipped);
    m_soFar.addIgnored(ignored);
    if (std::optional<ApiError> error = m_walk.advance(page.nextPageToken))
        return Failed{std::move(*error)};
    return page.nextPageToken ? State(Idle{}) : State(Ended{});
}

// One after the other.
void PageWalk::tryFilters(const Page &firstPage)
{
    for (const QueryField field : FilterProbe::fields) {
        if (!FilterProbe::isSet(m_query, field) || m_client.filterEffect(field))
            continue;
        const auto onEffect = [this, firstPage, field](std::optional<FilterEffect> effect) {
            m_filterProbe.reset();
            if (effect) { // else it could not be asked
                m_client.setFilterEffect(field, *effect);
                tryFilters(firstPage);
            }
            if (!isTryingFilters())
                endTrying();
        };
        m_filterProbe = std::make_unique<FilterProbe>(m_client, m_query, firstPage, field,
                                                      m_priority, onEffect);
        return;
    }
}

void PageWalk::endTrying()
{
    if (m_afterProbe)
        return setState(*std::exchange(m_afterProbe, std::nullopt));
    Q_EMIT stateChanged();
}

void PageWalk::onRefusal(const ApiError &error)
{
    m_probed = true; // only once, since a second refusal has another reason
    m_probe = std::make_unique<LineProbe>(
        m_client, m_query, m_priority, [this, error](const QHash<QString, ApiError> &refused) {
            m_probe.reset();
            // If all or none of them are refused, it was not about a line.
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
    // Without a line the query would request all of them.
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
    if (m_walk.pageToken() && tokenAtFault && !m_startedOver) {
        m_startedOver = true;
        m_walk.startOver();
        return true;
    }
    return false;
}

// From the first page on, since a token belongs to the query that it came with.
bool PageWalk::triesBrackets(const Page &page, const QList<QueryField> &ignored)
{
    if (m_triedBrackets || m_client.arrayStyle() == ArrayStyle::Brackets ||
        !ignored.contains(QueryField::PhoneNumbers))
        return false;
    m_triedBrackets = true;
    m_plainPage = page;
    m_client.setArrayStyle(ArrayStyle::Brackets);
    m_walk.startOver();
    return true;
}

// Where brackets changed nothing, the walk goes on from the page that the plain keys brought.
void PageWalk::goBackToPlain(Page &page, QList<QueryField> &ignored)
{
    const Page plain = *std::exchange(m_plainPage, std::nullopt);
    if (!ignored.contains(QueryField::PhoneNumbers))
        return;
    m_client.setArrayStyle(ArrayStyle::Plain);
    page = plain;
    ignored = contradictedBy(m_query, page, m_client.lineNumbers());
}

} // namespace quo
