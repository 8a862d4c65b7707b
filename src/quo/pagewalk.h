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

// One walk over the pages of one query: the query and its cursor together, at most one page in
// flight. A new query is a new walk; destroying the old one cancels its request.
//
// It deals with what servers were seen to do:
//   only a null token is the end, whatever the length of the page
//   a repeated token, or many pages in a row without anything new, end the walk with an error
//   after a 400 about the page size, smaller pages are requested
//   after a 400 about the token, the walk starts over, and the receiver merges by id
//   a list filter that was ignored is sent once more with brackets
//   rows that contradict a filter are left out
//   a filter whose effect cannot be seen in the rows is tried out once (see FilterProbe)
//   after a 403 for several lines, the refused ones are found out and left out
//
// Rows that move while pages are read may be missed: see FullWalk.
class PageWalk : public QObject
{
    Q_OBJECT

public:
    struct Idle // there is another page, which was not requested yet
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

    // For receivers that show each page at once: the walk does not wait until the filters of the
    // first page have been tried out. Meanwhile the rows do not count as whole.
    void goOnWhileTryingFilters() { m_goesOnWhileTrying = true; }
    bool isTryingFilters() const { return m_filterProbe != nullptr; }

    // Asks for the next page if the walk is idle; otherwise does nothing.
    void fetchNext();
    // Of the next requests.
    void setPriority(Priority priority) { m_priority = priority; }
    // Goes on after a failure, from the same page.
    void retry();
    // Cancels the request or the wait; the walk has then failed, with what it waited for or
    // 'Stopped'.
    void stop();

Q_SIGNALS:
    // Also emitted when the filters have been tried out.
    void stateChanged();
    // Emitted before the state changes to Idle or Ended. 'ignored' are filters that rows of the
    // page contradicted; these rows are left out.
    void pageArrived(const quo::Page &page, const QList<quo::QueryField> &ignored);

private:
    void fetch();
    void setState(State state);
    void onWaiting();
    void onAnswer(Expected<Page, ApiError> answer);
    void onPage(Page page);
    // What comes after it.
    State take(Page &page, const QList<QueryField> &ignored);
    void tryFilters(const Page &firstPage); // that has rows
    void endTrying();
    void onRefusal(const ApiError &error);
    void leaveOut(const QHash<QString, ApiError> &refused);
    bool mendQuery(const ApiError &error);
    bool triesBrackets(const Page &page, const QList<QueryField> &ignored);
    void goBackToPlain(Page &page, QList<QueryField> &ignored);

    Client &m_client;
    ConversationQuery m_query;
    Priority m_priority;
    State m_state = Idle{};
    ListWalk<Conversation> m_walk;
    QSet<QString> m_seenLines;
    bool m_startedOver = false;
    bool m_triedBrackets = false;
    bool m_probed = false;
    bool m_triedFilters = false;
    std::optional<Page> m_plainPage; // kept while brackets are tried
    Completeness m_soFar;            // without what follows from the state
    std::unique_ptr<LineProbe> m_probe;
    std::unique_ptr<FilterProbe> m_filterProbe;
    bool m_goesOnWhileTrying = false;
    std::optional<State> m_afterProbe; // while the walk waits for that
};

} // namespace quo
