// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/searchconditions.h"
#include "workspace/datefilter.h"

#include <QString>
#include <QStringList>

// The conditions of a search as filters: what their chips say, and what popovers make of them.
namespace words {

// 'Snoozed until', of the column that it is about.
QString conditionTitle(const inbox::SearchCondition &condition);
// 'not Sales', 'Unassigned, Dana Kim', 'Over 5 d ago'. 'me' is the user's id, empty if unknown.
QString conditionText(const inbox::SearchCondition &condition, const inbox::CellContext &context,
                      const QString &me);

// A range of the last activity, of conditions that all must hold. Null if they are not a range.
std::optional<workspace::DateFilter> activityFilter(const QList<inbox::SearchCondition> &conditions,
                                                    quo::Instant now, const QTimeZone &zone);
// The conditions for it, in the same zone.
QStringList activityConditions(const workspace::DateFilter &filter, quo::Instant now,
                               const QTimeZone &zone);

} // namespace words
