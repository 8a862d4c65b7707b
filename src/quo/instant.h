// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace quo {

using std::chrono::milliseconds;

// A point in time, UTC, in whole milliseconds: the resolution of the API's timestamps.
using Instant = std::chrono::sys_time<milliseconds>;

// Reads an ISO 8601 date and time with 'Z' or an offset, with or without fractions of a second, and
// with a year of four digits or of a sign and six ('+010000'). Without a zone it is taken as UTC,
// as the API writes nothing else. Null if it is no such text, or more than 100,000,000 days from
// 1970.
std::optional<Instant> parseInstant(const QString &text);

// ISO 8601 in UTC with 'Z'; milliseconds only where they are not zero. A year that four digits
// cannot hold has a sign and six. parseInstant() reads back every instant that it can give.
QString formatInstant(Instant instant);

// The same in a zone, with its offset and always with milliseconds. In UTC if the year in the zone
// does not have four digits.
QString formatInstant(Instant instant, const QTimeZone &zone);

// The same in UTC in the format of RFC 3339, which has only years of four digits: instants that are
// outside these years in UTC, but inside them in some zone, have an offset.
QString formatInstantForJson(Instant instant);

Instant toInstant(const QDateTime &dateTime);
// In UTC if Qt cannot represent it in the zone, millions of years away.
QDateTime toDateTime(Instant instant, const QTimeZone &zone);

} // namespace quo
