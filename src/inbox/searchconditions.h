// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/searchparser.h"

#include <QString>
#include <QStringList>

// Conditions as text, written so that parseSearch() reads them back.
namespace inbox {

// 'line:"Customer support"': a condition on a column, for the end of a search. It holds for every
// row whose cell has this text; a long value is cut.
QString searchCondition(int column, const QString &value, bool isNegated = false);
// 'line:none': nothing is in the column.
QString emptyCondition(int column, bool isNegated = false);

// 'is:unassigned,snoozed': any of the values may hold. They are written as they follow the colon,
// see searchValue(), noneWord, meWord and facetWord().
QString anyOfCondition(int column, const QStringList &values, bool isNegated = false);

bool hasCondition(const QString &search, const QString &condition);
// The search with the condition added, unless it is already there.
QString withCondition(const QString &search, const QString &condition);

// A finished condition of a search: '-line:"Front desk",sales'.
struct SearchCondition
{
    QString text;       // as it was typed
    TextRange place;    // in the search
    QString field;      // in lower case: 'line', 'before'
    QStringList values; // without quotes, one for each in the term
    SearchTerm term;
};

// A search as its finished conditions and the rest: words, negated words, and whatever is not
// finished or not understood.
struct SplitSearch
{
    QList<SearchCondition> conditions; // in the order of the search
    QString text;                      // as it was typed, with its blanks
};

// A condition between two numbers that would become one without it stays in the text.
SplitSearch splitSearch(const QString &search, const SearchContext &context);
// The search of these conditions and this text, which splitSearch() divides in the same way. The
// text comes last.
QString joinedSearch(const QStringList &conditions, const QString &text);

// The search with these conditions in place of all finished ones on the column that are not
// negated. None: only without those.
QString withConditions(const QString &search, int column, const QStringList &conditions,
                       const SearchContext &context);

} // namespace inbox
