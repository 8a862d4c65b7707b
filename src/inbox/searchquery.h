// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/facet.h"
#include "inbox/searchtext.h"
#include "quo/instant.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace inbox {

// What one value of a condition looks for: 'support' of 'line:support,sales'.
struct SoughtValue
{
    enum class Kind {
        Text,     // in a column, or anywhere
        None,     // the column is null
        Facet,    // 'is:snoozed'
        Time,     // the column's instant is in [from, to)
        Assignee, // assigned to the teammate whose id is 'text'; to nobody if that is empty
    };

    Kind kind = Kind::Text;
    QString text = {};        // folded, but for an id
    QString digits = {};      // of a part of a number, without leading zeros; empty for words
    QStringList numbers = {}; // complete numbers that it may mean, in E.164, without those that
                              // contain the digits
    Facet facet = Facet::Unassigned;
    std::optional<quo::Instant> from = {};
    std::optional<quo::Instant> to = {};

    // Whether every row for which it holds is also one for which 'earlier' holds, in one column.
    bool narrows(const SoughtValue &earlier) const;

    bool operator==(const SoughtValue &) const = default;
};

// One condition of a search. All of them must hold.
struct SearchTerm
{
    int column = -1; // index in columns(); -1: anywhere
    bool isNegated = false;
    QList<SoughtValue> anyOf; // never empty; negated: none of them

    // Whether every row for which it holds is also one for which 'earlier' holds.
    bool narrows(const SearchTerm &earlier) const;
    // Whether nothing but texts decides, which do not change by time alone.
    bool isText() const;

    bool operator==(const SearchTerm &) const = default;
};

// A part of a search that is not understood. It is left out, unless something is understood of it:
// an open quote is read as if it ended with the search.
struct SearchProblem
{
    enum class Kind {
        Unfinished, // 'line:', 'is:unassi', a quote without its end, a minus with nothing after it
        UnknownState,
        BadTime,
        UnknownMe, // 'is:mine', and the user has not said who they are; it finds nothing
    };

    Kind kind = Kind::Unfinished;
    QString word;    // as it was typed; of a state or a time the value without the field
    TextRange place; // in the search
    bool isLeftOut = true;
};

// A search as parseSearch() has read it.
struct SearchQuery
{
    QList<SearchTerm> terms;
    QList<SearchProblem> problems; // by their place
};

// Whether every row that 'query' finds is also found by 'earlier'.
bool narrows(const SearchQuery &query, const SearchQuery &earlier);

} // namespace inbox
