// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspacecontroller.h"
#include "widgets/shell/mainwindow.h"

#include <QTest>

namespace support {

// The program as it is put together for a user, over settings of its own.
struct Program
{
    struct Options
    {
        QString settingsFile;
        QUrl baseUrl = QUrl(QStringLiteral("https://api.quo.com"));
        int demoConversations = 60;
        QString dataFolder = {}; // where workspaces are kept; empty: nowhere
    };

    const Options options;
    quo::SystemClock clock;
    workspace::SettingsFile settingsFile{options.settingsFile};
    workspace::ProgramSettings settings{settingsFile};
    workspace::KeyStore keys{QStringLiteral("quoin-test")};
    widgets::MainWindow window{settings, QLocale(QLocale::English, QLocale::UnitedStates), clock};
    app::WorkspaceController controller{{.clock = clock,
                                         .settingsFile = settingsFile,
                                         .settings = settings,
                                         .keys = keys,
                                         .window = window,
                                         .dataFolder = options.dataFolder,
                                         .baseUrl = options.baseUrl,
                                         .demoConversations = options.demoConversations}};

    explicit Program(const Options &chosen)
        : options(chosen)
    {
        window.show();
    }

    // With its names.
    void openDemo()
    {
        controller.openDemo();
        waitForRows();
    }

    void waitForRows()
    {
        QTRY_COMPARE(controller.openWorkspace()->session.status().loaded,
                     options.demoConversations);
        QTRY_VERIFY(!controller.openWorkspace()->directory.isLoading());
    }
};

} // namespace support
