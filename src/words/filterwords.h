// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/conversationquery.h"
#include "workspace/filters.h"

#include <QHash>
#include <QLocale>
#include <QString>
#include <QStringList>

// Filters in a few words.
namespace words {

// The lines of the directory that are not among these, where naming them is shorter; otherwise
// none.
QStringList leftOutLines(const QStringList &lines, const quo::Directory &directory);

// 'Sales, Support', and 'Sales +3' for more than two.
QString listText(const QStringList &values, const QLocale &locale);

// The values of chips: 'Sales, Support' or 'not Sales', and the name of the teammate. Empty if
// there is no such filter.
QString linesText(const workspace::Filters &filters, const inbox::CellContext &context);
QString teammateText(const workspace::Filters &filters, const inbox::CellContext &context);

// 'Support, Last 7 days'; empty if there are none.
QString filtersText(const workspace::Filters &filters, const inbox::CellContext &context);
// 'Support, Last 7 days, is:snoozed'.
QString shownText(const workspace::Filters &filters, const QString &search,
                  const inbox::CellContext &context);

// Why the API would refuse filters: the first problem of each.
QHash<quo::QueryField, QString> problemSentences(const QList<quo::QueryProblem> &problems);

} // namespace words
