// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/idindex.h"
#include "quo/conversation.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace inbox {

class ConversationRow;

// All conversations loaded, in the order of their arrival. Built for a million of them: texts are
// UTF-8 in one arena a chunk, lines and people small indices, instants 64-bit milliseconds. A row
// keeps its number for the store's life, and adding rows moves none.
class ConversationStore
{
public:
    // What a merge did, as ranges: new rows stand at the end.
    struct Merge
    {
        quint32 firstAdded = 0;
        quint32 added = 0;
        QList<quint32> changed; // rows that were there and hold something else now
    };

    ConversationStore() = default;
    ConversationStore(ConversationStore &&) = default;
    ConversationStore &operator=(ConversationStore &&) = default;

    // Adds the rows; one whose id is there already replaces the earlier one in its place.
    Merge merge(const QList<quo::Conversation> &rows);

    quint32 size() const { return m_size; }
    // Valid until the next merge.
    ConversationRow at(quint32 row) const;
    std::optional<quint32> find(const QString &id) const;

private:
    friend class ConversationRow;

    // In a chunk's arena.
    struct TextRef
    {
        quint32 offset = 0;
        quint32 length = 0; // 'absent' for null
    };
    struct Record
    {
        std::array<qint64, 6> instants; // by InstantField, 'noInstant' for null
        TextRef id;
        TextRef name;
        TextRef lastActivityId;
        TextRef participants; // each with its length before it
        quint32 line = 0;
        quint32 assignee = 0; // 'absent' for null
    };
    enum InstantField { CreatedAt, UpdatedAt, LastActivityAt, MutedUntil, SnoozedUntil, DeletedAt };
    struct Chunk
    {
        std::vector<Record> records;
        std::string texts;
    };
    // Texts that recur, each kept once.
    struct Symbols
    {
        QStringList texts;
        QHash<QString, quint32> indices;

        quint32 indexOf(const QString &text);
    };

    Record encode(Chunk &chunk, const quo::Conversation &row);
    QByteArrayView idAt(quint32 row) const;

    std::vector<Chunk> m_chunks;
    quint32 m_size = 0;
    Symbols m_lines;
    Symbols m_assignees;
    IdIndex m_index;
};

// One row of a store, read in place. Makes text only of what it is asked for.
class ConversationRow
{
public:
    using Instants = std::optional<quo::Instant>;

    QString id() const { return *text(m_record.id); }
    const QString &phoneNumberId() const { return m_store.m_lines.texts[m_record.line]; }
    QStringList participants() const;
    // Makes no text, for those who ask all rows.
    bool hasParticipant(QByteArrayView utf8) const;
    std::optional<QString> name() const { return text(m_record.name); }
    std::optional<QString> assignedTo() const;
    std::optional<QString> lastActivityId() const { return text(m_record.lastActivityId); }
    Instants createdAt() const { return instant(ConversationStore::CreatedAt); }
    Instants updatedAt() const { return instant(ConversationStore::UpdatedAt); }
    Instants lastActivityAt() const { return instant(ConversationStore::LastActivityAt); }
    Instants mutedUntil() const { return instant(ConversationStore::MutedUntil); }
    Instants snoozedUntil() const { return instant(ConversationStore::SnoozedUntil); }
    Instants deletedAt() const { return instant(ConversationStore::DeletedAt); }

    quo::Conversation toConversation() const;

private:
    friend class ConversationStore;
    ConversationRow(const ConversationStore &store, const ConversationStore::Chunk &chunk,
                    const ConversationStore::Record &record)
        : m_store(store)
        , m_chunk(chunk)
        , m_record(record)
    {
    }

    template <class F>
    void forEachParticipant(F f) const; // until it says no
    std::optional<QString> text(ConversationStore::TextRef ref) const;
    std::optional<quo::Instant> instant(ConversationStore::InstantField field) const;

    const ConversationStore &m_store;
    const ConversationStore::Chunk &m_chunk;
    const ConversationStore::Record &m_record;
};

} // namespace inbox
