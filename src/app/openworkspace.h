// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "inbox/contactnumbers.h"
#include "inbox/inboxsession.h"
#include "quo/directoryloader.h"
#include "workspace/account.h"
#include "workspace/contactbook.h"
#include "workspace/settings.h"

namespace app {

// The parts of one workspace while it is open. The client must outlive it, since requests are paced
// for a key and not for a window.
struct OpenWorkspace
{
    OpenWorkspace(const workspace::Account &openAccount, quo::Client &client, quo::Clock &clock,
                  const inbox::Reader &reader, workspace::SettingsFile &settingsFile,
                  const QString &contactsFile)
        : account(openAccount)
        , settings(settingsFile, openAccount.id)
        , names(clock, reader)
        , session(client, clock, names)
        , activity(client, clock)
        , directory(client, clock)
        , contacts(client, clock, contactsFile)
    {
    }

    const workspace::Account account;
    workspace::Settings settings;
    inbox::Names names;
    inbox::InboxSession session;
    inbox::ActivityFeed activity;
    quo::DirectoryLoader directory;
    workspace::ContactBook contacts;
    inbox::ContactNumbers contactNumbers;
};

} // namespace app
