// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"

namespace inbox {

// All that the texts of cells are made of besides their rows, as it was at one moment. A value
// whose copies share what they hold, so that another thread can read it.
struct Names
{
    Reader reader;
    quo::Directory directory;
    quo::ContactIndex contacts;
    quo::Instant now{};

    // Valid as long as this.
    CellContext context() const { return {reader, now, directory, contacts}; }
};

} // namespace inbox
