// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection.h"
#include "app/exportplan.h"
#include "app/keptreading.h"
#include "exporting/exportjob.h"
#include "inbox/conversationstore.h"
#include "quo/contactloader.h"
#include "quo/directoryloader.h"
#include "quo/fullwalk.h"

#include <QObject>

namespace app {

// 'quoin export': reads everything that matches, from the server or from what is kept on this
// computer, and writes it, then ends the program.
class ExportCommand : public QObject
{
    Q_OBJECT

public:
    enum ExitCode { Whole = 0, FailedToExport = 1, WrongUsage = 2, Incomplete = 3 };

    static ExitCode exitCode(quo::Verdict verdict);

    // All must outlive it.
    ExportCommand(const ExportCommandOptions &options, Connection &connection, quo::Clock &clock,
                  const inbox::Reader &reader);
    ~ExportCommand() override;

    void start();

private:
    // What is kept on this computer, beside the rows.
    struct Kept
    {
        quo::Directory directory;
        mirror::Extent extent; // of what the query asks for
        bool hasContacts = false;
    };

    void readKept();
    void onKept(const KeptReading::End &kept);
    // These return why what is kept cannot be exported; null if it can.
    std::optional<QString> whyTooOld(const mirror::Extent &extent) const;
    std::optional<QString> take(const KeptReading::End &kept);
    void refuseKept(const QString &problem);
    void askServer();
    // False if a number of the command line cannot be read; then it has ended.
    bool readNumbers();
    void begin();
    void prepareContacts();
    void readRows();
    void onPage(const quo::Page &page);
    void onRowsLeft(const QStringList &ids);
    void finishWhenRead();
    // Rows from 'first' on that match, in the order of their arrival.
    QList<quint32> matchingRows(quint32 first);
    // The rows to write, in their order: as many as the limit allows.
    inbox::RowOrder order();
    bool exceedsLimit(qsizetype rows) const;
    void write();
    void onJobState();
    quo::Completeness completeness() const;
    exporting::Manifest manifest() const;
    void showProgress();
    void say(const QString &sentence);
    void failToWrite(const QString &problem);
    void end(ExitCode code, const QString &sentence = {});
    const quo::Directory &directory() const;
    inbox::NamesSnapshot names() const;

    const ExportCommandOptions m_options;
    Connection &m_connection;
    quo::Clock &m_clock;
    inbox::Reader m_reader; // its region, if none was given, once the lines are known
    ExportPlan m_plan;
    quo::ContactIndex m_contacts;
    std::shared_ptr<const inbox::ContactTexts> m_contactTexts;
    std::optional<quo::ApiError> m_contactsError; // why they could not be read

    std::unique_ptr<KeptReading> m_keptReading;
    std::optional<Kept> m_kept; // null: the server is asked
    std::unique_ptr<quo::DirectoryLoader> m_directory;
    std::unique_ptr<quo::ContactLoader> m_contactLoader;
    std::unique_ptr<quo::FullWalk> m_walk;
    inbox::ConversationStore m_held; // all that was read
    qsizetype m_found = 0;           // how many of them match, if a limit can end the reading
    std::unique_ptr<exporting::ExportFile> m_file;
    std::unique_ptr<exporting::ExportJob> m_job; // once all was read
    quo::Instant m_begun{};
    quo::milliseconds m_begunTicks{};
    bool m_isCutOff = false; // by the limit
    bool m_hasEnded = false;
};

// Returns its exit code. Needs a QCoreApplication.
int runExport(const ExportCommandOptions &options, const QProcessEnvironment &environment);

} // namespace app
