// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationchunk.h"

#include "inbox/searchtext.h"
#include "quo/utf8.h"

#include <algorithm>

namespace inbox {

namespace {

qint64 encodeInstant(std::optional<quo::Instant> instant)
{
    return instant ? instant->time_since_epoch().count() : ConversationChunk::noInstant;
}

// Writes only bytes below 0x10, so that no text that is searched for can match across a length.
void appendLength(std::string &to, quint32 length)
{
    if (length < 0x0f)
        return to.push_back(char(length));
    to.push_back(0x0f);
    for (int shift = 28; shift >= 0; shift -= 4)
        to.push_back(char(length >> shift & 0x0f));
}

// Some characters fold to many, so this stops where a chunk has no more room, see append(). It
// folds in pieces, since the time to normalize a text grows with the square of its length.
void appendFoldedUtf8(QByteArray &utf8, const QString &text)
{
    constexpr qsizetype most = 2 << 20; // bytes
    constexpr qsizetype piece = 4096;
    for (qsizetype at = 0, end = 0; at < text.size() && utf8.size() < most; at = end) {
        end = std::min(at + piece, text.size());
        if (end < text.size() && text[end].isLowSurrogate())
            --end;
        utf8 += folded(text.mid(at, end - at)).toUtf8();
        if (end < text.size() && (text[end - 1].isSpace() || text[end].isSpace()))
            utf8 += ' ';
    }
}

// The folded texts of a row, as far as folding changes more than their case.
QByteArray foldedTexts(const mirror::RowView &row)
{
    QByteArray utf8;
    if (!isFoldedButForCase(row.name))
        appendFoldedUtf8(utf8, quo::fromUtf8(row.name));
    for (const QByteArrayView participant : row.participants)
        if (!isFoldedButForCase(participant))
            appendFoldedUtf8(utf8 += '\x01', quo::fromUtf8(participant));
    return utf8;
}

} // namespace

void ConversationChunk::append(const quo::Conversation &row, quint32 line, quint32 assignee)
{
    const QByteArray id = row.id.toUtf8();
    const QByteArray activityId = row.lastActivityId.value_or(QString()).toUtf8();
    const QByteArray name = row.name.value_or(QString()).toUtf8();
    QByteArrayList participants;
    for (const QString &participant : row.participants)
        participants.append(participant.toUtf8());
    mirror::RowView view;
    view.id = id;
    view.participants = {participants.cbegin(), participants.cend()};
    view.hasName = row.name.has_value();
    view.name = name;
    view.hasLastActivityId = row.lastActivityId.has_value();
    view.lastActivityId = activityId;
    view.createdAt = encodeInstant(row.createdAt);
    view.updatedAt = encodeInstant(row.updatedAt);
    view.lastActivityAt = encodeInstant(row.lastActivityAt);
    view.mutedUntil = encodeInstant(row.mutedUntil);
    view.snoozedUntil = encodeInstant(row.snoozedUntil);
    view.deletedAt = encodeInstant(row.deletedAt);
    append(view, line, assignee);
}

void ConversationChunk::append(const mirror::RowView &row, quint32 line, quint32 assignee)
{
    const auto add = [](std::string &to, QByteArrayView utf8) {
        to.append(utf8.data(), size_t(utf8.size()));
    };
    Record record;
    record.instants = {row.createdAt,  row.updatedAt,    row.lastActivityAt,
                       row.mutedUntil, row.snoozedUntil, row.deletedAt};
    record.idStart = quint32(m_ids.size());
    record.idLength = quint32(row.id.size());
    record.activityIdLength = row.hasLastActivityId ? quint32(row.lastActivityId.size()) : absent;
    add(m_ids, row.id);
    add(m_ids, row.lastActivityId);

    m_textStarts.push_back(quint32(m_texts.size()));
    add(m_texts, row.name);
    m_texts.push_back('\0');
    const quint32 participantsStart = quint32(m_texts.size());
    for (const QByteArrayView participant : row.participants) {
        appendLength(m_texts, quint32(participant.size()));
        add(m_texts, participant);
    }
    record.participantsLength = quint32(m_texts.size()) - participantsStart;
    m_texts.push_back('\0');
    if (const QByteArray texts = foldedTexts(row); !texts.isEmpty()) {
        add(m_texts, texts);
        m_texts.push_back('\0');
    }
    append(record, row.hasName ? quint32(row.name.size()) : absent, line, assignee);
    // The decoder limits the bytes of a row's texts, and appendFoldedUtf8() those of the folded
    // ones. Together they are less than the 4 MiB that each of the chunk's rows may have.
    Q_ASSERT(m_texts.size() < absent && m_ids.size() < absent);
}

void ConversationChunk::append(const ConversationChunk &from, quint32 place)
{
    Record record = from.m_records[place];
    const quint32 activityIdLength =
        record.activityIdLength == absent ? 0 : record.activityIdLength;
    const quint32 idStart = std::exchange(record.idStart, quint32(m_ids.size()));
    const quint32 textStart = from.textStart(place);
    m_textStarts.push_back(quint32(m_texts.size()));
    m_ids.append(from.m_ids, idStart, record.idLength + activityIdLength);
    m_texts.append(from.m_texts, textStart, from.textStart(place + 1) - textStart);
    append(record, from.m_nameLengths[place], from.m_lines[place], from.m_assignees[place]);
}

void ConversationChunk::append(const Record &record, quint32 nameLength, quint32 line,
                               quint32 assignee)
{
    m_records.push_back(record);
    m_nameLengths.push_back(nameLength);
    m_lines.push_back(line);
    m_assignees.push_back(assignee);
}

void ConversationChunk::squeeze()
{
    m_records.shrink_to_fit();
    for (std::vector<quint32> *numbers : {&m_textStarts, &m_nameLengths, &m_lines, &m_assignees})
        numbers->shrink_to_fit();
    m_texts.shrink_to_fit();
    m_ids.shrink_to_fit();
}

QByteArrayView ConversationChunk::id(const Record &record) const
{
    return QByteArrayView(m_ids).sliced(record.idStart, record.idLength);
}

QByteArrayView ConversationChunk::activityId(const Record &record) const
{
    return QByteArrayView(m_ids).sliced(record.idStart + record.idLength, record.activityIdLength);
}

QByteArrayView ConversationChunk::name(quint32 place) const
{
    return QByteArrayView(m_texts).sliced(m_textStarts[place], m_nameLengths[place]);
}

} // namespace inbox
