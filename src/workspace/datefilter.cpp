// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/datefilter.h"

#include "common/qtcompat.h"

namespace workspace {

using quo::Instant;
using quo::milliseconds;

Instant toInstant(const WallTime &wall, const QTimeZone &zone, Edge edge)
{
    const Instant asUtc = quo::toInstant(QDateTime(wall.date, wall.time, common::utc));
    const auto offsetAt = [&zone](Instant instant) {
        return std::chrono::seconds(zone.offsetFromUtc(quo::toDateTime(instant, QTimeZone::utc())));
    };
    // A day earlier and a day later, the offsets are those before and after any change nearby.
    const auto before = offsetAt(asUtc - std::chrono::days(1));
    const auto after = offsetAt(asUtc + std::chrono::days(1));
    const Instant earlier = asUtc - std::max(before, after);
    const Instant later = asUtc - std::min(before, after);
    const auto shows = [&](Instant instant) { return instant + offsetAt(instant) == asUtc; };
    if (shows(earlier) && shows(later))
        return edge == Edge::Earlier ? earlier : later;
    if (shows(earlier))
        return earlier;
    if (shows(later))
        return later;
    const auto change =
        zone.nextTransition(quo::toDateTime(earlier - milliseconds(1), QTimeZone::utc()));
    return quo::toInstant(change.atUtc);
}

WallTime toWallTime(Instant instant, const QTimeZone &zone)
{
    const QDateTime there = quo::toDateTime(instant, zone);
    return {there.date(), there.time()};
}

DateFilter DateFilter::resolved(Instant now, const QTimeZone &zone) const
{
    const QDate today = toWallTime(now, zone).date;
    const auto startOf = [](QDate day) { return WallTime{day, QTime(0, 0)}; };
    DateFilter filter = *this;
    switch (preset) {
    case Preset::Any:
        filter.from.reset();
        filter.to.reset();
        break;
    case Preset::Today:
        filter.from = startOf(today);
        filter.to.reset();
        break;
    case Preset::Yesterday:
        filter.from = startOf(today.addDays(-1));
        filter.to = startOf(today);
        break;
    case Preset::Last7Days:
        filter.from = startOf(today.addDays(-6));
        filter.to.reset();
        break;
    case Preset::Last30Days:
        filter.from = startOf(today.addDays(-29));
        filter.to.reset();
        break;
    case Preset::ThisMonth:
        filter.from = startOf(QDate(today.year(), today.month(), 1));
        filter.to.reset();
        break;
    case Preset::Over3DaysAgo:
        filter.from.reset();
        filter.to = startOf(today.addDays(-3));
        break;
    case Preset::Custom:
        break;
    }
    return filter;
}

InstantRange toRange(const DateFilter &filter, Instant now, const QTimeZone &zone)
{
    const DateFilter resolved = filter.resolved(now, zone);
    InstantRange range;
    if (resolved.from)
        range.after = toInstant(*resolved.from, zone, Edge::Earlier);
    if (resolved.to)
        range.before = toInstant(*resolved.to, zone, Edge::Later);
    return range;
}

} // namespace workspace
