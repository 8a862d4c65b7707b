// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/programsettings.h"

#include <QMainWindow>

#include <memory>

namespace widgets {

// The frame around whatever page stands in it: title, look and size. It knows no workspace.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // The settings must outlive the window.
    explicit MainWindow(workspace::ProgramSettings &settings, QWidget *parent = nullptr);

    // Destroys the page before, and shows none where it is null. 'title' names the workspace.
    void showPage(std::unique_ptr<QWidget> page, const QString &title);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    workspace::ProgramSettings &m_settings;
};

} // namespace widgets
