// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/pagewalk.h"

namespace quo {

// What of a query's rows has changed since an instant: those that match it now, and the ids of
// those that may have matched before and do not any more.
//
// A filter that a row can stop matching (teammate, activity, an end of 'last updated') hides just
// the rows that left, so what has changed is asked for without these first.
class ChangeWalk : public QObject
{
    Q_OBJECT

public:
    // 'since' is in the server's time, and is best a little early. The client must outlive it.
    ChangeWalk(Client &client, const ConversationQuery &query, Instant since, Priority priority,
               QObject *parent = nullptr);

    const PageWalk::State &state() const;
    void start();
    void retry();

    // Known once the walk has ended.
    const QSet<QString> &leftIds() const { return m_leftIds; }
    // The latest 'updatedAt' of the first page: what changes while the others are read may be
    // behind the walk, so it is from here that the next one has to begin.
    std::optional<Instant> newest() const { return m_newest; }
    // The server ignores what it was asked. The walk has ended then, and knows nothing.
    bool isIgnored() const { return m_isIgnored; }

Q_SIGNALS:
    void stateChanged();
    // Rows that match the query.
    void pageArrived(const quo::Page &page, const QList<quo::QueryField> &ignored);

private:
    void walk(const ConversationQuery &query, void (ChangeWalk::*take)(const Page &));
    void onWidePage(const Page &page);
    void onPage(const Page &page);
    void onState();
    void beginNarrow();

    Client &m_client;
    const Priority m_priority;
    ConversationQuery m_query;
    bool m_isNarrow = false; // the query itself is asked for
    bool m_isIgnored = false;
    PageWalk::State m_state = PageWalk::Idle{};
    std::optional<Instant> m_newest;
    int m_pages = 0;
    QSet<QString> m_leftIds;
    std::unique_ptr<PageWalk> m_walk;
};

} // namespace quo
