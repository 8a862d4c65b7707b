// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/loadedrows.h"

namespace inbox {

LoadedRows::LoadedRows(quo::Clock &clock)
    : m_states(m_store, clock)
{
}

LoadedRows::Change LoadedRows::take(const quo::Page &page)
{
    const QHash<quint32, StateWatch::Known> before = m_states.known(page.rows);
    const ConversationStore::Merge merge = m_store.merge(page.rows);
    return {merge, m_states.noteMerged(merge.touched(), before)};
}

LoadedRows::Change LoadedRows::leave(const QList<quint32> &rows)
{
    for (const quint32 row : rows)
        m_store.leave(row);
    return {{m_store.size(), 0, rows}, {}};
}

LoadedRows::Change LoadedRows::leave(const QStringList &ids)
{
    QList<quint32> rows;
    for (const QString &id : ids)
        if (const std::optional<quint32> row = m_store.find(id);
            row && !m_store.rows().hasLeft(*row))
            rows.append(*row);
    return leave(rows);
}

} // namespace inbox
