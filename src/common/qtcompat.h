// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

// Calls that Qt spells differently since a version after 6.4.
namespace common {

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr auto utc = QTimeZone::UTC;
#else
inline constexpr auto utc = Qt::UTC;
#endif

// Makes a QDateTime or a QDateTimeEdit one in UTC; date and time of the day stay.
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
