// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "quo/client.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <limits>

namespace app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::CommandLine", text);
}

Say wrong(const QString &reason)
{
    return {QStringLiteral("quoin: ") + reason + QLatin1Char('\n'), 2};
}

// Null and an explanation in 'error' if it is no such number. Absent options have their default.
template <class Int>
Int number(const QCommandLineParser &parser, const QString &option, Int min, Int max,
           QString &error)
{
    bool isNumber = false;
    const qulonglong value = parser.value(option).toULongLong(&isNumber);
    if (!isNumber || value < qulonglong(min) || value > qulonglong(max)) {
        if (error.isEmpty())
            error = tr("--%1 takes a whole number from %2 to %3").arg(option).arg(min).arg(max);
        return min;
    }
    return Int(value);
}

constexpr int mostConversations = 10'000'000;

Command parseServer(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Serves a made-up workspace over Quo's API on 127.0.0.1 and "
           "prints its base URL."));
    parser.addPositionalArgument(QStringLiteral("demo-server"), tr("This command."));
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("port"), tr("Listen there; 0 takes a free port."), QStringLiteral("P"),
         QStringLiteral("0")},
        {QStringLiteral("conversations"), tr("How many conversations there are."),
         QStringLiteral("N"), QStringLiteral("5000")},
        {QStringLiteral("seed"), tr("What the workspace is made from."), QStringLiteral("S"),
         QStringLiteral("1")},
        {QStringLiteral("latency-ms"), tr("Milliseconds before each answer."), QStringLiteral("L"),
         QStringLiteral("0")},
        {QStringLiteral("rate-limit"), tr("Requests a second for each key; 0 for no limit."),
         QStringLiteral("R"), QStringLiteral("0")},
    });
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return Say{parser.helpText(), 0};
    if (parser.positionalArguments().size() > 1)
        return wrong(tr("unexpected argument '%1'").arg(parser.positionalArguments().at(1)));
    QString error;
    ServerOptions options;
    options.port = number<quint16>(parser, QStringLiteral("port"), 0, 65535, error);
    options.conversations =
        number<int>(parser, QStringLiteral("conversations"), 0, mostConversations, error);
    options.seed = number<quint64>(parser, QStringLiteral("seed"), 0,
                                   std::numeric_limits<quint64>::max(), error);
    options.latency = std::chrono::milliseconds(
        number<int>(parser, QStringLiteral("latency-ms"), 0, 600'000, error));
    options.rateLimit = number<int>(parser, QStringLiteral("rate-limit"), 0, 1'000'000, error);
    if (!error.isEmpty())
        return wrong(error);
    return options;
}

} // namespace

Command parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment)
{
    if (arguments.value(1) == QLatin1String("demo-server"))
        return parseServer(arguments);

    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addPositionalArgument(QStringLiteral("FILE"), tr("The same as --view FILE."),
                                 QStringLiteral("[FILE]"));
    parser.setApplicationDescription(
        tr("Browses the conversations of a Quo workspace; never writes.\n\n"
           "The API key is read from QUO_API_KEY, the base URL also from QUO_API_BASE_URL.\n"
           "'quoin demo-server --help' tells of the demo server alone."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("demo"), tr("Browse a made-up workspace: no key, no network.")},
        {QStringLiteral("demo-conversations"), tr("How many conversations the demo has."),
         QStringLiteral("N"), QStringLiteral("5000")},
        {QStringLiteral("base-url"), tr("Where the API is."), QStringLiteral("URL")},
        {QStringLiteral("view"), tr("Open the view in this file."), QStringLiteral("FILE")},
        {QStringLiteral("screenshot"),
         tr("Write the window as PNG once the first page stands in it, then exit."),
         QStringLiteral("FILE")},
    });
    // QApplication takes these; they are named here so that they are not taken for mistakes.
    for (const char *name : {"platform", "style", "stylesheet", "geometry", "qwindowgeometry",
                             "display", "name", "session"}) {
        QCommandLineOption option(QString::fromLatin1(name), {}, QStringLiteral("value"));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return Say{parser.helpText(), 0};
    if (parser.isSet(version))
        return Say{QStringLiteral("quoin %1\n").arg(QCoreApplication::applicationVersion()), 0};

    WindowOptions options;
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.screenshotFile = parser.value(QStringLiteral("screenshot"));
    // A view that is opened by double click comes without the option's name.
    const QStringList files = parser.positionalArguments() + parser.values(QStringLiteral("view"));
    options.viewFile = files.value(0);
    if (files.size() > 1)
        return wrong(tr("unexpected argument '%1'").arg(files.at(1)));
    if (!files.isEmpty() && options.viewFile.isEmpty())
        return wrong(tr("--view takes a file name"));
    if (parser.isSet(QStringLiteral("screenshot")) && options.screenshotFile.isEmpty())
        return wrong(tr("--screenshot takes a file name"));
    QString error;
    options.demoConversations =
        number<int>(parser, QStringLiteral("demo-conversations"), 0, mostConversations, error);
    if (!error.isEmpty())
        return wrong(error);
    if (!options.demo && parser.isSet(QStringLiteral("demo-conversations")))
        return wrong(tr("--demo-conversations goes with --demo"));
    if (options.demo && parser.isSet(QStringLiteral("base-url")))
        return wrong(tr("--demo has a base URL of its own: leave --base-url out"));

    QString baseUrl = QStringLiteral("https://api.quo.com");
    if (parser.isSet(QStringLiteral("base-url")))
        baseUrl = parser.value(QStringLiteral("base-url"));
    else if (environment.contains(QStringLiteral("QUO_API_BASE_URL")))
        baseUrl = environment.value(QStringLiteral("QUO_API_BASE_URL"));
    options.baseUrl = QUrl(baseUrl, QUrl::StrictMode);
    if (!options.demo && !quo::Client::isAcceptable(options.baseUrl))
        return wrong(
            tr("'%1' is no base URL: it takes https, or http to this machine").arg(baseUrl));
    return options;
}

} // namespace app
