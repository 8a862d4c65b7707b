// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "inbox/rowarranger.h"
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
    quo::PageWalk::State walk;      // of the refresh while there is one, else the same
    quo::Completeness completeness; // of the rows that are loaded
    bool firstPageArrived = false;  // false: nothing is known about the workspace yet
    bool refreshing = false;
    bool loadingAll = false;
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
// one for each window. The client must outlive it.
class InboxSession : public QObject, private InboxModel::Source
{
    Q_OBJECT

public:
    InboxSession(quo::Client &client, quo::Clock &clock, Reader reader, QObject *parent = nullptr);
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

    // Asks for what has changed, and puts it where it belongs. Rows that match no more leave.
    void refresh();
    // Reads again as many rows as are loaded, and drops those that are not there any more.
    void reload();
    void wantMore();
    // Reads all that there are, side by side.
    void loadAll();
    void retry();
    void stop();

Q_SIGNALS:
    void statusChanged();
    // A refresh has brought rows; these are their ids.
    void changesArrived(const QStringList &ids);
    // A loaded conversation has become unassigned by a refresh, or its snooze has ended just now.
    void attentionWanted(const QString &id, inbox::Facet because);

private:
    // A query's rows and the walk that brings them. Replaced whole, so an old walk has nowhere to
    // deliver to.
    struct Generation
    {
        std::unique_ptr<quo::PageWalk> walk;
        std::unique_ptr<quo::FullWalk> full; // instead, once everything is wanted
        quo::Instant fullBegun{};
        quo::Instant begun{};
        quo::Instant ended{};
        int pages = 0;
        std::optional<quo::Instant> newestAtFirst; // 'updatedAt' of the first page
        bool lastPageBroughtRows = false;
        bool canAskForChanges = true;
        RowSet seen;    // rows, where they are read again, and
        int wanted = 0; // how many of them

        quo::PageWalk::State state() const { return full ? full->state() : walk->state(); }
        quo::Completeness completeness() const
        {
            return full ? full->completeness() : walk->completeness();
        }
    };

    bool canFetchMore() const override;
    void fetchMore() override { wantMore(); }

    std::unique_ptr<Generation> begin();
    template <class Walk>
    void follow(Walk &walk, Generation &generation);
    void beginFull(Generation &generation);
    void onPage(Generation &generation, const quo::Page &page);
    void onWalkState(Generation &generation);
    void endReload();
    void onChanges(const quo::Page &page);
    void onChangeState();
    void endRefresh(const quo::ChangeWalk &changes);
    void leave(const QList<quint32> &rows);
    ConversationStore::Merge take(const quo::Page &page);
    void lookFurther();
    void noteReached();
    void noteFailure(const quo::PageWalk::State &state);
    void awaitNextState();
    void onStatesDue();

    quo::Client &m_client;
    quo::Clock &m_clock;
    quo::ConversationQuery m_query;
    InboxModel m_model;
    RowArranger m_arranger;
    std::unique_ptr<ConversationStore> m_store; // of the query
    StateSchedule m_schedule;
    std::unique_ptr<Generation> m_shown;
    std::unique_ptr<Generation> m_again; // while the rows are read again
    std::unique_ptr<quo::ChangeWalk> m_changes;
    // Up to when changes are known, in the server's time; null where it cannot be told.
    std::optional<quo::Instant> m_knownUntil;
    quo::Instant m_refreshEnded{};
    std::optional<quo::Instant> m_offlineSince;
    std::unique_ptr<quo::Clock::Timer> m_probe; // whether the network is back
    std::unique_ptr<quo::Clock::Timer> m_nextState;
    std::unique_ptr<quo::Clock::Timer> m_endOfNews;
};

} // namespace inbox
