// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowcommand.h"

#include "app/screenshot.h"
#include "demo/demoserver.h"
#include "inbox/inboxsession.h"
#include "quo/client.h"
#include "quo/directoryloader.h"
#include "widgets/mainwindow.h"
#include "workspace/settings.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <cstdio>

namespace app {

namespace {

inbox::Reader systemReader()
{
    // 'C' is no way in which people read times.
    const QLocale locale = QLocale().language() == QLocale::C
                               ? QLocale(QLocale::English, QLocale::UnitedStates)
                               : QLocale();
    return {locale, QTimeZone::systemTimeZone(), QLocale::territoryToCode(locale.territory())};
}

} // namespace

int runWindow(const WindowOptions &options, const QProcessEnvironment &environment)
{
    quo::SystemClock clock;

    demo::DemoServer::Settings demoSettings;
    demoSettings.conversations = options.demoConversations;
    demoSettings.now = clock.now().time_since_epoch().count();
    demo::DemoServer demoServer(demoSettings);
    if (options.demo && !demoServer.start()) {
        std::fprintf(stderr, "quoin: %s\n", qPrintable(demoServer.errorString()));
        return 1;
    }

    quo::Client::Settings clientSettings;
    clientSettings.baseUrl = options.demo ? demoServer.baseUrl() : options.baseUrl;
    clientSettings.key = quo::ApiKey::fromUserInput(
        options.demo ? QStringLiteral("demo") : environment.value(QStringLiteral("QUO_API_KEY")));
    clientSettings.userAgent = "Quoin/" + QCoreApplication::applicationVersion().toLatin1();
    quo::Client client(clientSettings, clock,
                       [] { return QRandomGenerator::global()->generateDouble(); });

    inbox::InboxSession session(client, clock, systemReader());
    quo::DirectoryLoader directory(client);
    workspace::Settings settings(
        QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
            QStringLiteral("/quoin.ini"),
        options.demo ? QStringLiteral("demo") : QStringLiteral("quo"));
    widgets::MainWindow window({session, settings, clock,
                                options.demo
                                    ? QApplication::translate("app::Window", "Demo workspace")
                                    : clientSettings.baseUrl.host()});
    QObject::connect(&directory, &quo::DirectoryLoader::directoryChanged, &window,
                     [&] { window.setDirectory(directory.directory()); });
    std::unique_ptr<Screenshot> screenshot;
    if (!options.screenshotFile.isEmpty())
        screenshot =
            std::make_unique<Screenshot>(session, directory, window, options.screenshotFile);
    window.show();
    window.start();
    directory.load();
    return QApplication::exec();
}

} // namespace app
