// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchparser.h"

#include "inbox/column.h"
#include "inbox/names.h"
#include "inbox/phonenumber.h"
#include "inbox/searchtime.h"
#include "inbox/searchtokens.h"
#include "quo/expected.h"

#include <algorithm>
#include <span>

namespace inbox {

namespace {

using Kind = SoughtValue::Kind;
using ValueOrProblem = quo::Expected<SoughtValue, SearchProblem::Kind>;

constexpr quo::Unexpected unfinished{SearchProblem::Kind::Unfinished};
constexpr QLatin1String mineWord("mine");

SoughtValue textValue(const QString &text, const std::optional<SoughtNumber> &number)
{
    SoughtValue value;
    value.text = folded(text);
    if (number) {
        value.digits = number->digits;
        value.numbers = number->numbers;
    }
    return value;
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
        const QString &value = token.values.first().text;
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
            return NumberTerm{{.anyOf = {textValue(text, number)}}, size_t(values.size())};
    }
    return std::nullopt;
}

SoughtValue mine(const SearchContext &context)
{
    return {.kind = Kind::Assignee, .text = context.me};
}

ValueOrProblem stateValue(const QString &typed, const SearchContext &context)
{
    const auto plain = [](QString word) { return word.remove(u'-'); };
    const QString word = plain(typed.toLower());
    if (word == mineWord)
        return mine(context);
    bool isBeginning = QString(mineWord).startsWith(word);
    for (const Facet facet : allFacets) {
        const QString known = plain(facetWord(facet));
        if (known == word)
            return SoughtValue{.kind = Kind::Facet, .facet = facet};
        isBeginning = isBeginning || known.startsWith(word);
    }
    return isBeginning ? unfinished : quo::Unexpected{SearchProblem::Kind::UnknownState};
}

ValueOrProblem timeValue(const QString &field, const QString &typed, const SearchContext &context)
{
    if (const auto range = parseTimeRange(field, typed, context.now, context.zone))
        return SoughtValue{.kind = Kind::Time, .from = range->from, .to = range->to};
    const bool isBeginning =
        isBeginningOfTime(typed) || QString(noneWord).startsWith(typed.toLower());
    return isBeginning ? unfinished : quo::Unexpected{SearchProblem::Kind::BadTime};
}

ValueOrProblem readValue(const SearchToken &token, const SearchToken::Value &value, int column,
                         const SearchContext &context)
{
    if (value.text.simplified().isEmpty())
        return unfinished;
    const Column::Kind kind = column < 0 ? Column::Kind::Text : columns()[size_t(column)].kind;
    if (kind == Column::Kind::State)
        return stateValue(value.text, context);
    const bool isBound = kind == Column::Kind::Instant &&
                         token.field != columns()[size_t(column)].searchWord; // 'before'
    if (column >= 0 && !isBound && !value.isQuoted && value.text == noneWord)
        return SoughtValue{.kind = Kind::None};
    if (column == columnIndex(ColumnId::AssignedTo) && !value.isQuoted && value.text == meWord)
        return mine(context);
    if (kind == Column::Kind::Instant)
        return timeValue(token.field, value.text, context);
    return textValue(value.text, readNumber(value.text, context.regions));
}

SearchProblem problemOf(const SearchToken &token, const QString &value, SearchProblem::Kind kind)
{
    const bool isUnfinished = kind == SearchProblem::Kind::Unfinished;
    return {kind, isUnfinished ? token.typed : value, token.place, true};
}

void read(const SearchToken &token, const SearchContext &context, SearchQuery &query)
{
    if (token.typed == u"-") {
        query.problems.append(problemOf(token, {}, SearchProblem::Kind::Unfinished));
        return;
    }
    SearchTerm term;
    term.column = token.field.isEmpty() ? -1 : fieldColumn(token.field);
    term.isNegated = token.isNegated;
    std::optional<SearchProblem> problem;
    if (token.isOpen)
        problem = problemOf(token, {}, SearchProblem::Kind::Unfinished);
    for (const SearchToken::Value &value : token.values) {
        const ValueOrProblem sought = readValue(token, value, term.column, context);
        if (sought) {
            term.anyOf.append(*sought);
            if (sought->kind == Kind::Assignee && sought->text.isEmpty())
                problem = problemOf(token, value.text, SearchProblem::Kind::UnknownMe);
            continue;
        }
        problem = problemOf(token, value.text, sought.error());
        // The others are searched for while the last one is typed.
        if (sought.error() != SearchProblem::Kind::Unfinished || &value != &token.values.last())
            term.anyOf.clear();
        break;
    }
    if (problem) {
        problem->isLeftOut = term.anyOf.isEmpty();
        query.problems.append(*problem);
    }
    if (!term.anyOf.isEmpty())
        query.terms.append(term);
}

} // namespace

SearchContext searchContext(const Names &names)
{
    const CellContext context = names.context();
    return {context.now, context.reader.zone, regionsOf(context.reader, context.directory),
            names.me()};
}

SearchQuery parseSearch(const QString &text, const SearchContext &context)
{
    SearchQuery query;
    const std::vector<SearchToken> tokens = searchTokens(text);
    for (std::span<const SearchToken> rest(tokens); !rest.empty();) {
        if (const std::optional<NumberTerm> number = numberTerm(rest, context.regions)) {
            query.terms.append(number->term);
            rest = rest.subspan(number->tokenCount);
            continue;
        }
        read(rest.front(), context, query);
        rest = rest.subspan(1);
    }
    return query;
}

bool isUnderstoodSoFar(const QString &search, const QList<SearchProblem> &problems)
{
    return std::ranges::all_of(problems, [&search](const SearchProblem &problem) {
        return problem.kind == SearchProblem::Kind::Unfinished &&
               problem.place.start + problem.place.length == search.size();
    });
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
