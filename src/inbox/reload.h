// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/loadedrows.h"
#include "inbox/names.h"
#include "inbox/networkwatch.h"
#include "inbox/queryreading.h"
#include "inbox/rowset.h"

namespace inbox {

// Dependencies of a refresh or a reload. All of them must outlive it.
struct RefreshDependencies
{
    quo::Client &client;
    quo::Clock &clock;
    const Names &names;
    NetworkWatch &network; // is notified of answers and failures
    LoadedRows &rows;
};

// A walk, not started yet, over the changes since 'known', which is in the server's time.
std::unique_ptr<quo::ChangeWalk> changesSince(quo::Instant known,
                                              const quo::ConversationQuery &query,
                                              const RefreshDependencies &dependencies);

// Reads as many rows of a query again as are loaded, and finds the rows that are gone. A row that
// is missing in a reading of several pages may have moved between them. So the changes since its
// first page are requested, and a row counts as gone only if it is missing in a second reading,
// too. Destroying it cancels its requests. A receiver of its signals may destroy it.
class Reload : public QObject
{
    Q_OBJECT

public:
    struct Extent
    {
        bool readsAll = false; // side by side, else page by page
        bool isWhole = false;  // all rows of the query are loaded
    };

    Reload(const RefreshDependencies &dependencies, const quo::ConversationQuery &query,
           Extent extent, QObject *parent = nullptr);

    void start();
    // Repeats the requests that failed.
    void retry();

    // Fetching, waiting, failed until retry(), or ended.
    quo::PageWalk::State state() const;
    // Rows that the current reading has brought, each counted once.
    int rowsRead() const { return m_seen.count(); }

    // After the end: the reading with which the list goes on. To be called once.
    std::unique_ptr<QueryReading> takeReading();
    // After the end: the rows that are gone. They are not marked as left yet.
    const QList<quint32> &gone() const { return m_gone; }
    // Up to when changes are known, in the server's time; null if unknown.
    std::optional<quo::Instant> knownUntil() const { return m_knownUntil; }

Q_SIGNALS:
    void stateChanged();
    // A change that was already made to the loaded rows.
    void rowsChanged(const inbox::LoadedRows::Change &change);

private:
    void beginReading();
    LoadedRows::Change take(const quo::Page &page);
    void onPage(const quo::Page &page);
    void onReadingState();
    bool hasReadEnough() const;
    void beginClosing();
    void onClosingPage(const quo::Page &page);
    void onClosingState();
    void endReading();
    void noteSeen(const quo::Page &page);

    const RefreshDependencies m_dependencies;
    const quo::ConversationQuery m_query;
    const Extent m_extent;
    const quint32 m_known;  // rows in the store at the beginning
    const int m_wanted;     // loaded rows at the beginning
    bool m_hasNews = false; // has brought new or changed rows
    QList<quint32> m_gone;
    std::optional<quo::Instant> m_knownUntil;
    bool m_hasEnded = false;

    // The current reading.
    std::unique_ptr<QueryReading> m_reading;
    RowSet m_seen;
    bool m_hasSeenKnown = false; // rows that were loaded at the beginning
    bool m_lastPageBroughtKnown = false;
    std::unique_ptr<quo::ChangeWalk> m_closing; // after a reading of several pages
    std::optional<quo::ApiError> m_closingError;
    bool m_isClosed = false;
    std::optional<RowSet> m_missingBefore; // rows that were missing in the reading before
};

} // namespace inbox
