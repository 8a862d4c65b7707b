// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationstore.h"

#include <cstring>
#include <limits>

namespace inbox {

namespace {

constexpr quint32 rowsPerChunk = 1024;
constexpr quint32 absent = std::numeric_limits<quint32>::max();
constexpr qint64 noInstant = std::numeric_limits<qint64>::min();

qint64 encodeInstant(std::optional<quo::Instant> instant)
{
    return instant ? instant->time_since_epoch().count() : noInstant;
}

} // namespace

quint32 ConversationStore::Symbols::indexOf(const QString &text)
{
    const auto known = indices.constFind(text);
    if (known != indices.constEnd())
        return *known;
    const quint32 index = quint32(texts.size());
    texts.append(text);
    indices.insert(text, index);
    return index;
}

ConversationStore::Merge ConversationStore::merge(const QList<quo::Conversation> &rows)
{
    Merge merge{m_size, 0, {}};
    const auto idOf = [this](quint32 row) { return idAt(row); };
    for (const quo::Conversation &row : rows) {
        const QByteArray id = row.id.toUtf8();
        if (const std::optional<quint32> known = m_index.find(id, idOf)) {
            if (at(*known).toConversation() == row)
                continue;
            // Its old texts stay in the arena: rows change seldom within one walk, and a refresh
            // builds a new store.
            Chunk &chunk = m_chunks[*known / rowsPerChunk];
            chunk.records[*known % rowsPerChunk] = encode(chunk, row);
            if (*known < merge.firstAdded)
                merge.changed.append(*known);
            continue;
        }
        if (m_size % rowsPerChunk == 0) {
            if (!m_chunks.empty())
                m_chunks.back().texts.shrink_to_fit();
            m_chunks.emplace_back().records.reserve(rowsPerChunk);
        }
        Chunk &chunk = m_chunks.back();
        chunk.records.push_back(encode(chunk, row));
        m_index.insert(id, m_size, idOf);
        ++m_size;
        ++merge.added;
    }
    return merge;
}

ConversationRow ConversationStore::at(quint32 row) const
{
    const Chunk &chunk = m_chunks[row / rowsPerChunk];
    return {*this, chunk, chunk.records[row % rowsPerChunk]};
}

std::optional<quint32> ConversationStore::find(const QString &id) const
{
    return m_index.find(id.toUtf8(), [this](quint32 row) { return idAt(row); });
}

ConversationStore::Record ConversationStore::encode(Chunk &chunk, const quo::Conversation &row)
{
    const auto append = [&chunk](const std::optional<QString> &text) {
        if (!text)
            return TextRef{0, absent};
        const QByteArray utf8 = text->toUtf8();
        const TextRef ref{quint32(chunk.texts.size()), quint32(utf8.size())};
        chunk.texts.append(utf8.constData(), size_t(utf8.size()));
        return ref;
    };
    const auto appendAll = [&chunk](const QStringList &texts) {
        const quint32 start = quint32(chunk.texts.size());
        for (const QString &text : texts) {
            const QByteArray utf8 = text.toUtf8();
            const quint32 length = quint32(utf8.size());
            chunk.texts.append(reinterpret_cast<const char *>(&length), sizeof length);
            chunk.texts.append(utf8.constData(), length);
        }
        return TextRef{start, quint32(chunk.texts.size()) - start};
    };
    Record record;
    record.instants = {encodeInstant(row.createdAt),      encodeInstant(row.updatedAt),
                       encodeInstant(row.lastActivityAt), encodeInstant(row.mutedUntil),
                       encodeInstant(row.snoozedUntil),   encodeInstant(row.deletedAt)};
    record.id = append(row.id);
    record.name = append(row.name);
    record.lastActivityId = append(row.lastActivityId);
    record.participants = appendAll(row.participants);
    record.line = m_lines.indexOf(row.phoneNumberId);
    record.assignee = row.assignedTo ? m_assignees.indexOf(*row.assignedTo) : absent;
    return record;
}

QByteArrayView ConversationStore::idAt(quint32 row) const
{
    const Chunk &chunk = m_chunks[row / rowsPerChunk];
    const TextRef ref = chunk.records[row % rowsPerChunk].id;
    return QByteArrayView(chunk.texts).sliced(ref.offset, ref.length);
}

template <class F>
void ConversationRow::forEachParticipant(F f) const
{
    const char *read = m_chunk.texts.data() + m_record.participants.offset;
    const char *const end = read + m_record.participants.length;
    while (read < end) {
        quint32 length;
        std::memcpy(&length, read, sizeof length);
        read += sizeof length;
        if (!f(QByteArrayView(read, length)))
            return;
        read += length;
    }
}

QStringList ConversationRow::participants() const
{
    QStringList all;
    forEachParticipant([&all](QByteArrayView utf8) {
        all.append(QString::fromUtf8(utf8));
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

std::optional<QString> ConversationRow::assignedTo() const
{
    if (m_record.assignee == absent)
        return std::nullopt;
    return m_store.m_assignees.texts[m_record.assignee];
}

quo::Conversation ConversationRow::toConversation() const
{
    return {id(),         phoneNumberId(), participants(),
            name(),       assignedTo(),    lastActivityId(),
            createdAt(),  updatedAt(),     lastActivityAt(),
            mutedUntil(), snoozedUntil(),  deletedAt()};
}

std::optional<QString> ConversationRow::text(ConversationStore::TextRef ref) const
{
    if (ref.length == absent)
        return std::nullopt;
    return QString::fromUtf8(m_chunk.texts.data() + ref.offset, ref.length);
}

std::optional<quo::Instant> ConversationRow::instant(ConversationStore::InstantField field) const
{
    const qint64 encoded = m_record.instants[field];
    if (encoded == noInstant)
        return std::nullopt;
    return quo::Instant(quo::milliseconds(encoded));
}

} // namespace inbox
