// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keptreading.h"
#include "app/keptworkspace.h"
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
                  const inbox::Reader &reader, workspace::SettingsFile &settingsFile,
                  const KeptPlace &place);

    // Shows what is kept on this computer, then begins to request.
    void begin();
    // Whether it is kept on this computer; that is a setting. Off deletes what is kept. Returns the
    // names of files that could not be deleted.
    QStringList setKept(bool isKept);
    // Deletes what is kept, and, unless that is off, keeps everything anew. Returns the same.
    QStringList deleteKept();
    // Kept in the settings.
    void enableContacts(bool enabled);
    void readContactsAgain();

    const workspace::Account account;
    const quo::Client &client;
    workspace::Settings settings;
    KeptWorkspace kept; // before whatever writes to it

    workspace::ShownState shown;
    inbox::Names names;
    inbox::KnownConversations known;
    syncing::ConversationSync sync;
    inbox::InboxSession session;
    inbox::ActivityFeed activity;
    syncing::DirectorySync directory;
    syncing::ContactSync contacts;
    inbox::ContactNumbers contactNumbers; // last: what the others announce ends with it

private:
    void setWriter();
    QStringList deleteFiles();
    void readKept(const std::optional<QStringList> &lines = std::nullopt);
    void onKeptBegun(const KeptReading::Beginning &beginning);
    void onFirstRowsRead(const KeptReading::Rows &rows);
    void onKeptEnded(const KeptReading::End &end);
    void awaitLines();
    void readOnLines();
    void goOnWithoutLines();
    void takeOver(const KeptReading::End &others);
    void removeElsewhere();
    void beginRequests(const KeptReading::End &kept);
    void passDirectoryOn();
    void passContactsProblemOn();

    quo::Clock &m_clock;
    std::unique_ptr<KeptReading> m_keptReading; // of what is kept; null unless it is under way
    bool m_areOthers = false;                   // what is kept belongs to another key
    // Ids of rows on lines that this key does not see, of which some are removed from the file;
    // null once it is this key's.
    std::optional<QStringList> m_elsewhere;
    qsizetype m_removed = 0; // of them
    bool m_hasBegun = false; // to request
    bool m_areNamesBegun = false;
};

} // namespace app
