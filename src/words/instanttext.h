// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QString>

namespace words {

// The largest unit that fits, rounded down: '2 h'; below a minute 'a moment'.
QString durationText(quo::milliseconds duration);

} // namespace words
