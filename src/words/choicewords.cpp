// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/choicewords.h"

#include <QCoreApplication>

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
    return ChoiceWords::tr("%1, %2", "date and time")
        .arg(date, locale.toString(wall.time, QLocale::ShortFormat));
}

} // namespace

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
            .arg(wallText(*filter.from, locale), wallText(*filter.to, locale));
    if (filter.from)
        return ChoiceWords::tr("since %1").arg(wallText(*filter.from, locale));
    return filter.to ? ChoiceWords::tr("before %1").arg(wallText(*filter.to, locale)) : QString();
}

} // namespace words
