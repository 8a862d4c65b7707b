// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/fullwalk.h"

namespace syncing {

// Reads the rows of a query once: page by page, or side by side once all of them are wanted.
// Destroying it cancels its requests. A receiver of its signals may destroy it.
class QueryReading : public QObject
{
    Q_OBJECT

public:
    // Client and clock must outlive it. The query must have no problems.
    QueryReading(quo::Client &client, const quo::Clock &clock, const quo::ConversationQuery &query,
                 QObject *parent = nullptr);

    // Requests the next page if the reading is idle.
    void fetchNext();
    // Reads all rows side by side from now on. 'lines' are ids of the lines that the key may see.
    void readAll(const QStringList &lines, quo::Priority priority = quo::Priority::Walk);
    // Of the next requests.
    void setPriority(quo::Priority priority) { m_walk->setPriority(priority); }
    // Repeats requests that failed or were stopped.
    void retry();
    // Cancels all requests. The reading has then failed with 'Stopped'; if it was side by side, it
    // is page by page again, in the state that it had before.
    void stop();
    // After the last page, looks for rows that the pages lack because they moved; otherwise does
    // nothing. Emits nothing itself.
    void closeAtEnd();
    // The pages lack nothing: they have brought exactly the rows that were known before.
    void confirm() { m_isConfirmed = true; }

    const quo::ConversationQuery &query() const { return m_query; }
    quo::PageWalk::State state() const { return m_walk->state(); }
    quo::Completeness completeness() const { return m_walk->completeness(); }
    // Side by side, not page by page.
    bool readsAll() const { return m_readsAll; }
    // All pages are read, and rows that they may lack are looked for.
    bool isChecking() const { return m_walk->isChecking(); }
    // Has failed, without stop(), and time may have mended it.
    bool mayGoOn() const;
    // All pages are read, and rows that they may lack have been looked for.
    bool hasEnded() const;
    // It may have missed rows that moved meanwhile.
    bool mayLackRows() const;
    // Why a request has failed since the last call, even if others go on; null if none has.
    std::optional<quo::ApiError> takeFailure();

    const QList<quo::ConversationQuery> &parts() const { return m_walk->parts(); }
    int pages() const { return m_pages; }
    // The latest 'updatedAt' of the first page, but no later than its arrival. Later changes may be
    // missing. Null before the first page, and if none of its rows has one.
    std::optional<quo::Instant> initialNewest() const { return m_initialNewest; }
    // The latest change that all requests have included, in the server's time; null if unknown.
    std::optional<quo::Instant> knownUntil() const { return m_walk->knownUntil(); }
    quo::Instant begun() const { return m_begun; }
    // When the last page arrived; the epoch before.
    quo::Instant ended() const { return m_ended; }
    // When readAll() was called, or the epoch, and how many pages have arrived since.
    quo::Instant fullBegun() const { return m_fullBegun; }
    int fullPages() const { return m_readsAll ? m_walk->pages() : 0; }

Q_SIGNALS:
    void pageArrived(const quo::Page &page);
    void stateChanged();
    // Rows that arrived before and no longer match the query.
    void rowsLeft(const QStringList &ids);

private:
    std::unique_ptr<quo::FullWalk> makeWalk(const QStringList &lines, quo::Priority priority);
    void onPage(const quo::Page &page);

    quo::Client &m_client;
    const quo::Clock &m_clock;
    const quo::ConversationQuery m_query;
    std::unique_ptr<quo::FullWalk> m_walk;
    bool m_readsAll = false;                      // else page by page
    std::unique_ptr<quo::FullWalk> m_pagesBefore; // set aside while the reading is side by side
    const quo::Instant m_begun;
    quo::Instant m_ended{};
    quo::Instant m_fullBegun{};
    int m_pages = 0;
    std::optional<quo::Instant> m_initialNewest;
    bool m_isStopped = false;
    bool m_isConfirmed = false;
    qsizetype m_failures = 0; // parts that takeFailure() knows of
};

} // namespace syncing
