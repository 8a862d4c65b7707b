// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/searchquery.h"

#include <QStringList>
#include <QTimeZone>

namespace inbox {

class Names;

// What a search is read with.
struct SearchContext
{
    quo::Instant now{};
    QTimeZone zone;      // of its dates
    QStringList regions; // of its numbers without a country code, see readNumber()
    QString me = {};     // the user's id, for 'to:me'; empty if that was never said
};

SearchContext searchContext(const Names &names);

// Reads 'lopes (415) 555 line:support,sales -is:muted before:2026-01-01'. Words are searched in all
// columns, and so is 'foo:bar', where 'foo' is no field. Commas separate the values of a condition,
// any of which may hold. Quotes keep words together; within them \" is a quote and \\ a backslash.
// A leading minus negates a term. Dates are ISO 8601 or a beginning of it (a year, a month), or
// 'today', 'yesterday' and 'tomorrow', in the given zone; '3d', 'last3d' and 'next24h' are counted
// from the present minute. Safe in every thread.
SearchQuery parseSearch(const QString &text, const SearchContext &context);

// The search without what was ignored, to say what a list is made of. 'problems' are those of the
// same search.
QString understood(const QString &search, const QList<SearchProblem> &problems);

// Whether nothing is wrong with the search but its very end, where it is still being typed.
bool isUnderstoodSoFar(const QString &search, const QList<SearchProblem> &problems);

} // namespace inbox
