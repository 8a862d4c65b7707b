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

// -h and --help alone: Qt's own come with a --help-all of options that are not for users.
QCommandLineOption addHelp(QCommandLineParser &parser);

// Reads the arguments of a command that is named by the first of them. What is to be said instead
// of going on, if anything: a mistake, or the help.
std::optional<Say> parseCommand(QCommandLineParser &parser, const QStringList &arguments);

// Puts 'error', unless there is one already, if the option is no such number.
qulonglong number(const QCommandLineParser &parser, const QString &option, qulonglong min,
                  qulonglong max, QString &error);

// The values of an option that is given several times, without blanks around them. Puts 'error'
// where one is empty.
QStringList ids(const QCommandLineParser &parser, const QString &option, QString &error);

// --demo, --demo-conversations and --base-url.
void addTarget(QCommandLineParser &parser);
void readTarget(const QCommandLineParser &parser, const QProcessEnvironment &environment,
                Target &target, QString &error);

} // namespace app::options
