// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationstate.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

namespace widgets {

// How a state looks wherever it is shown.
Drawing drawingOf(inbox::ConversationState::Mark mark);
// Of its tag.
const Plate &plateOf(inbox::ConversationState::Mark mark, const Surface &surface);

} // namespace widgets
