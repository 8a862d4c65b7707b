// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/conversationquery.h"
#include "workspace/filters.h"

#include <QHash>
#include <QString>

// What the list is narrowed to, in a few words.
namespace words {

// The values of chips: the line's name or how many there are, and the teammate's name. Empty where
// there is no such filter.
QString linesText(const workspace::Filters &filters, const inbox::CellContext &context);
QString teammateText(const workspace::Filters &filters, const inbox::CellContext &context);

// 'Support, Last 7 days'; empty where there are none.
QString filtersText(const workspace::Filters &filters, const inbox::CellContext &context);
// 'Support, Last 7 days, is:snoozed'.
QString shownText(const workspace::Filters &filters, const QString &search,
                  const inbox::CellContext &context);

// Why filters cannot be asked for: the first sentence for each.
QHash<quo::QueryField, QString> problemSentences(const QList<quo::QueryProblem> &problems);

} // namespace words
