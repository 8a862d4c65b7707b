// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"
#include "inbox/names.h"
#include "inbox/roworder.h"

#include <functional>

namespace inbox {

// Conversations that have something in common, in their order.
struct RelatedRows
{
    int total = 0;
    QList<quint32> first; // of them, as many as were asked for
};

// Of the rows in 'order' those in which all of 'people' take part, numbers as the API has them;
// with 'isJust' nobody else does, the workspace's own lines aside. O(rows), for workers; of no use
// where 'isCanceled' has said so.
RelatedRows relatedRows(const QStringList &people, bool isJust, const ConversationRows &rows,
                        const RowOrder &order, const NamesSnapshot &names, qsizetype most,
                        const std::function<bool()> &isCanceled);

} // namespace inbox
