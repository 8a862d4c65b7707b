// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "inbox/contactnumbers.h"
#include "inbox/inboxsession.h"
#include "syncing/contactsync.h"
#include "syncing/directorysync.h"
#include "workspace/account.h"
#include "workspace/shownstate.h"

namespace app {

// The parts of one workspace while it is open. The directory and the contacts that they read become
// its names by themselves.
class OpenWorkspace
{
public:
    // Client, clock and file must outlive it: requests are paced for a key and not for a window.
    OpenWorkspace(const workspace::Account &openAccount, quo::Client &usedClient, quo::Clock &clock,
                  const inbox::Reader &reader, workspace::SettingsFile &settingsFile);

    // Begins to read lines, teammates and, if they are wanted, contacts.
    void loadNames();
    // Kept in the settings.
    void enableContacts(bool enabled);
    void readContactsAgain();

    const workspace::Account account;
    const quo::Client &client;
    workspace::Settings settings;
    workspace::ShownState shown;
    inbox::Names names;
    inbox::InboxSession session;
    inbox::ActivityFeed activity;
    syncing::DirectorySync directory;
    syncing::ContactSync contacts;
    inbox::ContactNumbers contactNumbers; // last: what the others announce ends with it

private:
    void passDirectoryOn();
    void passContactsProblemOn();
};

} // namespace app
