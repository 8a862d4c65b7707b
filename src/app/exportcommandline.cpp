// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcommandline.h"

#include "app/options.h"
#include "exporting/formats.h"
#include "inbox/column.h"
#include "inbox/facet.h"
#include "words/problemwords.h"

#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

namespace app {

using namespace options;

namespace {

using exporting::Format;
using exporting::Numbers;

// The values that an option takes, each with its word.
template <class T>
using Words = QList<std::pair<QString, T>>;

const Words<Format> &formats()
{
    static const Words<Format> words = [] {
        Words<Format> all;
        for (const exporting::FormatTraits &traits : exporting::formats())
            all.append({traits.id, traits.format});
        return all;
    }();
    return words;
}

const Words<Numbers> &numberStyles()
{
    static const Words<Numbers> words{{QStringLiteral("e164"), Numbers::E164},
                                      {QStringLiteral("text"), Numbers::Text},
                                      {QStringLiteral("national"), Numbers::National}};
    return words;
}

const Words<inbox::Facet> &facets()
{
    static const Words<inbox::Facet> words = [] {
        Words<inbox::Facet> all;
        for (const inbox::Facet facet : inbox::allFacets)
            all.append({inbox::facetWord(facet), facet});
        return all;
    }();
    return words;
}

template <class T>
QString allOf(const Words<T> &words)
{
    QStringList names;
    for (const auto &word : words)
        names.append(word.first);
    return names.join(QStringLiteral(", "));
}

template <class T>
std::optional<T> find(const Words<T> &words, const QString &word)
{
    for (const auto &[name, value] : words)
        if (name == word)
            return value;
    return std::nullopt;
}

// ISO 3166-1 alpha-2.
bool isCountry(const QString &code)
{
    return code.size() == 2 && QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
}

QString allColumns()
{
    QStringList ids;
    for (const inbox::Column &column : inbox::columns())
        ids.append(column.name);
    return ids.join(QStringLiteral(", "));
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        CommandLine::tr("Export conversations to a file, without a window.\n\n"
                        "Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete.\n"
                        "T is a date (2026-01-31), an ISO 8601 time, or an age (36h, 7d, 2w)."));
    parser.addPositionalArgument(QStringLiteral("export"), CommandLine::tr("This command."));
    const auto add = [&parser](const char *name, const QString &text, const char *value = "") {
        parser.addOption({QString::fromLatin1(name), text, QString::fromLatin1(value)});
    };
    parser.addOption({{QStringLiteral("output"), QStringLiteral("o")},
                      CommandLine::tr("File to write; '-' for the standard output."),
                      QStringLiteral("FILE")});
    add("format", CommandLine::tr("Format: %1. Default: from the file name.").arg(allOf(formats())),
        "FORMAT");
    add("line", CommandLine::tr("Only this line (ID or number). Repeat for more lines."), "L");
    add("user", CommandLine::tr("Only conversations that Quo lists for this user (ID)."), "U");
    for (const char *name : {"created-after", "created-before", "updated-after", "updated-before"})
        add(name, CommandLine::tr("Limit to this time range."), "T");
    add("exclude-inactive", CommandLine::tr("Active conversations only."));
    add("state",
        CommandLine::tr("Only this state: %1. Repeat for more states.").arg(allOf(facets())),
        "STATE");
    add("search",
        CommandLine::tr("Only conversations that match all of these words and conditions, such as "
                        "'line:support', '-to:none' or 'before:2026-01-31'."),
        "TEXT");
    add("sort",
        CommandLine::tr("Sort by these columns; add ':desc' for descending. 'none' keeps the order "
                        "of arrival."),
        "A,B");
    add("columns", CommandLine::tr("Columns, separated by commas: %1.").arg(allColumns()), "A,B");
    add("view", CommandLine::tr("Use the filters, search, sort order and columns of a view file."),
        "FILE");
    add("limit", CommandLine::tr("Maximum rows."), "N");
    add("names", CommandLine::tr("JSON: include line and teammate names."));
    add("numbers",
        CommandLine::tr("Phone number style: %1. Default: e164.").arg(allOf(numberStyles())),
        "STYLE");
    add("region",
        CommandLine::tr("Country for national phone numbers, such as US. Default: the country of "
                        "most lines."),
        "CC");
    add("manifest", CommandLine::tr("Also save an export report (FILE.manifest.json)."));
    add("raw", CommandLine::tr("Don't protect text that a spreadsheet would run as a formula."));
    add("force", CommandLine::tr("Replace the file even if it is write-protected."));
    add("from-mirror",
        CommandLine::tr("Export what 'quoin sync' or the window has kept on this computer, without "
                        "a request to Quo."));
    add("max-age",
        CommandLine::tr("Export what is kept on this computer if it is at most this old (10m, 2h, "
                        "1d); otherwise ask Quo. With --from-mirror: otherwise fail."),
        "AGE");
    add("utc", CommandLine::tr("Times in UTC (the default)."));
    add("local", CommandLine::tr("Times in this computer's time zone."));
    add("quiet", CommandLine::tr("Don't show progress."));
    addTarget(parser);
}

QString nothingOfDemo()
{
    return CommandLine::tr("nothing of --demo is kept on this computer. To try it, run 'quoin "
                           "demo-server', then use --base-url and any QUO_API_KEY");
}

std::optional<inbox::SortKeys> parseSort(const QString &text)
{
    inbox::SortKeys keys;
    const QStringList columns = text.split(u',');
    for (const QString &entry : columns) {
        const bool isDescending = entry.endsWith(u":desc");
        const int column = inbox::columnIndex(isDescending ? entry.chopped(5) : entry);
        if (column < 0)
            return std::nullopt;
        keys.append({column, isDescending});
    }
    return keys;
}

} // namespace

std::optional<quo::milliseconds> parseAge(const QString &text)
{
    static const QRegularExpression age(QStringLiteral("^(\\d{1,5})([mhdw])$"));
    const QRegularExpressionMatch match = age.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int count = match.captured(1).toInt();
    switch (match.capturedView(2).front().unicode()) {
    case u'm':
        return std::chrono::minutes(count);
    case u'h':
        return std::chrono::hours(count);
    case u'd':
        return std::chrono::hours(24 * count);
    default:
        return std::chrono::hours(7 * 24 * count);
    }
}

std::optional<TimeArgument> parseTime(const QString &text)
{
    // For the time of a conversation, an 'm' might as well be a month.
    if (const auto age = parseAge(text); age && !text.endsWith(u'm'))
        return *age;
    if (const QDate date = QDate::fromString(text, Qt::ISODate);
        date.isValid() && text.size() == 10)
        return workspace::WallTime{date, QTime(0, 0)};
    if (const std::optional<quo::Instant> instant = quo::parseInstant(text))
        return *instant;
    return std::nullopt;
}

Command parseExport(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    describe(parser);
    if (const std::optional<Say> say = parseCommand(parser, arguments))
        return *say;

    QString error;
    const auto fail = [&error](const QString &reason) {
        if (error.isEmpty())
            error = reason;
    };
    const auto isSet = [&parser](const char *name) {
        return parser.isSet(QString::fromLatin1(name));
    };
    const auto value = [&parser](const char *name) {
        return parser.value(QString::fromLatin1(name));
    };
    // The meaning of a word; otherwise an error that names all words.
    const auto word = [&](const char *name, const QString &typed, const auto &words, auto other) {
        const auto found = find(words, typed);
        if (!found)
            fail(CommandLine::tr("--%1 must be one of %2").arg(QLatin1String(name), allOf(words)));
        return found.value_or(other);
    };

    ExportCommandOptions options;
    readTarget(parser, environment, options, error);
    options.output = value("output");
    if (options.output.isEmpty())
        fail(CommandLine::tr("--output needs a file name, or '-' for the standard output"));
    const QString ending = QFileInfo(options.output).suffix().toLower();
    if (isSet("format"))
        options.format.format = word("format", value("format"), formats(), Format::Csv);
    else
        options.format.format = find(formats(), ending).value_or(Format::Csv);
    if (isSet("numbers"))
        options.format.numbers = word("numbers", value("numbers"), numberStyles(), Numbers::E164);
    options.region = value("region").toUpper();
    if (isSet("region") && !isCountry(options.region))
        fail(CommandLine::tr("--region needs a two-letter country code, such as US"));
    options.format.raw = isSet("raw");
    options.format.names = isSet("names");
    options.format.replacesProtected = isSet("force");
    options.isLocal = isSet("local");
    if (options.isLocal && isSet("utc"))
        fail(CommandLine::tr("use either --utc or --local, not both"));
    options.viewFile = value("view");
    options.filters.lines = ids(parser, QStringLiteral("line"), error);
    // Checked here, since each of them is examined later.
    if (const qsizetype count = options.filters.lines.size(); count > quo::maximumPhoneNumbers)
        fail(QStringLiteral("--line: ") +
             words::problemSentence(quo::QueryProblem{quo::QueryField::PhoneNumbers,
                                                      quo::QueryProblem::Kind::TooMany,
                                                      QString::number(count)}));
    options.filters.teammate = ids(parser, QStringLiteral("user"), error).value(0);
    options.filters.excludeInactive = isSet("exclude-inactive");
    for (const auto &[name, time] : {std::pair("created-after", &options.createdAfter),
                                     {"created-before", &options.createdBefore},
                                     {"updated-after", &options.updatedAfter},
                                     {"updated-before", &options.updatedBefore}}) {
        if (isSet(name) && !(*time = parseTime(value(name))))
            fail(CommandLine::tr("--%1 needs a time such as 2026-01-31T10:00:00Z, 2026-01-31 or 7d")
                     .arg(QLatin1String(name)));
    }
    for (const QString &state : parser.values(QStringLiteral("state")))
        options.facets |= inbox::bitOf(word("state", state, facets(), inbox::Facet::Unassigned));
    options.search = value("search");
    options.isSortGiven = isSet("sort");
    if (options.isSortGiven) {
        options.sort = parseSort(value("sort"));
        if (!options.sort && value("sort") != u"none")
            fail(CommandLine::tr("--sort needs 'none' or some of %1, with ':desc' for descending")
                     .arg(allColumns()));
    }
    options.columns = value("columns").split(u',', Qt::SkipEmptyParts);
    for (QString &column : options.columns)
        if (column = column.trimmed(); inbox::columnIndex(column) < 0)
            fail(CommandLine::tr("--columns needs some of %1").arg(allColumns()));
    if (isSet("limit"))
        options.limit = int(number(parser, QStringLiteral("limit"), 1, 100'000'000, error));
    options.manifest = isSet("manifest");
    if (options.manifest && options.output == u"-")
        fail(CommandLine::tr("--manifest needs a file; it can't be used with the standard output"));
    options.isQuiet = isSet("quiet");
    options.fromMirror = isSet("from-mirror");
    if (isSet("max-age") && !(options.maxAge = parseAge(value("max-age"))))
        fail(CommandLine::tr("--max-age needs an age such as 10m, 2h or 1d"));
    if (options.demo && (options.fromMirror || options.maxAge))
        fail(nothingOfDemo());
    return error.isEmpty() ? Command(options) : Command(wrong(error));
}

Command parseSync(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Keep the workspace on this computer, or bring what is kept up to date.\n\n"
                        "Exit codes: 0 complete, 1 failed, 2 wrong option, 3 incomplete."));
    parser.addPositionalArgument(QStringLiteral("sync"), CommandLine::tr("This command."));
    parser.addOption({QStringLiteral("full"),
                      CommandLine::tr("Load everything again, not only what has changed.")});
    parser.addOption({QStringLiteral("quiet"),
                      CommandLine::tr("Only say what went wrong: no progress and no summary.")});
    addTarget(parser, false);
    if (const std::optional<Say> say = parseCommand(parser, arguments))
        return *say;
    SyncOptions options;
    options.readsAll = parser.isSet(QStringLiteral("full"));
    options.isQuiet = parser.isSet(QStringLiteral("quiet"));
    QString error;
    readTarget(parser, environment, options, error);
    if (error.isEmpty() && options.demo)
        error = nothingOfDemo();
    return error.isEmpty() ? Command(options) : Command(wrong(error));
}

Command parseList(const QStringList &arguments, const QProcessEnvironment &environment)
{
    ListOptions options;
    options.what =
        arguments.value(1) == u"lines" ? ListOptions::What::Lines : ListOptions::What::Users;
    QCommandLineParser parser;
    parser.setApplicationDescription(options.what == ListOptions::What::Lines
                                         ? CommandLine::tr("List the workspace's phone numbers.")
                                         : CommandLine::tr("List the workspace's users."));
    parser.addPositionalArgument(arguments.value(1), CommandLine::tr("This command."));
    parser.addOption({QStringLiteral("format"), CommandLine::tr("Format: table or json."),
                      QStringLiteral("FORMAT"), QStringLiteral("table")});
    addTarget(parser);
    if (const std::optional<Say> say = parseCommand(parser, arguments))
        return *say;
    const QString format = parser.value(QStringLiteral("format"));
    options.isJson = format == u"json";
    if (!options.isJson && format != u"table")
        return wrong(CommandLine::tr("--format must be one of table, json"));
    QString error;
    readTarget(parser, environment, options, error);
    return error.isEmpty() ? Command(options) : Command(wrong(error));
}

} // namespace app
