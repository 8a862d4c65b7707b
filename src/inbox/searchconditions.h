// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Conditions as text, written so that parseSearch() reads them back.
namespace inbox {

// 'line:"Customer support"': a condition on a column, for the end of a search. It holds for every
// row whose cell has this text; a long value is cut.
QString searchCondition(int column, const QString &value, bool isNegated = false);
// 'line:none': nothing is in the column.
QString emptyCondition(int column, bool isNegated = false);

bool hasCondition(const QString &search, const QString &condition);
// The search with the condition added, unless it is already there.
QString withCondition(const QString &search, const QString &condition);
QString withoutCondition(const QString &search, const QString &condition);

} // namespace inbox
