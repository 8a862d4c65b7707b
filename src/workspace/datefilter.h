// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace workspace {

// A date and time as a clock on the wall shows them, without a zone.
struct WallTime
{
    QDate date;
    QTime time;

    auto operator<=>(const WallTime &other) const
    {
        return date == other.date
                   ? time.msecsSinceStartOfDay() <=> other.time.msecsSinceStartOfDay()
                   : date.toJulianDay() <=> other.date.toJulianDay();
    }
    bool operator==(const WallTime &) const = default;
};

// Which instant is meant where a clock that is set back shows an hour twice. In an hour that is
// skipped, both mean the moment of the change.
enum class Edge { Earlier, Later };
quo::Instant toInstant(const WallTime &wall, const QTimeZone &zone, Edge edge);
WallTime toWallTime(quo::Instant instant, const QTimeZone &zone);

// A range of time as the user chose it. All except 'Custom' are relative to the present.
struct DateFilter
{
    enum class Preset {
        Any,
        Today,
        Yesterday,
        Last7Days,
        Last30Days,
        ThisMonth,
        Over3DaysAgo,
        Custom
    };

    Preset preset = Preset::Any;
    std::optional<WallTime> from; // with Custom only
    std::optional<WallTime> to;   // with Custom only

    bool operator==(const DateFilter &) const = default;

    // The same range as a 'Custom' one at this time; 'Any' has neither bound. The last 7 days are
    // today and the six days before it; over 3 days ago is before the last three whole days.
    DateFilter resolved(quo::Instant now, const QTimeZone &zone) const;
};

struct InstantRange
{
    std::optional<quo::Instant> after;
    std::optional<quo::Instant> before;

    bool operator==(const InstantRange &) const = default;
};

InstantRange toRange(const DateFilter &filter, quo::Instant now, const QTimeZone &zone);

} // namespace workspace
