// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/searchquery.h"

#include <QTimeZone>

namespace inbox {

// Reads 'lopes (415) 555 line:support -is:muted before:2026-01-01'. Words are searched in all
// columns, and so is 'foo:bar', where 'foo' is no field. Quotes keep words together; within them
// \" is a quote and \\ a backslash. A leading minus negates a term. Dates are ISO 8601 or a
// beginning of it (a year, a month), or 'today' and 'yesterday', in the given zone. Numbers are
// read in any notation, those without a country code as numbers of the given regions first, see
// readNumber(). Safe in every thread.
SearchQuery parseSearch(const QString &text, quo::Instant now, const QTimeZone &zone,
                        const QStringList &regions);

// The search without what was ignored, to say what a list is made of. 'problems' are those of the
// same search.
QString understood(const QString &search, const QList<SearchProblem> &problems);

} // namespace inbox
