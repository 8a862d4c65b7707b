// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/radixsort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace inbox {

void radixSort(std::vector<NumberedPlace> &numbers, const std::function<bool()> &isCanceled)
{
    if (numbers.empty())
        return;
    constexpr int bitsAtOnce = 11;
    constexpr quint64 digits = 1U << bitsAtOnce;
    const auto [lowest, highest] = std::ranges::minmax(numbers, {}, &NumberedPlace::key);
    const quint64 base = lowest.key;
    const int bits = std::bit_width(highest.key - base);
    std::vector<NumberedPlace> next(numbers.size());
    // Begins with the lowest bits. Each pass keeps the order of the previous one among equal bits.
    for (int shift = 0; shift < bits && !isCanceled(); shift += bitsAtOnce) {
        const auto digitOf = [&](const NumberedPlace &number) {
            return size_t((number.key - base) >> shift & (digits - 1));
        };
        std::array<size_t, digits> begins{};
        for (const NumberedPlace &number : numbers)
            ++begins[digitOf(number)];
        std::exclusive_scan(begins.begin(), begins.end(), begins.begin(), size_t(0));
        for (const NumberedPlace &number : numbers)
            next[begins[digitOf(number)]++] = number;
        numbers.swap(next);
    }
}

} // namespace inbox
