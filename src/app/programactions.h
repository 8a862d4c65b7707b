// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/logdialog.h"
#include "workspace/programsettings.h"

#include <QObject>
#include <QStringList>

namespace widgets {
class MainWindow;
class SettingsDialog;
} // namespace widgets

namespace app {

class OpenWorkspace;
class WorkspaceController;

// Actions about the program itself: settings, log, diagnostics, About.
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
        QString runFolder; // with the logs of runs that crashed
        QString logFile;   // of this run; empty if there is none
    };

    // Adds the actions to the window.
    explicit ProgramActions(const Dependencies &dependencies, QObject *parent = nullptr);

private:
    void openSettings();
    void showKept(widgets::SettingsDialog &dialog) const;
    void setKept(OpenWorkspace &workspace, bool isKept);
    void openLog();
    void openAbout();
    void copyDiagnostics();
    QStringList requests() const; // without personal data
    QList<widgets::LogDialog::Log> logs() const;

    const Dependencies m_dependencies;
};

} // namespace app
