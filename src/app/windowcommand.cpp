// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowcommand.h"

#include "app/desktopnotifier.h"
#include "app/programactions.h"
#include "app/programmessages.h"
#include "app/runguard.h"
#include "app/runlog.h"
#include "app/screenshot.h"
#include "app/system.h"
#include "app/unixsignals.h"
#include "app/workspacecontroller.h"
#include "widgets/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

namespace app {

namespace {

// After which time what crashes the program is not what it has shown again.
constexpr std::chrono::seconds newFor(30);

// Earlier versions kept the names of contacts in files of their own.
void removeOldContacts()
{
    QDir cache(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    const QStringList files = cache.entryList({QStringLiteral("contacts-*.cbor")}, QDir::Files);
    for (const QString &file : files)
        cache.remove(file);
}

} // namespace

int runWindow(const WindowOptions &options, const QProcessEnvironment &environment)
{
    const UnixSignals endSignals; // from here on they wait for the event loop
    // A picture is taken of a window that nobody works in.
    const bool isForPicture = !options.screenshotFile.isEmpty();
    const auto guard = isForPicture ? nullptr : std::make_unique<RunGuard>(runFolder());
    const bool mayRestore = guard && guard->mayRestore();
    const RunLog log(guard ? guard->logFile() : QString());
    removeOldContacts();
    quo::SystemClock clock;
    workspace::SettingsFile file(settingsFile());
    workspace::ProgramSettings settings(file);
    workspace::KeyStore keys(QCoreApplication::applicationName());
    DesktopNotifier notifier;
    widgets::MainWindow window(settings, reader(settings.preferences()).locale, clock);
    WorkspaceController controller({
        .clock = clock,
        .settingsFile = file,
        .settings = settings,
        .keys = keys,
        .window = window,
        .dataFolder = dataFolder(),
        .baseUrl = options.baseUrl,
        .demoConversations = options.demoConversations,
        .afterCrash = mayRestore,
        .notify =
            [&notifier](const QString &title, const QString &text,
                        std::function<void()> activated) {
                notifier.notify(title, text, std::move(activated));
            },
    });
    const ProgramActions actions({window, controller, settings, runFolder(), log.fileName()});
    announceSettings(file, window.messages());
    std::unique_ptr<quo::Clock::Timer> restored;
    if (guard)
        announceCrash(*guard, window.messages());
    if (mayRestore) {
        guard->setRestoring(true);
        restored = clock.callAfter(newFor, [&guard] { guard->setRestoring(false); });
    }
    QObject::connect(&endSignals, &UnixSignals::endRequested, &window, &QWidget::close);
    std::unique_ptr<Screenshot> screenshot;
    if (isForPicture && settings.windowGeometry().isEmpty())
        window.resize(widgets::MainWindow::firstSize); // whatever the screen that nobody sees
    if (isForPicture)
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
