// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportplan.h"

#include "exporting/formats.h"
#include "inbox/column.h"
#include "inbox/phonenumber.h"
#include "inbox/searchparser.h"
#include "quo/ids.h"
#include "words/problemwords.h"
#include "words/viewsettings.h"
#include "workspace/viewfile.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

quo::Instant toInstant(const TimeArgument &argument, quo::Instant now, const QTimeZone &zone)
{
    if (const auto *age = std::get_if<quo::milliseconds>(&argument))
        return now - *age;
    if (const auto *wall = std::get_if<workspace::WallTime>(&argument))
        return workspace::toInstant(*wall, zone, workspace::Edge::Earlier);
    return std::get<quo::Instant>(argument);
}

// Options of the command line win over those of the view.
ExportCommandOptions withView(ExportCommandOptions options, const workspace::View &view)
{
    workspace::Filters filters = view.filters;
    if (!options.filters.lines.isEmpty())
        filters.lines = options.filters.lines;
    if (!options.filters.teammate.isEmpty())
        filters.teammate = options.filters.teammate;
    filters.excludeInactive = filters.excludeInactive || options.filters.excludeInactive;
    options.filters = filters;
    if (options.search.isEmpty())
        options.search = view.search;
    if (!options.isSortGiven && !view.sort.isEmpty())
        options.sort = words::toSortKeys(view.sort);
    if (options.columns.isEmpty())
        for (const workspace::ColumnSetting &column : view.columns)
            if (column.visible)
                options.columns.append(column.id);
    return options;
}

exporting::Columns columnsOf(const QStringList &ids)
{
    using inbox::ColumnId;
    exporting::Columns columns;
    // Scripts read these, so they do not follow what the window shows.
    if (ids.isEmpty())
        for (const ColumnId id :
             {ColumnId::State, ColumnId::Name, ColumnId::PhoneNumberId, ColumnId::AssignedTo,
              ColumnId::SnoozedUntil, ColumnId::LastActivityAt})
            columns.append(&inbox::columns()[size_t(inbox::columnIndex(id))]);
    for (const QString &id : ids)
        if (const int column = inbox::columnIndex(id); column >= 0)
            columns.append(&inbox::columns()[size_t(column)]);
    return columns;
}

// Removes the lines that need a country to be read, and returns them.
QStringList takeNationalLines(QStringList &lines, const QString &region)
{
    QStringList national;
    for (QString &line : lines) {
        const auto number = inbox::parseNumber(line, {region});
        if (quo::isPhoneNumberId(line))
            continue;
        if (number)
            line = *number;
        else if (number.error() != inbox::NumberProblem::NotANumber)
            national.append(std::exchange(line, QString()));
    }
    lines.removeAll(QString());
    return national;
}

// The first thing that the API would refuse; null if there is none.
std::optional<QString> problemOf(const quo::ConversationQuery &query)
{
    const QList<quo::QueryProblem> problems = quo::problemsOf(query);
    if (problems.isEmpty())
        return std::nullopt;
    return words::filterName(problems.first().field) + QStringLiteral(": ") +
           words::problemSentence(problems.first());
}

} // namespace

quo::Expected<ExportPlan, QString> planExport(const ExportCommandOptions &given,
                                              const inbox::Reader &reader, quo::Instant now)
{
    ExportCommandOptions options = given;
    if (!given.viewFile.isEmpty()) {
        const auto view = workspace::readViewFile(given.viewFile);
        if (!view)
            return quo::Unexpected{given.viewFile + QStringLiteral(": ") +
                                   words::viewProblemSentence(view.error())};
        options = withView(given, *view);
    }

    ExportPlan plan;
    plan.nationalLines = takeNationalLines(options.filters.lines, reader.region);
    plan.query = options.filters.toQuery(now, reader.zone);
    const auto set = [&](std::optional<quo::Instant> &bound,
                         const std::optional<TimeArgument> &argument) {
        if (argument)
            bound = toInstant(*argument, now, reader.zone);
    };
    set(plan.query.createdAfter, options.createdAfter);
    set(plan.query.createdBefore, options.createdBefore);
    set(plan.query.updatedAfter, options.updatedAfter);
    set(plan.query.updatedBefore, options.updatedBefore);
    if (const std::optional<QString> problem = problemOf(plan.query))
        return quo::Unexpected{*problem};
    plan.search = options.search;
    plan.filter = {options.facets,
                   inbox::parseSearch(options.search, {now, reader.zone, {reader.region}})};
    if (const auto &problems = plan.filter.search.problems; !problems.isEmpty())
        return quo::Unexpected{QStringLiteral("--search: ") +
                               words::problemSentence(problems.first())};
    plan.sort = options.sort;
    plan.columns = columnsOf(options.columns);
    plan.format = options.format;
    plan.format.zone = options.isLocal ? reader.zone : QTimeZone::utc();
    return plan;
}

std::optional<QString> ExportPlan::readNumbers(const QStringList &regions, quo::Instant now,
                                               const QTimeZone &zone)
{
    for (const QString &line : std::as_const(nationalLines)) {
        const auto number = inbox::parseNumber(line, regions);
        query.phoneNumbers.append(number ? *number : line);
    }
    filter.search = inbox::parseSearch(search, {now, zone, regions});
    return problemOf(query);
}

bool ExportPlan::needsContacts() const
{
    constexpr int name = inbox::columnIndex(inbox::ColumnId::Name);
    const bool writesNames = exporting::traitsOf(format.format).hasColumns &&
                             columns.contains(&inbox::columns()[size_t(name)]);
    const bool sortsByNames = sort && std::ranges::any_of(*sort, [](const inbox::SortKey &key) {
                                  return key.column == name;
                              });
    return writesNames || sortsByNames || inbox::searchesContacts(filter.search);
}

} // namespace app
