// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace workspace {

// A date and time as a clock on the wall shows it, without a zone.
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

// A clock that is set back shows an hour twice, and one that is set forward leaves one out: then
// this says which instant is meant. In the hour left out it is the moment of the change either way.
enum class Edge { Earlier, Later };
quo::Instant toInstant(const WallTime &wall, const QTimeZone &zone, Edge edge);
WallTime toWallTime(quo::Instant instant, const QTimeZone &zone);

// A range of time as the user chose it. All but 'Custom' move along with the present.
struct DateFilter
{
    enum class Preset { Any, Today, Yesterday, Last7Days, Last30Days, ThisMonth, Custom };

    Preset preset = Preset::Any;
    std::optional<WallTime> from; // with Custom only
    std::optional<WallTime> to;   // with Custom only

    bool operator==(const DateFilter &) const = default;

    // 'from' and 'to' as they are now; of 'Any' neither is there. The last 7 days are today and the
    // six days before.
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
