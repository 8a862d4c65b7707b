// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"

#include <QString>

namespace words {

// As short as is unambiguous at this moment: '14:05', 'Yesterday 14:05', 'Tue 14:05', '12 Mar
// 14:05', '12 Mar 2024'.
QString shortInstant(quo::Instant instant, const inbox::CellContext &context);

// '5 min ago' within the last hour, otherwise the same as shortInstant().
QString relativeInstant(quo::Instant instant, const inbox::CellContext &context);

// Date, time to the second and zone, in the user's locale.
QString exactInstant(quo::Instant instant, const inbox::Reader &reader);

// The largest unit that fits, rounded down: '2 h'; below a minute 'a moment'.
QString durationText(quo::milliseconds duration);

} // namespace words
