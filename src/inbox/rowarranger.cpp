// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowarranger.h"

#include "inbox/giveway.h"
#include "inbox/phonenumber.h"
#include "inbox/searchparser.h"

#include <QPointer>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

namespace inbox {

namespace {

// More rows are not merged one by one.
constexpr int mostMerged = 1000;

// Removes the rows in 'touched' and inserts 'coming' where the comparator puts them.
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
    for (const quint32 row : coming) // sorted, so later insertions move no earlier position
        edit.inserted.append(order.insert(row, isBefore));
    return edit;
}

bool dependsOnNames(const SortKeys &sort)
{
    return std::ranges::any_of(sort, [](const SortKey &key) {
        return !std::holds_alternative<Column::Rank>(columns()[size_t(key.column)].key);
    });
}

bool isWithin(const std::optional<RowSet> &some, const std::optional<RowSet> &all)
{
    if (!all)
        return true;
    if (!some)
        return false;
    RowSet outside = *some;
    outside -= *all;
    return outside.isEmpty();
}

RunBoth runBothIn(QThreadPool &pool)
{
    return [&pool](const std::function<void()> &first, const std::function<void()> &second) {
        QFuture<void> other = QtConcurrent::run(&pool, [&second]() noexcept {
            giveWay();
            second();
        });
        first();
        other.waitForFinished(); // runs it in this thread if no other one has begun it
    };
}

} // namespace

RowArranger::RowArranger(InboxModel &model, const quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_names(model.names())
    , m_clock(clock)
    , m_counter(m_names.reader().zone)
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
    connect(&m_names, &Names::meChanged, this, &RowArranger::noteTime);
}

RowArranger::~RowArranger()
{
    m_watcher.cancel();
    m_textsWatcher.cancel();
    m_keysWatcher.cancel();
    m_pool.waitForDone(); // workers check every few thousand rows whether they are cancelled
}

void RowArranger::reset(const ConversationStore &store)
{
    m_watcher.cancel();
    m_isWanted = m_isPending = false;
    m_store = &store;
    m_sorted = m_shown = {};
    m_matching = {};
    m_choices = {};
    m_counter = RowCounter(m_names.reader().zone);
    m_isUncounted = store.size() > 0;
    m_changedMeanwhile = {};
    m_textKeys = {};
    ++m_namesNow;
    m_filter.members.reset();
    m_shownFilter = m_filter;
    m_shownSort = m_arrangement.sort;
    m_namesOfShown = m_namesNow;
    m_keptRow.reset();
    m_visibleEnd = std::numeric_limits<int>::max();
    m_isRequested = false;
    const bool wasBehind = std::exchange(m_behind, std::nullopt).has_value();
    makeTools();
    const QPointer<RowArranger> self(this);
    if (m_isUncounted)
        start();
    m_model.reset(&store, {});
    if (self && wasBehind)
        Q_EMIT waitingChanged();
}

void RowArranger::setArrangement(const Arrangement &arrangement)
{
    setArrangement(arrangement, m_filter.members);
}

void RowArranger::setArrangement(const Arrangement &arrangement,
                                 const std::optional<RowSet> &members)
{
    if (arrangement == m_arrangement && members == m_filter.members)
        return;
    m_arrangement = arrangement;
    m_isRequested = true;
    m_filter.conditions = m_arrangement.conditions;
    m_filter.members = members;
    readSearch();
    const QPointer<RowArranger> self(this);
    m_model.setSort(m_arrangement.sort);
    if (self)
        start();
}

void RowArranger::setMembers(const std::optional<RowSet> &members, Source source)
{
    if (members == m_filter.members)
        return;
    const std::optional<QList<quint32>> differing = fewBetween(m_filter.members, members);
    m_filter.members = members;
    if (!differing || m_store->size() == 0)
        return start();
    if (isWorking())
        return noteTouched(*differing); // for the worker's result
    m_shownFilter.members = members;
    m_matcher = std::make_shared<RowMatcher>(m_matcher->withMembers(members));
    take(*differing, {}, source);
}

// The rows of which only one is a member; null if they are many.
std::optional<QList<quint32>> RowArranger::fewBetween(const std::optional<RowSet> &before,
                                                      const std::optional<RowSet> &after) const
{
    if (!m_store || !before || !after)
        return std::nullopt;
    RowSet differing = *before;
    differing ^= *after;
    if (differing.count() > mostMerged)
        return std::nullopt;
    QList<quint32> rows;
    differing.forEach([&](quint32 row) {
        if (row < m_store->size())
            rows.append(row);
    });
    return rows;
}

void RowArranger::onNamesChanged()
{
    m_textKeys = {};
    ++m_namesNow;
    prepareContactTexts();
    readSearch(); // the lines decide in which countries numbers are read
    if (!m_arrangement.search.trimmed().isEmpty() || dependsOnNames(m_arrangement.sort))
        start();
    else
        makeTools();
}

// In advance, so that the first key of a search does not wait for it.
void RowArranger::prepareContactTexts()
{
    const quo::ContactIndex contacts = m_names.contacts();
    if (contacts == m_contacts)
        return; // only the directory has changed
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
    m_filter.search = parseSearch(m_arrangement.search, searchContext(m_names));
}

// In advance, for the first sort by name, while the worker has nothing else to do.
void RowArranger::prepareNameKeys()
{
    constexpr int worthIt = 16; // chunks
    constexpr int column = columnIndex(ColumnId::Name);
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
        QtConcurrent::run(&m_pool, [keys = m_textKeys, rows, names = m_names.snapshot()](
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

// Matches and places new rows as the arrangement that is shown does.
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
    if (!m_store || m_store->size() == 0)
        return showAsIs();
    if (m_watcher.isRunning()) {
        // One run at a time. The current one is cancelled, and its end starts the next.
        m_isPending = true;
        m_isWanted = false;
        return m_watcher.cancel();
    }
    m_keysWatcher.cancel();
    m_isPending = false;
    m_isWanted = true;
    m_namesOfTask = m_namesNow;
    m_taken = m_store->size();
    m_countedBefore.clear();
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [task = makeTask(), &pool = m_pool](QPromise<Arranged> &promise) noexcept {
            giveWay();
            const auto isCanceled = [&promise] { return promise.isCanceled(); };
            if (std::optional<Arranged> result = arrange(task, runBothIn(pool), isCanceled))
                promise.addResult(std::move(*result));
        }));
}

// Without rows there is nothing to arrange.
void RowArranger::showAsIs()
{
    m_shownFilter = m_filter;
    m_shownSort = m_arrangement.sort;
    m_namesOfShown = m_namesNow;
    m_isRequested = false;
    makeTools();
    Q_EMIT arranged();
}

ArrangeTask RowArranger::makeTask() const
{
    const CellContext context = m_names.context();
    ArrangeTask task{.rows = m_store->rows(),
                     .filter = m_filter,
                     .sort = m_arrangement.sort,
                     .reader = context.reader,
                     .now = context.now,
                     .directory = context.directory,
                     .contacts = context.contacts,
                     .contactTexts = m_contactTexts,
                     .textKeys = m_textKeys,
                     .facets = std::nullopt};
    if (m_isUncounted)
        return task;
    task.facets = m_counter.facets();
    const bool areNamesNew = m_namesOfShown != m_namesNow;
    if (m_arrangement.sort == m_shownSort && !(areNamesNew && dependsOnNames(m_shownSort)))
        task.sorted = m_sorted;
    const SearchQuery rest = partOf(m_filter.search, SearchPart::Rest);
    const SearchQuery shownRest = partOf(m_shownFilter.search, SearchPart::Rest);
    const QueryConditions &conditions = m_filter.conditions;
    if (areNamesNew || m_shownFilter.isEmpty() || !narrows(rest, shownRest) ||
        !conditions.narrowsRanges(m_shownFilter.conditions) ||
        !isWithin(m_filter.members, m_shownFilter.members))
        return task;
    if (conditions == m_shownFilter.conditions && m_filter.members == m_shownFilter.members)
        task.listed = m_matching.listed;
    task.within = m_matching.rest;
    // Conditions on states are applied again, since they depend on the time.
    task.rest = m_filter.search;
    task.rest->terms.removeIf([&shownRest](const SearchTerm &term) {
        return term.isText() && shownRest.terms.contains(term);
    });
    if (task.sorted && narrows(m_filter.search, m_shownFilter.search) &&
        conditions.narrows(m_shownFilter.conditions))
        task.shown = m_shown;
    return task;
}

void RowArranger::onResult()
{
    if (m_isPending)
        return start();
    if (!std::exchange(m_isWanted, false))
        return;
    const Arranged result = m_watcher.result();
    if (result.counter) {
        m_counter = std::move(*result.counter);
        m_isUncounted = false;
        for (auto row = m_countedBefore.begin(); row != m_countedBefore.end(); ++row)
            *row = m_counter.of(row.key());
    }
    m_sorted = result.sorted;
    m_matching = result.matching;
    m_choices = result.choices;
    m_shown = result.shown;
    m_matcher = std::make_shared<RowMatcher>(result.matcher->withMembers(m_filter.members));
    if (m_namesOfTask == m_namesNow) {
        if (result.contactTexts)
            m_contactTexts = result.contactTexts;
        m_textKeys = result.textKeys;
        for (auto row = m_countedBefore.cbegin(); row != m_countedBefore.cend(); ++row)
            m_textKeys.forget(row.key());
    }
    const bool isSameOrder = m_shownSort == m_arrangement.sort && m_namesOfShown == m_namesOfTask;
    m_shownFilter = m_filter;
    m_shownSort = m_arrangement.sort;
    m_namesOfShown = m_namesOfTask;
    m_comparator = std::make_unique<RowComparator>(m_shownSort, m_names.context());
    // Rows that have come or changed while the worker ran.
    QList<quint32> touched = m_countedBefore.keys();
    for (quint32 row = m_taken; row < m_store->size(); ++row)
        touched.append(row);
    if (!m_shownFilter.isEmpty())
        for (auto row = m_countedBefore.cbegin(); row != m_countedBefore.cend(); ++row) {
            row->addTo(m_choices, m_matching, row.key(), -1);
            m_matching.remove(row.key());
        }
    m_countedBefore.clear();
    if (!touched.isEmpty())
        merge(touched);
    RowSet moved = std::exchange(m_changedMeanwhile, {});
    for (const quint32 row : std::as_const(touched))
        moved.set(row, true);
    prepareNameKeys();
    const QPointer<RowArranger> self(this);
    const bool isRequested = std::exchange(m_isRequested, false);
    if (!isRequested && mustHoldNewOrder()) {
        holdNewOrder(moved, isSameOrder);
    } else {
        const bool wasBehind = std::exchange(m_behind, std::nullopt).has_value();
        const bool mayEdit = !isRequested && isSameOrder;
        if (const auto edit = mayEdit ? editOf(moved) : std::nullopt)
            m_model.change(m_shown, *edit, {});
        else
            m_model.rearrange(m_shown);
        if (self && wasBehind)
            Q_EMIT waitingChanged();
    }
    if (self)
        Q_EMIT arranged();
}

// The edit that turns what the model shows into m_shown. Rows that both have are in the same order,
// except the touched ones. Null for many rows: a view begins anew for those, but not for the few
// that come and go by time.
std::optional<RowEdit> RowArranger::editOf(const RowSet &touched) const
{
    const RowOrder &before = m_model.order();
    RowSet differing = before.set();
    differing ^= m_shown.set();
    differing |= touched;
    if (differing.count() > mostMerged)
        return std::nullopt;
    return RowEdit{before.positionsOf(differing), m_shown.positionsOf(differing)};
}

void RowArranger::apply(const ConversationStore::Merge &added, Source source)
{
    if (added.isEmpty())
        return;
    if (m_areKeysOnTheWay)
        m_changedSinceKeys += added.changed;
    for (const quint32 row : added.changed)
        m_textKeys.forget(row);
    if (m_isUncounted || added.added + added.changed.size() > mostMerged)
        return takeLater(added);
    take(added.touched(), added.changed, source);
}

// Takes in rows that have come, changed or left, or may match now and did not before, or the other
// way round.
void RowArranger::take(const QList<quint32> &touched, const QList<quint32> &changed, Source source)
{
    const quint32 before = quint32(m_counter.size());
    const RowEdit edit = merge(touched);
    if (m_counter.size() > before)
        prepareNameKeys();
    if (mustHold(touched))
        return applyHeld(touched, changed, source);
    m_model.change(m_shown, edit, changed);
}

// All rows are counted and arranged anew by a worker. Until then, the model shows the same rows.
void RowArranger::takeLater(const ConversationStore::Merge &merge)
{
    const bool areMany = merge.added + merge.changed.size() > mostMerged;
    if (areMany || !isWorking()) {
        m_isUncounted = true;
        start();
    } else {
        noteTouched(merge.changed);
    }
    for (const quint32 row : merge.changed)
        m_changedMeanwhile.set(row, true);
    m_model.change(RowOrder(m_model.order()), {}, merge.changed);
}

// The worker's copy has these rows as they were before.
void RowArranger::noteTouched(const QList<quint32> &rows)
{
    for (const quint32 row : rows)
        if (m_isWanted && row < m_taken && !m_countedBefore.contains(row))
            m_countedBefore.insert(row, m_counter.of(row));
}

void RowArranger::applyChanges(const QList<quint32> &rows)
{
    apply({m_store->size(), 0, rows});
}

bool RowArranger::mustHold(const QList<quint32> &touched) const
{
    if (m_behind)
        return true;
    const RowOrder &shown = m_model.order();
    if (m_isHeld)
        return shown.size() > 0;
    if (!m_keptRow || !touched.contains(*m_keptRow))
        return false;
    HeldRows behind;
    behind.note(touched, orders(shown));
    return behind.isDisplaced(*m_keptRow, shown, m_shown);
}

void RowArranger::applyHeld(const QList<quint32> &touched, const QList<quint32> &changed,
                            Source source)
{
    const RowSet before = waiting();
    if (!m_behind)
        m_behind.emplace();
    RowOrder shown = m_model.order();
    m_behind->note(touched, orders(shown));
    QList<quint32> coming = touched;
    std::ranges::sort(coming, [this](quint32 a, quint32 b) {
        return m_comparator->isBefore(m_store->rows(), a, b);
    });
    const int from =
        source == Source::Continuation ? std::min(m_visibleEnd, shown.size()) : shown.size();
    RowEdit edit;
    edit.inserted = m_behind->letIn(coming, from, shown, orders(shown));
    const QPointer<RowArranger> self(this);
    m_model.change(shown, edit, changed);
    if (self && !(waiting() == before))
        Q_EMIT waitingChanged();
}

bool RowArranger::mustHoldNewOrder() const
{
    const bool isKeptLeaving =
        m_keptRow && m_model.order().contains(*m_keptRow) && !m_shown.contains(*m_keptRow);
    const bool mayMove = m_behind || isKeptLeaving || (m_isHeld && m_model.order().size() > 0);
    return mayMove && !m_shown.beginsWith(m_model.order()); // else rows come in below the last one
}

void RowArranger::holdNewOrder(const RowSet &touched, bool isSortedAsBefore)
{
    const RowSet before = waiting();
    if (!m_behind)
        m_behind.emplace();
    const bool areFew = touched.count() <= mostMerged;
    if (areFew) {
        QList<quint32> rows;
        touched.forEach([&rows](quint32 row) { rows.append(row); });
        m_behind->note(rows, orders(m_model.order()));
    }
    m_behind->noteNewOrder(m_model.order(), m_shown, isSortedAsBefore && areFew);
    if (!(m_behind->waiting() == before))
        Q_EMIT waitingChanged();
}

HeldRows::Orders RowArranger::orders(const RowOrder &shown) const
{
    return {shown, m_shown, m_store->rows(), *m_comparator};
}

void RowArranger::setHeld(bool held)
{
    m_isHeld = held;
    showUnlessHeld();
}

void RowArranger::setKeptRow(std::optional<quint32> row)
{
    m_keptRow = row;
    showUnlessHeld();
}

void RowArranger::showUnlessHeld()
{
    if (m_isHeld || !m_behind)
        return;
    if (!m_keptRow || !m_behind->isDisplaced(*m_keptRow, m_model.order(), m_shown))
        showWaiting();
}

void RowArranger::showWaiting()
{
    if (!m_behind)
        return;
    const std::optional<RowEdit> edit = m_behind->edit(m_model.order(), m_shown);
    m_behind.reset();
    const QPointer<RowArranger> self(this);
    if (edit)
        m_model.change(m_shown, *edit, {});
    else
        m_model.rearrange(m_shown);
    if (self)
        Q_EMIT waitingChanged();
}

// 'touched' may contain new rows, and rows twice. Returns the edit of the rows that are shown.
RowEdit RowArranger::merge(const QList<quint32> &touched)
{
    const ConversationRows &rows = m_store->rows();
    const quo::Instant now = m_clock.now();
    const bool isFiltered = !m_shownFilter.isEmpty();
    RowSet known(rows.size());
    bool areSomeKnown = false;
    QList<quint32> coming;
    for (const quint32 row : touched) {
        const bool isNew = row >= quint32(m_counter.size());
        areSomeKnown = areSomeKnown || !isNew;
        known.set(row, true);
        count(row, now);
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
    coming.removeIf([this](quint32 row) { return !m_matching.all.contains(row); });
    return edit(m_shown, known, areSomeKnown, coming, rows, *m_comparator);
}

// Counts the row as it is now, and finds out what it matches.
void RowArranger::count(quint32 row, quo::Instant now)
{
    const ConversationRows &rows = m_store->rows();
    const CountedRow before = m_counter.of(row);
    if (m_isWanted && row < m_taken && !m_countedBefore.contains(row))
        m_countedBefore.insert(row, before);
    m_counter.set(row, rows, now);
    if (m_shownFilter.isEmpty())
        return;
    before.addTo(m_choices, m_matching, row, -1);
    m_matching.remove(row);
    if (rows.hasLeft(row))
        return;
    const quint32 place = row % ConversationChunk::capacity;
    PlaceMask places;
    places.set(place);
    const RowMatcher::Parts parts =
        m_matcher->partsMatching(rows, row / ConversationChunk::capacity, places, now);
    m_matching.listed.set(row, parts.listed.contains(place));
    m_matching.all.set(row, parts.all.contains(place));
    m_matching.rest.set(row, parts.rest.contains(place));
    m_matching.butState.set(row, parts.butState.contains(place));
    m_matching.butLine.set(row, parts.butLine.contains(place));
    m_matching.butAssignee.set(row, parts.butAssignee.contains(place));
    m_counter.of(row).addTo(m_choices, m_matching, row, 1);
}

int RowArranger::listedCount() const
{
    return m_shownFilter.isEmpty() ? m_sorted.size() : m_matching.listed.count();
}

ShownCounts RowArranger::counts() const
{
    ShownCounts counts;
    if (!m_store)
        return counts;
    const ConversationRows &rows = m_store->rows();
    counts.shown = m_shown.size();
    counts.loaded = listedCount();
    counts.all = withIds(m_counter.counts(), rows);
    counts.choices = m_shownFilter.isEmpty() ? counts.all : withIds(m_choices, rows);
    counts.snoozesThatEndToday = m_counter.snoozesThatEndOn(m_clock.now());
    return counts;
}

} // namespace inbox
