// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/demoservercommand.h"
#include "app/exportcommand.h"
#include "app/listcommand.h"
#include "app/synccommand.h"
#include "app/system.h"
#include "app/translations.h"
#include "app/windowcommand.h"
#include "workspace/programsettings.h"

#include <QApplication>

#include <clocale>
#include <cstdio>

namespace {

// Right after the application object is made, which sets C's locale to the user's: libraries in C
// would then print and read numbers with a comma.
void begin()
{
    std::setlocale(LC_NUMERIC, "C");
    QCoreApplication::setApplicationName(QStringLiteral("quoin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QUOIN_VERSION));
}

QString chosenLanguage()
{
    workspace::SettingsFile file(app::settingsFile(), workspace::SettingsFile::Access::Reading);
    return workspace::ProgramSettings(file).preferences().language;
}

bool hasDisplay(const QProcessEnvironment &environment, const QStringList &arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return environment.contains(QStringLiteral("DISPLAY")) ||
           environment.contains(QStringLiteral("WAYLAND_DISPLAY")) ||
           environment.contains(QStringLiteral("QT_QPA_PLATFORM")) ||
           arguments.contains(QStringLiteral("-platform")) ||
           arguments.contains(QStringLiteral("--platform"));
#else
    return true;
#endif
}

int runWindow(int argc, char **argv, const app::WindowOptions &options,
              const QStringList &arguments, const QString &language)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!hasDisplay(environment, arguments)) {
        if (options.screenshotFile.isEmpty()) {
            std::fputs("quoin: no display found. --screenshot FILE works without one\n", stderr);
            return 1;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    begin();
    const app::Translations words(language);
    QApplication::setDesktopFileName(QStringLiteral("quoin"));
    return app::runWindow(options, environment);
}

} // namespace

int main(int argc, char **argv)
{
    app::forbidCoreFiles();
    app::Command command;
    QStringList arguments;
    QString language;
    {
        // Of its own, so that a wrong option is told where no window can be opened.
        QCoreApplication application(argc, argv);
        begin();
        arguments = QCoreApplication::arguments();
        language = chosenLanguage();
        const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        {
            // Help and mistakes are for people; what a command writes is for other programs too,
            // and is the same in every language.
            const app::Translations words(language);
            command = app::parseCommandLine(arguments, environment);
        }
        const app::Translations plurals(QStringLiteral("en"));
        if (const auto *options = std::get_if<app::ServerOptions>(&command))
            return app::runDemoServer(*options);
        if (const auto *options = std::get_if<app::ExportCommandOptions>(&command))
            return app::runExport(*options, environment);
        if (const auto *options = std::get_if<app::SyncOptions>(&command))
            return app::runSync(*options, environment);
        if (const auto *options = std::get_if<app::ListOptions>(&command))
            return app::runList(*options, environment);
    }
    if (const auto *options = std::get_if<app::WindowOptions>(&command))
        return runWindow(argc, argv, *options, arguments, language);
    const app::Say say = std::get<app::Say>(command);
    std::fputs(qPrintable(say.text), say.exitCode == 0 ? stdout : stderr);
    return say.exitCode;
}
