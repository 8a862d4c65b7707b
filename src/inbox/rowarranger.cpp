// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowarranger.h"

#include "inbox/giveway.h"
#include "inbox/phonenumber.h"
#include "inbox/searchparser.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>

namespace inbox {

namespace {

// Takes the rows that are in 'touched' out and puts 'coming' where the comparator wants them.
RowEdit edit(RowOrder &order, const RowSet &touched, bool areKnown, const QList<quint32> &coming,
             const ConversationRows &rows, const RowComparator &comparator)
{
    RowEdit edit;
    if (areKnown)
        edit.removed = order.positionsOf(touched);
    for (auto position = edit.removed.crbegin(); position != edit.removed.crend(); ++position)
        order.removeAt(*position);
    const auto isBefore = [&](quint32 row, quint32 other) {
        return comparator.isBefore(rows, row, other);
    };
    for (const quint32 row : coming) // sorted, so that no position moves by those after it
        edit.inserted.append(order.insert(row, isBefore));
    return edit;
}

bool dependsOnNames(const SortKeys &sort)
{
    return std::ranges::any_of(sort, [](const SortKey &key) {
        return !std::holds_alternative<Column::Rank>(columns()[size_t(key.column)].key);
    });
}

} // namespace

RowArranger::RowArranger(InboxModel &model, const quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_names(model.names())
    , m_clock(clock)
{
    makeTools();
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RowArranger::onResult);
    connect(&m_textsWatcher, &QFutureWatcherBase::finished, this, [this] {
        if (!m_textsWatcher.isCanceled() && !m_contactTexts)
            m_contactTexts = m_textsWatcher.result();
    });
    connect(&m_keysWatcher, &QFutureWatcherBase::finished, this, &RowArranger::onNameKeys);
    connect(&m_names, &Names::directoryChanged, this, &RowArranger::onNamesChanged);
    connect(&m_names, &Names::contactsChanged, this, &RowArranger::onNamesChanged);
}

RowArranger::~RowArranger()
{
    m_watcher.cancel();
    m_textsWatcher.cancel();
    m_keysWatcher.cancel();
    m_pool.waitForDone(); // it looks after a few thousand rows whether it is still wanted
}

void RowArranger::reset(const ConversationStore &store)
{
    m_watcher.cancel();
    m_isWanted = m_isPending = false;
    m_store = &store;
    m_sorted = m_shown = {};
    m_matching = {};
    m_facetCounts = {};
    m_textKeys = {};
    ++m_namesNow;
    m_shownFilter = m_filter;
    m_shownSort = m_arrangement.sort;
    m_namesOfShown = m_namesNow;
    makeTools();
    m_model.reset(&store, {});
}

void RowArranger::setArrangement(const Arrangement &arrangement)
{
    if (arrangement == m_arrangement)
        return;
    m_arrangement = arrangement;
    m_model.setSort(arrangement.sort);
    readSearch();
    start();
}

void RowArranger::onNamesChanged()
{
    m_textKeys = {};
    ++m_namesNow;
    prepareContactTexts();
    readSearch(); // lines give the countries of numbers
    if (!m_arrangement.search.trimmed().isEmpty() || dependsOnNames(m_arrangement.sort))
        start();
    else
        makeTools();
}

// Ahead of the first key of a search.
void RowArranger::prepareContactTexts()
{
    const quo::ContactIndex contacts = m_names.contacts();
    if (contacts == m_contacts)
        return; // the directory is read again and again
    m_contacts = contacts;
    m_contactTexts.reset();
    m_textsWatcher.cancel();
    m_textsWatcher.setFuture(QtConcurrent::run(&m_pool, [contacts]() noexcept {
        giveWay();
        return std::shared_ptr<const ContactTexts>(std::make_shared<ContactTexts>(contacts));
    }));
}

void RowArranger::readSearch()
{
    const CellContext context = m_names.context();
    m_filter.search = parseSearch(m_arrangement.search, m_clock.now(), context.reader.zone,
                                  regionsOf(context.reader, context.directory));
}

// Ahead of the first sort by name, while nothing else is wanted of the worker.
void RowArranger::prepareNameKeys()
{
    constexpr int worthIt = 16; // chunks
    const int column = columnIndex(u"name");
    if (m_areKeysOnTheWay || m_watcher.isRunning() ||
        (m_textKeys.column() >= 0 && m_textKeys.column() != column))
        return;
    const ConversationRows rows = m_store->rows();
    const int missing = m_textKeys.missing(rows);
    if (missing < worthIt || missing < int(rows.chunkCount()) / worthIt)
        return;
    m_areKeysOnTheWay = true;
    m_namesOfKeys = m_namesNow;
    m_changedSinceKeys.clear();
    m_keysWatcher.setFuture(
        QtConcurrent::run(&m_pool, [keys = m_textKeys, column, rows, names = m_names.snapshot()](
                                       QPromise<TextKeys> &promise) mutable noexcept {
            giveWay();
            keys.complete(column, rows, names.context(), runOneAfterTheOther,
                          [&promise] { return promise.isCanceled(); });
            promise.addResult(std::move(keys));
        }));
}

void RowArranger::onNameKeys()
{
    m_areKeysOnTheWay = false;
    if (m_keysWatcher.isCanceled() || m_namesOfKeys != m_namesNow)
        return;
    m_textKeys = m_keysWatcher.result();
    for (const quint32 row : std::exchange(m_changedSinceKeys, {}))
        m_textKeys.forget(row);
}

void RowArranger::noteTime()
{
    const QList<SearchTerm> before = m_filter.search.terms;
    readSearch();
    if (m_filter.search.terms != before)
        start();
}

// For the rows that come from now on, under the arrangement that is shown.
void RowArranger::makeTools()
{
    const CellContext context = m_names.context();
    if (!m_contactTexts && !m_shownFilter.search.terms.isEmpty())
        m_contactTexts = std::make_shared<ContactTexts>(context.contacts);
    m_comparator = std::make_unique<RowComparator>(m_shownSort, context);
    m_matcher = std::make_shared<RowMatcher>(
        m_shownFilter, m_store ? m_store->rows() : ConversationRows(), context, m_contactTexts);
}

void RowArranger::start()
{
    if (!m_store || m_store->size() == 0) {
        m_shownFilter = m_filter;
        m_shownSort = m_arrangement.sort;
        m_namesOfShown = m_namesNow;
        makeTools();
        return Q_EMIT arranged();
    }
    if (m_watcher.isRunning()) {
        // One at a time: what it makes is wanted no more.
        m_isPending = true;
        m_isWanted = false;
        return m_watcher.cancel();
    }
    m_keysWatcher.cancel();
    m_isPending = false;
    m_isWanted = true;
    m_namesOfTask = m_namesNow;
    const CellContext context = m_names.context();
    Task task{m_store->rows(),
              m_filter,
              m_arrangement.sort,
              context.reader,
              context.now,
              context.directory,
              context.contacts,
              m_contactTexts,
              m_textKeys,
              {},
              {},
              {},
              {}};
    const bool areNamesNew = m_namesOfShown != m_namesNow;
    if (m_arrangement.sort == m_shownSort && !(areNamesNew && dependsOnNames(m_shownSort)))
        task.sorted = m_sorted;
    // The time of 'is:snoozed' has moved on, though; rows whose state has changed were told.
    if (!areNamesNew && !m_shownFilter.isEmpty() &&
        narrows(m_filter.search, m_shownFilter.search)) {
        task.within = m_matching;
        task.rest = m_filter.search;
        task.rest->terms.removeIf([this](const SearchTerm &term) {
            return term.kind == SearchTerm::Kind::Text && m_shownFilter.search.terms.contains(term);
        });
        if (task.sorted)
            task.shown = m_shown;
    }
    m_taken = m_store->size();
    m_changedSince.clear();
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [task = std::move(task), &pool = m_pool](QPromise<Result> &promise) noexcept {
            work(promise, task, pool);
        }));
}

void RowArranger::work(QPromise<Result> &promise, const Task &task, QThreadPool &pool)
{
    giveWay();
    const auto isCanceled = [&promise] { return promise.isCanceled(); };
    const RunBoth runBoth = [&pool](const std::function<void()> &first,
                                    const std::function<void()> &second) {
        QFuture<void> other = QtConcurrent::run(&pool, [&second]() noexcept {
            giveWay();
            second();
        });
        first();
        other.waitForFinished(); // which runs it here where no thread has begun it
    };
    const CellContext context{task.reader, task.now, task.directory, task.contacts};
    const ConversationRows &rows = task.rows;
    Result result;
    result.contactTexts = task.contactTexts;
    result.textKeys = task.textKeys;
    if (!result.contactTexts && !task.filter.search.terms.isEmpty())
        result.contactTexts = std::make_shared<ContactTexts>(task.contacts);
    if (task.sorted) {
        result.sorted = *task.sorted;
    } else {
        RowOrder all = RowOrder::ofArrival(rows.size());
        if (rows.leftCount() > 0) {
            all = all.filtered([&rows](quint32 row) { return !rows.hasLeft(row); });
        }
        result.sorted =
            sorted(rows, all, task.sort, context, runBoth, isCanceled, &result.textKeys);
    }
    if (isCanceled())
        return;
    result.matcher = std::make_shared<RowMatcher>(task.filter, rows, context, result.contactTexts);
    if (task.filter.isEmpty()) {
        result.shown = result.sorted;
    } else {
        RowSet matching(rows.chunkCount() * ConversationChunk::capacity);
        quint64 *const words = matching.words();
        const RowSet &possible = task.within ? *task.within : result.sorted.set();
        std::shared_ptr<const RowMatcher> matcher = result.matcher;
        if (task.rest && task.rest->terms.size() < task.filter.search.terms.size())
            matcher = std::make_shared<RowMatcher>(RowFilter{task.filter.facets, *task.rest}, rows,
                                                   context, result.contactTexts);
        // Each takes the next one: the second thread may come late.
        std::atomic<quint32> next = 0;
        const auto match = [&] {
            constexpr quint32 wordsPerChunk = ConversationChunk::capacity / 64;
            for (quint32 chunk = next++; chunk < rows.chunkCount() && !isCanceled();
                 chunk = next++) {
                PlaceMask places;
                for (quint32 word = 0; word < wordsPerChunk; ++word)
                    places.words[word] = possible.word(chunk * wordsPerChunk + word);
                places = matcher->matching(rows, chunk, places, task.now);
                std::ranges::copy(places.words, words + chunk * wordsPerChunk);
            }
        };
        runBoth(match, match);
        result.matching = matching;
        result.shown =
            (task.shown ? *task.shown : result.sorted).filtered(result.matching, runBoth);
    }
    promise.addResult(std::move(result));
}

void RowArranger::onResult()
{
    if (m_isPending)
        return start();
    if (!std::exchange(m_isWanted, false))
        return;
    const Result result = m_watcher.result();
    m_sorted = result.sorted;
    m_matching = result.matching;
    m_shown = result.shown;
    m_matcher = result.matcher;
    if (m_namesOfTask == m_namesNow) {
        if (result.contactTexts)
            m_contactTexts = result.contactTexts;
        m_textKeys = result.textKeys;
        for (const quint32 row : std::as_const(m_changedSince))
            m_textKeys.forget(row);
    }
    m_shownFilter = m_filter;
    m_shownSort = m_arrangement.sort;
    m_namesOfShown = m_namesOfTask;
    m_comparator = std::make_unique<RowComparator>(m_shownSort, m_names.context());
    // What has come meanwhile.
    QList<quint32> touched = std::exchange(m_changedSince, {});
    for (quint32 row = m_taken; row < m_store->size(); ++row)
        touched.append(row);
    if (!touched.isEmpty())
        merge(touched);
    m_model.rearrange(m_shown);
    prepareNameKeys();
    Q_EMIT arranged();
}

void RowArranger::apply(const ConversationStore::Merge &added)
{
    const QList<quint32> touched = added.touched();
    if (touched.isEmpty())
        return;
    m_changedSince += added.changed;
    if (m_areKeysOnTheWay)
        m_changedSinceKeys += added.changed;
    for (const quint32 row : added.changed)
        m_textKeys.forget(row);
    const RowEdit edit = merge(touched);
    m_model.change(m_shown, edit, added.changed);
    if (added.added > 0)
        prepareNameKeys();
}

void RowArranger::applyChanges(const QList<quint32> &rows)
{
    apply({m_store->size(), 0, rows});
}

// Rows may be in it twice, and may be new. What it does to the rows that are shown.
RowEdit RowArranger::merge(const QList<quint32> &touched)
{
    const ConversationRows &rows = m_store->rows();
    const quo::Instant now = m_clock.now();
    const bool isFiltered = !m_shownFilter.isEmpty();
    RowSet known(rows.size());
    bool areSomeKnown = false;
    QList<quint32> coming;
    for (const quint32 row : touched) {
        const bool isNew = row >= quint32(m_facetCounts.size());
        areSomeKnown = areSomeKnown || !isNew;
        known.set(row, true);
        m_facetCounts.set(row, rows.hasLeft(row) ? Facets(0) : facetsOf(rows.at(row), now));
        if (!rows.hasLeft(row))
            coming.append(row);
    }
    std::ranges::sort(coming,
                      [&](quint32 a, quint32 b) { return m_comparator->isBefore(rows, a, b); });
    coming.erase(std::unique(coming.begin(), coming.end()), coming.end());
    const RowEdit all = edit(m_sorted, known, areSomeKnown, coming, rows, *m_comparator);
    if (!isFiltered) {
        m_shown = m_sorted;
        return all;
    }
    for (const quint32 row : touched)
        m_matching.set(row, false);
    coming.removeIf([&](quint32 row) { return !m_matcher->matches(rows, row, now); });
    for (const quint32 row : std::as_const(coming))
        m_matching.set(row, true);
    return edit(m_shown, known, areSomeKnown, coming, rows, *m_comparator);
}

} // namespace inbox
