// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <vector>

namespace inbox {

struct NumberedPlace
{
    quint64 key;
    quint32 place;
};

// Sorts by key, and keeps the order of equal keys. Several times as fast as comparing, for many
// numbers. The order is useless if 'isCanceled' returned true.
void radixSort(std::vector<NumberedPlace> &numbers, const std::function<bool()> &isCanceled);

} // namespace inbox
