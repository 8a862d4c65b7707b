// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchparser.h"

#include "inbox/column.h"
#include "inbox/phonenumber.h"
#include "inbox/searchtime.h"
#include "inbox/searchtokens.h"
#include "quo/expected.h"

#include <algorithm>
#include <span>

namespace inbox {

namespace {

using TermOrProblem = quo::Expected<SearchTerm, SearchProblem::Kind>;

constexpr quo::Unexpected unfinished{SearchProblem::Kind::Unfinished};

struct SearchContext
{
    quo::Instant now;
    const QTimeZone &zone;
    const QStringList &regions;
};

SearchTerm textTerm(const QString &text, const std::optional<SoughtNumber> &number)
{
    SearchTerm term;
    term.text = folded(text);
    if (number) {
        term.digits = number->digits;
        term.numbers = number->numbers;
    }
    return term;
}

struct NumberTerm
{
    SearchTerm term;
    size_t tokenCount = 0;
};

// The leading tokens as one number: '(415) 555', 'Tel: +1 415 555 2671 ext. 5'. Null for words.
std::optional<NumberTerm> numberTerm(std::span<const SearchToken> tokens,
                                     const QStringList &regions)
{
    constexpr qsizetype mostTokens = 12;
    constexpr qsizetype mostDigits = 20; // with an extension
    QStringList values;
    for (const SearchToken &token : tokens) {
        const QString &value = token.value;
        // A comma ends a number, except before an extension.
        const bool isNext = !values.isEmpty() && !value.isEmpty() && !value.front().isLetter() &&
                            (values.last().endsWith(u',') || values.last().endsWith(u';'));
        if (!token.isPlain() || isNext || values.size() == mostTokens)
            break;
        values.append(value);
    }
    for (; !values.isEmpty(); values.removeLast()) {
        const QString text = values.join(u' ');
        if (values.last() == u"-" || (values.size() > 1 && digitsOf(text).size() > mostDigits))
            continue;
        if (const std::optional<SoughtNumber> number = readNumber(text, regions))
            return NumberTerm{textTerm(text, number), size_t(values.size())};
    }
    return std::nullopt;
}

TermOrProblem facetTerm(const QString &typed)
{
    const QString word = typed.toLower();
    SearchTerm term;
    term.kind = SearchTerm::Kind::Facet;
    if (const std::optional<Facet> facet = facetWithWord(word)) {
        term.facet = *facet;
        return term;
    }
    const bool isBeginning = std::ranges::any_of(
        allFacets, [&word](Facet facet) { return QString(facetWord(facet)).startsWith(word); });
    return isBeginning ? unfinished : quo::Unexpected{SearchProblem::Kind::UnknownState};
}

TermOrProblem timeTerm(const SearchToken &token, const SearchContext &context)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Time;
    if (const auto range = parseTimeRange(token.field, token.value, context.now, context.zone)) {
        term.from = range->from;
        term.to = range->to;
        return term;
    }
    const bool isBeginning =
        isBeginningOfTime(token.value) || QString(noneWord).startsWith(token.value.toLower());
    return isBeginning ? unfinished : quo::Unexpected{SearchProblem::Kind::BadTime};
}

TermOrProblem termOf(const SearchToken &token, const SearchContext &context)
{
    if (token.value.simplified().isEmpty() || token.typed == u"-")
        return unfinished;
    const bool isActivity = token.field == u"before" || token.field == u"after";
    const int column =
        isActivity ? columnIndex(ColumnId::LastActivityAt) : searchedColumn(token.field);
    const Column::Kind kind = column < 0 ? Column::Kind::Text : columns()[size_t(column)].kind;
    const auto read = [&]() -> TermOrProblem {
        if (kind == Column::Kind::State)
            return facetTerm(token.value);
        if (column >= 0 && !isActivity && !token.isQuoted && token.value == noneWord) {
            SearchTerm term;
            term.kind = SearchTerm::Kind::None;
            return term;
        }
        if (kind == Column::Kind::Instant)
            return timeTerm(token, context);
        return textTerm(token.value, readNumber(token.value, context.regions));
    };
    TermOrProblem term = read();
    if (term) {
        term->column = column;
        term->isNegated = token.isNegated;
    }
    return term;
}

SearchProblem problemOf(const SearchToken &token, SearchProblem::Kind kind)
{
    const bool isUnfinished = kind == SearchProblem::Kind::Unfinished;
    return {kind, isUnfinished ? token.typed : token.value, token.place, true};
}

} // namespace

SearchQuery parseSearch(const QString &text, quo::Instant now, const QTimeZone &zone,
                        const QStringList &regions)
{
    SearchQuery query;
    const std::vector<SearchToken> tokens = searchTokens(text);
    for (std::span<const SearchToken> rest(tokens); !rest.empty();) {
        if (const std::optional<NumberTerm> number = numberTerm(rest, regions)) {
            query.terms.append(number->term);
            rest = rest.subspan(number->tokenCount);
            continue;
        }
        const SearchToken &token = rest.front();
        rest = rest.subspan(1);
        const TermOrProblem term = termOf(token, {now, zone, regions});
        if (!term) {
            query.problems.append(problemOf(token, term.error()));
            continue;
        }
        query.terms.append(*term);
        if (token.isOpen) {
            query.problems.append(problemOf(token, SearchProblem::Kind::Unfinished));
            query.problems.last().isLeftOut = false;
        }
    }
    return query;
}

QString understood(const QString &search, const QList<SearchProblem> &problems)
{
    QString rest = search;
    for (auto problem = problems.crbegin(); problem != problems.crend(); ++problem)
        if (problem->isLeftOut)
            rest.remove(problem->place.start, problem->place.length);
    return rest.simplified();
}

} // namespace inbox
