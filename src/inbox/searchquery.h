// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/facet.h"
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
    Facet facet = Facet::Unassigned;
    std::optional<quo::Instant> from;
    std::optional<quo::Instant> to;

    // Whether it holds for no row for which 'earlier' does not.
    bool narrows(const SearchTerm &earlier) const;

    bool operator==(const SearchTerm &) const = default;
};

// What of a search cannot be understood, so it is left out.
struct SearchProblem
{
    enum class Kind { UnknownState, BadTime };

    Kind kind = Kind::UnknownState;
    QString word; // as it was typed
};

struct SearchQuery
{
    QList<SearchTerm> terms;
    QList<SearchProblem> problems;
};

// Reads 'lopes (415) 555 line:support -is:muted before:2026-01-01'. Words hold anywhere; quotes
// keep several of them together, a minus in front turns one round. Dates are ISO 8601 or a
// beginning of it (a year, a month), or 'today' and 'yesterday', in the given zone. What is not
// finished yet ('line:') is no condition.
SearchQuery parseSearch(const QString &text, quo::Instant now, const QTimeZone &zone);

// Whether every row that the second one finds the first one does as well.
bool narrows(const SearchQuery &query, const SearchQuery &earlier);

// The words of 'is:', in the order of allFacets.
QLatin1String facetWord(Facet facet);
std::optional<Facet> facetWithWord(QAnyStringView word);

// 'line:"Customer support"': a condition on a column, for the end of a search.
QString searchCondition(int column, const QString &value, bool isNegated = false);
bool hasCondition(const QString &search, const QString &condition);
// The search with the condition added, unless it is there.
QString withCondition(const QString &search, const QString &condition);
QString withoutCondition(const QString &search, const QString &condition);

// A stretch of a text.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRange &) const = default;
};

// Where what is searched for stands in the text of a column's cell, however it is written there.
QList<TextRange> foundIn(const QString &text, int column, const QList<SearchTerm> &terms);

} // namespace inbox
