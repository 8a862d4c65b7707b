// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

// Calls that newer versions of Qt than 6.4 have renamed.
namespace common {

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr auto utc = QTimeZone::UTC;
#else
inline constexpr auto utc = Qt::UTC;
#endif

// Sets a QDateTime or a QDateTimeEdit to UTC without changing its date and time of day.
template <class T>
void setUtc(T &time)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    time.setTimeZone(QTimeZone::UTC);
#else
    time.setTimeSpec(Qt::UTC);
#endif
}

} // namespace common
