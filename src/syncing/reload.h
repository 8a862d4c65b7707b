// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncing/queryreading.h"
#include "syncing/rowset.h"
#include "syncing/walkdependencies.h"

namespace syncing {

// Where changes have to be requested from to include all since 'known', which is in the server's
// time.
quo::Instant changesFrom(quo::Instant known, const quo::Clock &clock);

// Reads a query again, all of it or as many rows as are known, and finds the rows that are gone. A
// row that is missing in a reading of several pages may have moved between them. So the changes
// since its first page are requested, and a row counts as gone only if it is missing in a second
// reading, too. Destroying it cancels its requests. A receiver of its signals may destroy it.
class Reload : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        quo::ConversationQuery query;
        bool readsAll = false;                        // side by side, else page by page
        quo::Priority priority = quo::Priority::Walk; // of reading all
        bool isWhole = false;                         // all rows of the query are known
        RowSet known;                                 // those of the query that are known
    };

    Reload(const WalkDependencies &dependencies, Plan plan, QObject *parent = nullptr);

    const quo::ConversationQuery &query() const { return m_plan.query; }
    void start();
    // Repeats the requests that failed.
    void retry();
    void setPriority(quo::Priority priority);
    // Something else has read them meanwhile, so they are there.
    void noteSeen(const QList<quint32> &rows);

    // Fetching, waiting, failed until retry(), or ended.
    quo::PageWalk::State state() const;
    // Has failed, and time may have mended it.
    bool mayGoOn() const;
    // Why a request has failed since the last call, even if others go on; null if none has.
    std::optional<quo::ApiError> takeFailure();
    // Rows that the current reading has brought, each counted once.
    int rowsRead() const { return m_seen.count(); }
    // Of the current one. Never null before takeReading().
    const QueryReading &reading() const { return *m_reading; }

    // After the end: the reading with which the list goes on. To be called once.
    std::unique_ptr<QueryReading> takeReading();
    // After the end: the rows that are gone. They are not marked as left yet.
    const QList<quint32> &gone() const { return m_gone; }
    // Up to when changes are known, in the server's time; null if unknown.
    std::optional<quo::Instant> knownUntil() const { return m_knownUntil; }

Q_SIGNALS:
    void stateChanged();
    // A change that was already made to the known rows.
    void rowsChanged(const syncing::RowChange &change);
    // Rows that arrived before and no longer match the query.
    void rowsLeft(const QStringList &ids);

private:
    void beginReading();
    RowChange take(const quo::Page &page);
    void onPage(const quo::Page &page);
    void onReadingState();
    bool hasReadEnough() const;
    void beginClosing();
    void onClosingPage(const quo::Page &page);
    void onClosingState();
    void endReading();
    void noteSeen(const quo::Page &page);
    RowSet present() const;

    const WalkDependencies m_dependencies;
    const Plan m_plan;
    quo::Priority m_priority;
    const int m_wanted;      // rows that were known at the beginning
    bool m_isTaking = false; // a page of its own
    bool m_hasNews = false;  // has brought new or changed rows
    RowSet m_brought;        // by all readings
    QList<quint32> m_gone;
    std::optional<quo::Instant> m_knownUntil;
    bool m_hasEnded = false;

    // The current reading.
    std::unique_ptr<QueryReading> m_reading;
    RowSet m_seen;
    bool m_hasSeenKnown = false; // rows that were known at the beginning
    bool m_lastPageBroughtKnown = false;
    std::unique_ptr<quo::ChangeWalk> m_closing; // after a reading of several pages
    std::optional<quo::ApiError> m_closingError;
    std::optional<quo::ApiError> m_closingFailure; // for takeFailure()
    bool m_isClosed = false;
    std::optional<RowSet> m_missingBefore; // rows that were missing in the reading before
};

} // namespace syncing
