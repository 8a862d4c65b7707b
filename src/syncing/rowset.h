// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <algorithm>
#include <bit>
#include <tuple>

namespace syncing {

// A set of rows of a store, with a bit for each. A million rows are compared or combined in
// microseconds.
class RowSet
{
public:
    RowSet() = default;
    // Empty, with room for this many rows.
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
    bool isEmpty() const
    {
        return std::ranges::all_of(m_words, [](quint64 word) { return word == 0; });
    }

    // The bits of 64 rows, beginning with row 64 × 'word'.
    quint64 word(qsizetype word) const { return word < m_words.size() ? m_words[word] : 0; }
    quint64 *words() { return m_words.data(); }
    qsizetype wordCount() const { return m_words.size(); }

    // Calls f with each row, in ascending order.
    template <class F>
    void forEach(F f) const
    {
        for (qsizetype word = 0; word < m_words.size(); ++word)
            for (quint64 bits = m_words[word]; bits != 0; bits &= bits - 1)
                f(quint32(word * 64 + std::countr_zero(bits)));
    }

    RowSet &operator|=(const RowSet &other)
    {
        return combine(std::max(m_words.size(), other.m_words.size()), other,
                       [](quint64 a, quint64 b) { return a | b; });
    }
    RowSet &operator&=(const RowSet &other)
    {
        return combine(m_words.size(), other, [](quint64 a, quint64 b) { return a & b; });
    }
    RowSet &operator-=(const RowSet &other)
    {
        return combine(m_words.size(), other, [](quint64 a, quint64 b) { return a & ~b; });
    }
    RowSet &operator^=(const RowSet &other)
    {
        return combine(std::max(m_words.size(), other.m_words.size()), other,
                       [](quint64 a, quint64 b) { return a ^ b; });
    }

    // Whether they contain the same rows. Their room does not count.
    bool operator==(const RowSet &other) const
    {
        const auto &[shorter, longer] =
            m_words.size() < other.m_words.size() ? std::tie(*this, other) : std::tie(other, *this);
        const auto common = longer.m_words.begin() + shorter.m_words.size();
        return std::equal(shorter.m_words.begin(), shorter.m_words.end(), longer.m_words.begin()) &&
               std::all_of(common, longer.m_words.end(), [](quint64 word) { return word == 0; });
    }

private:
    template <class F>
    RowSet &combine(qsizetype size, const RowSet &other, F f)
    {
        m_words.resize(size, 0);
        quint64 *const to = m_words.data();
        for (qsizetype word = 0; word < size; ++word)
            to[word] = f(to[word], other.word(word));
        return *this;
    }

    QList<quint64> m_words;
};

} // namespace syncing
