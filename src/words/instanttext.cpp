// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/instanttext.h"

#include <QCoreApplication>

namespace words {

namespace {

struct InstantText
{
    Q_DECLARE_TR_FUNCTIONS(words::InstantText)
};

// An instant as the reader's calendar and clock show it.
struct Moment
{
    Moment(quo::Instant instant, const inbox::CellContext &context)
        : locale(context.reader.locale)
        , then(quo::toDateTime(instant, context.reader.zone))
    {
        const QDate today = quo::toDateTime(context.now, context.reader.zone).date();
        days = then.date().daysTo(today);
        isThisYear = then.date().year() == today.year();
    }

    QString time() const { return locale.toString(then.time(), QLocale::ShortFormat); }
    QString date(QStringView format) const { return locale.toString(then.date(), format); }
    QString weekday() const { return date(u"ddd"); }

    const QLocale &locale;
    QDateTime then;
    qint64 days = 0; // ago
    bool isThisYear = false;
};

} // namespace

QString listInstant(quo::Instant instant, const inbox::CellContext &context)
{
    const Moment moment(instant, context);
    if (moment.days == 1)
        return InstantText::tr("Yesterday");
    if (moment.days > 1 && moment.days < 7)
        return InstantText::tr("%1 %2", "weekday and time").arg(moment.weekday(), moment.time());
    if (moment.days > 1 && moment.isThisYear)
        return moment.date(u"d MMM");
    return dayOrTime(instant, context);
}

QString dayOrTime(quo::Instant instant, const inbox::CellContext &context)
{
    const Moment moment(instant, context);
    return moment.days == 0     ? moment.time()
           : !moment.isThisYear ? moment.date(u"d MMM yyyy")
                                : moment.date(u"ddd d MMM");
}

QString instantInSentence(quo::Instant instant, const inbox::CellContext &context)
{
    const Moment moment(instant, context);
    if (moment.days == 1)
        return InstantText::tr("yesterday, %1", "%1 is a time").arg(moment.time());
    if (moment.days == -1)
        return InstantText::tr("tomorrow, %1", "%1 is a time").arg(moment.time());
    const QString day = moment.days > 1 && moment.days < 7 ? moment.weekday()
                        : moment.isThisYear                ? moment.date(u"ddd d MMM")
                                                           : QString();
    return moment.days == 0 || day.isEmpty()
               ? dayOrTime(instant, context)
               : InstantText::tr("%1, %2", "day and time").arg(day, moment.time());
}

QString instantText(quo::Instant instant, const inbox::CellContext &context)
{
    QString text = instantInSentence(instant, context);
    return context.reader.locale.toUpper(text.left(1)) + text.mid(1);
}

bool isIndefinite(quo::Instant instant, const inbox::CellContext &context)
{
    constexpr std::chrono::years lifetime{100};
    return instant - context.now >= lifetime;
}

qint64 daysSince(quo::Instant instant, const inbox::CellContext &context)
{
    return Moment(instant, context).days;
}

QString exactInstant(quo::Instant instant, const inbox::Reader &reader)
{
    const QDateTime then = quo::toDateTime(instant, reader.zone);
    return InstantText::tr("%1, %2", "day and time")
        .arg(reader.locale.toString(then.date(), QStringLiteral("ddd d MMM yyyy")),
             reader.locale.toString(then.time(), QLocale::ShortFormat));
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
