// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/completeness.h"
#include "quo/pagewalk.h"

#include <QHash>
#include <QList>

#include <optional>

namespace syncing {

// What is known of a workspace, and what is being requested.
struct SyncStatus
{
    // The list that is wanted. Where everything of it is known, nothing is requested for it: its
    // walk has then ended.
    quo::PageWalk::State shownWalk;      // of the requests that load it
    QList<quo::ConversationQuery> parts; // the queries that were requested
    quo::Completeness completeness;
    // False while nothing is known about the list: it has no rows, and no answer has come.
    bool firstPageArrived = false;
    quo::Instant begun{};    // when the first request for it was sent; the epoch without one
    quo::Instant ended{};    // when the last one was answered; the epoch before
    bool isChecking = false; // all pages are read; rows that they may lack are looked for

    // Loading all of it, because the user wants it.
    bool loadingAll = false;
    int fullRequests = 0;     // answered so far
    quo::Instant fullBegun{}; // the epoch before

    // Refreshes and reloads.
    bool refreshing = false;
    std::optional<quo::ApiError> refreshError; // of the last one; null if it did not fail
    int refreshFailures = 0;                   // in a row
    int refreshed = 0;                         // rows that a reload has read so far
    quo::Instant refreshEnded{};               // the last success; the epoch before
    bool canAskForChanges = true; // false: the server ignored the filter 'updatedAfter'
    // Of the refresh under way, or of one that failed while nothing else is under way; otherwise
    // the same as 'shownWalk'.
    quo::PageWalk::State walk;

    // The whole workspace, of which the list is a part.
    int known = 0; // rows
    // Everything was read once, and changes since then. Lists that need no filter of the server are
    // then complete, except for what their completeness lacks.
    bool isWorkspaceWhole = false;
    // What is known includes all changes until then, by this computer's clock; null if unknown.
    std::optional<quo::Instant> asOf;
    // When everything was read the last time, by this computer's clock; null if never.
    std::optional<quo::Instant> walkedAt;

    // Reading everything while nobody waits for it: the first time, and then once a day. Or all
    // that a filter of the server lets through.
    struct Background
    {
        // Idle: nothing is to be read, or it was stopped. Otherwise fetching, waiting or failed; it
        // goes on by itself where time mends the failure.
        quo::PageWalk::State state;
        int requests = 0; // answered so far
    };
    Background background;

    std::optional<quo::Instant> offlineSince;   // null while there is a network
    QHash<QString, quo::ApiError> refusedLines; // by the lines' ids
    quo::Pacer::Load load;                      // of the key, by everything that uses it
};

} // namespace syncing
