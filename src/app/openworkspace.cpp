// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openworkspace.h"

#include "inbox/phonenumber.h"
#include "words/columnwords.h"

#include <utility>

namespace app {

using inbox::ContactNumbers;
using syncing::ContactSync;
using syncing::DirectorySync;

OpenWorkspace::OpenWorkspace(const workspace::Account &openAccount, quo::Client &usedClient,
                             quo::Clock &clock, const inbox::Reader &reader,
                             workspace::SettingsFile &settingsFile, const KeptPlace &place)
    : account(openAccount)
    , client(usedClient)
    , settings(settingsFile, openAccount.id)
    , kept(place)
    , shown(settings, clock, reader.zone)
    , names(clock, reader)
    , known(clock)
    , sync({usedClient, clock, known, [this] { return names.directory().lineIds(); }})
    , session(known, sync, clock, names, words::listWords())
    , activity(usedClient, clock)
    , directory(usedClient, clock)
    , contacts(usedClient, clock)
    , m_clock(clock)
{
    QObject::connect(&kept, &KeptWorkspace::writerChanged, &contactNumbers,
                     [this] { setWriter(); });
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
    sync.begin();
    names.setMe(settings.me());
    QObject::connect(&names, &inbox::Names::meChanged, &contactNumbers,
                     [this] { settings.setMe(names.me()); });
}

void OpenWorkspace::begin()
{
    contacts.setEnabled(settings.areContactsEnabled());
    passContactsProblemOn();
    if (settings.isKept())
        kept.begin();
    if (!kept.writer())
        return onKeptEnded({});
    // The writer first makes the file one that can be read. If it cannot, what is there may be
    // readable all the same.
    QObject::connect(kept.writer(), &mirror::Writer::opened, &contactNumbers,
                     [this] { beginReading(); });
    QObject::connect(kept.writer(), &mirror::Writer::problemFound, &contactNumbers,
                     [this] { beginReading(); });
}

QStringList OpenWorkspace::setKept(bool isKept)
{
    settings.setKept(isKept);
    if (!isKept)
        return deleteFiles();
    kept.begin();
    return {};
}

QStringList OpenWorkspace::deleteKept()
{
    const QStringList left = deleteFiles();
    if (settings.isKept())
        kept.begin();
    return left;
}

QStringList OpenWorkspace::deleteFiles()
{
    const QStringList left = kept.deleteFiles();
    m_keptReading.reset();
    if (!m_hasBegun)
        onKeptEnded({});
    return left;
}

void OpenWorkspace::setWriter()
{
    directory.setWriter(kept.writer());
    contacts.setWriter(kept.writer());
}

void OpenWorkspace::beginReading()
{
    if (m_hasBegun || m_keptReading)
        return;
    m_keptReading = std::make_unique<KeptReading>(**kept.place(), m_clock);
    QObject::connect(m_keptReading.get(), &KeptReading::begun, &contactNumbers,
                     [this](const KeptReading::Beginning &beginning) { onKeptBegun(beginning); });
    QObject::connect(m_keptReading.get(), &KeptReading::ended, &contactNumbers,
                     [this](const KeptReading::End &end) { onKeptEnded(end); });
}

void OpenWorkspace::onKeptBegun(const KeptReading::Beginning &beginning)
{
    m_areNamesBegun = true;
    // Another key may have kept what this one may not see.
    m_isOfThisKey = beginning.owner == (*kept.place())->owner;
    directory.begin(m_isOfThisKey ? beginning.directory : quo::Directory());
}

void OpenWorkspace::onKeptEnded(const KeptReading::End &end)
{
    m_hasBegun = true;
    if (m_keptReading)
        m_keptReading.release()->deleteLater(); // with its copy of everything
    if (end.problem)
        kept.noteReadProblem(*end.problem);
    if (!std::exchange(m_areNamesBegun, true))
        directory.begin({});
    contacts.begin(m_isOfThisKey ? end.contacts : std::nullopt);
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
