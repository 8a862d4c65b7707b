// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/statewatch.h"
#include "quo/page.h"

namespace inbox {

// The loaded rows of one query, and their states. Its functions emit nothing: they return what they
// have changed as a value, which the caller announces after everything else.
class LoadedRows
{
    Q_DISABLE_COPY_MOVE(LoadedRows)

public:
    struct Change
    {
        ConversationStore::Merge merge; // rows that left count as changed
        QList<Attention> attention;

        bool isEmpty() const { return merge.added == 0 && merge.changed.isEmpty(); }
    };

    // The clock must outlive it.
    explicit LoadedRows(quo::Clock &clock);

    const ConversationStore &store() const { return m_store; }
    const StateWatch &states() const { return m_states; }
    // Without rows that left.
    int count() const { return int(m_store.size() - m_store.rows().leftCount()); }

    Change take(const quo::Page &page);
    // Marks rows as left, until a page brings them again.
    Change leave(const QList<quint32> &rows);
    // The same by id; unknown ids are skipped.
    Change leave(const QStringList &ids);

private:
    ConversationStore m_store;
    StateWatch m_states;
};

} // namespace inbox
