// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/searchtext.h"

#include <QString>

#include <vector>

// How a search is divided into words and conditions: blanks, quotes, minus and colon. What they
// mean is read by parseSearch().
namespace inbox {

// The value that finds cells with nothing in them: 'line:none'.
inline constexpr QLatin1String noneWord("none");
// The value that finds what is assigned to the user: 'to:me'.
inline constexpr QLatin1String meWord("me");

// One word or condition of a search: 'lopes', '-line:"Front desk",sales'.
struct SearchToken
{
    struct Value
    {
        QString text; // without quotes
        bool isQuoted = false;
    };

    QString typed;
    TextRange place;     // in the search
    QString field;       // 'line' of 'line:support', in lower case; empty for words
    QList<Value> values; // at least one; several only of a field
    bool isNegated = false;
    bool isOpen = false; // a quote without its end

    // One word that is neither negated nor quoted.
    bool isPlain() const { return field.isEmpty() && !isNegated && !values.first().isQuoted; }
};

// The column that a field is about, by its word or another one for it ('older', 'assigned'); -1 for
// a word that is no field.
int fieldColumn(const QString &field);

std::vector<SearchToken> searchTokens(const QString &search);

// A value as it can follow a colon: in quotes where it would otherwise be read as something else.
// A long value is cut, at the end of a character as people see them.
QString searchValue(const QString &value);

} // namespace inbox
