// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationrows.h"

namespace inbox {

ConversationRows::Symbols::Symbols(const QStringList &texts)
{
    for (const QString &text : texts)
        indexOf(text);
}

quint32 ConversationRows::Symbols::indexOf(const QString &text)
{
    const auto known = indices.constFind(text);
    if (known != indices.constEnd())
        return *known;
    const quint32 index = quint32(texts.size());
    texts.append(text);
    indices.insert(text, index);
    return index;
}

ConversationRow ConversationRows::at(quint32 row) const
{
    return {*this, *m_chunks[row / ConversationChunk::capacity], row % ConversationChunk::capacity};
}

void ConversationRows::append(const quo::Conversation &row)
{
    append(chunkForNext(), row);
    ++m_size;
}

void ConversationRows::setSymbols(const QStringList &lines, const QStringList &assignees)
{
    Q_ASSERT(m_size == 0);
    m_lines = Symbols(lines);
    m_assignees = Symbols(assignees);
}

void ConversationRows::append(const mirror::RowView &row)
{
    static_assert(mirror::RowView::noAssignee == ConversationChunk::absent);
    chunkForNext().append(row, row.line, row.assignee);
    ++m_size;
}

ConversationChunk &ConversationRows::chunkForNext()
{
    if (m_size % ConversationChunk::capacity == 0) {
        if (!m_chunks.isEmpty())
            m_chunks.last()->squeeze();
        m_chunks.append(QSharedDataPointer(new ConversationChunk));
    }
    return *m_chunks.last();
}

void ConversationRows::append(ConversationChunk &chunk, const quo::Conversation &row)
{
    chunk.append(row, m_lines.indexOf(row.phoneNumberId),
                 row.assignedTo ? m_assignees.indexOf(*row.assignedTo) : ConversationChunk::absent);
}

void ConversationRows::replace(const QHash<quint32, quo::Conversation> &rows)
{
    // Each chunk is written anew in the order of its rows, without replaced content.
    QSet<quint32> chunks;
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        chunks.insert(it.key() / ConversationChunk::capacity);
        m_left.remove(it.key());
    }
    for (const quint32 index : std::as_const(chunks)) {
        const ConversationChunk &old = chunk(index);
        QSharedDataPointer anew(new ConversationChunk);
        for (quint32 place = 0; place < old.size(); ++place) {
            const auto found = rows.constFind(index * ConversationChunk::capacity + place);
            if (found != rows.constEnd())
                append(*anew, *found);
            else
                anew->append(old, place);
        }
        if (index + 1 < chunkCount())
            anew->squeeze();
        m_chunks[index] = anew;
    }
}

QStringList ConversationRow::participants() const
{
    QStringList all;
    forEachParticipant([&all](QByteArrayView utf8) {
        all.append(quo::fromUtf8(utf8));
        return true;
    });
    return all;
}

bool ConversationRow::hasParticipant(QByteArrayView utf8) const
{
    bool found = false;
    forEachParticipant([&](QByteArrayView participant) {
        found = participant == utf8;
        return !found;
    });
    return found;
}

std::optional<QString> ConversationRow::name() const
{
    if (!m_chunk.hasName(m_place))
        return std::nullopt;
    return quo::fromUtf8(m_chunk.name(m_place));
}

std::optional<QString> ConversationRow::assignedTo() const
{
    if (!isAssigned())
        return std::nullopt;
    return m_rows.assignees()[m_chunk.assignees()[m_place]];
}

std::optional<QString> ConversationRow::lastActivityId() const
{
    if (record().activityIdLength == ConversationChunk::absent)
        return std::nullopt;
    return quo::fromUtf8(utf8ActivityId());
}

QByteArrayView ConversationRow::utf8ActivityId() const
{
    return record().activityIdLength == ConversationChunk::absent ? QByteArrayView()
                                                                  : m_chunk.activityId(record());
}

std::optional<quint32> ConversationRow::assigneeIndex() const
{
    return isAssigned() ? std::optional(m_chunk.assignees()[m_place]) : std::nullopt;
}

quo::Conversation ConversationRow::toConversation() const
{
    return {id(),         phoneNumberId(), participants(),
            name(),       assignedTo(),    lastActivityId(),
            createdAt(),  updatedAt(),     lastActivityAt(),
            mutedUntil(), snoozedUntil(),  deletedAt()};
}

ConversationRow::Instants ConversationRow::instant(ConversationChunk::InstantField field) const
{
    const qint64 encoded = record().instants[field];
    if (encoded == ConversationChunk::noInstant)
        return std::nullopt;
    return quo::Instant(quo::milliseconds(encoded));
}

} // namespace inbox
