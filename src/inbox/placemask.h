// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationchunk.h"

#include <array>
#include <bit>

namespace inbox {

// Some of the rows of one chunk: a bit for each place.
struct PlaceMask
{
    std::array<quint64, ConversationChunk::capacity / 64> words{};

    void set(quint32 place) { words[place / 64] |= quint64(1) << (place % 64); }
    bool contains(quint32 place) const { return (words[place / 64] >> (place % 64) & 1) != 0; }
    int count() const;
    // The next place after this one; the capacity if there is none.
    quint32 after(quint32 place) const;
    PlaceMask without(const PlaceMask &other) const;
    PlaceMask operator&(const PlaceMask &other) const { return without(without(other)); }
    // Calls f with each place, in ascending order.
    template <class F>
    void forEach(F f) const
    {
        for (quint32 word = 0; word < words.size(); ++word)
            for (quint64 bits = words[word]; bits != 0; bits &= bits - 1)
                f(word * 64 + quint32(std::countr_zero(bits)));
    }
};

} // namespace inbox
