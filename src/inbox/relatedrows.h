// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"
#include "inbox/names.h"
#include "inbox/roworder.h"

#include <functional>

namespace inbox {

// Conversations with the same people, in their order.
struct RelatedRows
{
    int total = 0;
    QList<quint32> first; // the first ones, as many as requested
};

// The rows in 'order' in which all of 'people' take part, given by their numbers as in the API.
// With 'isJust' nobody else takes part, apart from the workspace's own lines. O(rows), for workers;
// the result is useless if 'isCanceled' returned true.
RelatedRows relatedRows(const QStringList &people, bool isJust, const ConversationRows &rows,
                        const RowOrder &order, const NamesSnapshot &names, qsizetype most,
                        const std::function<bool()> &isCanceled);

} // namespace inbox
