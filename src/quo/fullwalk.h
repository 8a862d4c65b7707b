// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/pagewalk.h"

#include <deque>

namespace quo {

// All rows of one query, as fast as the key allows: it is split (see split()), and the parts are
// walked side by side under the key's pacer. The receiver merges by id, since rows may come twice.
//
// What comes is what one serial walk would bring. Where a page shows that splitting would not be
// safe (rows on lines that nobody has named, or a server that ignores which lines it is asked for),
// it goes on as one walk.
class FullWalk : public QObject
{
    Q_OBJECT

public:
    // 'lines' are ids of all lines that the key may see; empty where they are not known. The client
    // must outlive it, as must the clock.
    FullWalk(Client &client, const Clock &clock, ConversationQuery query, QStringList lines,
             Priority priority, QObject *parent = nullptr);
    ~FullWalk() override;

    // Idle until it is started; failed once nothing is left to do but what failed.
    PageWalk::State state() const;
    // How much of the query it has brought so far.
    Completeness completeness() const;
    // The queries that were walked, without their tokens.
    QList<ConversationQuery> parts() const;
    int pages() const { return m_pages; }

    void start();
    // Asks again for what failed, and for nothing else.
    void retry();
    // Cancels what is under way; the walk has then failed with 'Stopped'.
    void stop();

Q_SIGNALS:
    void stateChanged();
    void pageArrived(const quo::Page &page, const QList<quo::QueryField> &ignored);

private:
    struct Part
    {
        std::unique_ptr<PageWalk> walk;
        ConversationQuery query;
        // How far back the last page went. Parts are kept level, so that they end together where
        // the server lists the latest first; where it does not, they end as they end.
        Instant reached = Instant::max();
        bool isRefused = false; // a line that the key may not see has no rows

        bool hasFailed() const;
    };

    Part &add(const ConversationQuery &query);
    void onPage(Part &part, const Page &page, const QList<QueryField> &ignored);
    void onPartState(Part &part);
    void splitUp(const Page &firstPage);
    void goOnAlone();
    void fetchMore();

    Client &m_client;
    const Clock &m_clock;
    const ConversationQuery m_query;
    const QStringList m_lines;
    const Priority m_priority;
    std::deque<std::unique_ptr<Part>> m_parts;
    std::unique_ptr<Part> m_whole; // the query unsplit, after its first page, while it is split
    bool m_isDecided = false;      // whether to split
    bool m_isStarted = false;
    bool m_isStopped = false;
    int m_pages = 0;
};

} // namespace quo
