// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/arrangement.h"
#include "inbox/inboxmodel.h"
#include "inbox/rowfilter.h"
#include "inbox/rowset.h"

#include <QFutureWatcher>
#include <QThreadPool>

#include <memory>

namespace inbox {

// Puts the rows of a store into the order in which a model shows them. Pages are merged into it as
// they come; another arrangement of all rows is made by a worker, from a copy of the rows, and
// shown whole. Until it is there the rows stay as they are.
class RowArranger : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    RowArranger(InboxModel &model, const quo::Clock &clock, QObject *parent = nullptr);
    ~RowArranger() override;

    // Another store, which is empty yet and must outlive the next reset.
    void reset(const ConversationStore &store);

    const Arrangement &arrangement() const { return m_arrangement; }
    void setArrangement(const Arrangement &arrangement);
    // How its search was understood.
    const SearchQuery &search() const { return m_filter.search; }
    // Whether it hides rows.
    bool isFiltered() const { return !m_filter.isEmpty(); }

    void apply(const ConversationStore::Merge &merge);
    // Rows that read otherwise now, or have left.
    void applyChanges(const QList<quint32> &rows);
    // 'today' may have become another day.
    void noteTime();

    const FacetCounts &facetCounts() const { return m_facetCounts; }
    bool isWorking() const { return m_isWanted || m_isPending; }

Q_SIGNALS:
    // A worker's order is shown, which is the one that was asked for last.
    void arranged();

private:
    // What a worker makes.
    struct Result
    {
        RowOrder sorted; // all rows
        RowSet matching;
        RowOrder shown;
        std::shared_ptr<const RowMatcher> matcher;
        std::shared_ptr<const ContactTexts> contactTexts;
        TextKeys textKeys;
    };
    // What it makes it of. Values alone: the GUI thread goes on with its own.
    struct Task
    {
        ConversationRows rows;
        RowFilter filter;
        SortKeys sort;
        Reader reader;
        quo::Instant now;
        quo::Directory directory;
        quo::ContactIndex contacts;
        std::shared_ptr<const ContactTexts> contactTexts; // null: to be made
        TextKeys textKeys;                                // of the last sort by a text
        std::optional<RowOrder> sorted;                   // where only the filter is new
        std::optional<RowSet> within;                     // where it narrows the one before
        std::optional<SearchQuery> rest;                  // of the search, where the one before
                                                          // holds
        std::optional<RowOrder> shown;                    // where both: all that may match
    };

    static void work(QPromise<Result> &promise, const Task &task, QThreadPool &pool);
    void start();
    void onResult();
    void onNamesChanged();
    void prepareContactTexts();
    void readSearch();
    void prepareNameKeys();
    void onNameKeys();
    void makeTools();
    RowEdit merge(const QList<quint32> &touched);

    InboxModel &m_model;
    const Names &m_names;
    const quo::Clock &m_clock;
    const ConversationStore *m_store = nullptr;
    Arrangement m_arrangement;
    RowFilter m_filter;

    // As it is shown, which may be the arrangement before.
    RowOrder m_sorted;
    RowSet m_matching;
    RowOrder m_shown;
    RowFilter m_shownFilter;
    SortKeys m_shownSort;
    std::shared_ptr<const RowMatcher> m_matcher; // for rows that come
    std::unique_ptr<const RowComparator> m_comparator;
    std::shared_ptr<const ContactTexts> m_contactTexts;
    quo::ContactIndex m_contacts; // of which they are made
    TextKeys m_textKeys;
    int m_namesNow = 0; // counts names and stores, for what a worker makes of them
    int m_namesOfTask = 0;
    int m_namesOfShown = 0;
    int m_namesOfKeys = 0;
    bool m_areKeysOnTheWay = false;
    QList<quint32> m_changedSinceKeys; // rows, since they are
    FacetCounts m_facetCounts;

    quint32 m_taken = 0;           // rows that the worker's copy has
    QList<quint32> m_changedSince; // and which of them have changed since then
    bool m_isWanted = false;       // what the worker makes
    bool m_isPending = false;      // another run is wanted
    QThreadPool m_pool;
    QFutureWatcher<Result> m_watcher; // before the pool goes
    QFutureWatcher<std::shared_ptr<const ContactTexts>> m_textsWatcher;
    QFutureWatcher<TextKeys> m_keysWatcher;
};

} // namespace inbox
