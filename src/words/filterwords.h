// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/conversationquery.h"
#include "workspace/filters.h"

#include <QHash>
#include <QString>

// Filters in a few words.
namespace words {

// The values of chips: the name of the line or the number of lines, and the name of the teammate.
// Empty if there is no such filter.
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
