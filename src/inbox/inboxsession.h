// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "inbox/stateschedule.h"
#include "quo/fullwalk.h"

#include <QObject>

#include <memory>

namespace inbox {

// How the list stands, as one value that widgets put into words.
struct SessionStatus
{
    // How whole the shown rows are: always one of the three, and always true.
    enum class Completeness { Complete, MoreExist, Stopped };

    quo::PageWalk::State shownWalk; // of the rows that are shown
    quo::PageWalk::State walk;      // of the refresh while there is one, else the same
    Completeness completeness = Completeness::MoreExist;
    bool firstPageArrived = false; // false: nothing is known about the workspace yet
    bool refreshing = false;
    bool loadingAll = false;
    int fullRequests = 0; // of loading all, and since when
    quo::Instant fullBegun{};
    quo::Instant begun{}; // when the first of them was sent, and the last one answered
    quo::Instant ended{};
    QList<quo::ConversationQuery> parts;    // what was asked for
    QList<quo::FullWalk::Failure> failures; // of them, those that could not be read
    int loaded = 0;
    int refreshed = 0; // rows that a refresh has read so far
    int skippedCount = 0;
    QList<quo::SkippedRow> skipped; // the first hundred of them
    QList<quo::QueryField> ignoredFilters;
    QStringList leftOutLines;                   // of the query, since the key is refused them
    QHash<QString, quo::ApiError> refusedLines; // all that are known to be refused, and why
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
    // Reads again as many rows as are loaded; until they are all there the old ones stay.
    void refresh();
    void wantMore();
    // Reads all that there are, side by side, and puts the latest activity first.
    void loadAll();
    void retry();
    void stop();

Q_SIGNALS:
    void statusChanged();

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
        ConversationStore store;
        StateSchedule schedule;
        int pages = 0;
        bool lastPageBroughtRows = false;
        int skippedCount = 0;
        QList<quo::SkippedRow> skipped;
        QList<quo::QueryField> ignoredFilters;

        quo::PageWalk::State state() const { return full ? full->state() : walk->state(); }
    };

    bool canFetchMore() const override;
    void fetchMore() override { wantMore(); }

    std::unique_ptr<Generation> begin();
    template <class Walk>
    void follow(Walk &walk, Generation &generation);
    void beginFull(Generation &generation);
    RowOrder finalOrder(const Generation &generation) const;
    void startOver();
    void onPage(Generation &generation, const quo::Page &page,
                const QList<quo::QueryField> &ignored);
    void onWalkState(Generation &generation);
    void swapInRefreshed();
    void scheduleStates(Generation &generation, const ConversationStore::Merge &merge);
    void awaitNextState();

    quo::Client &m_client;
    quo::Clock &m_clock;
    quo::ConversationQuery m_query;
    InboxModel m_model;
    std::unique_ptr<Generation> m_shown;
    std::unique_ptr<Generation> m_refreshed; // while a refresh is under way
    std::unique_ptr<quo::Clock::Timer> m_nextState;
};

} // namespace inbox
