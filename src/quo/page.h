// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversation.h"
#include "quo/skippedrow.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace quo {

// One answer of GET /v1/conversations. 'totalItems' is left out: the API's own documents call it
// inaccurate, and it was seen to be the length of the page.
struct Page
{
    QList<Conversation> rows;
    QList<SkippedRow> skipped;
    std::optional<QString> nextPageToken; // null at the end, and only there

    // The latest 'updatedAt' in it; null where no row has one.
    std::optional<Instant> newestUpdate() const
    {
        std::optional<Instant> newest;
        for (const Conversation &row : rows)
            newest = std::max(newest, row.updatedAt);
        return newest;
    }
};

} // namespace quo
