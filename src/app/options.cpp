// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "words/problemwords.h"

namespace app::options {

Say wrong(const QString &reason)
{
    return {QStringLiteral("quoin: ") + reason + QLatin1Char('\n'), 2};
}

QCommandLineOption addHelp(QCommandLineParser &parser)
{
    QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                            CommandLine::tr("Show this help."));
    parser.addOption(help);
    return help;
}

std::optional<Say> parseCommand(QCommandLineParser &parser, const QStringList &arguments)
{
    const QCommandLineOption help = addHelp(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return Say{parser.helpText(), 0};
    if (parser.positionalArguments().size() > 1)
        return wrong(
            CommandLine::tr("unexpected argument '%1'").arg(parser.positionalArguments().at(1)));
    return std::nullopt;
}

qulonglong number(const QCommandLineParser &parser, const QString &option, qulonglong min,
                  qulonglong max, QString &error)
{
    bool isNumber = false;
    const qulonglong value = parser.value(option).toULongLong(&isNumber);
    if (isNumber && value >= min && value <= max)
        return value;
    if (error.isEmpty())
        error = CommandLine::tr("--%1 needs a whole number from %2 to %3")
                    .arg(option)
                    .arg(min)
                    .arg(max);
    return min;
}

QStringList ids(const QCommandLineParser &parser, const QString &option, QString &error)
{
    QStringList ids = parser.values(option);
    for (QString &id : ids)
        if (id = id.trimmed(); id.isEmpty() && error.isEmpty())
            error = CommandLine::tr("--%1 needs an ID").arg(option);
    return ids;
}

void addTarget(QCommandLineParser &parser, bool isForDemo)
{
    QCommandLineOption demo(QStringLiteral("demo"),
                            CommandLine::tr("Demo data; no key or network needed."));
    QCommandLineOption size(QStringLiteral("demo-conversations"),
                            CommandLine::tr("Number of demo conversations."), QStringLiteral("N"),
                            QStringLiteral("5000"));
    for (QCommandLineOption *option : {&demo, &size})
        if (!isForDemo)
            option->setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions(
        {demo,
         size,
         {QStringLiteral("base-url"), CommandLine::tr("API base URL."), QStringLiteral("URL")}});
}

void readTarget(const QCommandLineParser &parser, const QProcessEnvironment &environment,
                Target &target, QString &error)
{
    target.demo = parser.isSet(QStringLiteral("demo"));
    target.demoConversations =
        int(number(parser, QStringLiteral("demo-conversations"), 0, mostConversations, error));
    if (!error.isEmpty())
        return;
    if (!target.demo && parser.isSet(QStringLiteral("demo-conversations")))
        error = CommandLine::tr("--demo-conversations needs --demo");
    else if (target.demo && parser.isSet(QStringLiteral("base-url")))
        error = CommandLine::tr("use either --demo or --base-url, not both");
    if (!error.isEmpty())
        return;

    QString baseUrl = QStringLiteral("https://api.quo.com");
    if (parser.isSet(QStringLiteral("base-url")))
        baseUrl = parser.value(QStringLiteral("base-url"));
    else if (environment.contains(QStringLiteral("QUO_API_BASE_URL")))
        baseUrl = environment.value(QStringLiteral("QUO_API_BASE_URL"));
    const auto parsed = quo::parseBaseUrl(baseUrl);
    if (parsed)
        target.baseUrl = *parsed;
    else if (!target.demo)
        error = words::problemSentence(parsed.error(), baseUrl);
}

} // namespace app::options
