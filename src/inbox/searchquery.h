// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/facet.h"
#include "inbox/searchtext.h"
#include "quo/instant.h"

#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace inbox {

// One condition of a search. All of them must hold.
struct SearchTerm
{
    enum class Kind {
        Text,  // in a column, or anywhere
        None,  // the column is null
        Facet, // 'is:snoozed'
        Time,  // the column's instant is in [from, to)
    };

    Kind kind = Kind::Text;
    int column = -1; // index in columns(); -1: anywhere
    bool isNegated = false;
    QString text;   // folded
    QString digits; // of a part of a number, without the zeros before it; empty where it is none
    QStringList numbers; // E.164 of complete numbers that it may mean and that lack the digits
    Facet facet = Facet::Unassigned;
    std::optional<quo::Instant> from;
    std::optional<quo::Instant> to;

    // Whether it holds for no row for which 'earlier' does not.
    bool narrows(const SearchTerm &earlier) const;

    bool operator==(const SearchTerm &) const = default;
};

// What of a search is not understood. It is left out, except for an open quote, which ends with the
// text.
struct SearchProblem
{
    enum class Kind {
        Unfinished, // 'line:', 'is:unassi', a quote without its end, a minus with nothing behind it
        UnknownState,
        BadTime
    };

    Kind kind = Kind::Unfinished;
    QString word;    // as it was typed; of a state or a time without the field
    TextRange place; // in the search
    bool isLeftOut = true;
};

struct SearchQuery
{
    QList<SearchTerm> terms;
    QList<SearchProblem> problems;
};

// Reads 'lopes (415) 555 line:support -is:muted before:2026-01-01'. Words hold anywhere, and so
// does 'foo:bar', where 'foo' is no field. Quotes keep words together and take \" for a quote and
// \\ for a backslash; a leading minus negates a term. Dates are ISO 8601 or a beginning of it (a
// year, a month), or 'today' and 'yesterday', in the given zone. Numbers are read in any notation,
// those without a country code in the given regions first, see readNumber().
SearchQuery parseSearch(const QString &text, quo::Instant now, const QTimeZone &zone,
                        const QStringList &regions);

// A search without what is left out of it, for places that say what a list is made of.
QString understood(const QString &search, const QList<SearchProblem> &problems);

// Whether every row that the second one finds the first one does as well.
bool narrows(const SearchQuery &query, const SearchQuery &earlier);

// The words of 'is:', in the order of allFacets.
QLatin1String facetWord(Facet facet);
std::optional<Facet> facetWithWord(QAnyStringView word);

// 'Customer support' as it can follow 'line:': in quotes where it would not be read as it is.
QString searchValue(const QString &value);
// 'line:"Customer support"': a condition on a column, for the end of a search. It holds for every
// row whose cell has this text; a long value is cut.
QString searchCondition(int column, const QString &value, bool isNegated = false);
// 'line:none': nothing is in the column.
QString emptyCondition(int column, bool isNegated = false);
bool hasCondition(const QString &search, const QString &condition);
// The search with the condition added, unless it is there.
QString withCondition(const QString &search, const QString &condition);
QString withoutCondition(const QString &search, const QString &condition);

// Where what is searched for is in the text of a column's cell, however it is written there:
// sorted, apart from one another, and in whole characters as people see them.
QList<TextRange> foundIn(const QString &text, int column, const QList<SearchTerm> &terms);

} // namespace inbox
