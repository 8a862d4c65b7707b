// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace support {

// A text with ordinary spaces alone: newer locale data has a narrow no-break one before AM and PM.
inline QString plainSpaces(QString text)
{
    return text.replace(u'\u202f', u' ');
}

} // namespace support
