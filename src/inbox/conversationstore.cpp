// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationstore.h"

#include <algorithm>

namespace inbox {

ConversationStore::Merge ConversationStore::merge(const QList<quo::Conversation> &rows)
{
    Merge merge{size(), 0, {}};
    const auto idOf = [this](quint32 row) { return at(row).utf8Id(); };
    QHash<quint32, quo::Conversation> replaced;
    for (const quo::Conversation &row : rows) {
        const QByteArray id = row.id.toUtf8();
        if (const std::optional<quint32> known = m_index.find(id, idOf)) {
            if (m_rows.hasLeft(*known) || replaced.contains(*known) ||
                at(*known).toConversation() != row)
                replaced.insert(*known, row);
            continue;
        }
        m_rows.append(row);
        m_index.insert(id, size() - 1, idOf);
        ++merge.added;
    }
    m_rows.replace(replaced);
    for (auto it = replaced.cbegin(); it != replaced.cend(); ++it)
        if (it.key() < merge.firstAdded)
            merge.changed.append(it.key());
    std::ranges::sort(merge.changed);
    return merge;
}

ConversationStore::Merge ConversationStore::adopt(ConversationRows rows, IdIndex index)
{
    Q_ASSERT(rows.size() >= size());
    const Merge merge{size(), rows.size() - size(), {}};
    m_rows = std::move(rows);
    m_index = std::move(index);
    return merge;
}

std::optional<quint32> ConversationStore::find(const QString &id) const
{
    return m_index.find(id.toUtf8(), [this](quint32 row) { return at(row).utf8Id(); });
}

} // namespace inbox
