// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/arrangement.h"
#include "inbox/arrangetask.h"
#include "inbox/heldrows.h"
#include "inbox/inboxmodel.h"

#include <QFutureWatcher>
#include <QThreadPool>

#include <limits>
#include <memory>
#include <optional>

namespace inbox {

// Filters and sorts the rows of a store for a model. Pages are merged in as they arrive. A new
// arrangement of all rows is made by a worker from a copy of the rows; until it is done, the model
// keeps the old one. A receiver of its signals, or of the model's, may destroy it.
class RowArranger : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    RowArranger(InboxModel &model, const quo::Clock &clock, QObject *parent = nullptr);
    ~RowArranger() override;

    // What brought the rows of a merge: a page that continues the list, or changes to it.
    enum class Source { Continuation, Changes };

    // Begins with another store, which must outlive the next reset, and without members. Rows that
    // it already has are shown once a worker has arranged them.
    void reset(const ConversationStore &store);

    const Arrangement &arrangement() const { return m_arrangement; }
    void setArrangement(const Arrangement &arrangement);
    // The same in one step with other members: rows of the store outside of which none is listed.
    // Null for no limit.
    void setArrangement(const Arrangement &arrangement, const std::optional<RowSet> &members);
    const std::optional<RowSet> &members() const { return m_filter.members; }
    // Whether what is shown may list it.
    bool isMember(quint32 row) const
    {
        return !m_shownFilter.members || m_shownFilter.members->contains(row);
    }
    // Rows have become members, or are none any more, for the same arrangement: what that changes
    // comes in like other changes.
    void setMembers(const std::optional<RowSet> &members, Source source = Source::Changes);
    // The search of the arrangement, parsed.
    const SearchQuery &search() const { return m_filter.search; }
    // The search with the conditions and the members.
    const RowFilter &filter() const { return m_filter; }
    // Whether its search can hide rows that its conditions list.
    bool isFiltered() const { return m_filter.searches(); }

    // Shows what a merge into the store has changed. Of many rows, as soon as a worker has arranged
    // all anew.
    void apply(const ConversationStore::Merge &merge, Source source = Source::Changes);
    // Rows whose state has changed, or that have left.
    void applyChanges(const QList<quint32> &rows);
    // Time has passed: 'today' in a search may be another day.
    void noteTime();

    // Rows that are listed, whether the search hides them or not.
    int listedCount() const;
    // Of what is shown. Whether more exist is not known here.
    ShownCounts counts() const;

    // While it is held, the rows of the model stay where they are: their content changes, but none
    // comes between them, moves or leaves. New rows come in below the last one, those of a
    // continuation already below the visible ones. Everything else waits, and is shown in one step
    // once it is not held. An arrangement that is set meanwhile is shown nevertheless.
    void setHeld(bool held);
    // A row that keeps its place even if the list is not held: a change that would move it or take
    // it away waits, and later ones with it, until another row is kept. Null for none. Other
    // names may move it.
    void setKeptRow(std::optional<quint32> row);
    // Where rows may come in unseen: the first position below those that a view shows. Initially,
    // and in another store, only below the last row.
    void setVisibleEnd(int position) { m_visibleEnd = position; }
    // Shows everything that waits, though it is held.
    void showWaiting();
    // Rows that would come in or move, but wait.
    RowSet waiting() const { return m_behind ? m_behind->waiting() : RowSet(); }
    // The order in which rows are shown as soon as it is not held. Otherwise that of the model.
    const RowOrder &order() const { return m_shown; }
    bool isWorking() const { return m_isWanted || m_isPending; }

Q_SIGNALS:
    // The arrangement that was set last is shown, or will be once the list is not held.
    void arranged();
    // Other rows wait than before.
    void waitingChanged();

private:
    void start();
    ArrangeTask makeTask() const;
    void showAsIs();
    void onResult();
    void onNamesChanged();
    void prepareContactTexts();
    void readSearch();
    void prepareNameKeys();
    void onNameKeys();
    void makeTools();
    RowEdit merge(const QList<quint32> &touched);
    void count(quint32 row, quo::Instant now);
    bool mustHold(const QList<quint32> &touched) const;
    void take(const QList<quint32> &touched, const QList<quint32> &changed, Source source);
    void takeLater(const ConversationStore::Merge &merge);
    void noteTouched(const QList<quint32> &rows);
    std::optional<QList<quint32>> fewBetween(const std::optional<RowSet> &before,
                                             const std::optional<RowSet> &after) const;
    void applyHeld(const QList<quint32> &touched, const QList<quint32> &changed, Source source);
    std::optional<RowEdit> editOf(const RowSet &touched) const;
    bool mustHoldNewOrder() const;
    void holdNewOrder(const RowSet &touched, bool isSortedAsBefore);
    void showUnlessHeld();
    HeldRows::Orders orders(const RowOrder &shown) const;

    InboxModel &m_model;
    const Names &m_names;
    const quo::Clock &m_clock;
    const ConversationStore *m_store = nullptr;
    Arrangement m_arrangement;
    RowFilter m_filter;

    // What is shown, or waits to be. It belongs to the previous arrangement while a worker makes
    // the new one.
    RowOrder m_sorted;
    SearchMatches m_matching; // empty without a filter, and so are
    IndexCounts m_choices;    // the counts of what it would show
    RowOrder m_shown;
    RowFilter m_shownFilter;
    SortKeys m_shownSort;
    std::shared_ptr<const RowMatcher> m_matcher; // for new rows
    std::unique_ptr<const RowComparator> m_comparator;
    std::shared_ptr<const ContactTexts> m_contactTexts;
    quo::ContactIndex m_contacts; // those in m_contactTexts
    TextKeys m_textKeys;
    int m_namesNow = 0; // goes up with each change of names and each store
    int m_namesOfTask = 0;
    int m_namesOfShown = 0;
    int m_namesOfKeys = 0;
    bool m_areKeysOnTheWay = false;
    QList<quint32> m_changedSinceKeys; // rows, since a worker began to make keys
    RowCounter m_counter;
    bool m_isUncounted = false; // the store has many rows that are neither counted nor arranged
    RowSet m_changedMeanwhile;  // rows that are shown where they were before they changed

    bool m_isHeld = false;
    std::optional<quint32> m_keptRow;
    int m_visibleEnd = std::numeric_limits<int>::max();
    std::optional<HeldRows> m_behind; // null while the model shows m_shown
    bool m_isRequested = false;       // the arrangement is another one than that which is shown

    quint32 m_taken = 0; // rows in the worker's copy
    // Those of them that have changed since, as they were counted before.
    QHash<quint32, CountedRow> m_countedBefore;
    bool m_isWanted = false;  // the result of the current run
    bool m_isPending = false; // another run is wanted after it
    QThreadPool m_pool;
    QFutureWatcher<Arranged> m_watcher; // destroyed before the pool
    QFutureWatcher<std::shared_ptr<const ContactTexts>> m_textsWatcher;
    QFutureWatcher<TextKeys> m_keysWatcher;
};

} // namespace inbox
