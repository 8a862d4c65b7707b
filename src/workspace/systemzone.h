// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace workspace {

// The time zone of this computer, as the C library reads TZ and /etc/localtime, under the name that
// Qt has for it: Qt reads 'UTC+3' as east of Greenwich and POSIX as west, and Qt knows no zones for
// paths and unknown names. Always valid, and always with a name.
QTimeZone systemZone();

// The zone with this name: one of the database, 'UTC' with an offset (east is +), or this
// computer's own. Invalid for any other name, which Qt would read as a POSIX rule that means UTC.
QTimeZone zoneNamed(const QString &name);

} // namespace workspace
