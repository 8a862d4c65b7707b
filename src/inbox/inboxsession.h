// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "inbox/networkwatch.h"
#include "inbox/refreshcycle.h"
#include "inbox/rowarranger.h"

#include <QObject>

#include <memory>

namespace inbox {

// The state of a list, as one value that widgets put into words.
struct SessionStatus
{
    // The loaded rows.
    quo::PageWalk::State shownWalk;      // of the requests that load them
    QList<quo::ConversationQuery> parts; // the queries that were requested
    quo::Completeness completeness;
    bool firstPageArrived = false; // false: nothing is known about the workspace yet
    quo::Instant begun{};          // when the first request was sent
    quo::Instant ended{};          // when the last one was answered; the epoch before
    int loaded = 0;                // rows
    int shown = 0;                 // those of them that the arrangement does not hide
    int waiting = 0;               // those of them that come in or move once the list is not held
    bool isFiltered = false;
    bool isArranging = false;  // a worker makes another arrangement
    bool looksFurther = false; // pages are read until a screen of rows is shown
    bool isChecking = false;   // all pages are read; rows that they may lack are looked for

    // Loading all.
    bool loadingAll = false;
    int fullRequests = 0;     // answered so far
    quo::Instant fullBegun{}; // the epoch before

    // Refreshes and reloads.
    bool refreshing = false;
    std::optional<quo::ApiError> refreshError; // of the last one; null if it did not fail
    int refreshFailures = 0;                   // in a row
    int refreshed = 0;                         // rows that a reload has read so far
    quo::Instant refreshEnded{};               // the last success; the epoch before
    bool canAskForChanges = true; // false: the server ignored the filter 'updatedAfter'
    // Of the refresh under way, or of one that failed while nothing else is under way; otherwise
    // the same as 'shownWalk'.
    quo::PageWalk::State walk;

    std::optional<quo::Instant> offlineSince;   // null while there is a network
    QHash<QString, quo::ApiError> refusedLines; // by the lines' ids
    quo::Pacer::Load load;                      // of the key, by everything that uses it
};

// The list of one window: the rows of a query, as far as they are loaded, in their order. It reads
// them page by page as the list is scrolled, or side by side once all are wanted. RefreshCycle
// keeps them up to date, and StateWatch follows the states that end by time. Client, clock and
// names must outlive it. A receiver of its signals may destroy it, or ask for another query.
class InboxSession : public QObject, private InboxModel::Source
{
    Q_OBJECT

public:
    InboxSession(quo::Client &client, quo::Clock &clock, const Names &names, const ListWords &words,
                 QObject *parent = nullptr);
    ~InboxSession() override;

    InboxModel &model() { return m_model; }
    SessionStatus status() const;
    const quo::ConversationQuery &query() const { return m_query; }

    // Starts over with the first page, unless the query is the same. Rows of the query before are
    // dropped. The query must have no problems.
    void setQuery(const quo::ConversationQuery &query);

    // Filters and sorts the rows. If few match, more are loaded until they fill a screen, all are
    // loaded, or stop() is called.
    void setArrangement(const Arrangement &arrangement) { m_arranger.setArrangement(arrangement); }
    const RowArranger &arranger() const { return m_arranger; }
    // They change with statusChanged().
    ShownCounts counts() const;

    // While the list is held, its rows stay where they are, whatever arrives and however time
    // passes; see RowArranger. Loading, refreshes and reloads go on.
    void setHeld(bool held) { m_arranger.setHeld(held); }
    // A row that stays where it is, even if the list is not held; null for none.
    void setKeptRow(std::optional<quint32> row) { m_arranger.setKeptRow(row); }
    void setVisibleEnd(int position) { m_arranger.setVisibleEnd(position); }
    // Shows what waits, though the list is held.
    void showWaiting() { m_arranger.showWaiting(); }

    // Why a search cannot find the names of contacts; null if it can.
    void setContactsProblem(const std::optional<quo::ContactsProblem> &problem);
    const std::optional<quo::ContactsProblem> &contactsProblem() const { return m_contactsProblem; }

    // Requests the changes since the last time and merges them. Rows that no longer match leave.
    // Repeats requests that failed.
    void refresh();
    // The same without a user who wants it: does nothing if the key is refused, and repeats only
    // requests that time may have mended.
    void refreshByItself();
    // Reads as many rows again as are loaded, and drops those that are gone (see Reload).
    void reload();
    // Loads the next page, unless a request is under way.
    void wantMore();
    // Loads all rows.
    void loadAll();
    // Repeats all requests that failed.
    void retry();
    // Cancels all requests. Rows that were read stay.
    void stop();

Q_SIGNALS:
    void statusChanged();
    // A refresh has brought new or changed rows, and they are shown. Those that wait are announced
    // when they are shown.
    void changesArrived(const QStringList &ids);
    // A loaded conversation has become unassigned, or its snooze has ended: once each time, and
    // never for the state in which a row was first read.
    void attentionWanted(const QString &id, inbox::Facet because);

private:
    bool canFetchMore() const override;
    void fetchMore() override { wantMore(); }

    void addShown(SessionStatus &status) const;
    void addRefresh(SessionStatus &status) const;

    void beginRefreshCycle();
    void show(std::unique_ptr<QueryReading> reading);
    void onPage(const quo::Page &page);
    void onReadingState();
    void onReloaded(const LoadedRows::Change &gone);
    void onNews(const LoadedRows::Change &news);
    void onWaitingChanged();
    void ageNews();
    // 'arrived' are those of them that are announced.
    void showNews(const QList<quint32> &rows, const QList<quint32> &arrived);
    void onTimePassed(const QList<quint32> &rows, const QList<Attention> &attention);
    void apply(const LoadedRows::Change &change);
    void announce(const QList<Attention> &attention);
    void lookFurther();
    void goOn();

    quo::Client &m_client;
    quo::Clock &m_clock;
    const Names &m_names;
    quo::ConversationQuery m_query;
    std::optional<quo::ContactsProblem> m_contactsProblem;
    // Null before the first query. Declared before whatever points at its store.
    std::unique_ptr<LoadedRows> m_rows;
    InboxModel m_model;
    RowArranger m_arranger;
    NetworkWatch m_network;
    std::unique_ptr<QueryReading> m_shown; // loads the rows
    bool m_lastPageBroughtRows = false;    // that the arrangement shows
    std::unique_ptr<RefreshCycle> m_refresh;
    RowSet m_waitingNews; // rows that a refresh has brought, and that wait
    std::unique_ptr<quo::Clock::Timer> m_newsStep;
};

} // namespace inbox
