// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/sessiondriver.h"

#include "inbox/searchparser.h"
#include "words/filterwords.h"
#include "words/viewsettings.h"

namespace widgets {

namespace {

// Long enough for the next key, short enough to feel immediate.
constexpr quo::milliseconds rest{300};

} // namespace

SessionDriver::SessionDriver(workspace::ShownState &state, inbox::InboxSession &session,
                             const inbox::Names &names, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_state(state)
    , m_session(session)
    , m_names(names)
    , m_clock(clock)
{
    connect(&state, &workspace::ShownState::changed, this, &SessionDriver::onChanged);
    connect(&state, &workspace::ShownState::opened, this, &SessionDriver::ask);
    connect(&session, &inbox::InboxSession::statusChanged, this,
            &SessionDriver::announceRefusedFilters);
    // 'to:me' is understood once somebody has said who that is.
    connect(&names, &inbox::Names::meChanged, this, [this] { arrange(true); });
    awaitAge();
    arrange(false);
}

void SessionDriver::onChanged(const workspace::View &before)
{
    const workspace::View &shown = m_state.shown();
    if (shown.filters != before.filters)
        m_rest = m_clock.callAfter(rest, [this] { ask(); });
    if (shown.search != before.search || shown.sort != before.sort)
        arrange(shown.id == before.id);
}

void SessionDriver::arrange(bool goesOn)
{
    const workspace::View &shown = m_state.shown();
    m_searchProblems = inbox::parseSearch(shown.search, inbox::searchContext(m_names)).problems;
    if (!goesOn || inbox::isUnderstoodSoFar(shown.search, m_searchProblems))
        m_search = shown.search;
    m_session.setArrangement({m_search, words::toSortKeys(shown.sort)});
    Q_EMIT arrangementChanged();
}

void SessionDriver::ask()
{
    m_rest.reset();
    const quo::ConversationQuery query = this->query();
    const QList<quo::QueryProblem> problems = quo::problemsOf(query);
    if (problems.isEmpty()) {
        m_askedFilters = m_state.shown().filters;
        m_session.setQuery(query);
    }
    Q_EMIT filterProblemsChanged(words::problemSentences(problems));
}

void SessionDriver::refresh()
{
    const quo::ConversationQuery before = m_session.query();
    ask();
    if (m_session.query() == before)
        m_session.refresh();
}

// By the clock, which sees that the machine has slept.
void SessionDriver::awaitAge()
{
    m_age = m_clock.callWhenAged(std::chrono::seconds(30), [this] {
        awaitAge();
        m_session.model().announceTimePassed();
        const quo::ConversationQuery query = this->query();
        if (query != m_session.query() && quo::problemsOf(query).isEmpty())
            ask();
    });
}

void SessionDriver::announceRefusedFilters()
{
    const inbox::SessionStatus status = m_session.status();
    const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.walk);
    if (!failed)
        return;
    QHash<quo::QueryField, QString> sentences;
    for (const quo::QueryField field : quo::allQueryFields)
        if (const quo::FieldError *error = failed->error.errorFor(quo::parameterName(field)))
            sentences.insert(field, error->message);
    if (!sentences.isEmpty())
        Q_EMIT filterProblemsChanged(sentences);
}

quo::ConversationQuery SessionDriver::query() const
{
    return m_state.shown().filters.toQuery(m_clock.now(), m_names.reader().zone);
}

QString SessionDriver::askedInWords() const
{
    return words::shownText(m_askedFilters,
                            inbox::understood(m_search, m_session.arranger().search().problems),
                            m_names.context());
}

} // namespace widgets
