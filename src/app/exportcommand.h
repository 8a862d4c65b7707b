// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection.h"
#include "exporting/exportjob.h"
#include "inbox/conversationstore.h"
#include "inbox/rowfilter.h"
#include "quo/contactloader.h"
#include "quo/directoryloader.h"
#include "quo/fullwalk.h"

#include <QElapsedTimer>
#include <QObject>

namespace app {

// 'quoin export': reads everything that matches and writes it, then ends the program.
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
    bool readOptions();
    bool readNationalLines();
    void refuse(const quo::QueryProblem &problem);
    void begin();
    void readContacts();
    void readRows();
    void onPage(const quo::Page &page);
    void onRowsLeft(const QStringList &ids);
    void finishWhenRead();
    // Whether the search may hold for the name of a contact, or a name is written or sorted by.
    bool needsContacts() const;
    // Those from 'first' on that match, in the order of their arrival.
    QList<quint32> matchingRows(quint32 first);
    // Which rows go out, and in which order: as many as the limit allows.
    inbox::RowOrder order();
    bool exceedsLimit(qsizetype rows) const;
    void write();
    void onJobState();
    quo::Completeness completeness() const;
    exporting::Manifest manifest() const;
    void showProgress();
    void failToWrite(const QString &problem);
    void end(ExitCode code, const QString &sentence = {});
    inbox::NamesSnapshot names() const;

    const ExportCommandOptions m_options;
    Connection &m_connection;
    quo::Clock &m_clock;
    inbox::Reader m_reader; // its region, if none was given, once the lines are known
    exporting::ExportOptions m_format;
    exporting::Columns m_columns;
    quo::ConversationQuery m_query;
    QStringList m_nationalLines; // lines of the query that need a region to be read
    inbox::RowFilter m_filter;
    QString m_search;                      // what m_filter has of it, as it was typed
    std::optional<inbox::SortKeys> m_sort; // null: as they arrive
    quo::ContactIndex m_contacts;
    std::shared_ptr<const inbox::ContactTexts> m_contactTexts;
    std::optional<quo::ApiError> m_contactsError; // why they could not be read

    std::unique_ptr<quo::DirectoryLoader> m_directory;
    std::unique_ptr<quo::ContactLoader> m_contactLoader;
    std::unique_ptr<quo::FullWalk> m_walk;
    inbox::ConversationStore m_held; // all that was read
    qsizetype m_found = 0;           // of them, those that match, where that ends the reading
    std::unique_ptr<exporting::ExportFile> m_file;
    std::unique_ptr<exporting::ExportJob> m_job; // once all was read
    quo::Instant m_begun{};
    QElapsedTimer m_elapsed;
    bool m_isCutOff = false; // by the limit
    bool m_hasEnded = false;
};

// Its exit code. Needs a QCoreApplication.
int runExport(const ExportCommandOptions &options, const QProcessEnvironment &environment);

} // namespace app
