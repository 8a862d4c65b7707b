// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

// Calls that newer versions of Qt than 6.4 have renamed or added.
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

// Gives a QFont digits of equal width if it has such. Before Qt 6.7 it keeps those that it has.
template <class Font>
void setTabularFigures([[maybe_unused]] Font &font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature(typename Font::Tag("tnum"), 1);
#endif
}

} // namespace common
