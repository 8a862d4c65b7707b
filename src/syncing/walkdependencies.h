// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/page.h"
#include "syncing/knownrows.h"
#include "syncing/networkwatch.h"

#include <QStringList>

#include <functional>

namespace syncing {

// Dependencies of what reads conversations. All of them must outlive it.
struct WalkDependencies
{
    quo::Client &client;
    quo::Clock &clock;
    NetworkWatch &network; // is notified of answers and failures
    const KnownRows &rows;
    std::function<QStringList()> lines; // ids of the lines that the key may see
    // Merges a page that answers this query into the known rows, and emits nothing. Whoever calls
    // it announces the change.
    std::function<RowChange(const quo::Page &page, const quo::ConversationQuery &query)> take;
};

} // namespace syncing
