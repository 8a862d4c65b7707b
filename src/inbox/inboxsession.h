// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "inbox/knownconversations.h"
#include "inbox/rowarranger.h"
#include "syncing/conversationsync.h"

#include <QObject>

#include <memory>

namespace inbox {

// The state of a list, as one value that widgets put into words.
struct SessionStatus : syncing::SyncStatus
{
    int loaded = 0;  // rows of the list that are known
    int shown = 0;   // those of them that the search does not hide
    int waiting = 0; // those of them that come in or move once the list is not held
    bool isFiltered = false;
    bool isArranging = false;  // a worker makes another arrangement
    bool looksFurther = false; // pages are read until a screen of rows is shown
};

// The list of one window: those of the known conversations that a query asks for, in their order.
// Lines and dates are conditions on what is known; ConversationSync reads what is not, and keeps it
// up to date. StateWatch follows the states that end by time. A receiver of its signals may destroy
// it, or ask for another query.
class InboxSession : public QObject, private InboxModel::Source
{
    Q_OBJECT

public:
    // All must outlive it. 'sync' merges into 'known'.
    InboxSession(KnownConversations &known, syncing::ConversationSync &sync, quo::Clock &clock,
                 const Names &names, const ListWords &words, QObject *parent = nullptr);
    ~InboxSession() override;

    InboxModel &model() { return m_model; }
    SessionStatus status() const;
    const quo::ConversationQuery &query() const { return m_sync.wanted(); }

    syncing::ConversationSync &sync() { return m_sync; }
    // Whether it belongs to the list, though the search may hide it.
    bool isListed(quint32 row) const;

    // Shows what this asks for. What is known of it is shown at once, and the rest is requested.
    // The query must have no problems.
    void setQuery(const quo::ConversationQuery &query);

    // Searches and sorts the rows; the query gives the conditions. If few match, more are loaded
    // until they fill a screen, all are loaded, or stop() is called.
    void setArrangement(const Arrangement &arrangement);
    const RowArranger &arranger() const { return m_arranger; }
    // They change with statusChanged().
    ShownCounts counts() const;

    // While the list is held, its rows stay where they are, whatever arrives and however time
    // passes; see RowArranger. Loading, refreshes and reloads go on.
    void setHeld(bool held) { m_arranger.setHeld(held); }
    // A row that stays where it is, even if the list is not held; null for none.
    void setKeptRow(std::optional<quint32> row) { m_arranger.setKeptRow(row); }
    void setVisibleEnd(int position) { m_arranger.setVisibleEnd(position); }
    // How many of the rows that wait have come or changed on the server since the list was begun;
    // the others were only read later. It changes with waitingChanged() and statusChanged().
    int waitingNews() const;
    // Shows what waits, though the list is held.
    void showWaiting() { m_arranger.showWaiting(); }

    // Why a search cannot find the names of contacts; null if it can.
    void setContactsProblem(const std::optional<quo::ContactsProblem> &problem);
    const std::optional<quo::ContactsProblem> &contactsProblem() const { return m_contactsProblem; }

    // See ConversationSync.
    void refresh() { m_sync.refresh(); }
    void refreshByItself() { m_sync.refreshByItself(); }
    void reload() { m_sync.reload(); }
    void wantMore() { m_sync.fetchMore(); }
    void loadAll() { m_sync.loadAll(); }
    void retry() { m_sync.retry(); }
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
    using Origin = syncing::ConversationSync::Origin;

    bool canFetchMore() const override { return m_sync.canFetchMore(); }
    void fetchMore() override { wantMore(); }
    bool isMember(quint32 row) const override { return m_arranger.isMember(row); }

    void arrange();
    void announce(const syncing::RowChange &change);
    void onRowsChanged(const syncing::RowChange &change, Origin origin);
    void noteOrigin(const syncing::RowChange &change, Origin origin);
    void onSyncStatus();
    void onNews(const syncing::RowChange &news);
    void onWaitingChanged();
    void ageNews();
    // 'arrived' are those of them that are announced.
    void showNews(const QList<quint32> &rows, const QList<quint32> &arrived);
    void onTimePassed(const QList<quint32> &rows, const QList<Attention> &attention);
    void announce(QList<Attention> attention);
    void lookFurther();

    KnownConversations &m_known;
    syncing::ConversationSync &m_sync;
    quo::Clock &m_clock;
    std::optional<quo::ConversationQuery> m_query; // null before the first
    Arrangement m_wanted;                          // without the conditions of the query
    std::optional<quo::ContactsProblem> m_contactsProblem;
    InboxModel m_model;
    RowArranger m_arranger;
    bool m_lastPageBroughtRows = true; // that the arrangement shows
    RowSet m_waitingNews;              // rows that a refresh has brought, and that wait
    RowSet m_readLater;                // rows that no refresh or time has changed since
    RowSet m_endedOutside; // their snoozes have ended while they did not belong to the list
    std::unique_ptr<quo::Clock::Timer> m_newsStep;
};

} // namespace inbox
