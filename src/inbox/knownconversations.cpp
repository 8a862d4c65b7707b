// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/knownconversations.h"

namespace inbox {

KnownConversations::KnownConversations(quo::Clock &clock)
    : m_states(m_store, clock)
{
}

syncing::RowChange KnownConversations::adopt(KeptRows rows)
{
    syncing::RowChange change = m_store.adopt(std::move(rows.rows), std::move(rows.index));
    m_states.noteAdopted(change.firstAdded);
    return change;
}

syncing::RowChange KnownConversations::take(const QList<quo::Conversation> &rows)
{
    const QHash<quint32, StateWatch::Known> before = m_states.known(rows);
    syncing::RowChange change = m_store.merge(rows);
    m_attention += m_states.noteMerged(change.touched(), before);
    return change;
}

syncing::RowChange KnownConversations::leave(const QList<quint32> &rows)
{
    for (const quint32 row : rows)
        m_store.leave(row);
    return {m_store.size(), 0, rows};
}

quo::Conversation KnownConversations::conversation(quint32 row) const
{
    return m_store.at(row).toConversation();
}

} // namespace inbox
