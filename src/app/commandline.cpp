// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/exportcommandline.h"
#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <limits>

namespace app {

using namespace options;

namespace {

Command parseServer(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Serve the demo workspace through Quo's API on 127.0.0.1 and print its "
                        "base URL."));
    parser.addPositionalArgument(QStringLiteral("demo-server"), CommandLine::tr("This command."));
    parser.addOptions({
        {QStringLiteral("port"), CommandLine::tr("Port to listen on; 0 picks a free one."),
         QStringLiteral("P"), QStringLiteral("0")},
        {QStringLiteral("conversations"), CommandLine::tr("Number of conversations."),
         QStringLiteral("N"), QStringLiteral("5000")},
        {QStringLiteral("seed"), CommandLine::tr("Random seed; the same seed makes the same data."),
         QStringLiteral("S"), QStringLiteral("1")},
        {QStringLiteral("latency-ms"), CommandLine::tr("Milliseconds to wait before each answer."),
         QStringLiteral("L"), QStringLiteral("0")},
        {QStringLiteral("rate-limit"),
         CommandLine::tr("Requests per second for each key; 0 for no limit."), QStringLiteral("R"),
         QStringLiteral("0")},
    });
    if (const std::optional<Say> say = parseCommand(parser, arguments))
        return *say;
    QString error;
    ServerOptions options;
    const auto read = [&parser, &error](const char *option, qulonglong most) {
        return number(parser, QString::fromLatin1(option), 0, most, error);
    };
    options.port = quint16(read("port", 65535));
    options.conversations = int(read("conversations", mostConversations));
    options.seed = read("seed", std::numeric_limits<quint64>::max());
    options.latency = std::chrono::milliseconds(read("latency-ms", 600'000));
    options.rateLimit = int(read("rate-limit", 1'000'000));
    if (!error.isEmpty())
        return wrong(error);
    return options;
}

// Whether an argument without an option is a view to open, as a double click passes it, rather than
// a mistyped command.
bool isViewFile(const QString &argument)
{
    return argument.contains(u'/') || argument.endsWith(QLatin1String(".quoinview")) ||
           (QFileInfo::exists(argument) && !QFileInfo(argument).isDir());
}

Say unknownCommand(const QString &argument)
{
    static const QStringList commands{QStringLiteral("sync"), QStringLiteral("export"),
                                      QStringLiteral("lines"), QStringLiteral("users"),
                                      QStringLiteral("demo-server")};
    return wrong(commands.contains(argument)
                     ? CommandLine::tr("the command comes first: quoin %1 …").arg(argument)
                     : CommandLine::tr("unknown command '%1'. Try %2, or see 'quoin --help'.")
                           .arg(argument, commands.join(QStringLiteral(", "))));
}

void addWindowOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("FILE"), CommandLine::tr("Same as --view FILE."),
                                 QStringLiteral("[FILE]"));
    addTarget(parser);
    parser.addOptions({
        {QStringLiteral("view"), CommandLine::tr("Open a view file."), QStringLiteral("FILE")},
        {QStringLiteral("screenshot"),
         CommandLine::tr("Save a PNG of the window once the list is loaded, then exit."),
         QStringLiteral("FILE")},
    });
    // QApplication handles these; the parser must know them so as not to report them.
    for (const char *name : {"platform", "style", "stylesheet", "geometry", "qwindowgeometry",
                             "display", "name", "session"}) {
        QCommandLineOption option(QString::fromLatin1(name), {}, QStringLiteral("value"));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

Command readWindow(const QCommandLineParser &parser, const QProcessEnvironment &environment)
{
    WindowOptions options;
    options.screenshotFile = parser.value(QStringLiteral("screenshot"));
    // A view that is opened by a double click comes without '--view'.
    const QStringList given = parser.positionalArguments();
    for (const QString &argument : given)
        if (!argument.isEmpty() && !isViewFile(argument))
            return unknownCommand(argument);
    const QStringList files = given + parser.values(QStringLiteral("view"));
    options.viewFile = files.value(0);
    if (files.size() > 1)
        return wrong(CommandLine::tr("unexpected argument '%1'").arg(files.at(1)));
    if (!files.isEmpty() && options.viewFile.isEmpty())
        return wrong(CommandLine::tr("--view needs a file name"));
    if (parser.isSet(QStringLiteral("screenshot")) && options.screenshotFile.isEmpty())
        return wrong(CommandLine::tr("--screenshot needs a file name"));
    QString error;
    readTarget(parser, environment, options, error);
    if (!error.isEmpty())
        return wrong(error);
    return options;
}

Command parseWindow(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setApplicationDescription(CommandLine::tr(
        "Browse a Quo workspace (read-only).\n\n"
        "Set QUO_API_KEY to use an API key without signing in, and QUO_API_BASE_URL to use\n"
        "another server.\n\n"
        "More commands: 'quoin sync', 'quoin export', 'quoin lines', 'quoin users' and\n"
        "'quoin demo-server'. Add --help to one of them for its options."));
    const QCommandLineOption help = addHelp(parser);
    const QCommandLineOption version = parser.addVersionOption();
    addWindowOptions(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return Say{parser.helpText(), 0};
    if (parser.isSet(version))
        return Say{QStringLiteral("quoin %1\n").arg(QCoreApplication::applicationVersion()), 0};
    return readWindow(parser, environment);
}

} // namespace

Command parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const QString command = arguments.value(1);
    if (command == QLatin1String("demo-server"))
        return parseServer(arguments);
    if (command == QLatin1String("export"))
        return parseExport(arguments, environment);
    if (command == QLatin1String("sync"))
        return parseSync(arguments, environment);
    if (command == QLatin1String("lines") || command == QLatin1String("users"))
        return parseList(arguments, environment);
    // Checked before the options, or one of those would be reported as the mistake.
    if (arguments.size() > 1 && !command.startsWith(u'-') && !isViewFile(command))
        return unknownCommand(command);
    return parseWindow(arguments, environment);
}

} // namespace app
