// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QString>
#include <QTimeZone>

#include <optional>

// The times of a search: 'before:2026-01', 'created:>=yesterday'.
namespace inbox {

// Instants in [from, to). Null where that side is open.
struct TimeRange
{
    std::optional<quo::Instant> from;
    std::optional<quo::Instant> to;
};

// Reads the value of a condition on a time. 'field' is 'before' or 'older', 'after' or 'newer', or
// the word of a column. '3d' are the last three days, 'before:3d' is everything before them.
// Days, months and years are those of the zone. Null for what is no time.
std::optional<TimeRange> parseTimeRange(const QString &field, const QString &value,
                                        quo::Instant now, const QTimeZone &zone);

// On which side of a time the range is.
enum class TimeBound { Within, Before, UpTo, From, After };
// Of a condition, by its field and the sign before its value, which is removed from the value.
TimeBound takeBound(const QString &field, QString &value);

// A time that is counted from the present, as it is written: '3d', 'last3d', 'next24h'.
struct TimeSpan
{
    bool isAhead = false;
    QString count;
    QString unit; // 'min', 'h', 'd', 'w', 'mo' or 'y', in any case
};
std::optional<TimeSpan> readSpan(const QString &value);

// Whether more characters can still make a time of it.
bool isBeginningOfTime(const QString &value);

} // namespace inbox
