// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/reader.h"
#include "quo/conversation.h"

#include <QByteArrayView>
#include <QSharedData>

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace inbox {

// Up to 'capacity' rows in a few pieces of memory: records of equal size, their texts as UTF-8 in
// the order of the rows, and separate arrays of the numbers that a search reads from all rows.
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
        quint32 idStart = 0;            // in m_ids; the id of the last activity follows
        quint32 idLength = 0;
        quint32 activityIdLength = 0; // 'absent' for null
        quint32 participantsLength = 0;
    };

    quint32 size() const { return quint32(m_records.size()); }
    const Record &record(quint32 place) const { return m_records[place]; }
    // By place: indices of texts that many rows share.
    const std::vector<quint32> &lines() const { return m_lines; }
    const std::vector<quint32> &assignees() const { return m_assignees; } // 'absent' for null

    void append(const quo::Conversation &row, quint32 line, quint32 assignee);
    // Its own line and assignee do not count.
    void append(const mirror::RowView &row, quint32 line, quint32 assignee);
    // Copies a row of another chunk.
    void append(const ConversationChunk &from, quint32 place);
    // Frees spare memory once no more rows follow.
    void squeeze();

    QByteArrayView id(const Record &record) const;
    QByteArrayView activityId(const Record &record) const; // not for null
    bool hasName(quint32 place) const { return m_nameLengths[place] != absent; }
    QByteArrayView name(quint32 place) const; // not for null
    // Stops when f returns false.
    template <class F>
    void forEachParticipant(quint32 place, F f) const;

    // The text that a search looks through: the names and participants of all rows, in the order of
    // the rows and separated by bytes below 0x20. Texts in which folding changes more than the case
    // are there in folded form as well.
    const std::string &texts() const { return m_texts; }
    // Where the texts of a row begin. For the place after the last row, where all texts end.
    quint32 textStart(quint32 place) const
    {
        return place < size() ? m_textStarts[place] : quint32(m_texts.size());
    }

private:
    void append(const Record &record, quint32 nameLength, quint32 line, quint32 assignee);

    std::vector<Record> m_records;
    // By place.
    std::vector<quint32> m_textStarts;  // the name, then the participants
    std::vector<quint32> m_nameLengths; // 'absent' for null
    std::vector<quint32> m_lines;
    std::vector<quint32> m_assignees;
    std::string m_texts;
    std::string m_ids;
};

template <class F>
void ConversationChunk::forEachParticipant(quint32 place, F f) const
{
    // Each follows its length, see appendLength().
    const quint32 nameLength = hasName(place) ? m_nameLengths[place] : 0;
    const char *read = m_texts.data() + m_textStarts[place] + nameLength + 1;
    const char *const end = read + m_records[place].participantsLength;
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
