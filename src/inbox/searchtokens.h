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

// One word or condition of a search: 'lopes', '-line:"Front desk"'.
struct SearchToken
{
    QString typed;
    TextRange place; // in the search
    QString field;   // 'line' of 'line:support', in lower case; empty for words
    QString value;   // without quotes
    bool isNegated = false;
    bool isQuoted = false;
    bool isOpen = false; // a quote without its end

    // One word that is neither negated nor quoted.
    bool isPlain() const { return field.isEmpty() && !isNegated && !isQuoted; }
};

std::vector<SearchToken> searchTokens(const QString &search);

// A value as it can follow a colon: in quotes where it would otherwise be read as something else.
// A long value is cut, at the end of a character as people see them.
QString searchValue(const QString &value);

} // namespace inbox
