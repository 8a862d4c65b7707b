// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/textkeys.h"

#include "inbox/collator.h"

#include <algorithm>
#include <atomic>

namespace inbox {

quint64 numberOfBytes(const std::string &bytes, size_t begin)
{
    quint64 number = 0;
    for (size_t i = begin; i < begin + 8; ++i)
        number = number << 8 | (i < bytes.size() ? quint64(quint8(bytes[i])) : 0);
    return number;
}

bool TextKeys::has(const ConversationRows &rows, quint32 chunk) const
{
    return chunk < quint32(m_chunks.size()) && m_chunks[chunk] &&
           m_chunks[chunk]->keys.size() == rows.chunk(chunk).size();
}

int TextKeys::missing(const ConversationRows &rows) const
{
    int missing = 0;
    for (quint32 chunk = 0; chunk < rows.chunkCount(); ++chunk)
        missing += !has(rows, chunk);
    return missing;
}

void TextKeys::complete(int column, const ConversationRows &rows, const CellContext &context,
                        const RunBoth &runBoth, const std::function<bool()> &isCanceled)
{
    if (column != m_column)
        m_chunks.clear();
    m_column = column;
    m_chunks.resize(rows.chunkCount());
    const Column::Text textOf = std::get<Column::Text>(columns()[size_t(column)].key);
    std::vector<std::shared_ptr<const Chunk>> made(rows.chunkCount());
    std::atomic<quint32> next = 0;
    const auto make = [&] {
        const Collator collator(context.reader.locale);
        std::string bytes;
        for (quint32 index = next++; index < rows.chunkCount() && !isCanceled(); index = next++) {
            if (has(rows, index))
                continue;
            auto chunk = std::make_shared<Chunk>();
            const ConversationChunk &content = rows.chunk(index);
            chunk->keys.resize(content.size());
            for (quint32 place = 0; place < content.size(); ++place) {
                const QString text = textOf(ConversationRow(rows, content, place), context);
                if (text.isEmpty())
                    continue;
                bytes.clear();
                collator.appendSortKey(bytes, text);
                Key &key = chunk->keys[place];
                key.first = std::min(numberOfBytes(bytes, 0), none - 1);
                key.second = numberOfBytes(bytes, 8);
                if (bytes.size() > 16) {
                    key.rest = quint32(chunk->rests.size());
                    chunk->rests.append(bytes, 16); // its NUL included
                }
            }
            chunk->rests.shrink_to_fit();
            made[index] = std::move(chunk);
        }
    };
    runBoth(make, make);
    for (quint32 index = 0; index < rows.chunkCount(); ++index)
        if (made[index])
            m_chunks[index] = std::move(made[index]);
}

} // namespace inbox
