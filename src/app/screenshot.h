// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "widgets/mainwindow.h"

#include <QObject>

namespace app {

// Writes the window as PNG once the first page stands in it, then ends the program: with 0, or with
// 1 and the reason on stderr.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(inbox::InboxSession &session, widgets::MainWindow &window, const QString &fileName);

private:
    void look();
    void take();

    inbox::InboxSession &m_session;
    widgets::MainWindow &m_window;
    const QString m_fileName;
};

} // namespace app
