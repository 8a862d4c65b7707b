// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/instanttext.h"

#include <QCoreApplication>

namespace words {

namespace {

struct InstantText
{
    Q_DECLARE_TR_FUNCTIONS(words::InstantText)
};

} // namespace

QString shortInstant(quo::Instant instant, const inbox::CellContext &context)
{
    const QLocale &locale = context.reader.locale;
    const QDateTime then = quo::toDateTime(instant, context.reader.zone);
    const QDate today = quo::toDateTime(context.now, context.reader.zone).date();
    const QString time = locale.toString(then.time(), QLocale::ShortFormat);
    const qint64 days = then.date().daysTo(today);
    if (days == 0)
        return time;
    if (days == 1)
        return InstantText::tr("Yesterday %1", "%1 is a time").arg(time);
    if (days == -1)
        return InstantText::tr("Tomorrow %1", "%1 is a time").arg(time);
    if (qAbs(days) < 7)
        return InstantText::tr("%1 %2", "weekday and time")
            .arg(locale.toString(then.date(), QStringLiteral("ddd")), time);
    if (then.date().year() == today.year())
        return InstantText::tr("%1 %2", "day with month, and time")
            .arg(locale.toString(then.date(), QStringLiteral("d MMM")), time);
    return locale.toString(then.date(), QStringLiteral("d MMM yyyy"));
}

QString relativeInstant(quo::Instant instant, const inbox::CellContext &context)
{
    const auto age = std::chrono::floor<std::chrono::minutes>(context.now - instant);
    if (age < std::chrono::minutes(0) || age >= std::chrono::hours(1))
        return shortInstant(instant, context);
    if (age < std::chrono::minutes(1))
        return InstantText::tr("Just now");
    return InstantText::tr("%1 min ago").arg(context.reader.locale.toString(qint64(age.count())));
}

QString exactInstant(quo::Instant instant, const inbox::Reader &reader)
{
    const QDateTime then = quo::toDateTime(instant, reader.zone);
    return InstantText::tr("%1 %2 %3", "date, time and zone")
        .arg(reader.locale.toString(then.date(), QStringLiteral("ddd d MMM yyyy")),
             reader.locale.toString(then.time(), QStringLiteral("HH:mm:ss")),
             reader.zone.abbreviation(then));
}

QString durationText(quo::milliseconds duration)
{
    using namespace std::chrono;
    if (duration >= 2 * years(1))
        return InstantText::tr("%1 y", "years").arg(qint64(floor<years>(duration).count()));
    if (duration >= days(2))
        return InstantText::tr("%1 d", "days").arg(qint64(floor<days>(duration).count()));
    if (duration >= hours(1))
        return InstantText::tr("%1 h", "hours").arg(qint64(floor<hours>(duration).count()));
    if (duration >= minutes(1))
        return InstantText::tr("%1 min", "minutes").arg(qint64(floor<minutes>(duration).count()));
    return InstantText::tr("a moment");
}

} // namespace words
