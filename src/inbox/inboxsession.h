// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "inbox/networkwatch.h"
#include "inbox/refreshcycle.h"
#include "inbox/rowarranger.h"

#include <QObject>

#include <memory>

namespace inbox {

// How the list stands, as one value that widgets put into words.
struct SessionStatus
{
    quo::PageWalk::State shownWalk; // of the rows that are loaded
    quo::PageWalk::State walk;      // of what is under way, else of a failed refresh, else the same
    quo::Completeness completeness; // of the rows that are loaded
    bool firstPageArrived = false;  // false: nothing is known about the workspace yet
    bool refreshing = false;        // a refresh or a reload is under way
    // Why the last of them failed; null once one has not. Where another key is the remedy, none
    // begins by itself any more.
    std::optional<quo::ApiError> refreshError;
    int refreshFailures = 0; // in a row
    bool loadingAll = false;
    // Scrolling has come to the end, and whether the pages lack anything is being found out.
    bool isChecking = false;
    int fullRequests = 0; // of loading all, and since when
    quo::Instant fullBegun{};
    quo::Instant begun{}; // when the first of them was sent, and the last one answered
    quo::Instant ended{};
    QList<quo::ConversationQuery> parts; // what was asked for
    int loaded = 0;
    int shown = 0; // of them, those that the arrangement does not hide
    bool isFiltered = false;
    bool isArranging = false;    // another arrangement is on its way
    bool looksFurther = false;   // pages are read until enough rows are shown
    int refreshed = 0;           // rows that reading again has read so far
    quo::Instant refreshEnded{}; // the last one that ended; the epoch: there was none
    std::optional<quo::Instant> offlineSince;
    bool canAskForChanges = true; // false: the server ignores that it is asked for changes only
    QHash<QString, quo::ApiError> refusedLines; // all that are known to be refused, and why
    quo::Pacer::Load load;                      // of the key, by everything that uses it
};

// What one window shows of a query: the rows that are loaded, in their order, and when to load
// more. It reads page by page as the list is scrolled, or everything once that is wanted;
// RefreshCycle keeps up to date what is loaded, and StateWatch follows what time does to it.
// Client, clock and names must outlive it. A receiver of its signals may destroy it, or ask for
// another query.
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

    // Starts anew with the first page, unless this is the query already. Rows of another query
    // never stay. The query must have no problems.
    void setQuery(const quo::ConversationQuery &query);

    // Which rows are shown, and how. Where few match, more are loaded until a screen of them does,
    // all are loaded, or somebody says stop.
    void setArrangement(const Arrangement &arrangement) { m_arranger.setArrangement(arrangement); }
    const RowArranger &arranger() const { return m_arranger; }

    // Why the names of contacts are not known, so that a search cannot find them; null where they
    // are.
    void setContactsProblem(const std::optional<quo::ContactsProblem> &problem);
    const std::optional<quo::ContactsProblem> &contactsProblem() const { return m_contactsProblem; }

    // Asks for what has changed, and puts it where it belongs. Rows that match no more leave. Where
    // something has failed, it is tried again.
    void refresh();
    // The same as it is done by itself: not where the key is refused, and what has failed is tried
    // again only where time may have mended it.
    void refreshByItself();
    // Reads again as many rows as are loaded, and drops those that are gone (see Reload).
    void reload();
    void wantMore();
    // Reads all that there are, side by side.
    void loadAll();
    // Tries again whatever has failed.
    void retry();
    // Stops whatever is under way. What was read stays.
    void stop();

Q_SIGNALS:
    void statusChanged();
    // A refresh has brought rows; these are their ids.
    void changesArrived(const QStringList &ids);
    // A loaded conversation has become unassigned, or its snooze has ended: once each time, however
    // it is found out, and not where it was so when the row was read first.
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
    void onReadAgain(const LoadedRows::Change &gone);
    void onNews(const LoadedRows::Change &news);
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
    // Of the query; null before the first one. It outlives all that point at its store.
    std::unique_ptr<LoadedRows> m_rows;
    InboxModel m_model;
    RowArranger m_arranger;
    NetworkWatch m_network;
    std::unique_ptr<QueryReading> m_shown; // what brings the rows
    bool m_lastPageBroughtRows = false;    // that are shown
    std::unique_ptr<RefreshCycle> m_refresh;
    std::unique_ptr<quo::Clock::Timer> m_endOfNews;
};

} // namespace inbox
