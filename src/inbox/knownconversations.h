// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/keptrows.h"
#include "inbox/statewatch.h"
#include "syncing/knownrows.h"

#include <utility>

namespace inbox {

// Everything that is known of one account's conversations, and their states. One for each account:
// it outlives the lists that show it. What it notices is returned as a value, which the caller
// announces after everything else.
class KnownConversations final : public syncing::KnownRows
{
    Q_DISABLE_COPY_MOVE(KnownConversations)

public:
    // The clock must outlive it.
    explicit KnownConversations(quo::Clock &clock);

    const ConversationStore &store() const { return m_store; }
    const StateWatch &states() const { return m_states; }
    // What the pages since the last call have brought that somebody may want to look at.
    QList<Attention> takeAttention() { return std::exchange(m_attention, {}); }

    // Rows that were kept on this computer; see ConversationStore::adopt(). Whoever calls it
    // announces the change by ConversationSync::noteAdopted().
    syncing::RowChange adopt(KeptRows rows);

    syncing::RowChange take(const QList<quo::Conversation> &rows) override;
    syncing::RowChange leave(const QList<quint32> &rows) override;
    quint32 size() const override { return m_store.size(); }
    int count() const override { return int(m_store.size() - m_store.rows().leftCount()); }
    std::optional<quint32> find(const QString &id) const override { return m_store.find(id); }
    bool hasLeft(quint32 row) const override { return m_store.rows().hasLeft(row); }
    quo::Conversation conversation(quint32 row) const override;

private:
    ConversationStore m_store;
    StateWatch m_states;
    QList<Attention> m_attention;
};

} // namespace inbox
