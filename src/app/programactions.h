// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/logdialog.h"
#include "workspace/programsettings.h"

#include <QObject>
#include <QStringList>

namespace widgets {
class MainWindow;
}

namespace app {

class WorkspaceController;

// What can be done with the program itself: its settings, its log and what it says of itself.
class ProgramActions : public QObject
{
    Q_OBJECT

public:
    // References must outlive it.
    struct Dependencies
    {
        widgets::MainWindow &window;
        WorkspaceController &controller;
        workspace::ProgramSettings &settings;
        QString runFolder; // where those that crashed have left their logs
        QString logFile;   // of this run; empty where there is none
    };

    // Gives the window its actions.
    explicit ProgramActions(const Dependencies &dependencies, QObject *parent = nullptr);

private:
    void openSettings();
    void openLog();
    void openAbout();
    void copyDiagnostics();
    QStringList requests() const; // without personal data
    QList<widgets::LogDialog::Log> logs() const;

    const Dependencies m_dependencies;
};

} // namespace app
