// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/completeness.h"
#include "quo/filterprobe.h"
#include "quo/lineprobe.h"
#include "quo/listwalk.h"

#include <QObject>
#include <QSet>

#include <variant>

namespace quo {

// One walk over the pages of one query: the query and its cursor together, at most one request in
// flight. A new query is a new walk; destroying the old one cancels it, and its late answers have
// nowhere to go.
//
// What the field has taught is dealt with here: the only end is a null token, whatever the page's
// length; a token seen before stops the walk, as do many pages in a row that bring nothing new; a
// 400 on a page size asks for smaller pages; a 400 on a token starts over, and the receiver merges
// by id; a list filter that was ignored is asked for once more with brackets; rows that contradict
// a filter are left out; a filter that no row shows is tried out once (see FilterProbe); a 403 for
// several lines finds out which of them are refused, and goes on with the others.
//
// Rows that move while pages are read may be missed: see FullWalk.
class PageWalk : public QObject
{
    Q_OBJECT

public:
    struct Idle // there is a cursor, nobody asked
    {
    };
    struct Fetching
    {
    };
    struct Waiting
    {
        Wait wait;
    };
    struct Failed // only retry() leaves it
    {
        ApiError error;
    };
    struct Ended
    {
    };
    using State = std::variant<Idle, Fetching, Waiting, Failed, Ended>;

    // 'query' must have no problems.
    PageWalk(Client &client, ConversationQuery query, Priority priority, QObject *parent = nullptr);

    const ConversationQuery &query() const { return m_query; }
    const State &state() const { return m_state; }
    int pages() const { return m_walk.pages(); }
    // How much of the query it has brought so far.
    Completeness completeness() const;

    // Asks for the next page if the walk is idle; otherwise does nothing.
    void fetchNext();
    // Goes on after a failure, from the same page.
    void retry();
    // Cancels the request or the wait; the walk has then failed, with what it waited for or
    // 'Stopped'.
    void stop();

Q_SIGNALS:
    void stateChanged();
    // Before the state changes to Idle or Ended. 'ignored' are the filters that rows of it
    // contradicted; these rows are left out.
    void pageArrived(const quo::Page &page, const QList<quo::QueryField> &ignored);

private:
    void fetch();
    void setState(State state);
    void onWaiting();
    void onAnswer(Expected<Page, ApiError> answer);
    void onPage(Page page);
    // What comes after it.
    State take(Page &page, const QList<QueryField> &ignored);
    void probeFilters(State next);
    void onRefusal(const ApiError &error);
    void leaveOut(const QHash<QString, ApiError> &refused);
    bool mendQuery(const ApiError &error);
    bool triesBrackets(const Page &page, const QList<QueryField> &ignored);
    void goBackToPlain(Page &page, QList<QueryField> &ignored);

    Client &m_client;
    ConversationQuery m_query;
    const Priority m_priority;
    State m_state = Idle{};
    ListWalk<Conversation> m_walk;
    QSet<QString> m_seenLines;
    bool m_startedOver = false;
    bool m_triedBrackets = false;
    bool m_probed = false;
    bool m_triedFilters = false;
    std::optional<Page> m_firstPage; // with rows, while filters are to be tried out on it
    std::optional<Page> m_plainPage; // kept while brackets are tried
    Completeness m_soFar;            // but for what follows from the state
    std::unique_ptr<LineProbe> m_probe;
    std::unique_ptr<FilterProbe> m_filterProbe;
    std::optional<State> m_afterProbe; // while filters are tried out
};

} // namespace quo
