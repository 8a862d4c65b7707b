// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

// What the commands' options have in common.
namespace app::options {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
};

Say wrong(const QString &reason);

// Only -h and --help: Qt's own would add a --help-all with options that are not for users.
QCommandLineOption addHelp(QCommandLineParser &parser);

// Parses the arguments of a command, the first of which is its name. Returns the help or the
// mistake to print instead of running it, if any.
std::optional<Say> parseCommand(QCommandLineParser &parser, const QStringList &arguments);

// Sets 'error', unless it is set already, if the option's value is not such a number.
qulonglong number(const QCommandLineParser &parser, const QString &option, qulonglong min,
                  qulonglong max, QString &error);

// The values of an option that may be given several times, trimmed. Sets 'error' if one is empty.
QStringList ids(const QCommandLineParser &parser, const QString &option, QString &error);

// --demo, --demo-conversations and --base-url. A command that is not for the demo knows the first
// two as well, so that it can say so, but does not offer them.
void addTarget(QCommandLineParser &parser, bool isForDemo = true);
void readTarget(const QCommandLineParser &parser, const QProcessEnvironment &environment,
                Target &target, QString &error);

} // namespace app::options
