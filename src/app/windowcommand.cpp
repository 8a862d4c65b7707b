// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowcommand.h"

#include "app/desktopnotifier.h"
#include "app/screenshot.h"
#include "app/system.h"
#include "app/workspacecontroller.h"
#include "widgets/mainwindow.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QStandardPaths>

namespace app {

int runWindow(const WindowOptions &options, const QProcessEnvironment &environment)
{
    quo::SystemClock clock;
    workspace::ProgramSettings settings(settingsFile());
    workspace::KeyStore keys(QCoreApplication::applicationName());
    DesktopNotifier notifier;
    widgets::MainWindow window(settings);
    WorkspaceController controller({
        .clock = clock,
        .random = [] { return QRandomGenerator::global()->generateDouble(); },
        .reader = systemReader(),
        .settings = settings,
        .keys = keys,
        .window = window,
        .settingsFile = settingsFile(),
        .cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation),
        .baseUrl = options.baseUrl,
        .userAgent = "Quoin/" + QCoreApplication::applicationVersion().toLatin1(),
        .demoConversations = options.demoConversations,
        .notify =
            [&notifier](const QString &title, const QString &text,
                        std::function<void()> activated) {
                notifier.notify(title, text, std::move(activated));
            },
    });
    std::unique_ptr<Screenshot> screenshot;
    if (!options.screenshotFile.isEmpty())
        screenshot = std::make_unique<Screenshot>(controller, window, options.screenshotFile);
    window.show();
    const auto key = quo::ApiKey::fromUserInput(environment.value(QStringLiteral("QUO_API_KEY")));
    const auto start = [&] {
        if (!options.viewFile.isEmpty())
            controller.openViewFile(options.viewFile);
        if (options.demo)
            controller.openDemo();
        else if (!key.isEmpty())
            controller.openWithKey(key);
        else
            controller.openLast();
    };
    // From the event loop, which a failed screenshot ends.
    QMetaObject::invokeMethod(&controller, start, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace app
