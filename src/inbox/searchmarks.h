// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/searchquery.h"

namespace inbox {

// Where the text of a column's cell contains what is searched for, however it is written there:
// sorted, without overlaps, in whole characters as people see them.
QList<TextRange> foundIn(const QString &text, int column, const QList<SearchTerm> &terms);

} // namespace inbox
