// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openworkspace.h"

#include "inbox/phonenumber.h"
#include "words/columnwords.h"

namespace app {

using inbox::ContactNumbers;
using syncing::ContactSync;
using syncing::DirectorySync;

OpenWorkspace::OpenWorkspace(const workspace::Account &openAccount, quo::Client &usedClient,
                             quo::Clock &clock, const inbox::Reader &reader,
                             workspace::SettingsFile &settingsFile)
    : account(openAccount)
    , client(usedClient)
    , settings(settingsFile, openAccount.id)
    , shown(settings, clock, reader.zone)
    , names(clock, reader)
    , session(usedClient, clock, names, words::listWords())
    , activity(usedClient, clock)
    , directory(usedClient, clock)
    , contacts(usedClient, clock)
{
    QObject::connect(&directory, &DirectorySync::directoryChanged, &contactNumbers,
                     [this] { passDirectoryOn(); });
    QObject::connect(&contacts, &ContactSync::contactsChanged, &contactNumbers,
                     [this] { contactNumbers.setContacts(contacts.contacts()); });
    QObject::connect(&contacts, &ContactSync::answered, &contactNumbers,
                     [this] { passContactsProblemOn(); });
    QObject::connect(&contactNumbers, &ContactNumbers::read, &contactNumbers,
                     [this](const quo::ContactIndex &read) {
                         names.setContacts(read);
                         passContactsProblemOn();
                     });
    contactNumbers.setRegions(inbox::regionsOf(reader, {}));
    names.setMe(settings.me());
    QObject::connect(&names, &inbox::Names::meChanged, &contactNumbers,
                     [this] { settings.setMe(names.me()); });
}

void OpenWorkspace::loadNames()
{
    directory.begin({});
    contacts.setEnabled(settings.areContactsEnabled());
    contacts.begin(std::nullopt);
    passContactsProblemOn();
}

void OpenWorkspace::enableContacts(bool enabled)
{
    settings.setContactsEnabled(enabled);
    contacts.setEnabled(enabled);
    passContactsProblemOn();
}

void OpenWorkspace::readContactsAgain()
{
    contacts.readAgain();
    passContactsProblemOn();
}

void OpenWorkspace::passDirectoryOn()
{
    const quo::Directory &read = directory.directory();
    names.setDirectory(read);
    contactNumbers.setRegions(inbox::regionsOf(names.reader(), read));
}

void OpenWorkspace::passContactsProblemOn()
{
    std::optional<quo::ContactsProblem> problem = contacts.problem();
    // A search finds them once their numbers have been read.
    if (!problem && contactNumbers.isReading())
        problem = quo::ContactsAwaited();
    session.setContactsProblem(problem);
}

} // namespace app
