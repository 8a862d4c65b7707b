// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/account.h"

#include <QList>
#include <QMenu>

class QToolButton;

namespace widgets {

// Which workspace is shown, which others there are, what can be done with this one and with the
// program.
class WorkspaceMenu : public QMenu
{
    Q_OBJECT

public:
    struct State
    {
        QList<workspace::Account> accounts; // the demo workspace is among them, where there is one
        QString currentId;                  // empty where nothing is open
        QString currentName;
        bool canSignOut = false; // a key is known that can be changed or forgotten
        bool hasContacts = false;
        bool areContactsEnabled = false;
        QList<QAction *> programActions = {}; // what is not about a workspace; the window's
    };

    explicit WorkspaceMenu(QWidget *parent);

    const QString &currentName() const { return m_state.currentName; }
    void setState(const State &state);

Q_SIGNALS:
    void openRequested(const QString &accountId);
    void addRequested();
    void changeKeyRequested();
    void signOutRequested();
    void contactsToggled(bool enabled);
    void contactsAgainRequested();

private:
    State m_state;
};

// A button that opens the menu and is called like the open workspace.
QToolButton *makeWorkspaceButton(WorkspaceMenu *menu, QWidget *parent);

} // namespace widgets
