// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchmarks.h"

#include <algorithm>

namespace inbox {

namespace {

// Where a number is in a text that may have it without its country code.
QList<TextRange> findNumber(const FoldedText &text, const QString &e164)
{
    constexpr qsizetype shortestFound = 7;
    for (QString digits = e164.sliced(1); digits.size() >= shortestFound; digits.remove(0, 1))
        if (const QList<TextRange> ranges = text.findDigits(digits); !ranges.isEmpty())
            return ranges;
    return {};
}

// Sorted, with ranges that overlap joined.
QList<TextRange> joined(QList<TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::start);
    QList<TextRange> apart;
    for (const TextRange &range : std::as_const(ranges)) {
        const qsizetype end = apart.isEmpty() ? 0 : apart.last().start + apart.last().length;
        if (!apart.isEmpty() && range.start < end)
            apart.last().length = qMax(end, range.start + range.length) - apart.last().start;
        else
            apart.append(range);
    }
    return apart;
}

} // namespace

QList<TextRange> foundIn(const QString &text, int column, const QList<SearchTerm> &terms)
{
    QList<TextRange> ranges;
    std::optional<FoldedText> folded;
    for (const SearchTerm &term : terms) {
        if (term.isNegated || (term.column >= 0 && term.column != column))
            continue;
        for (const SoughtValue &value : term.anyOf) {
            if (value.kind != SoughtValue::Kind::Text)
                continue;
            if (!folded)
                folded.emplace(text);
            ranges += folded->find(value.text);
            ranges += folded->findDigits(value.digits);
            for (const QString &number : value.numbers)
                ranges += findNumber(*folded, number);
        }
    }
    return joined(ranges);
}

} // namespace inbox
