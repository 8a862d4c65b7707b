// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

namespace quo {

// The beginning of an id shows what it names. Ids of conversations begin with 'CN', and those of
// messages and calls with 'AC', but nothing here depends on that.
inline constexpr QLatin1String phoneNumberIdPrefix("PN");
inline constexpr QLatin1String userIdPrefix("US");
inline constexpr QLatin1String systemUserIdPrefix("SYU");

// A line of the workspace.
inline bool isPhoneNumberId(QStringView text)
{
    return text.startsWith(phoneNumberIdPrefix);
}

// A user of the workspace.
inline bool isUserId(QStringView text)
{
    return text.startsWith(userIdPrefix);
}

// An agent of Quo, not a person.
inline bool isSystemUserId(QStringView text)
{
    return text.startsWith(systemUserIdPrefix);
}

} // namespace quo
