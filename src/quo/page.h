// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversation.h"
#include "quo/listpage.h"

#include <algorithm>

namespace quo {

// One answer of GET /v1/conversations.
using Page = ListPage<Conversation>;

// The latest 'updatedAt' of its rows; null if none has one.
inline std::optional<Instant> newestUpdate(const Page &page)
{
    std::optional<Instant> newest;
    for (const Conversation &row : page.rows)
        newest = std::max(newest, row.updatedAt);
    return newest;
}

} // namespace quo
