// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/roworder.h"

#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace inbox {

// Eight bytes as a number that compares as they do.
quint64 numberOfBytes(const std::string &bytes, size_t begin);

// What the texts of a column compare by in the order of the language. It costs more to make than to
// compare, so it is kept for the next sort, a chunk of rows at a time. Copies share the chunks.
class TextKeys
{
public:
    static constexpr quint64 none = std::numeric_limits<quint64>::max(); // of an empty text

    struct Key
    {
        quint64 first = none; // 16 bytes as two numbers
        quint64 second = 0;
        quint32 rest = 0; // where the bytes after them begin; 0: there are none
    };
    struct Chunk
    {
        std::vector<Key> keys;                    // by place
        std::string rests = std::string(1, '\0'); // each up to its NUL
    };

    int column() const { return m_column; } // index in columns(); -1: none yet
    const Chunk &chunk(quint32 index) const { return *m_chunks[index]; }

    // The row holds something else now.
    void forget(quint32 row)
    {
        if (const qsizetype chunk = row / ConversationChunk::capacity; chunk < m_chunks.size())
            m_chunks[chunk].reset();
    }
    // Chunks for which there are no keys, or not of all rows.
    int missing(const ConversationRows &rows) const;

    // Makes those that are missing. Any thread; incomplete where 'isCanceled' has said so.
    void complete(int column, const ConversationRows &rows, const CellContext &context,
                  const RunBoth &runBoth, const std::function<bool()> &isCanceled);

private:
    bool has(const ConversationRows &rows, quint32 chunk) const;

    int m_column = -1;
    QList<std::shared_ptr<const Chunk>> m_chunks; // null: to be made
};

} // namespace inbox
