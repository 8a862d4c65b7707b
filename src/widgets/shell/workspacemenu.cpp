// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/workspacemenu.h"

#include "words/widgettext.h"

namespace widgets {

WorkspaceMenu::WorkspaceMenu(QWidget *parent)
    : QMenu(tr("Workspace"), parent)
{
}

void WorkspaceMenu::setState(const State &state)
{
    m_state = state;
    clear();
    for (const workspace::Account &account : state.accounts) {
        QAction *action = addAction(words::menuText(account.name));
        action->setToolTip(words::toolTipText(account.name));
        action->setCheckable(true);
        action->setChecked(account.id == state.currentId);
        connect(action, &QAction::triggered, this,
                [this, id = account.id] { Q_EMIT openRequested(id); });
    }
    addSeparator();
    connect(addAction(tr("&Add a workspace…")), &QAction::triggered, this,
            &WorkspaceMenu::addRequested);
    if (state.hasContacts) {
        addSeparator();
        QAction *contacts = addAction(tr("Show &contact names"));
        contacts->setCheckable(true);
        contacts->setChecked(state.areContactsEnabled);
        contacts->setToolTip(tr("Off also removes the names that are kept on this computer"));
        connect(contacts, &QAction::triggered, this, &WorkspaceMenu::contactsToggled);
        QAction *again = addAction(tr("&Reload contact names"));
        again->setEnabled(state.areContactsEnabled);
        connect(again, &QAction::triggered, this, &WorkspaceMenu::contactsAgainRequested);
    }
    if (state.canSignOut) {
        addSeparator();
        connect(addAction(tr("Change &key…")), &QAction::triggered, this,
                &WorkspaceMenu::changeKeyRequested);
        connect(addAction(tr("&Sign out")), &QAction::triggered, this,
                &WorkspaceMenu::signOutRequested);
    }
    addSeparator();
    addActions(state.programActions);
    setToolTipsVisible(true);
}

} // namespace widgets
