// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"

#include <QString>

namespace inbox {

// As short as it is clear at the present time: '14:05', 'Yesterday 14:05', 'Tue 14:05', '12 Mar
// 14:05', '12 Mar 2024'.
QString shortInstant(quo::Instant instant, const CellContext &context);

// '5 min ago' within the last hour, otherwise like shortInstant().
QString relativeInstant(quo::Instant instant, const CellContext &context);

// Date, time to the second and zone, in the user's locale.
QString exactInstant(quo::Instant instant, const Reader &reader);

} // namespace inbox
