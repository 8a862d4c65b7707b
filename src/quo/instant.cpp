// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/instant.h"

namespace quo {

std::optional<Instant> parseInstant(const QString &text)
{
    // Qt also reads a bare date, and takes it as local midnight: not an instant.
    if (!text.contains(u'T') && !text.contains(u't'))
        return std::nullopt;
    QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    if (parsed.timeSpec() == Qt::LocalTime)
        parsed.setTimeSpec(Qt::UTC);
    return toInstant(parsed);
}

QString formatInstant(Instant instant)
{
    const QDateTime utc =
        QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
    return utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

Instant toInstant(const QDateTime &dateTime)
{
    // QDateTime::toStdSysMilliseconds() is not there with the standard library of GCC 12.
    return Instant(milliseconds(dateTime.toMSecsSinceEpoch()));
}

QDateTime toDateTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone);
}

} // namespace quo
