// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/fullwalk.h"

namespace inbox {

// One reading of the rows of a query: page by page, or all of them side by side once everything is
// wanted. Destroying it cancels its requests. A receiver of its signals may destroy it.
class QueryReading : public QObject
{
    Q_OBJECT

public:
    // Client and clock must outlive it. The query must have no problems.
    QueryReading(quo::Client &client, const quo::Clock &clock, const quo::ConversationQuery &query,
                 QObject *parent = nullptr);

    // The next page, if there is one that nobody has requested.
    void fetchNext();
    // Reads everything side by side instead. 'lines' are ids of the lines that the key may see.
    void readAll(const QStringList &lines);
    // Repeats what failed or was stopped.
    void retry();
    // Cancels what is under way. Page by page it has then failed with 'Stopped'; side by side, what
    // has come stays, and pages go on where they were.
    void stop();
    // Rows may have moved between pages: at the end, what these lack is found out in the
    // background. Before it, this does nothing. Emits nothing itself.
    void closeAtEnd();
    // All rows were there before, and were all there are: at the end nothing is to be found out.
    void confirm() { m_isConfirmed = true; }

    quo::PageWalk::State state() const { return m_walk->state(); }
    quo::Completeness completeness() const { return m_walk->completeness(); }
    // Everything is wanted.
    bool readsAll() const { return m_readsAll; }
    // The last page has come, and what the pages lack is being found out.
    bool isChecking() const { return m_walk->isChecking(); }
    // It has failed for a reason that may pass, and was not stopped.
    bool mayGoOn() const;
    // Rows that moved meanwhile may be missing.
    bool mayLackRows() const;
    // Why a request has failed since this was asked last, even if others go on; null if none has.
    std::optional<quo::ApiError> takeFailure();

    const QList<quo::ConversationQuery> &parts() const { return m_walk->parts(); }
    int pages() const { return m_pages; }
    // The latest 'updatedAt' of the first page, but not later than it came: every change from then
    // on is later, or among the rows. Null before it, or where no row has one.
    std::optional<quo::Instant> initialNewest() const { return m_initialNewest; }
    quo::Instant begun() const { return m_begun; }
    // When the last page came; the epoch before.
    quo::Instant ended() const { return m_ended; }
    // When everything was wanted, and the pages that have come since; the epoch before.
    quo::Instant fullBegun() const { return m_fullBegun; }
    int fullPages() const { return m_readsAll ? m_walk->pages() : 0; }

Q_SIGNALS:
    void pageArrived(const quo::Page &page);
    void stateChanged();
    // Rows that came before and no longer match the query.
    void rowsLeft(const QStringList &ids);

private:
    std::unique_ptr<quo::FullWalk> makeWalk(const QStringList &lines, quo::Priority priority);
    void onPage(const quo::Page &page);

    quo::Client &m_client;
    const quo::Clock &m_clock;
    const quo::ConversationQuery m_query;
    std::unique_ptr<quo::FullWalk> m_walk;
    bool m_readsAll = false;                      // else page by page
    std::unique_ptr<quo::FullWalk> m_pagesBefore; // to go on with, while everything is read
    const quo::Instant m_begun;
    quo::Instant m_ended{};
    quo::Instant m_fullBegun{};
    int m_pages = 0;
    std::optional<quo::Instant> m_initialNewest;
    bool m_isStopped = false;
    bool m_isConfirmed = false;
    qsizetype m_failures = 0; // parts that are known to have failed
};

} // namespace inbox
