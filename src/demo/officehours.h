// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/chance.h"
#include "demo/demoworkspace.h"

#include <algorithm>

namespace demo {

constexpr Millis minute = 60'000;
constexpr Millis hour = 60 * minute;
constexpr Millis day = 24 * hour;

// When the demo's staff work: Monday to Friday, 8 to 18 o'clock. Days are counted from 1970-01-01.
class OfficeHours
{
public:
    explicit OfficeHours(Millis utcOffset)
        : m_offset(utcOffset)
    {
    }

    Millis dayOf(Millis time) const { return (time + m_offset) / day; }
    Millis at(Millis dayNumber, Millis timeOfDay) const
    {
        return dayNumber * day + timeOfDay - m_offset;
    }
    // The same day, or the Friday before it.
    static Millis workday(Millis dayNumber)
    {
        const Millis weekday = (dayNumber + 3) % 7; // 1970-01-01 was a Thursday
        return dayNumber - std::max<Millis>(0, weekday - 4);
    }
    // The same time, or an earlier one when the office was open.
    Millis openAt(Millis time, Chance &chance) const
    {
        const Millis dayNumber = dayOf(time);
        const Millis timeOfDay = time + m_offset - dayNumber * day;
        const bool isWorkday = workday(dayNumber) == dayNumber;
        if (isWorkday && timeOfDay >= 8 * hour && timeOfDay < 18 * hour)
            return time;
        const Millis last = workday(timeOfDay < 18 * hour ? dayNumber - 1 : dayNumber);
        return at(last, 8 * hour + Millis(chance.below(quint64(10 * hour))));
    }

private:
    Millis m_offset;
};

} // namespace demo
