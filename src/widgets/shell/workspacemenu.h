// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/account.h"

#include <QList>
#include <QMenu>

namespace widgets {

// The content of the menu: the open workspace, the others, and actions for the open one and for the
// program.
class WorkspaceMenu : public QMenu
{
    Q_OBJECT

public:
    struct State
    {
        QList<workspace::Account> accounts; // including the demo workspace, if there is one
        QString currentId;                  // empty if none is open
        QString currentName;
        bool canSignOut = false; // there is a key that can be changed or forgotten
        bool hasContacts = false;
        bool areContactsEnabled = false;
        QList<QAction *> programActions =
            {}; // actions that do not concern a workspace; owned by the window
    };

    explicit WorkspaceMenu(QWidget *parent);

    const QString &currentName() const { return m_state.currentName; }
    bool canChangeKey() const { return m_state.canSignOut; }
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

} // namespace widgets
