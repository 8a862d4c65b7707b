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

// Reads an ISO 8601 date and time with 'Z' or an offset, with or without fractions of a second.
// Without a zone it is taken as UTC, as the API writes nothing else. Null if it is no such text.
std::optional<Instant> parseInstant(const QString &text);

// ISO 8601 in UTC with 'Z'; milliseconds only where they are not zero.
QString formatInstant(Instant instant);

Instant toInstant(const QDateTime &dateTime);
QDateTime toDateTime(Instant instant, const QTimeZone &zone);

} // namespace quo
