// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/viewfile.h"

#include "quo/utf8.h"
#include "workspace/regularfile.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace workspace {

namespace {

using Kind = JsonProblem::Kind;
using Preset = DateFilter::Preset;

constexpr int viewVersion = 2; // version 1 has no search and no sort
constexpr qsizetype maxNameLength = 200;
constexpr qsizetype maxIdLength = 200;
constexpr qsizetype maxLines = 100; // the API's limit for one request
constexpr qsizetype maxColumns = 200;
constexpr qsizetype maxSortKeys = 20;
constexpr int maxWidth = 10'000;

constexpr QLatin1String versionField("quoinView");
// A time without a zone has these two with a 'T' between them.
constexpr QLatin1String dateFormat("yyyy-MM-dd");
constexpr QLatin1String timeFormat("HH:mm:ss");

struct PresetName
{
    Preset preset;
    QLatin1String name;
};
constexpr std::array presetNames{
    PresetName{Preset::Any, QLatin1String("any")},
    PresetName{Preset::Today, QLatin1String("today")},
    PresetName{Preset::Yesterday, QLatin1String("yesterday")},
    PresetName{Preset::Last7Days, QLatin1String("last7Days")},
    PresetName{Preset::Last30Days, QLatin1String("last30Days")},
    PresetName{Preset::ThisMonth, QLatin1String("thisMonth")},
    PresetName{Preset::Over3DaysAgo, QLatin1String("over3DaysAgo")},
    PresetName{Preset::Custom, QLatin1String("custom")},
};

QJsonValue toJson(const std::optional<WallTime> &wall)
{
    if (!wall)
        return QJsonValue::Null;
    return QString(wall->date.toString(dateFormat) + u'T' + wall->time.toString(timeFormat));
}

QJsonObject toJson(const DateFilter &filter)
{
    const auto *name = std::ranges::find(presetNames, filter.preset, &PresetName::preset);
    QJsonObject object{{QStringLiteral("preset"), QString(name->name)}};
    if (filter.preset == Preset::Custom) {
        object.insert(QStringLiteral("from"), toJson(filter.from));
        object.insert(QStringLiteral("to"), toJson(filter.to));
    }
    return object;
}

std::optional<WallTime> wallFrom(JsonReader &reader, QLatin1String name)
{
    const std::optional<QString> text = reader.optionalText(name, 40);
    if (!text)
        return std::nullopt;
    // Read separately, since Qt would read both together as local time, in which the hour that a
    // clock skips is invalid.
    const QDate date = QDate::fromString(text->section(u'T', 0, 0), dateFormat);
    const QTime time = QTime::fromString(text->section(u'T', 1), timeFormat);
    if (date.isValid() && time.isValid())
        return WallTime{date, time};
    reader.refuse(name, Kind::BadValue, *text);
    return std::nullopt;
}

DateFilter dateFilterFrom(JsonReader reader)
{
    const QLatin1String presetField("preset");
    DateFilter filter;
    const QString name = reader.text(presetField, 40);
    const auto *found = std::ranges::find(presetNames, name, &PresetName::name);
    if (found == presetNames.end())
        reader.refuse(presetField, Kind::BadValue, name);
    else
        filter.preset = found->preset;
    if (filter.preset == Preset::Custom) {
        filter.from = wallFrom(reader, QLatin1String("from"));
        filter.to = wallFrom(reader, QLatin1String("to"));
    }
    reader.finish();
    return filter;
}

bool isLine(const QString &text)
{
    return text.size() <= maxIdLength && (quo::isPhoneNumberId(text) || quo::isE164(text));
}

Filters filtersFrom(JsonReader reader)
{
    const QLatin1String linesField("phoneNumbers");
    const QLatin1String userField("userId");
    Filters filters;
    const QJsonArray lines = reader.array(linesField, maxLines);
    for (const QJsonValue line : lines) {
        if (line.isString() && isLine(line.toString()))
            filters.lines.append(line.toString());
        else
            reader.refuse(linesField, Kind::BadValue, line.toVariant().toString().left(40));
    }
    filters.teammate = reader.optionalText(userField, maxIdLength).value_or(QString());
    if (!filters.teammate.isEmpty() && !quo::isUserId(filters.teammate)) {
        reader.refuse(userField, Kind::BadValue, filters.teammate);
        filters.teammate.clear();
    }
    filters.updated = dateFilterFrom(reader.object(QLatin1String("updated")));
    filters.created = dateFilterFrom(reader.object(QLatin1String("created")));
    filters.excludeInactive = reader.boolean(QLatin1String("excludeInactive"));
    reader.finish();
    return filters;
}

ColumnSetting columnFrom(JsonReader &reader)
{
    return {reader.text(QLatin1String("id"), maxIdLength),
            reader.integer(QLatin1String("width"), 1, maxWidth),
            reader.boolean(QLatin1String("visible"))};
}

SortSetting sortKeyFrom(JsonReader &reader)
{
    return {reader.text(QLatin1String("column"), maxIdLength),
            reader.boolean(QLatin1String("descending"))};
}

// The entries without problems.
template <class T>
QList<T> listFrom(QList<JsonReader> readers, T (*read)(JsonReader &))
{
    QList<T> list;
    for (JsonReader &reader : readers) {
        const qsizetype problems = reader.problemCount();
        const T entry = read(reader);
        if (reader.problemCount() == problems)
            list.append(entry);
        reader.finish();
    }
    return list;
}

} // namespace

QJsonObject toJson(const Filters &filters)
{
    return {{QStringLiteral("phoneNumbers"), QJsonArray::fromStringList(filters.lines)},
            {QStringLiteral("userId"),
             filters.teammate.isEmpty() ? QJsonValue() : QJsonValue(filters.teammate)},
            {QStringLiteral("updated"), toJson(filters.updated)},
            {QStringLiteral("created"), toJson(filters.created)},
            {QStringLiteral("excludeInactive"), filters.excludeInactive}};
}

Salvaged<Filters> salvageFilters(const QJsonObject &object)
{
    Salvaged<Filters> salvaged;
    salvaged.value = filtersFrom(JsonReader(object, {}, salvaged.problems));
    return salvaged;
}

QByteArray encodeView(const View &view)
{
    QJsonArray columns;
    for (const ColumnSetting &column : view.columns)
        columns.append(QJsonObject{{QStringLiteral("id"), column.id},
                                   {QStringLiteral("width"), column.width},
                                   {QStringLiteral("visible"), column.visible}});
    QJsonArray sort;
    for (const SortSetting &key : view.sort)
        sort.append(QJsonObject{{QStringLiteral("column"), key.id},
                                {QStringLiteral("descending"), key.descending}});
    return QJsonDocument(QJsonObject{{versionField, viewVersion},
                                     {QStringLiteral("name"), view.name.left(maxNameLength)},
                                     {QStringLiteral("filters"), toJson(view.filters)},
                                     {QStringLiteral("columns"), columns},
                                     {QStringLiteral("search"), view.search},
                                     {QStringLiteral("sort"), sort}})
        .toJson();
}

quo::Expected<Salvaged<View>, ViewProblem> salvageView(const QByteArray &text)
{
    if (text.size() > maxViewFileSize)
        return quo::Unexpected{ViewProblem{ViewProblem::Kind::TooLarge}};
    QJsonParseError error;
    const QJsonDocument document = quo::parseJson(text, &error);
    if (document.isNull())
        return quo::Unexpected{ViewProblem{ViewProblem::Kind::NotJson, error.errorString()}};
    const QJsonValue found = document.object().value(versionField);
    if (!found.isDouble())
        return quo::Unexpected{ViewProblem{ViewProblem::Kind::NotAView}};
    if (found.toDouble() != 1 && found.toDouble() != viewVersion)
        return quo::Unexpected{
            ViewProblem{ViewProblem::Kind::UnknownVersion, QString::number(found.toDouble())}};

    Salvaged<View> salvaged;
    View &view = salvaged.value;
    JsonReader reader(document.object(), {}, salvaged.problems);
    const int written = reader.integer(versionField, 1, viewVersion);
    view.name = reader.text(QLatin1String("name"), maxNameLength).simplified();
    view.filters = filtersFrom(reader.object(QLatin1String("filters")));
    view.columns = listFrom(reader.objects(QLatin1String("columns"), maxColumns), columnFrom);
    if (written >= 2) {
        view.search = reader.text(QLatin1String("search"), maxSearchLength);
        view.sort = listFrom(reader.objects(QLatin1String("sort"), maxSortKeys), sortKeyFrom);
    }
    reader.finish();
    return salvaged;
}

quo::Expected<View, ViewFileProblem> decodeView(const QByteArray &text)
{
    const auto salvaged = salvageView(text);
    if (!salvaged)
        return quo::Unexpected{ViewFileProblem{salvaged.error()}};
    if (!salvaged->problems.isEmpty())
        return quo::Unexpected{ViewFileProblem{salvaged->problems.first()}};
    return salvaged->value;
}

quo::Expected<View, ViewFileProblem> readViewFile(const QString &fileName)
{
    const auto bytes = readRegularFile(fileName, maxViewFileSize);
    if (bytes)
        return decodeView(*bytes);
    switch (bytes.error().kind) {
    case FileProblem::Kind::NotAFile:
        return quo::Unexpected{ViewFileProblem{ViewProblem{ViewProblem::Kind::NotAFile}}};
    case FileProblem::Kind::TooLarge:
        return quo::Unexpected{ViewFileProblem{ViewProblem{ViewProblem::Kind::TooLarge}}};
    case FileProblem::Kind::Missing:
    case FileProblem::Kind::Unreadable:
        break;
    }
    return quo::Unexpected{
        ViewFileProblem{ViewProblem{ViewProblem::Kind::Unreadable, bytes.error().detail}}};
}

} // namespace workspace
