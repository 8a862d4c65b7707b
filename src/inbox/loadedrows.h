// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/statewatch.h"
#include "quo/page.h"

namespace inbox {

// The rows that are loaded of one query, and their states. Whoever changes them gets the change as
// a value, to show it once everything else is done: nothing here emits a signal.
class LoadedRows
{
    Q_DISABLE_COPY_MOVE(LoadedRows)

public:
    struct Change
    {
        ConversationStore::Merge merge; // rows that have left are among its changed ones
        QList<Attention> attention;

        bool isEmpty() const { return merge.added == 0 && merge.changed.isEmpty(); }
    };

    // The clock must outlive it.
    explicit LoadedRows(quo::Clock &clock);

    const ConversationStore &store() const { return m_store; }
    const StateWatch &states() const { return m_states; }
    // Without those that have left.
    int count() const { return int(m_store.size() - m_store.rows().leftCount()); }

    Change take(const quo::Page &page);
    // Rows that are no longer among those of the query, until a page brings them again.
    Change leave(const QList<quint32> &rows);
    // The same by id; ids of rows that are not there are skipped.
    Change leave(const QStringList &ids);

private:
    ConversationStore m_store;
    StateWatch m_states;
};

} // namespace inbox
