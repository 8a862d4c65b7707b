// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace workspace {

// The time zone of this computer, as the C library reads TZ and /etc/localtime, and under a name
// that says it: Qt takes 'UTC+3' for east, where POSIX has it in the west, and gives paths and
// unknown names no zone at all. Always valid, and never without a name.
QTimeZone systemZone();

// The zone of this name: one of the database's, 'UTC' with an offset (east is +), or this
// computer's own. Invalid where there is none; Qt takes every word for a rule of POSIX's that means
// UTC.
QTimeZone zoneNamed(const QString &name);

} // namespace workspace
