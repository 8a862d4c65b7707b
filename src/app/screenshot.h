// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspacecontroller.h"
#include "widgets/shell/mainwindow.h"

#include <QObject>
#include <QTimer>

namespace app {

// Writes a picture of the window as PNG once it shows the first page and what was said in its first
// conversation, with names if they can be read, and ends the program: with 0, or with 1 and the
// reason on stderr.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(WorkspaceController &controller, widgets::MainWindow &window,
               const QString &fileName);

private:
    void watch();
    void look();
    void lookNoMore();
    void take();

    WorkspaceController &m_controller;
    widgets::MainWindow &m_window;
    const QString m_fileName;
    QTimer m_soon; // from the event loop, so that the window has laid out what has come
};

} // namespace app
