// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchconditions.h"

#include "inbox/column.h"
#include "inbox/searchtokens.h"

#include <algorithm>

namespace inbox {

namespace {

QString conditionOn(int column, const QString &value, bool isNegated)
{
    return (isNegated ? QStringLiteral("-") : QString()) + columns()[size_t(column)].searchWord +
           u':' + value;
}

QList<SearchCondition> finishedConditions(const QString &search, const SearchContext &context)
{
    QList<SearchCondition> conditions;
    for (const SearchToken &token : searchTokens(search)) {
        if (token.field.isEmpty())
            continue;
        const SearchQuery query = parseSearch(token.typed, context);
        if (query.terms.size() != 1 || !query.problems.isEmpty())
            continue;
        QStringList values;
        for (const SearchToken::Value &value : token.values)
            values.append(value.text);
        conditions.append({token.typed, token.place, token.field, values, query.terms.first()});
    }
    return conditions;
}

// The search without the conditions, and without one blank beside each: the one that joinedSearch()
// puts there.
QString without(const QString &search, const QList<SearchCondition> &conditions)
{
    QString rest;
    qsizetype at = 0;
    for (const SearchCondition &condition : conditions) {
        rest += QStringView(search).sliced(at, condition.place.start - at);
        at = condition.place.start + condition.place.length;
        if (at < search.size() && search[at].isSpace())
            ++at;
        else if (at == search.size() && !rest.isEmpty() && rest.back().isSpace())
            rest.chop(1);
    }
    rest += QStringView(search).sliced(at);
    return rest;
}

QStringList textsOf(const QList<SearchCondition> &conditions)
{
    QStringList texts;
    for (const SearchCondition &condition : conditions)
        texts.append(condition.text);
    return texts;
}

// Whether the search means the same once these conditions are taken out of it and put in front.
bool canTakeOut(const QList<SearchCondition> &conditions, const QString &search,
                const SearchContext &context)
{
    const QString joined = joinedSearch(textsOf(conditions), without(search, conditions));
    QList<SearchTerm> terms = parseSearch(joined, context).terms;
    const QList<SearchTerm> wanted = parseSearch(search, context).terms;
    return terms.size() == wanted.size() &&
           std::ranges::all_of(wanted,
                               [&terms](const SearchTerm &term) { return terms.removeOne(term); });
}

} // namespace

QString searchCondition(int column, const QString &value, bool isNegated)
{
    return conditionOn(column, searchValue(value), isNegated);
}

QString emptyCondition(int column, bool isNegated)
{
    return conditionOn(column, noneWord, isNegated);
}

QString anyOfCondition(int column, const QStringList &values, bool isNegated)
{
    return conditionOn(column, values.join(u','), isNegated);
}

bool hasCondition(const QString &search, const QString &condition)
{
    return std::ranges::any_of(searchTokens(search), [&condition](const SearchToken &token) {
        return token.typed == condition;
    });
}

QString withCondition(const QString &search, const QString &condition)
{
    if (hasCondition(search, condition))
        return search;
    return search.trimmed().isEmpty() ? condition : search.trimmed() + u' ' + condition;
}

SplitSearch splitSearch(const QString &search, const SearchContext &context)
{
    QList<SearchCondition> conditions = finishedConditions(search, context);
    if (!canTakeOut(conditions, search, context)) {
        QList<SearchCondition> some;
        for (const SearchCondition &condition : std::as_const(conditions)) {
            some.append(condition);
            if (!canTakeOut(some, search, context))
                some.removeLast();
        }
        conditions = some;
    }
    return {conditions, without(search, conditions)};
}

QString joinedSearch(const QStringList &conditions, const QString &text)
{
    const QString front = conditions.join(u' ');
    if (front.isEmpty() || text.isEmpty())
        return front + text;
    return front + u' ' + text;
}

QString withConditions(const QString &search, int column, const QStringList &conditions,
                       const SearchContext &context)
{
    QList<SearchCondition> others = finishedConditions(search, context);
    others.removeIf([column](const SearchCondition &condition) {
        return condition.term.column != column || condition.term.isNegated;
    });
    if (others.isEmpty()) {
        const SplitSearch split = splitSearch(search, context);
        return joinedSearch(textsOf(split.conditions) + conditions, split.text);
    }
    if (conditions.isEmpty())
        return without(search, others);
    const TextRange first = others.takeFirst().place;
    QString changed = without(search, others);
    return changed.replace(first.start, first.length, conditions.join(u' '));
}

} // namespace inbox
