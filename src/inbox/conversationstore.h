// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"
#include "inbox/idindex.h"
#include "syncing/knownrows.h"

namespace inbox {

// All known conversations in the order of their arrival, and found by id. Built for a million of
// them: they are kept in ConversationChunks, which copies of rows() share.
class ConversationStore
{
public:
    using Merge = syncing::RowChange;

    // Adds rows. A row whose id is known replaces the earlier one in its place.
    Merge merge(const QList<quo::Conversation> &rows);
    // Takes all rows from elsewhere, and their index. They begin with those that it has.
    Merge adopt(ConversationRows rows, IdIndex index);
    // Marks a row as left, until a merge brings it again.
    void leave(quint32 row) { m_rows.leave(row); }

    const ConversationRows &rows() const { return m_rows; }
    quint32 size() const { return m_rows.size(); }
    // Valid until the next merge.
    ConversationRow at(quint32 row) const { return m_rows.at(row); }
    std::optional<quint32> find(const QString &id) const;

private:
    ConversationRows m_rows;
    IdIndex m_index;
};

} // namespace inbox
