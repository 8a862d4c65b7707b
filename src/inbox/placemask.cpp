// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/placemask.h"

namespace inbox {

int PlaceMask::count() const
{
    int places = 0;
    for (const quint64 word : words)
        places += std::popcount(word);
    return places;
}

quint32 PlaceMask::after(quint32 place) const
{
    ++place;
    while (place < ConversationChunk::capacity) {
        if (const quint64 rest = words[place / 64] >> (place % 64); rest != 0)
            return place + quint32(std::countr_zero(rest));
        place = (place / 64 + 1) * 64;
    }
    return place;
}

PlaceMask PlaceMask::without(const PlaceMask &other) const
{
    PlaceMask rest;
    for (size_t word = 0; word < words.size(); ++word)
        rest.words[word] = words[word] & ~other.words[word];
    return rest;
}

} // namespace inbox
