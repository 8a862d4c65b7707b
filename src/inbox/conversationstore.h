// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"
#include "inbox/idindex.h"

namespace inbox {

// All conversations loaded, in the order of their arrival, and found by id. Built for a million of
// them: texts are UTF-8 in a few arenas, lines and people small indices, instants 64-bit
// milliseconds. Adding rows moves none.
class ConversationStore
{
public:
    // What a merge did, as ranges: new rows stand at the end.
    struct Merge
    {
        quint32 firstAdded = 0;
        quint32 added = 0;
        QList<quint32> changed; // rows that were there and hold something else now, ascending

        QList<quint32> touched() const; // both
    };

    // Adds the rows; one whose id is there already replaces the earlier one in its place.
    Merge merge(const QList<quo::Conversation> &rows);
    // The row is no longer one of them, until a merge brings it again.
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
