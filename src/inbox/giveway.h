// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inbox {

// Lowers the priority of the calling worker thread, so that the window goes first on a busy
// machine. The priority of a thread pool has no effect on Linux.
void giveWay();

} // namespace inbox
