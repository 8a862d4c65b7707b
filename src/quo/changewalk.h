// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/pagewalk.h"

namespace quo {

// Changes are requested from this long before the latest known one. The clocks of one service
// differ by less, and reading a row twice does no harm.
inline constexpr std::chrono::minutes changeMargin{2};

// What has changed in a query's rows since an instant: the rows that match it now, and the ids of
// those that may have matched it before and no longer do.
//
// A filter that a row can stop matching (teammate, activity, an end of 'last updated') hides
// exactly the rows that left. So changes are first requested without these filters.
//
// Rows move while pages are read, and a page may then lack one. So if there was more than one page,
// the same is requested again, until it brings nothing that was missed.
class ChangeWalk : public QObject
{
    Q_OBJECT

public:
    // 'since' is in the server's time, and should be a little early. The client must outlive it.
    ChangeWalk(Client &client, const ConversationQuery &query, Instant since, Priority priority,
               QObject *parent = nullptr);

    const ConversationQuery &query() const { return m_query; }
    const PageWalk::State &state() const;
    void start();
    void retry();

    // Known once the walk has ended.
    const QSet<QString> &leftIds() const { return m_leftIds; }
    // Where the next walk has to begin: the latest 'updatedAt' of the first page, since later
    // changes may be behind the walk. Null if rows moved so much that each round may have missed
    // some.
    std::optional<Instant> newest() const { return m_newest; }
    // Rows moved so much that each round may have missed some.
    bool hasMoved() const { return m_hasMoved; }
    // The server ignores 'updatedAfter'. The walk has then ended without a result.
    bool isIgnored() const { return m_isIgnored; }

Q_SIGNALS:
    void stateChanged();
    // Rows that match the query; the same row may come more than once.
    void pageArrived(const quo::Page &page, const QList<quo::QueryField> &ignored);
    // Rows that have changed, whether they match the query or not. Emitted only if the query has a
    // filter that a row can stop matching, and then before pageArrived().
    void widePageArrived(const quo::Page &page);

private:
    void walk(const ConversationQuery &query, void (ChangeWalk::*take)(const Page &));
    void onWidePage(const Page &page);
    void onPage(const Page &page);
    void onState();
    void beginRound();
    void beginNarrow();
    void endRound();
    void end();

    Client &m_client;
    const Priority m_priority;
    ConversationQuery m_query;
    bool m_isNarrow = false; // the query itself is read, not the wider one
    bool m_isIgnored = false;
    PageWalk::State m_state = PageWalk::Idle{};
    bool m_hasMoved = false;
    int m_round = 0; // complete readings before this one

    // In the current round.
    std::optional<Instant> m_newest;
    int m_pages = 0;
    bool m_isPaged = false; // one of its walks had more than one page
    QSet<QString> m_leftIds;
    bool m_hasMissed = false; // it brought a row that an earlier one should have

    // In the previous round, and in all of them.
    std::optional<Instant> m_newestBefore;
    QSet<QString> m_leftBefore;
    QHash<QString, std::optional<Instant>> m_read; // 'updatedAt' by id
    std::unique_ptr<PageWalk> m_walk;
};

} // namespace quo
