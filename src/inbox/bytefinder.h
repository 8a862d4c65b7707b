// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>

namespace inbox {

// Finds a lower-case text in long texts, ignoring the case of ASCII letters, at about the speed at
// which memory is read.
class ByteFinder
{
public:
    explicit ByteFinder(std::string text)
        : m_text(std::move(text))
    {
    }

    // Calls 'goOnAt' with the offset of each match. It returns the offset to go on at, which must
    // be greater.
    template <class F>
    void forEach(std::string_view in, F goOnAt) const
    {
        if (m_text.empty() || in.size() < m_text.size())
            return;
        const size_t offsets = in.size() - m_text.size() + 1;
        size_t next = 0;
        for (size_t begin = 0; begin < offsets; begin += atOnce) {
            if (next >= begin + atOnce)
                continue;
            quint64 bits = candidates(in.data() + begin, std::min(atOnce, offsets - begin));
            if (next > begin)
                bits &= ~quint64(0) << (next - begin);
            while (bits != 0) {
                const size_t at = begin + size_t(std::countr_zero(bits));
                bits &= bits - 1;
                if (!isAt(in.data() + at))
                    continue;
                next = goOnAt(at);
                if (next >= begin + atOnce)
                    break;
                bits &= ~quint64(0) << (next - begin);
            }
        }
    }

private:
    static constexpr size_t atOnce = 64; // offsets

    // The bits to set in a byte so that it is lower case.
    static quint8 caseBit(char lower) { return lower >= 'a' && lower <= 'z' ? 0x20 : 0; }

    // A bit for each offset where the first and the last byte match.
    quint64 candidates(const char *in, size_t offsets) const
    {
        const auto *firsts = reinterpret_cast<const quint8 *>(in);
        const quint8 *lasts = firsts + m_text.size() - 1;
        const quint8 first = quint8(m_text.front());
        const quint8 last = quint8(m_text.back());
        const quint8 firstCase = caseBit(m_text.front());
        const quint8 lastCase = caseBit(m_text.back());
        const auto isCandidate = [=](size_t i) {
            return quint8(quint8((firsts[i] | firstCase) == first) &
                          quint8((lasts[i] | lastCase) == last));
        };
        quint64 bits = 0;
        if (offsets < atOnce) {
            for (size_t i = 0; i < offsets; ++i)
                bits |= quint64(isCandidate(i)) << i;
            return bits;
        }
        std::array<quint8, atOnce> hits; // 0 or 1; compilers vectorise this loop
        for (size_t i = 0; i < atOnce; ++i)
            hits[i] = isCandidate(i);
        for (size_t i = 0; i < atOnce; i += 8) // the lowest bits of eight bytes into one byte
            bits |= (qFromLittleEndian<quint64>(hits.data() + i) * 0x0102040810204080ULL >> 56)
                    << i;
        return bits;
    }

    bool isAt(const char *in) const
    {
        for (size_t i = 1; i + 1 < m_text.size(); ++i)
            if (quint8(quint8(in[i]) | caseBit(m_text[i])) != quint8(m_text[i]))
                return false;
        return true;
    }

    const std::string m_text;
};

} // namespace inbox
