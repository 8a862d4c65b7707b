// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/statelook.h"

namespace widgets {

using Mark = inbox::ConversationState::Mark;

Drawing drawingOf(Mark mark)
{
    switch (mark) {
    case Mark::Unassigned:
        return Drawing::Unassigned;
    case Mark::Snoozed:
        return Drawing::Snoozed;
    case Mark::SnoozeEnded:
        return Drawing::SnoozeEnded;
    case Mark::Muted:
        return Drawing::Muted;
    case Mark::Deleted:
        return Drawing::Deleted;
    }
    return Drawing::Info;
}

const Plate &plateOf(Mark mark, const Surface &surface)
{
    switch (mark) {
    case Mark::Unassigned:
    case Mark::SnoozeEnded:
        return surface.attention;
    case Mark::Snoozed:
        return surface.snoozed;
    case Mark::Muted:
        break;
    case Mark::Deleted:
        return surface.error;
    }
    return surface.neutral;
}

} // namespace widgets
