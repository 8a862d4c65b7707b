// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection.h"
#include "app/keptreading.h"
#include "app/unixsignals.h"
#include "inbox/cellcontext.h"
#include "inbox/knownconversations.h"
#include "mirror/writer.h"
#include "quo/changewalk.h"
#include "syncing/contactsync.h"
#include "syncing/directorysync.h"
#include "syncing/reload.h"

#include <QObject>

namespace app {

// 'quoin sync': keeps a workspace on this computer, or brings what is kept up to date, then ends
// the program.
class SyncCommand : public QObject
{
    Q_OBJECT

public:
    enum ExitCode { Whole = 0, FailedToSync = 1, Incomplete = 3 };

    // All must outlive it.
    SyncCommand(const SyncOptions &options, Connection &connection, quo::Clock &clock,
                const inbox::Reader &reader);
    ~SyncCommand() override;

    void start();
    // Ends it as soon as what has been read is written.
    void stop();

private:
    void open();
    void readKept(const std::optional<QStringList> &lines = {});
    void onKept(const KeptReading::End &kept);
    void takeOver(const KeptReading::End &others);
    void beginDirectory(const quo::Directory &kept);
    void onDirectory();
    void beginRequests();
    void beginContacts();
    void readChanges();
    void readEverything();
    syncing::RowChange take(const quo::Page &page);
    void onChangeState();
    void onReloadState();
    void endReading(const mirror::Extent &extent, const QList<quint32> &gone = {});
    void write(const mirror::ChangeSet &changes);
    void writeEverythingAgain();
    void onProblem(const mirror::Problem &problem);
    void endWhenWritten();
    void sayContactsProblem();
    void showProgress();
    void say(const QString &sentence);
    void end(ExitCode code, const QString &sentence = {});

    const SyncOptions m_options;
    Connection &m_connection;
    quo::Clock &m_clock;
    const inbox::Reader m_reader;
    mirror::Place m_place;

    std::unique_ptr<mirror::Writer> m_writer;
    std::unique_ptr<KeptReading> m_reading;
    quo::Directory m_names; // that were kept
    std::optional<mirror::KeptContacts> m_keptContacts;
    inbox::KnownConversations m_known; // what was kept, and what was read since
    mirror::Extent m_extent;
    QList<mirror::KeptSet> m_sets;

    std::unique_ptr<syncing::DirectorySync> m_directory;
    std::unique_ptr<syncing::ContactSync> m_contacts;
    syncing::NetworkWatch m_network; // nothing is tried again here: the next sync does it
    std::unique_ptr<quo::ChangeWalk> m_changes;
    std::unique_ptr<syncing::Reload> m_reload; // of everything
    quo::Completeness m_completeness;          // of what is kept, once the walk has ended
    int m_changePages = 0;
    quo::Instant m_begun{};
    quo::milliseconds m_begunTicks{};
    int m_waiting = 0;          // ChangeSets that are not written yet
    bool m_hasMadeFile = false; // which goes again if nothing was written
    bool m_isKeptRead = false;
    bool m_hasBegun = false;  // to request rows
    bool m_isRead = false;    // all rows
    bool m_isFlushed = false; // the last ChangeSet was given to the writer
    bool m_wasDamaged = false;
    bool m_mustReadAgain = false;
    bool m_isProgressShown = false;
    bool m_hasEnded = false;
};

// Returns its exit code. Needs a QCoreApplication.
int runSync(const SyncOptions &options, const QProcessEnvironment &environment);

} // namespace app
