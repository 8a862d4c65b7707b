// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncing/filteranswers.h"
#include "syncing/mirrorfeed.h"
#include "syncing/refreshcycle.h"
#include "syncing/syncstatus.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace syncing {

// Decides what to ask the server about the conversations of one account, and gives what it answers
// to the known rows, to the mirror, and to whoever listens, in this order.
//
//  1. Rows that are known stay, whatever is wanted. A list whose answer is known needs no request.
//  2. The wanted list comes first: page by page as it is scrolled, or side by side once all of it
//     is wanted.
//  3. Everything else follows in the background, after the first page of anything. It takes half of
//     the pace, and gives way to all other requests.
//  4. Then only changes are requested, of the whole workspace, so that lists which are not shown
//     stay current as well. A refresh that has failed does not end refreshing.
//  5. Once a day, everything is read again in the background, since nobody knows whether
//     'updatedAt' moves with every change. That finds rows that are gone (see Reload).
//  6. What only the server can answer (userId, excludeInactive) is kept as sets of rows. The set
//     that is wanted is kept current, and asked for again once it is an hour old.
//  7. Without a network, NetworkWatch tries again; what is known stays, as of then.
//
// A receiver of its signals may destroy it.
class ConversationSync : public QObject
{
    Q_OBJECT

public:
    struct Dependencies // all of them must outlive it
    {
        quo::Client &client;
        quo::Clock &clock;
        KnownRows &rows;
        std::function<QStringList()> lines; // ids of the lines that the key may see
    };
    struct Policy
    {
        bool readsAll = true; // false: nothing is read in the background
    };
    // What the mirror has kept, beside the rows, which are among the known rows already.
    struct Kept
    {
        mirror::Extent extent;
        QList<mirror::KeptSet> sets;
    };
    enum class Origin {
        Continuation, // the next rows of the wanted list
        Background,   // rows that nobody has asked for
        News,         // what has changed on the server
        Correction,   // other changes: rows that were read again, or are gone
        Adopted,      // rows that the mirror has kept
    };

    explicit ConversationSync(Dependencies dependencies, QObject *parent = nullptr);
    ConversationSync(Dependencies dependencies, Policy policy, QObject *parent = nullptr);
    ~ConversationSync() override;

    // Begins to request; before, nothing is.
    void begin(const Kept &kept = {});
    // Announces rows that the mirror has kept, and that were merged into the known rows.
    void noteAdopted(const RowChange &change);
    // Where pages are kept from now on; null for nowhere. It must outlive its use. After begin(),
    // it is given everything that is known.
    void setWriter(mirror::Writer *writer);

    // The list that is shown. The query must have no problems. Emits nothing.
    void want(const quo::ConversationQuery &query);
    const quo::ConversationQuery &wanted() const { return m_query; }
    // Whether fetchMore() would request the next page.
    bool canFetchMore() const;
    void fetchMore();
    // All that the list may lack is being read, whether it is scrolled or not.
    bool isReadingEverything() const;
    // Reads all of the list at once.
    void loadAll();

    // Requests the changes since the last time, and repeats requests that failed.
    void refresh();
    // The same without a user who wants it: does nothing if the key is refused, and repeats only
    // requests that time may have mended.
    void refreshByItself();
    // Reads everything again, and finds what is gone. Before begin(), then.
    void reload();
    // Repeats all requests that failed.
    void retry();
    // Cancels all requests. Nothing more is read in the background until the next refresh().
    void stop();

    SyncStatus status() const;
    // Of the wanted list.
    quo::Completeness completeness() const;
    // The rows of the list, if they do not follow from what the rows contain; otherwise null.
    std::optional<RowSet> members() const;
    const quo::LineNumbers &lineNumbers() const { return m_dependencies.client.lineNumbers(); }

Q_SIGNALS:
    // Changes that were already made to the known rows.
    void rowsChanged(const syncing::RowChange &change, syncing::ConversationSync::Origin origin);
    void statusChanged();

private:
    WalkDependencies walkDependencies();
    mirror::Extent extent() const; // of the workspace, with m_refresh's knownUntil
    RowChange take(const quo::Page &page, const quo::ConversationQuery &query);
    QList<quint32> addToAnswer(const quo::ConversationQuery &query, const QList<quint32> &rows);
    QList<quint32> addToList(const quo::Page &page, const quo::ConversationQuery &query,
                             const QList<quint32> &rows);
    void removeFromList(const mirror::ServerFilter &filter, const QList<quint32> &rows);
    QList<quo::Conversation> withoutOlder(const QList<quo::Conversation> &rows) const;
    int walksUnderWay() const;
    QList<quint32> rowsWithIds(const QStringList &ids) const;
    RowChange leave(const QList<quint32> &rows);
    void announce(const RowChange &change, Origin origin);

    bool isAnswered() const;
    bool isLocal() const;
    bool isStale(const FilterAnswer &answer) const;
    void beginReading();
    void show(std::unique_ptr<QueryReading> reading);
    void onPage(const quo::Page &page);
    void onReadingState();
    void onRowsLeft(const quo::ConversationQuery &query, const QStringList &ids);

    void beginRest(quo::Priority priority);
    void goOnInBackground();
    void onRestState();
    void endRest();
    void checkAge();

    void beginFilter(quo::Priority priority);
    void onFilterPage(const quo::Page &page);
    void onFilterState();
    void endFilter();

    std::pair<quo::ConversationQuery, quo::Instant> planChanges(quo::Instant knownUntil) const;
    Reload::Plan planReload() const;
    void onChangesEnded(const QStringList &leftIds);
    void onReloaded(const std::shared_ptr<Reload> &reload);
    void noteWhole(const QueryReading &reading);
    void retryReadings();
    void goOn();

    Dependencies m_dependencies;
    const Policy m_policy;
    NetworkWatch m_network;
    bool m_hasBegun = false;
    bool m_reloadsAtBegin = false; // the user has asked for it before
    bool m_isWanted = false;       // m_query is
    quo::ConversationQuery m_query;

    // The workspace.
    mirror::Extent m_extent; // see extent()
    bool m_isRead = false;   // to its end
    bool m_isAnythingKnown = false;
    quo::Completeness m_gaps;              // what that reading lacked
    QList<quo::ConversationQuery> m_parts; // of that reading
    quo::Instant m_begun{};
    quo::Instant m_ended{};

    // The wanted list.
    std::unique_ptr<QueryReading> m_reading; // null if it is not needed
    RowSet m_inList; // rows that the reading has brought, or that match since

    FilterAnswers m_answers;
    std::unique_ptr<QueryReading> m_filter; // reads one of them wholly
    MirrorFeed m_feed;

    std::unique_ptr<RefreshCycle> m_refresh;
    std::unique_ptr<Reload> m_rest; // reads everything in the background
    bool m_isRestHurried = false;   // the user waits for it
    bool m_isStopped = false;
    std::unique_ptr<quo::Clock::Timer> m_ageCheck;
};

} // namespace syncing
