// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inbox {

// Called by a worker's thread: from now on the window's thread goes before it where there is little
// to compute with. A thread pool's own priority does nothing on Linux.
void giveWay();

} // namespace inbox
