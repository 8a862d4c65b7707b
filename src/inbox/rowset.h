// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <bit>

namespace inbox {

// Which rows of a store: a bit for each.
class RowSet
{
public:
    RowSet() = default;
    explicit RowSet(quint32 rows)
        : m_words((rows + 63) / 64, 0)
    {
    }

    bool contains(quint32 row) const
    {
        const qsizetype word = row / 64;
        return word < m_words.size() && (m_words[word] >> (row % 64) & 1) != 0;
    }
    void set(quint32 row, bool isIn)
    {
        const qsizetype word = row / 64;
        if (word >= m_words.size())
            m_words.resize(word + 1, 0);
        const quint64 bit = quint64(1) << (row % 64);
        m_words[word] = isIn ? m_words[word] | bit : m_words[word] & ~bit;
    }

    int count() const
    {
        int rows = 0;
        for (const quint64 word : m_words)
            rows += std::popcount(word);
        return rows;
    }

    // 64 rows at a time, from 64 times 'word'.
    quint64 word(qsizetype word) const { return word < m_words.size() ? m_words[word] : 0; }
    quint64 *words() { return m_words.data(); }

private:
    QList<quint64> m_words;
};

} // namespace inbox
