// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/roworder.h"

#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace inbox {

// Eight bytes as a number that compares like them. Missing bytes count as zero.
quint64 numberOfBytes(const std::string &bytes, size_t begin);

// The sort keys of a column's texts in the order of the language. They cost more to make than to
// compare, so they are kept for the next sort, in chunks like the rows. Copies share the chunks.
class TextKeys
{
public:
    static constexpr quint64 none = std::numeric_limits<quint64>::max(); // the key of an empty text

    struct Key
    {
        quint64 first = none; // 16 bytes as two numbers
        quint64 second = 0;
        quint32 rest = 0; // where the remaining bytes begin; 0: none
    };
    struct Chunk
    {
        std::vector<Key> keys;                    // by place
        std::string rests = std::string(1, '\0'); // each up to its NUL
    };

    int column() const { return m_column; } // index in columns(); -1: none yet
    const Chunk &chunk(quint32 index) const { return *m_chunks[index]; }

    // The content of the row has changed.
    void forget(quint32 row)
    {
        if (const qsizetype chunk = row / ConversationChunk::capacity; chunk < m_chunks.size())
            m_chunks[chunk].reset();
    }
    // The number of chunks without keys for all of their rows.
    int missing(const ConversationRows &rows) const;

    // Makes missing keys. Safe in any thread. The keys are incomplete if 'isCanceled' returned
    // true.
    void complete(int column, const ConversationRows &rows, const CellContext &context,
                  const RunBoth &runBoth, const std::function<bool()> &isCanceled);

private:
    bool has(const ConversationRows &rows, quint32 chunk) const;

    int m_column = -1;
    QList<std::shared_ptr<const Chunk>> m_chunks; // null: not made yet
};

} // namespace inbox
