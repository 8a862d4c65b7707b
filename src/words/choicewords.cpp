// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/choicewords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>

namespace words {

namespace {

struct ChoiceWords
{
    Q_DECLARE_TR_FUNCTIONS(words::ChoiceWords)
};

QString wallText(const workspace::WallTime &wall, const QLocale &locale)
{
    const QString date = locale.toString(wall.date, QStringLiteral("d MMM yyyy"));
    if (wall.time == QTime(0, 0))
        return date;
    return ChoiceWords::tr("%1, %2", "date and time").arg(date, inputTime(wall.time, locale));
}

// An end at midnight is the whole day before it.
QString endText(const workspace::WallTime &end, const QLocale &locale)
{
    return end.time == QTime(0, 0) ? wallText({end.date.addDays(-1), {0, 0}}, locale)
                                   : wallText(end, locale);
}

} // namespace

QString inputDate(QDate date, const QLocale &locale)
{
    return locale.toString(date, QStringLiteral("ddd d MMM yyyy"));
}

QString inputTime(QTime time, const QLocale &locale)
{
    return locale.toString(time, QLocale::ShortFormat);
}

std::optional<QDate> readDate(const QString &typed, QDate today, const QLocale &locale)
{
    const QString text = typed.simplified();
    const std::pair<QString, int> words[] = {{ChoiceWords::tr("today"), 0},
                                             {QStringLiteral("today"), 0},
                                             {ChoiceWords::tr("yesterday"), -1},
                                             {QStringLiteral("yesterday"), -1}};
    for (const auto &[word, days] : words)
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return today.addDays(days);
    static const QRegularExpression daysAgo(QStringLiteral("^(\\d{1,4})d$"));
    if (const auto match = daysAgo.match(text); match.hasMatch())
        return today.addDays(-match.captured(1).toInt());
    if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid())
        return date;
    QString shortFormat = locale.dateFormat(QLocale::ShortFormat);
    if (!shortFormat.contains(QStringLiteral("yyyy")))
        shortFormat.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    for (const QString &format : {QStringLiteral("ddd d MMM yyyy"), QStringLiteral("d MMM yyyy"),
                                  QStringLiteral("d MMMM yyyy"), QStringLiteral("MMM d, yyyy"),
                                  shortFormat, locale.dateFormat(QLocale::LongFormat)})
        if (const QDate date = locale.toDate(text, format); date.isValid())
            return date;
    const QString year = QString::number(today.year());
    for (const QString &format : {QStringLiteral("d MMM yyyy"), QStringLiteral("MMM d yyyy")})
        if (const QDate date = locale.toDate(text + u' ' + year, format); date.isValid())
            return date;
    return std::nullopt;
}

std::optional<QTime> readTime(const QString &typed, const QLocale &locale)
{
    const QString text = typed.simplified();
    if (const QTime time = locale.toTime(text, QLocale::ShortFormat); time.isValid())
        return time;
    for (const QString &format :
         {QStringLiteral("H:mm"), QStringLiteral("H"), QStringLiteral("h:mm AP"),
          QStringLiteral("h:mmAP"), QStringLiteral("h AP"), QStringLiteral("hAP")})
        if (const QTime time = QLocale::c().toTime(text.toUpper(), format); time.isValid())
            return time;
    return std::nullopt;
}

QList<int> refreshIntervals()
{
    return {0, 30, 60, 300};
}

QString refreshText(int seconds)
{
    switch (seconds) {
    case 0:
        return ChoiceWords::tr("M&anually");
    case 30:
        return ChoiceWords::tr("Every &30 seconds");
    case 60:
        return ChoiceWords::tr("Every &minute");
    default:
        return ChoiceWords::tr("Every &%1 minutes").arg(seconds / 60);
    }
}

QString presetName(workspace::DateFilter::Preset preset)
{
    using Preset = workspace::DateFilter::Preset;
    switch (preset) {
    case Preset::Any:
        return ChoiceWords::tr("Any time");
    case Preset::Today:
        return ChoiceWords::tr("Today");
    case Preset::Yesterday:
        return ChoiceWords::tr("Yesterday");
    case Preset::Last7Days:
        return ChoiceWords::tr("Last 7 days");
    case Preset::Last30Days:
        return ChoiceWords::tr("Last 30 days");
    case Preset::ThisMonth:
        return ChoiceWords::tr("This month");
    case Preset::Over3DaysAgo:
        return ChoiceWords::tr("Over 3 days ago");
    case Preset::Custom:
        return ChoiceWords::tr("Custom");
    }
    return {};
}

QString rangeText(const workspace::DateFilter &filter, const QLocale &locale)
{
    using Preset = workspace::DateFilter::Preset;
    if (filter.preset == Preset::Any)
        return {};
    if (filter.preset != Preset::Custom)
        return presetName(filter.preset);
    if (filter.from && filter.to)
        return ChoiceWords::tr("%1 – %2", "from and to")
            .arg(wallText(*filter.from, locale), endText(*filter.to, locale));
    if (filter.from)
        return ChoiceWords::tr("since %1").arg(wallText(*filter.from, locale));
    return filter.to ? ChoiceWords::tr("until %1").arg(endText(*filter.to, locale)) : QString();
}

} // namespace words
