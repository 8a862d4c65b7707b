// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchtime.h"

#include <QDateTime>
#include <QRegularExpression>

namespace inbox {

namespace {

struct Period
{
    quo::Instant from;
    quo::Instant to;
};

Period periodOf(const QDateTime &begin, const QDateTime &end)
{
    return {quo::toInstant(begin), quo::toInstant(end)};
}

std::optional<Period> parsePeriod(const QString &text, quo::Instant now, const QTimeZone &zone)
{
    const auto days = [&zone](QDate first, QDate end) {
        return periodOf(first.startOfDay(zone), end.startOfDay(zone));
    };
    const QDate today = quo::toDateTime(now, zone).date();
    if (text.compare(u"today", Qt::CaseInsensitive) == 0)
        return days(today, today.addDays(1));
    if (text.compare(u"yesterday", Qt::CaseInsensitive) == 0)
        return days(today.addDays(-1), today);
    if (const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd")); day.isValid())
        return days(day, day.addDays(1));
    if (const QDate month = QDate::fromString(text, QStringLiteral("yyyy-MM")); month.isValid())
        return days(month, month.addMonths(1));
    if (const QDate year = QDate::fromString(text, QStringLiteral("yyyy")); year.isValid())
        return days(year, year.addYears(1));
    QDateTime minute = QDateTime::fromString(text, QStringLiteral("yyyy-MM-ddTHH:mm"));
    if (minute.isValid()) {
        minute = QDateTime(minute.date(), minute.time(), zone);
        return periodOf(minute, minute.addSecs(60));
    }
    if (const std::optional<quo::Instant> instant = quo::parseInstant(text))
        return Period{*instant, *instant + quo::milliseconds(1)};
    return std::nullopt;
}

enum class Bound { Within, Before, UpTo, From, After };

// Removes the sign from the value.
Bound takeBound(const QString &field, QString &value)
{
    const bool isBefore = field == u"before";
    const auto takes = [&value](QLatin1String sign) {
        const bool hasSign = value.startsWith(sign);
        if (hasSign)
            value.remove(0, sign.size());
        return hasSign;
    };
    if (takes(QLatin1String("<=")))
        return isBefore ? Bound::Before : Bound::UpTo;
    if (takes(QLatin1String(">=")))
        return isBefore ? Bound::Before : Bound::From;
    if (isBefore || takes(QLatin1String("<")))
        return Bound::Before;
    if (takes(QLatin1String(">")))
        return Bound::After;
    return field == u"after" ? Bound::From : Bound::Within;
}

} // namespace

std::optional<TimeRange> parseTimeRange(const QString &field, const QString &value,
                                        quo::Instant now, const QTimeZone &zone)
{
    QString text = value;
    const Bound bound = takeBound(field, text);
    const std::optional<Period> period = parsePeriod(text, now, zone);
    if (!period)
        return std::nullopt;
    switch (bound) {
    case Bound::Within:
        break;
    case Bound::Before:
        return TimeRange{std::nullopt, period->from};
    case Bound::UpTo:
        return TimeRange{std::nullopt, period->to};
    case Bound::From:
        return TimeRange{period->from, std::nullopt};
    case Bound::After:
        return TimeRange{period->to, std::nullopt};
    }
    return TimeRange{period->from, period->to};
}

bool isBeginningOfTime(const QString &value)
{
    static const QRegularExpression beginning(QStringLiteral(
        "^[<>]?=?(\\d{0,4}|\\d{4}-(\\d{0,2}|\\d\\d-\\d?)|\\d{4}-\\d\\d-\\d\\dT[\\d:.+-]*)$"));
    const QString lower = value.toLower();
    return beginning.match(value).hasMatch() || QStringLiteral("today").startsWith(lower) ||
           QStringLiteral("yesterday").startsWith(lower);
}

} // namespace inbox
