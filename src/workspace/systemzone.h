// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace workspace {

// The time zone of this computer, as the C library reads TZ and /etc/localtime, and under a name
// that says it: Qt takes 'UTC+3' for east, where POSIX has it in the west, and gives paths and
// unknown names no zone at all. Always valid, and never without a name.
QTimeZone systemZone();

} // namespace workspace
