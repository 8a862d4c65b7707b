// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoworkspace.h"

#include <vector>

namespace demo {

// One message or call of a thread.
struct DemoItem
{
    enum class Kind { Message, MissedCall, Call };

    Kind kind = Kind::Message;
    Millis time = 0;
    quint64 number = 0;             // its own, for its id and its details
    int user = 0;                   // index: the member who talks to the customer
    bool isOutgoing = false;        // of messages
    bool isLost = false;            // of outgoing messages: it never arrived
    int speaker = 0;                // of incoming messages: which of the customers
    const char16_t *text = nullptr; // of messages
};

// Everything in a conversation, oldest first: it begins at 'createdAt' and ends at
// 'lastActivityAt'. It is generated from the conversation's id, the same at each call.
std::vector<DemoItem> threadOf(const DemoWorkspace &workspace,
                               const DemoConversation &conversation);

// Those who take part, without the line itself.
QStringList customersOf(const DemoWorkspace &workspace, const DemoConversation &conversation);

} // namespace demo
