// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/arrangetask.h"

#include <algorithm>
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

// Those of the possible rows that match.
RowSet matchingRows(const ArrangeTask &task, const RowMatcher &matcher, const RowSet &possible,
                    const RunBoth &runBoth, const std::function<bool()> &isCanceled)
{
    constexpr quint32 wordsPerChunk = ConversationChunk::capacity / 64;
    const ConversationRows &rows = task.rows;
    RowSet matching(rows.chunkCount() * ConversationChunk::capacity);
    quint64 *const words = matching.words();
    // Each thread takes the next chunk, since the second one may start late.
    std::atomic<quint32> next = 0;
    const auto match = [&] {
        for (quint32 chunk = next++; chunk < rows.chunkCount() && !isCanceled(); chunk = next++) {
            PlaceMask places;
            for (quint32 word = 0; word < wordsPerChunk; ++word)
                places.words[word] = possible.word(chunk * wordsPerChunk + word);
            places = matcher.matching(rows, chunk, places, task.now);
            std::ranges::copy(places.words, words + chunk * wordsPerChunk);
        }
    };
    runBoth(match, match);
    return matching;
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
        matcher = std::make_shared<RowMatcher>(RowFilter{task.filter.facets, *task.rest}, task.rows,
                                               context, result.contactTexts);
    result.matching = matchingRows(task, *matcher, possible, runBoth, isCanceled);
    result.shown = (task.shown ? *task.shown : result.sorted).filtered(result.matching, runBoth);
    return result;
}

} // namespace inbox
