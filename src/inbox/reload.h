// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/loadedrows.h"
#include "inbox/names.h"
#include "inbox/networkwatch.h"
#include "inbox/queryreading.h"
#include "inbox/rowset.h"

namespace inbox {

// What a refresh is lent; all of it must outlive it.
struct RefreshDependencies
{
    quo::Client &client;
    quo::Clock &clock;
    const Names &names;
    NetworkWatch &network; // gets to know of answers and failures
    LoadedRows &rows;
};

// A walk over what has changed since an instant in the server's time, to be started.
std::unique_ptr<quo::ChangeWalk> changesSince(quo::Instant known,
                                              const quo::ConversationQuery &query,
                                              const RefreshDependencies &dependencies);

// Reads as many rows of a query again as are loaded, and finds out which of them are gone. A row
// that a reading of several pages lacks may just have moved between them. So changes since its
// first page are requested, and a row is gone only if a second reading lacks it, too. Destroying it
// cancels its requests. A receiver of its signals may destroy it.
class Reload : public QObject
{
    Q_OBJECT

public:
    struct Extent
    {
        bool readsAll = false; // side by side, else page by page
        bool isWhole = false;  // the rows that are loaded are all there are
    };

    Reload(const RefreshDependencies &dependencies, const quo::ConversationQuery &query,
           Extent extent, QObject *parent = nullptr);

    void start();
    // Goes on after a failure.
    void retry();

    // Fetching, waiting, failed until retry(), or ended.
    quo::PageWalk::State state() const;
    // Different rows that the reading under way has brought.
    int rowsRead() const { return m_seen.count(); }

    // Once it has ended, and only once: what the list goes on with.
    std::unique_ptr<QueryReading> takeReading();
    // Rows that are gone.
    const QList<quint32> &gone() const { return m_gone; }
    // Up to when changes are known, in the server's time; null if unknown.
    std::optional<quo::Instant> knownUntil() const { return m_knownUntil; }

Q_SIGNALS:
    void stateChanged();
    // The rows are already changed.
    void rowsChanged(const inbox::LoadedRows::Change &change);

private:
    void beginReading();
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
    const quint32 m_known;  // rows of the store when it began
    const int m_wanted;     // those of them that were loaded
    bool m_hasNews = false; // it has brought rows that were not there, or were different
    QList<quint32> m_gone;
    std::optional<quo::Instant> m_knownUntil;
    bool m_hasEnded = false;

    // Of the reading under way.
    std::unique_ptr<QueryReading> m_reading;
    RowSet m_seen;
    bool m_hasSeenKnown = false; // rows that were loaded before
    bool m_lastPageBroughtKnown = false;
    std::unique_ptr<quo::ChangeWalk> m_closing; // after a reading of several pages
    std::optional<quo::ApiError> m_closingError;
    bool m_isClosed = false;
    std::optional<RowSet> m_missingBefore; // rows that the reading before it lacked
};

} // namespace inbox
