// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

namespace support {

// What a session needs, in the order in which it is gone.
struct SessionParts
{
    SessionParts(quo::Client &client, quo::Clock &clock, const inbox::Names &names,
                 syncing::ConversationSync::Policy policy)
        : known(clock)
        , source({client, clock, known, [&names] { return names.directory().lineIds(); }}, policy)
    {
    }

    inbox::KnownConversations known;
    syncing::ConversationSync source;
};

// Only what is scrolled to is requested.
inline constexpr syncing::ConversationSync::Policy byScrolling{.readsAll = false};

// A list with its own store, which begins to ask at once.
class Session : public SessionParts, public inbox::InboxSession
{
public:
    Session(quo::Client &client, quo::Clock &clock, const inbox::Names &names,
            const inbox::ListWords &words, syncing::ConversationSync::Policy policy = byScrolling,
            const std::optional<syncing::ConversationSync::Kept> &kept =
                syncing::ConversationSync::Kept())
        : SessionParts(client, clock, names, policy)
        , InboxSession(known, source, clock, names, words)
    {
        if (kept)
            source.begin(*kept);
    }
};

} // namespace support
