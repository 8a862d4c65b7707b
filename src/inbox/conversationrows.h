// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationchunk.h"
#include "quo/utf8.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QSharedDataPointer>
#include <QStringList>

#include <optional>

namespace inbox {

class ConversationRow;

// The rows of a store as a value. Copies share memory and do not change when the store does, so
// that another thread can read them. A row keeps its number as long as the store exists.
class ConversationRows
{
public:
    // Includes rows that have left, see hasLeft().
    quint32 size() const { return m_size; }
    // Valid until these rows change or are destroyed.
    ConversationRow at(quint32 row) const;
    // Whether the row has left the query.
    bool hasLeft(quint32 row) const { return !m_left.isEmpty() && m_left.contains(row); }
    quint32 leftCount() const { return quint32(m_left.size()); }

    quint32 chunkCount() const { return quint32(m_chunks.size()); }
    const ConversationChunk &chunk(quint32 index) const { return *m_chunks[index]; }

    // Ids that many rows share are kept once; rows hold their indices.
    const QStringList &lines() const { return m_lines.texts; }
    const QStringList &assignees() const { return m_assignees.texts; }

    void append(const quo::Conversation &row);
    // Lines and assignees for rows that name them by index; only while there are no rows.
    void setSymbols(const QStringList &lines, const QStringList &assignees);
    void append(const mirror::RowView &row);
    // Replaces the content of rows. A row that had left is back.
    void replace(const QHash<quint32, quo::Conversation> &rows);
    void leave(quint32 row) { m_left.insert(row); }

private:
    struct Symbols
    {
        QStringList texts;
        QHash<QString, quint32> indices;

        explicit Symbols(const QStringList &texts = {});
        quint32 indexOf(const QString &text);
    };

    void append(ConversationChunk &chunk, const quo::Conversation &row);
    ConversationChunk &chunkForNext();

    QList<QSharedDataPointer<ConversationChunk>> m_chunks;
    quint32 m_size = 0;
    QSet<quint32> m_left;
    Symbols m_lines;
    Symbols m_assignees;
};

// One row, read in place. Makes text only of the fields that are read.
class ConversationRow
{
public:
    using Instants = std::optional<quo::Instant>;
    using Record = ConversationChunk::Record;

    ConversationRow(const ConversationRows &rows, const ConversationChunk &chunk, quint32 place)
        : m_rows(rows)
        , m_chunk(chunk)
        , m_place(place)
    {
    }

    QString id() const { return quo::fromUtf8(utf8Id()); }
    const QString &phoneNumberId() const { return m_rows.lines()[m_chunk.lines()[m_place]]; }
    QStringList participants() const;
    // These make no text, for callers that read all rows.
    bool hasParticipant(QByteArrayView utf8) const;
    std::optional<QString> name() const;
    std::optional<QString> assignedTo() const;
    std::optional<QString> lastActivityId() const;
    Instants createdAt() const { return instant(ConversationChunk::CreatedAt); }
    Instants updatedAt() const { return instant(ConversationChunk::UpdatedAt); }
    Instants lastActivityAt() const { return instant(ConversationChunk::LastActivityAt); }
    Instants mutedUntil() const { return instant(ConversationChunk::MutedUntil); }
    Instants snoozedUntil() const { return instant(ConversationChunk::SnoozedUntil); }
    Instants deletedAt() const { return instant(ConversationChunk::DeletedAt); }

    quo::Conversation toConversation() const;

    QByteArrayView utf8Id() const { return m_chunk.id(record()); }
    QByteArrayView utf8ActivityId() const; // empty for null
    template <class F>
    void forEachParticipant(F f) const // stops when f returns false
    {
        m_chunk.forEachParticipant(m_place, f);
    }
    bool isAssigned() const { return m_chunk.assignees()[m_place] != ConversationChunk::absent; }
    // Indices in lines() and assignees(); null if the field is null.
    std::optional<quint32> lineIndex() const { return m_chunk.lines()[m_place]; }
    std::optional<quint32> assigneeIndex() const;

private:
    const Record &record() const { return m_chunk.record(m_place); }
    Instants instant(ConversationChunk::InstantField field) const;

    const ConversationRows &m_rows;
    const ConversationChunk &m_chunk;
    quint32 m_place;
};

} // namespace inbox
