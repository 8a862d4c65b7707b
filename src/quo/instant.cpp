// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/instant.h"

#include "common/qtcompat.h"

#include <algorithm>

namespace quo {

namespace {

using Count = milliseconds::rep;

constexpr Count minute = 60'000;
constexpr Count hour = 60 * minute;
// The calendar repeats itself after 400 years. Qt reads and writes only years of four digits, so
// other years are moved by whole cycles.
constexpr Count cycle = 146'097 * 24 * hour;
constexpr int cycleYears = 400;

// The range of dates in JavaScript, in which the API is written. The time between two of them does
// not overflow.
constexpr Count furthest = 24 * hour * 100'000'000;

constexpr Count yearZero = -62'167'219'200'000;
constexpr Count yearTenThousand = 253'402'300'800'000;

bool hasFourDigitYear(Count count)
{
    return count >= yearZero && count < yearTenThousand;
}

template <class T>
std::pair<T, T> dividedDown(T value, T by)
{
    const T rest = value % by;
    return rest < 0 ? std::pair(T(value / by - 1), T(rest + by)) : std::pair(T(value / by), rest);
}

QString yearText(int year)
{
    if (year >= 0 && year <= 9999)
        return QStringLiteral("%1").arg(year, 4, 10, QLatin1Char('0'));
    return QChar(year < 0 ? u'-' : u'+') +
           QStringLiteral("%1").arg(std::abs(year), 6, 10, QLatin1Char('0'));
}

// Without an offset.
QString wallText(Count count, Qt::DateFormat format)
{
    const auto [cycles, rest] = dividedDown(count, cycle);
    const QDateTime moved = QDateTime::fromMSecsSinceEpoch(rest, common::utc);
    const QString text = moved.toString(format).chopped(1); // the 'Z'
    if (cycles == 0)
        return text;
    // What follows the year is the same in each cycle.
    return yearText(int(cycles) * cycleYears + moved.date().year()) + text.sliced(4);
}

QString offsetText(Count offset)
{
    if (offset == 0)
        return QStringLiteral("Z");
    const Count minutes = std::abs(offset) / minute;
    return QStringLiteral("%1%2:%3")
        .arg(QChar(offset < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

// In whole minutes, since ISO 8601 has no others; cities had until a hundred years ago.
Count offsetAt(Count count, const QTimeZone &zone)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(count, common::utc);
    return Count(zone.offsetFromUtc(utc)) / 60 * minute;
}

bool isDigits(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

std::optional<Instant> parseInstant(const QString &text)
{
    // Qt also reads a bare date, and takes it as local midnight: not an instant.
    if (!text.contains(u'T') && !text.contains(u't'))
        return std::nullopt;
    const bool isSigned = text.startsWith(u'+') || text.startsWith(u'-');
    const qsizetype end = text.indexOf(u'-', 1);
    const QStringView digits = QStringView(text).left(end).sliced(isSigned && end > 0 ? 1 : 0);
    const bool isYear = isSigned ? digits.size() == 5 || digits.size() == 6 : digits.size() == 4;
    if (end < 0 || !isYear || !isDigits(digits))
        return std::nullopt;
    const int year = text.startsWith(u'-') ? -digits.toInt() : digits.toInt();
    const auto [cycles, yearOfCycle] = dividedDown(year - 2000, cycleYears);
    const QString moved = QString::number(2000 + yearOfCycle) + text.sliced(end);
    QDateTime parsed = QDateTime::fromString(moved, Qt::ISODateWithMs);
    // Read anew, since this machine's clocks may pass over that hour.
    if (parsed.timeSpec() == Qt::LocalTime)
        parsed = QDateTime::fromString(moved + u'Z', Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    const Count count = parsed.toMSecsSinceEpoch() + cycles * cycle;
    if (count < -furthest || count > furthest)
        return std::nullopt;
    return Instant(milliseconds(count));
}

QString formatInstant(Instant instant)
{
    const Count count = instant.time_since_epoch().count();
    return wallText(count, count % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs) + offsetText(0);
}

QString formatInstant(Instant instant, const QTimeZone &zone)
{
    const Count count = instant.time_since_epoch().count();
    Count offset = offsetAt(count, zone);
    if (Count there = 0; qAddOverflow(count, offset, &there) || !hasFourDigitYear(there))
        offset = 0;
    return wallText(count + offset, Qt::ISODateWithMs) + offsetText(offset);
}

QString formatInstantForJson(Instant instant)
{
    const Count count = instant.time_since_epoch().count();
    constexpr Count furthestWest = -12 * hour;
    constexpr Count furthestEast = 14 * hour;
    Count offset = 0;
    if (count >= yearTenThousand && count + furthestWest < yearTenThousand)
        offset = furthestWest;
    else if (count < yearZero && count >= yearZero - furthestEast)
        offset = furthestEast;
    return wallText(count + offset, Qt::ISODateWithMs) + offsetText(offset);
}

Instant toInstant(const QDateTime &dateTime)
{
    // QDateTime::toStdSysMilliseconds() is not there with the standard library of GCC 12.
    return Instant(milliseconds(dateTime.toMSecsSinceEpoch()));
}

QDateTime toDateTime(Instant instant, const QTimeZone &zone)
{
    const Count count = instant.time_since_epoch().count();
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(count, zone);
    return there.isValid() ? there : QDateTime::fromMSecsSinceEpoch(count, QTimeZone::utc());
}

} // namespace quo
