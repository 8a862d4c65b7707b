// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/chance.h"
#include "demo/demoworkspace.h"

namespace demo {

// How long ago the last activity of a conversation may be.
inline constexpr Millis oldestActivity = Q_INT64_C(400) * 24 * 3600 * 1000;

// Adds conversations, and contacts for most of those who take part, to a workspace with its lines
// and users.
void addConversations(DemoWorkspace &workspace, int conversations, Chance &chance);

} // namespace demo
