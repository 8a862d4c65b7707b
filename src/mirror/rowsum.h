// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstring>
#include <optional>

namespace mirror {

// A check sum of a row's values, as they are kept, which finds bytes that the disk or somebody else
// has changed. It is the same in each version of the program.
class RowSum
{
public:
    void addNull() { mix(nullMark); }
    void add(qint64 value)
    {
        mix(numberMark);
        mix(quint64(value));
    }
    void add(QByteArrayView bytes)
    {
        mix(textMark + quint64(bytes.size()));
        const char *from = bytes.data();
        qsizetype left = bytes.size();
        for (; left >= wordSize; left -= wordSize, from += wordSize)
            mix(word(from, wordSize));
        if (left > 0)
            mix(word(from, left));
    }
    template <class T>
    void add(const std::optional<T> &value)
    {
        if (value)
            add(*value);
        else
            addNull();
    }

    // 31 bits, which take up to four bytes in the file.
    qint64 value() const { return qint64(m_state >> 33); }

private:
    static constexpr qsizetype wordSize = 8;
    static constexpr quint64 nullMark = 0x9e3779b97f4a7c15;
    static constexpr quint64 numberMark = 0xc2b2ae3d27d4eb4f;
    static constexpr quint64 textMark = 0x165667b19e3779f9;

    static quint64 word(const char *from, qsizetype size)
    {
        quint64 word = 0;
        std::memcpy(&word, from, size_t(size));
        return word;
    }
    void mix(quint64 word)
    {
        m_state = (m_state ^ word) * 0xff51afd7ed558ccd;
        m_state ^= m_state >> 32;
    }

    quint64 m_state = 0;
};

} // namespace mirror
