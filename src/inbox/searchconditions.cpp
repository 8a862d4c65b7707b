// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchconditions.h"

#include "inbox/column.h"
#include "inbox/searchtokens.h"

namespace inbox {

namespace {

QStringList conditionsOf(const QString &search)
{
    QStringList conditions;
    for (const SearchToken &token : searchTokens(search))
        conditions.append(token.typed);
    return conditions;
}

QString conditionOn(int column, const QString &value, bool isNegated)
{
    return (isNegated ? QStringLiteral("-") : QString()) + columns()[size_t(column)].searchWord +
           u':' + value;
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

bool hasCondition(const QString &search, const QString &condition)
{
    return conditionsOf(search).contains(condition);
}

QString withCondition(const QString &search, const QString &condition)
{
    if (hasCondition(search, condition))
        return search;
    return search.trimmed().isEmpty() ? condition : search.trimmed() + u' ' + condition;
}

QString withoutCondition(const QString &search, const QString &condition)
{
    QStringList rest = conditionsOf(search);
    rest.removeAll(condition);
    return rest.join(u' ');
}

} // namespace inbox
