// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversation.h"

#include <QByteArrayView>
#include <QSharedData>

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace inbox {

// Up to 'capacity' rows in three pieces of memory: records of one size, and their texts as UTF-8 in
// the order of the rows.
class ConversationChunk : public QSharedData
{
public:
    static constexpr quint32 capacity = 1024;
    static constexpr quint32 absent = std::numeric_limits<quint32>::max(); // for null
    static constexpr qint64 noInstant = std::numeric_limits<qint64>::min();

    enum InstantField { CreatedAt, UpdatedAt, LastActivityAt, MutedUntil, SnoozedUntil, DeletedAt };
    struct Record
    {
        std::array<qint64, 6> instants; // by InstantField, 'noInstant' for null
        quint32 idStart = 0;            // in the ids; the last activity's follows it
        quint32 idLength = 0;
        quint32 activityIdLength = 0; // 'absent' for null
        quint32 textStart = 0;        // in the texts: the name, then the participants
        quint32 nameLength = 0;       // 'absent' for null
        quint32 participantsLength = 0;
        quint32 line = 0;     // index of a text that recurs
        quint32 assignee = 0; // the same; 'absent' for null
    };

    quint32 size() const { return quint32(m_records.size()); }
    const Record &record(quint32 place) const { return m_records[place]; }

    // 'line' and 'assignee' are the record's.
    void append(const quo::Conversation &row, quint32 line, quint32 assignee);
    // A row as it is in another chunk.
    void append(const ConversationChunk &from, quint32 place);
    // No more rows are coming.
    void squeeze();

    QByteArrayView id(const Record &record) const;
    QByteArrayView activityId(const Record &record) const; // not for null
    QByteArrayView name(const Record &record) const;       // not for null
    // Until f says no.
    template <class F>
    void forEachParticipant(const Record &record, F f) const;

    // What a search looks through: the names and participants of all rows, in the order of the rows
    // and with bytes below 0x20 between them, and once more folded where that does more than to
    // take off the case.
    const std::string &texts() const { return m_texts; }
    // Where the texts of a row begin; of the one after the last, where all end.
    quint32 textStart(quint32 place) const
    {
        return place < size() ? m_records[place].textStart : quint32(m_texts.size());
    }
    // The row, not before 'from', whose texts the offset is in.
    quint32 placeAt(quint32 offset, quint32 from) const;

private:
    std::vector<Record> m_records;
    std::string m_texts;
    std::string m_ids;
};

template <class F>
void ConversationChunk::forEachParticipant(const Record &record, F f) const
{
    // Each is led by its length, see append().
    const quint32 nameLength = record.nameLength == absent ? 0 : record.nameLength;
    const char *read = m_texts.data() + record.textStart + nameLength + 1;
    const char *const end = read + record.participantsLength;
    while (read < end) {
        quint32 length = quint32(*read++);
        if (length == 0x0f) {
            length = 0;
            for (int i = 0; i < 8; ++i)
                length = length << 4 | quint32(*read++);
        }
        if (!f(QByteArrayView(read, length)))
            return;
        read += length;
    }
}

} // namespace inbox
