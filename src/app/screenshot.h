// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "quo/directoryloader.h"
#include "widgets/mainwindow.h"

#include <QObject>

namespace app {

// Writes the window as PNG once the first page stands in it, by name where names can be read, then
// ends the program: with 0, or with 1 and the reason on stderr.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(inbox::InboxSession &session, quo::DirectoryLoader &directory,
               widgets::MainWindow &window, const QString &fileName);

private:
    void look();
    void lookNoMore();
    void take();

    inbox::InboxSession &m_session;
    quo::DirectoryLoader &m_directory;
    widgets::MainWindow &m_window;
    const QString m_fileName;
};

} // namespace app
