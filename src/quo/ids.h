// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

namespace quo {

// What an id names is seen from how it begins. Conversations are 'CN…', and messages and calls
// 'AC…', but nothing depends on that.
inline constexpr QLatin1String phoneNumberIdPrefix("PN");
inline constexpr QLatin1String userIdPrefix("US");
inline constexpr QLatin1String systemUserIdPrefix("SYU");

// A line of the workspace.
inline bool isPhoneNumberId(QStringView text)
{
    return text.startsWith(phoneNumberIdPrefix);
}

// A person of the workspace.
inline bool isUserId(QStringView text)
{
    return text.startsWith(userIdPrefix);
}

// An agent of Quo's, and no person.
inline bool isSystemUserId(QStringView text)
{
    return text.startsWith(systemUserIdPrefix);
}

} // namespace quo
