// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/extent.h"
#include "quo/conversation.h"

#include <QList>
#include <QStringList>

namespace mirror {

// What has changed in the answer to a server's filter.
struct SetChange
{
    ServerFilter filter;
    bool startsOver = false; // ids from before are dropped first
    QStringList added = {};  // ids of conversations
    QStringList removed = {};
    Extent extent = {}; // of the answer from now on
};

// What one page, or the end of a walk, has changed. A value that crosses threads; written in one
// transaction.
struct ChangeSet
{
    QList<quo::Conversation> rows = {}; // new, or different from before
    QStringList removed = {};           // ids of conversations that are gone
    QList<SetChange> sets = {};
    std::optional<Extent> extent = {}; // of the workspace from now on; null if it stays

    bool isEmpty() const
    {
        return rows.isEmpty() && removed.isEmpty() && sets.isEmpty() && !extent;
    }
};

} // namespace mirror
