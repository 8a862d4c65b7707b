// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdlib>

// What a fuzzer calls with each input; see replay.cpp for what does without one.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

namespace fuzz {

inline QByteArray toBytes(const unsigned char *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

// Ends the program where a promise does not hold, so that the input is kept.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace fuzz
