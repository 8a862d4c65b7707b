// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchtime.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <chrono>

namespace inbox {

namespace {

struct Period
{
    quo::Instant from;
    quo::Instant to;
    // What '3d' is counted to: three days ago. Null for what a calendar shows.
    std::optional<quo::Instant> end = std::nullopt;
};

Period periodOf(const QDateTime &begin, const QDateTime &end)
{
    return {quo::toInstant(begin), quo::toInstant(end)};
}

// '3d', 'last3d': the last three days; 'next24h': the next day. Counted in whole minutes, so that
// what is read a moment later is the same.
std::optional<Period> parseSpan(const QString &text, quo::Instant now, const QTimeZone &zone)
{
    const std::optional<TimeSpan> span = readSpan(text);
    if (!span)
        return std::nullopt;
    const int count = span->count.toInt() * (span->isAhead ? 1 : -1);
    const QString unit = span->unit.toLower();
    const quo::Instant minute = std::chrono::floor<std::chrono::minutes>(now);
    const auto end = [&]() -> quo::Instant {
        const QDateTime present = quo::toDateTime(minute, zone);
        if (unit == u"min")
            return minute + std::chrono::minutes(count);
        if (unit == u"h")
            return minute + std::chrono::hours(count);
        if (unit == u"mo")
            return quo::toInstant(present.addMonths(count));
        if (unit == u"y")
            return quo::toInstant(present.addYears(count));
        return quo::toInstant(present.addDays(unit == u"w" ? 7 * count : count));
    }();
    return Period{std::min(minute, end), std::max(minute, end), end};
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
    if (text.compare(u"tomorrow", Qt::CaseInsensitive) == 0)
        return days(today.addDays(1), today.addDays(2));
    if (const std::optional<Period> span = parseSpan(text, now, zone))
        return span;
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

} // namespace

TimeBound takeBound(const QString &field, QString &value)
{
    const bool isBefore = field == u"before" || field == u"older";
    const auto takes = [&value](QLatin1String sign) {
        const bool hasSign = value.startsWith(sign);
        if (hasSign)
            value.remove(0, sign.size());
        return hasSign;
    };
    if (takes(QLatin1String("<=")))
        return isBefore ? TimeBound::Before : TimeBound::UpTo;
    if (takes(QLatin1String(">=")))
        return isBefore ? TimeBound::Before : TimeBound::From;
    if (isBefore || takes(QLatin1String("<")))
        return TimeBound::Before;
    if (takes(QLatin1String(">")))
        return TimeBound::After;
    return field == u"after" || field == u"newer" ? TimeBound::From : TimeBound::Within;
}

std::optional<TimeSpan> readSpan(const QString &value)
{
    static const QRegularExpression span(QStringLiteral("^(last|next)?(\\d{1,4})(min|h|d|w|mo|y)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = span.match(value);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isAhead = match.captured(1).compare(u"next", Qt::CaseInsensitive) == 0;
    return TimeSpan{isAhead, match.captured(2), match.captured(3)};
}

std::optional<TimeRange> parseTimeRange(const QString &field, const QString &value,
                                        quo::Instant now, const QTimeZone &zone)
{
    QString text = value;
    const TimeBound bound = takeBound(field, text);
    const std::optional<Period> period = parsePeriod(text, now, zone);
    if (!period)
        return std::nullopt;
    switch (bound) {
    case TimeBound::Within:
        break;
    case TimeBound::Before:
        return TimeRange{std::nullopt, period->end.value_or(period->from)};
    case TimeBound::UpTo:
        return TimeRange{std::nullopt, period->end.value_or(period->to)};
    case TimeBound::From:
        return TimeRange{period->end.value_or(period->from), std::nullopt};
    case TimeBound::After:
        return TimeRange{period->end.value_or(period->to), std::nullopt};
    }
    return TimeRange{period->from, period->to};
}

bool isBeginningOfTime(const QString &value)
{
    static const QRegularExpression beginning(
        QStringLiteral(
            "^[<>]?=?(\\d{0,4}|\\d{4}-(\\d{0,2}|\\d\\d-\\d?)|\\d{4}-\\d\\d-\\d\\dT[\\d:.+-]*"
            "|((last|next)\\d{0,4}|\\d{1,4})(mi?)?)$"),
        QRegularExpression::CaseInsensitiveOption);
    if (beginning.match(value).hasMatch())
        return true;
    constexpr std::array words{QLatin1String("today"), QLatin1String("yesterday"),
                               QLatin1String("tomorrow"), QLatin1String("last"),
                               QLatin1String("next")};
    QString word = value.toLower();
    while (word.startsWith(u'<') || word.startsWith(u'>') || word.startsWith(u'='))
        word.remove(0, 1);
    return std::ranges::any_of(
        words, [&word](QLatin1String known) { return QString(known).startsWith(word); });
}

} // namespace inbox
