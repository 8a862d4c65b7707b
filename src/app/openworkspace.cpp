// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openworkspace.h"

#include "inbox/phonenumber.h"
#include "words/columnwords.h"

#include <utility>

namespace app {

using inbox::ContactNumbers;
using syncing::ContactSync;
using syncing::DirectorySync;

namespace {

constexpr qsizetype removedAtOnce = 1000; // in one transaction
constexpr char nobody[] = "nobody";       // see mirror::Place::owner
constexpr int mostWaiting = 4;            // transactions, which the end of the program waits for

} // namespace

OpenWorkspace::OpenWorkspace(const workspace::Account &openAccount, quo::Client &usedClient,
                             quo::Clock &clock, const inbox::Reader &reader,
                             workspace::SettingsFile &settingsFile, const KeptPlace &place)
    : account(openAccount)
    , client(usedClient)
    , settings(settingsFile, openAccount.id)
    , kept(place, clock)
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
    QObject::connect(&kept, &KeptWorkspace::ready, &contactNumbers, [this] { readKept(); });
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

void OpenWorkspace::begin()
{
    contacts.setEnabled(settings.areContactsEnabled());
    passContactsProblemOn();
    if (settings.isKept())
        kept.begin();
    if (!kept.writer())
        beginRequests({});
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
        beginRequests({});
    return left;
}

void OpenWorkspace::setWriter()
{
    m_elsewhere.reset(); // the file is another one
    directory.setWriter(kept.writer());
    contacts.setWriter(kept.writer());
    sync.setWriter(kept.writer());
}

// ---- What is kept

void OpenWorkspace::readKept(const std::optional<QStringList> &lines)
{
    if (m_hasBegun || m_keptReading)
        return;
    m_keptReading = std::make_unique<KeptReading>(**kept.place(), lines, m_clock);
    QObject::connect(m_keptReading.get(), &KeptReading::begun, &contactNumbers,
                     [this](const KeptReading::Beginning &beginning) { onKeptBegun(beginning); });
    QObject::connect(m_keptReading.get(), &KeptReading::firstRowsRead, &contactNumbers,
                     [this](const KeptReading::Rows &rows) { onFirstRowsRead(rows); });
    QObject::connect(m_keptReading.get(), &KeptReading::ended, &contactNumbers,
                     [this](const KeptReading::End &end) { onKeptEnded(end); });
}

void OpenWorkspace::onKeptBegun(const KeptReading::Beginning &beginning)
{
    m_areNamesBegun = true;
    directory.begin(beginning.directory);
}

void OpenWorkspace::onFirstRowsRead(const KeptReading::Rows &rows)
{
    sync.noteAdopted(known.adopt(std::move(*rows)));
}

void OpenWorkspace::onKeptEnded(const KeptReading::End &end)
{
    m_keptReading.release()->deleteLater(); // with what it has read
    if (end.areOthers)
        return awaitLines();
    if (end.problem)
        kept.noteReadProblem(*end.problem);
    if (m_hasBegun)
        return; // that has changed the writer, and somebody has deleted the file at once
    if (end.rows)
        sync.noteAdopted(known.adopt(std::move(*end.rows)));
    if (m_areOthers && !end.problem)
        takeOver(end);
    else
        beginRequests(end);
}

// Nothing of another key is shown before it is known which lines this one sees.
void OpenWorkspace::awaitLines()
{
    QObject::connect(&directory, &DirectorySync::linesAnswered, &contactNumbers,
                     [this] { readOnLines(); });
    QObject::connect(&directory, &DirectorySync::finished, &contactNumbers,
                     [this] { goOnWithoutLines(); });
    m_areOthers = true;
    m_areNamesBegun = true;
    directory.begin({});
}

void OpenWorkspace::readOnLines()
{
    readKept(directory.directory().lineIds());
}

void OpenWorkspace::goOnWithoutLines()
{
    if (m_hasBegun || m_keptReading)
        return;
    const std::optional<quo::ApiError> &error = directory.linesError();
    if (!error || quo::remedyOf(error->kind) != quo::Remedy::Time) {
        deleteKept(); // it will never be known
        return;
    }
    // Its rows wait for a run that knows; names are read again sooner than that.
    if (kept.writer())
        kept.writer()->removeContacts();
    kept.end();
    beginRequests({});
}

// What is not on lines of this key goes, and nothing counts as complete before it was read with it.
void OpenWorkspace::takeOver(const KeptReading::End &others)
{
    if (mirror::Writer *const writer = kept.writer()) {
        // Until all of it is gone the file is nobody's, so that a run which is cut short is
        // followed by one that begins with this again.
        writer->setOwner(nobody);
        m_elsewhere = others.elsewhere;
        m_removed = 0;
        QObject::connect(writer, &mirror::Writer::written, &contactNumbers, [this](int waiting) {
            if (waiting < mostWaiting)
                removeElsewhere();
        });
        mirror::ChangeSet changes{.extent = mirror::Extent()};
        for (const mirror::KeptSet &set : others.sets)
            changes.sets.append({.filter = set.filter, .startsOver = true});
        writer->write(changes);
    }
    beginRequests({});
}

void OpenWorkspace::removeElsewhere()
{
    if (!m_elsewhere || !kept.writer())
        return;
    kept.writer()->write({.removed = m_elsewhere->mid(m_removed, removedAtOnce)});
    m_removed += removedAtOnce;
    if (m_removed < m_elsewhere->size())
        return;
    m_elsewhere.reset();
    kept.writer()->setOwner((**kept.place()).owner);
}

void OpenWorkspace::beginRequests(const KeptReading::End &whatIsKept)
{
    m_hasBegun = true;
    kept.takeOverOnceFree(); // whatever is known is written to an empty file from now on
    if (!std::exchange(m_areNamesBegun, true))
        directory.begin({});
    contacts.begin(whatIsKept.contacts);
    passContactsProblemOn();
    sync.begin({whatIsKept.extent, whatIsKept.sets});
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
