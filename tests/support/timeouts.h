// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace support {

// How long the work of another thread may take, in milliseconds, before a test fails: it gives way
// to the window, and so to every other test that runs beside it.
constexpr int workTimeout = 60'000;

} // namespace support
