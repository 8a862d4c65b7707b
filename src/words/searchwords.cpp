// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/searchwords.h"

#include "inbox/column.h"
#include "inbox/naming.h"
#include "inbox/searchtime.h"
#include "words/columnwords.h"
#include "words/filterwords.h"
#include "words/rowwords.h"
#include "words/statewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace words {

using inbox::SoughtValue;
using workspace::DateFilter;
using workspace::WallTime;
using Preset = DateFilter::Preset;

namespace {

struct SearchWords
{
    Q_DECLARE_TR_FUNCTIONS(words::SearchWords)
};

// How presets are written, the preferred way first.
struct PresetCondition
{
    Preset preset;
    QLatin1String condition;
};
constexpr std::array presetConditions{
    PresetCondition{Preset::Today, QLatin1String("active:today")},
    PresetCondition{Preset::Today, QLatin1String("after:today")},
    PresetCondition{Preset::Yesterday, QLatin1String("active:yesterday")},
    PresetCondition{Preset::Last7Days, QLatin1String("newer:7d")},
    PresetCondition{Preset::Last7Days, QLatin1String("after:7d")},
    PresetCondition{Preset::Last7Days, QLatin1String("active:7d")},
    PresetCondition{Preset::Last7Days, QLatin1String("active:last7d")},
    PresetCondition{Preset::Last30Days, QLatin1String("newer:30d")},
    PresetCondition{Preset::Last30Days, QLatin1String("after:30d")},
    PresetCondition{Preset::Last30Days, QLatin1String("active:30d")},
    PresetCondition{Preset::Last30Days, QLatin1String("active:last30d")},
    PresetCondition{Preset::Over3DaysAgo, QLatin1String("older:3d")},
    PresetCondition{Preset::Over3DaysAgo, QLatin1String("before:3d")},
};

QString monthCondition(quo::Instant now, const QTimeZone &zone)
{
    return QStringLiteral("active:") +
           quo::toDateTime(now, zone).date().toString(QStringLiteral("yyyy-MM"));
}

QString written(const WallTime &wall)
{
    const QString date = wall.date.toString(Qt::ISODate);
    return wall.time == QTime(0, 0) ? date
                                    : date + u'T' + wall.time.toString(QStringLiteral("HH:mm"));
}

QString timeValueText(const inbox::SearchCondition &condition, const QString &typed)
{
    using inbox::TimeBound;
    QString value = typed;
    const TimeBound bound = inbox::takeBound(condition.field, value);
    const bool isOlder = bound == TimeBound::Before || bound == TimeBound::UpTo;
    const bool isNewer = bound == TimeBound::From || bound == TimeBound::After;
    if (const std::optional<inbox::TimeSpan> span = inbox::readSpan(value)) {
        const QString duration = span->count + QChar(0xa0) + span->unit;
        if (span->isAhead)
            return isNewer ? SearchWords::tr("in over %1").arg(duration)
                           : SearchWords::tr("in the next %1").arg(duration);
        return isOlder ? SearchWords::tr("Over %1 ago").arg(duration)
                       : SearchWords::tr("Last %1").arg(duration);
    }
    switch (bound) {
    case TimeBound::Within:
        break;
    case TimeBound::Before:
        return SearchWords::tr("before %1").arg(value);
    case TimeBound::UpTo:
        return SearchWords::tr("until %1").arg(value);
    case TimeBound::From:
        return SearchWords::tr("from %1").arg(value);
    case TimeBound::After:
        return SearchWords::tr("after %1").arg(value);
    }
    return value;
}

QString valueText(const inbox::SearchCondition &condition, qsizetype index,
                  const inbox::CellContext &context, const QString &me)
{
    const SoughtValue &value = condition.term.anyOf.at(index);
    const QString typed = condition.values.value(index);
    const bool isAssignee = condition.term.column == columnIndex(inbox::ColumnId::AssignedTo);
    switch (value.kind) {
    case SoughtValue::Kind::Facet:
        return facetName(value.facet);
    case SoughtValue::Kind::Assignee:
        return value.text == me ? SearchWords::tr("Me")
                                : inbox::assigneeName(value.text, context.directory);
    case SoughtValue::Kind::None:
        return isAssignee ? facetName(inbox::Facet::Unassigned) : SearchWords::tr("empty");
    case SoughtValue::Kind::Time:
        return timeValueText(condition, typed);
    case SoughtValue::Kind::Text:
        break;
    }
    if (isAssignee)
        return inbox::assigneeName(typed, context.directory);
    if (condition.term.column == columnIndex(inbox::ColumnId::PhoneNumberId))
        return lineLabel(typed, context);
    return typed;
}

} // namespace

QString conditionTitle(const inbox::SearchCondition &condition)
{
    return columnWords(inbox::columns()[size_t(condition.term.column)].id).title();
}

QString conditionText(const inbox::SearchCondition &condition, const inbox::CellContext &context,
                      const QString &me)
{
    QStringList values;
    for (qsizetype i = 0; i < condition.term.anyOf.size(); ++i)
        values.append(valueText(condition, i, context, me));
    const QString text = listText(values, context.reader.locale);
    return condition.term.isNegated ? SearchWords::tr("not %1", "value of a condition").arg(text)
                                    : text;
}

std::optional<DateFilter> activityFilter(const QList<inbox::SearchCondition> &conditions,
                                         quo::Instant now, const QTimeZone &zone)
{
    DateFilter filter;
    if (conditions.isEmpty())
        return filter;
    if (conditions.size() == 1) {
        const QString text = conditions.first().text.toLower();
        const auto *found = std::ranges::find(presetConditions, text, &PresetCondition::condition);
        filter.preset = found != presetConditions.end()     ? found->preset
                        : text == monthCondition(now, zone) ? Preset::ThisMonth
                                                            : Preset::Any;
        if (filter.preset != Preset::Any)
            return filter;
    }
    std::optional<quo::Instant> from;
    std::optional<quo::Instant> to;
    for (const inbox::SearchCondition &condition : conditions) {
        const QList<SoughtValue> &values = condition.term.anyOf;
        if (condition.term.isNegated || values.size() != 1 ||
            values.first().kind != SoughtValue::Kind::Time)
            return std::nullopt;
        if (values.first().from && (!from || *values.first().from > *from))
            from = values.first().from;
        if (values.first().to && (!to || *values.first().to < *to))
            to = values.first().to;
    }
    filter.preset = Preset::Custom;
    if (from)
        filter.from = workspace::toWallTime(*from, zone);
    if (to)
        filter.to = workspace::toWallTime(*to, zone);
    return filter;
}

QStringList activityConditions(const DateFilter &filter, quo::Instant now, const QTimeZone &zone)
{
    if (filter.preset == Preset::ThisMonth)
        return {monthCondition(now, zone)};
    const auto *found =
        std::ranges::find(presetConditions, filter.preset, &PresetCondition::preset);
    if (found != presetConditions.end())
        return {QString(found->condition)};
    QStringList conditions;
    if (filter.from)
        conditions.append(QStringLiteral("after:") + written(*filter.from));
    if (filter.to)
        conditions.append(QStringLiteral("before:") + written(*filter.to));
    return conditions;
}

} // namespace words
