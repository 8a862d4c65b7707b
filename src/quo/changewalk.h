// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/pagewalk.h"

namespace quo {

// Changes are asked for from so much before the latest that is known: servers of one service differ
// by less, and what is read twice does no harm.
inline constexpr std::chrono::minutes changeMargin{2};

// What of a query's rows has changed since an instant: those that match it now, and the ids of
// those that may have matched before and do not any more.
//
// A filter that a row can stop matching (teammate, activity, an end of 'last updated') hides just
// the rows that left, so what has changed is asked for without these first.
//
// Rows move while pages are read, and then a page may lack one. So where there was more than a page
// it asks again for the same, until that brings nothing that was missed.
class ChangeWalk : public QObject
{
    Q_OBJECT

public:
    // 'since' is in the server's time, and is best a little early. The client must outlive it.
    ChangeWalk(Client &client, const ConversationQuery &query, Instant since, Priority priority,
               QObject *parent = nullptr);

    const ConversationQuery &query() const { return m_query; }
    const PageWalk::State &state() const;
    void start();
    void retry();

    // Known once the walk has ended.
    const QSet<QString> &leftIds() const { return m_leftIds; }
    // Where the next one has to begin: the latest 'updatedAt' of the first page, since what changes
    // while the others are read may be behind the walk. Null where the rows moved so much that some
    // may have been missed each time.
    std::optional<Instant> newest() const { return m_newest; }
    // Rows moved so much that some may have been missed each time.
    bool hasMoved() const { return m_hasMoved; }
    // The server ignores what it was asked. The walk has ended then, and knows nothing.
    bool isIgnored() const { return m_isIgnored; }

Q_SIGNALS:
    void stateChanged();
    // Rows that match the query; some of them may come again.
    void pageArrived(const quo::Page &page, const QList<quo::QueryField> &ignored);

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
    bool m_isNarrow = false; // the query itself is asked for
    bool m_isIgnored = false;
    PageWalk::State m_state = PageWalk::Idle{};
    bool m_hasMoved = false;
    int m_round = 0; // how often all of it was read before

    // Of the round.
    std::optional<Instant> m_newest;
    int m_pages = 0;
    bool m_isPaged = false; // one of its walks had more than one page
    QSet<QString> m_leftIds;
    bool m_hasMissed = false; // it brought what an earlier round should have

    // Of the round before, and of all of them.
    std::optional<Instant> m_newestBefore;
    QSet<QString> m_leftBefore;
    QHash<QString, std::optional<Instant>> m_read; // 'updatedAt' by id
    std::unique_ptr<PageWalk> m_walk;
};

} // namespace quo
