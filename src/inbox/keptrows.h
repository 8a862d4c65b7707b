// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"
#include "inbox/idindex.h"
#include "mirror/reader.h"

#include <functional>

namespace inbox {

// Conversations that were kept on this computer, ready for ConversationStore::adopt().
struct KeptRows
{
    ConversationRows rows;
    IdIndex index;
};

// Reads all of them, for a worker. The 'first' latest by activity come first, and 'onFirst' gets
// them as soon as they are read, unless these are all. Ends early once 'isCanceled' returns true.
quo::Expected<KeptRows, mirror::Problem> readKeptRows(mirror::Reader &reader, int first,
                                                      const std::function<void(KeptRows)> &onFirst,
                                                      const std::function<bool()> &isCanceled);

} // namespace inbox
