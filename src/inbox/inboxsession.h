// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "inbox/networkwatch.h"
#include "inbox/rowarranger.h"
#include "inbox/snoozewatch.h"
#include "inbox/stateschedule.h"
#include "quo/changewalk.h"
#include "quo/fullwalk.h"

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

// What is loaded of one query, and when to load more: owns walk, store, order and model. There is
// one for each window. Client, clock and names must outlive it.
class InboxSession : public QObject, private InboxModel::Source
{
    Q_OBJECT

public:
    InboxSession(quo::Client &client, quo::Clock &clock, const Names &names,
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
    // Reads again as many rows as are loaded, and drops those that are not there any more. A row
    // that one reading lacks may have moved, so it is dropped only where a second one lacks it,
    // too.
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
    // A query's rows and the walk that brings them. Replaced whole, so an old walk has nowhere to
    // deliver to.
    struct Generation
    {
        std::unique_ptr<quo::FullWalk> walk; // page by page
        std::unique_ptr<quo::FullWalk> full; // instead, once everything is wanted
        quo::Instant fullBegun{};
        quo::Instant begun{};
        quo::Instant ended{};
        int pages = 0;
        std::optional<quo::Instant> initialNewest; // 'updatedAt' of the first page
        bool lastPageBroughtRows = false;
        bool isStopped = false;   // by the user, so it goes on when the user wants it to
        bool isConfirmed = false; // all of its rows were there before, and that was all there is
        qsizetype failures = 0;   // parts of 'full' that are known to have failed

        quo::FullWalk &current() const { return full ? *full : *walk; }
        quo::PageWalk::State state() const { return current().state(); }
        quo::Completeness completeness() const { return current().completeness(); }
        // Failed for a reason that may pass.
        bool mayGoOn() const;
        // Rows that moved while it was read may not be among those that it has brought.
        bool mayLackRows() const;
        void retry();
    };

    // Reading again: what it has seen, and how far it has come.
    struct Reload
    {
        std::unique_ptr<Generation> reading;
        RowSet seen;
        quint32 known = 0;         // rows of the store, when it began
        int wanted = 0;            // of them are loaded
        bool wasWhole = false;     // and are all there is
        bool hasNews = false;      // it has brought rows that were not there, or were different
        bool hasSeenKnown = false; // rows that were loaded before
        bool lastPageBroughtKnown = false;
        std::unique_ptr<quo::ChangeWalk> closing; // after a reading of several pages
        bool isClosed = false;
        std::optional<quo::ApiError> closingError; // why that has failed
        std::optional<RowSet> missingBefore;       // that the reading before lacked
        std::optional<quo::Instant> initialNewest; // of the first reading

        quo::PageWalk::State state() const;
    };

    struct Attention
    {
        QString id;
        Facet because;
    };

    // What a page did.
    struct Taken
    {
        ConversationStore::Merge merge;
        QList<Attention> attention; // to be told last
    };

    bool canFetchMore() const override;
    void fetchMore() override { wantMore(); }

    std::unique_ptr<Generation> begin();
    void follow(quo::FullWalk &walk, Generation &generation);
    void beginFull(Generation &generation);
    void onPage(Generation &generation, const quo::Page &page);
    void onWalkState(Generation &generation);
    void closeAtEnd();
    bool isReading(const Generation &generation) const;
    bool isReloading() const;
    int loadedCount() const;
    void noteFailures(Generation &generation);
    void goOn();

    void beginReading();
    void retryReload();
    void onReloadState();
    void beginClosing();
    void onClosingState();
    void endReading();
    void endReload(const QList<quint32> &gone);
    void noteSeen(const quo::Page &page);

    std::unique_ptr<quo::ChangeWalk> changesSince(quo::Instant known);
    void beginRefresh();
    void onChanges(const quo::Page &page);
    void onChangeState();
    void endRefresh(const quo::ChangeWalk &changes);
    void noteRefreshFailure(const quo::ApiError &error);
    void noteRefreshSuccess();

    void leave(const QList<quint32> &rows);
    void leaveIds(const QStringList &ids);
    Taken take(const quo::Page &page);
    void tell(const QList<Attention> &attention);
    void lookFurther();
    void awaitNextState();
    void onStatesDue();
    void lookThroughStates(quint32 first);

    quo::Client &m_client;
    quo::Clock &m_clock;
    const Names &m_names;
    quo::ConversationQuery m_query;
    InboxModel m_model;
    RowArranger m_arranger;
    std::unique_ptr<ConversationStore> m_store; // of the query
    StateSchedule m_schedule;
    std::unique_ptr<Generation> m_shown;
    std::unique_ptr<Reload> m_reload; // while the rows are read again, or where that has failed
    std::unique_ptr<quo::ChangeWalk> m_changes;
    // Up to when changes are known, in the server's time; null where it cannot be told.
    std::optional<quo::Instant> m_knownUntil;
    bool m_canAskForChanges = true; // the server did not ignore it the last time
    bool m_changesMoved = false;    // so much that the last refresh may have missed some
    std::optional<quo::ContactsProblem> m_contactsProblem;
    quo::Instant m_refreshEnded{};
    std::optional<quo::ApiError> m_refreshError;
    int m_refreshFailures = 0; // in a row
    NetworkWatch m_network;
    SnoozeWatch m_snoozes;
    quo::Instant m_statesAt{}; // the latest time that the states are of
    std::unique_ptr<quo::Clock::Timer> m_nextState;
    std::unique_ptr<quo::Clock::Timer> m_nextStates; // while all of them are looked through
    std::unique_ptr<quo::Clock::Timer> m_endOfNews;
};

} // namespace inbox
