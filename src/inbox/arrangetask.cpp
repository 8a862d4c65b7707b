// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/arrangetask.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace inbox {

namespace {

RowOrder inArrivalOrder(const ConversationRows &rows)
{
    const RowOrder all = RowOrder::ofArrival(rows.size());
    if (rows.leftCount() == 0)
        return all;
    return all.filtered([&rows](quint32 row) { return !rows.hasLeft(row); });
}

// Finds what matches among the possible rows, and counts it.
void findAndCount(Arranged &result, const ArrangeTask &task, const RowMatcher &matcher,
                  const RowSet &possible, const RunBoth &runBoth,
                  const std::function<bool()> &isCanceled)
{
    constexpr quint32 wordsPerChunk = ConversationChunk::capacity / 64;
    const ConversationRows &rows = task.rows;
    const QList<Facets> &facets = task.facets ? *task.facets : result.counter->facets();
    SearchMatches &found = result.matching;
    found = SearchMatches(rows.chunkCount() * ConversationChunk::capacity);
    const std::array sets{found.listed.words(),   found.all.words(),     found.rest.words(),
                          found.butState.words(), found.butLine.words(), found.butAssignee.words()};
    const auto placesIn = [](const RowSet &rows, quint32 firstWord) {
        PlaceMask places;
        for (quint32 word = 0; word < wordsPerChunk; ++word)
            places.words[word] = rows.word(firstWord + word);
        return places;
    };
    // Each thread takes the next chunk, since the second one may start late.
    std::atomic<quint32> next = 0;
    const auto match = [&](IndexCounts &counts) {
        std::array<int, 1U << allFacets.size()> byFacets{};
        for (quint32 chunk = next++; chunk < rows.chunkCount() && !isCanceled(); chunk = next++) {
            const quint32 first = chunk * wordsPerChunk;
            RowMatcher::Parts parts =
                matcher.partsMatching(rows, chunk, placesIn(possible, first), task.now);
            if (task.listed)
                parts.listed = placesIn(*task.listed, first);
            else if (task.within)
                parts.listed = matcher.listed(rows, chunk, placesIn(result.sorted.set(), first));
            const std::array masks{&parts.listed,   &parts.all,     &parts.rest,
                                   &parts.butState, &parts.butLine, &parts.butAssignee};
            for (size_t set = 0; set < sets.size(); ++set)
                std::ranges::copy(masks[set]->words, sets[set] + first);
            const ConversationChunk &content = rows.chunk(chunk);
            const qsizetype firstRow = qsizetype(chunk) * ConversationChunk::capacity;
            parts.butState.forEach(
                [&](quint32 place) { ++byFacets[facets.value(firstRow + place)]; });
            parts.butLine.forEach(
                [&](quint32 place) { IndexCounts::add(counts.lines, content.lines()[place], 1); });
            // 'absent' becomes the 0 of those that are unassigned.
            parts.butAssignee.forEach([&](quint32 place) {
                IndexCounts::add(counts.assignees, content.assignees()[place] + 1, 1);
            });
        }
        for (size_t state = 0; state < byFacets.size(); ++state)
            counts.addFacets(Facets(state), byFacets[state]);
    };
    IndexCounts others;
    runBoth([&] { match(result.choices); }, [&] { match(others); });
    result.choices += others;
}

} // namespace

std::optional<Arranged> arrange(const ArrangeTask &task, const RunBoth &runBoth,
                                const std::function<bool()> &isCanceled)
{
    const CellContext context = task.context();
    Arranged result;
    result.contactTexts = task.contactTexts;
    result.textKeys = task.textKeys;
    if (!result.contactTexts && !task.filter.search.terms.isEmpty())
        result.contactTexts = std::make_shared<ContactTexts>(task.contacts);
    result.sorted = task.sorted ? *task.sorted
                                : sorted(task.rows, inArrivalOrder(task.rows), task.sort, context,
                                         runBoth, isCanceled, &result.textKeys);
    if (!task.facets)
        result.counter = std::make_shared<RowCounter>(
            RowCounter::ofAll(task.rows, task.now, task.reader.zone, runBoth, isCanceled));
    if (isCanceled())
        return std::nullopt;
    result.matcher =
        std::make_shared<RowMatcher>(task.filter, task.rows, context, result.contactTexts);
    if (task.filter.isEmpty()) {
        result.shown = result.sorted;
        return result;
    }
    const RowSet &possible = task.within ? *task.within : result.sorted.set();
    std::shared_ptr<const RowMatcher> matcher = result.matcher;
    if (task.rest && task.rest->terms.size() < task.filter.search.terms.size())
        matcher = std::make_shared<RowMatcher>(
            RowFilter{task.filter.facets, *task.rest, task.filter.conditions, task.filter.members},
            task.rows, context, result.contactTexts);
    findAndCount(result, task, *matcher, possible, runBoth, isCanceled);
    result.shown =
        (task.shown ? *task.shown : result.sorted).filtered(result.matching.all, runBoth);
    return result;
}

} // namespace inbox
