// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection.h"
#include "exporting/exportfile.h"
#include "inbox/conversationstore.h"
#include "inbox/rowfilter.h"
#include "quo/directoryloader.h"
#include "quo/fullwalk.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>

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
    void begin();
    void onPage(const quo::Page &page);
    void onWalkState();
    inbox::RowOrder matchingRows(const inbox::ConversationRows &rows) const;
    // As many as the limit allows.
    void write(const inbox::ConversationRows &rows, const inbox::RowOrder &order);
    void finish();
    quo::Completeness completeness() const;
    exporting::Manifest manifest() const;
    void showProgress();
    void failToWrite(const QString &problem);
    void end(ExitCode code, const QString &sentence = {});
    inbox::CellContext context() const;

    const ExportCommandOptions m_options;
    Connection &m_connection;
    quo::Clock &m_clock;
    const inbox::Reader m_reader;
    exporting::ExportOptions m_format;
    exporting::Columns m_columns;
    quo::ConversationQuery m_query;
    inbox::RowFilter m_filter;
    std::optional<inbox::SortKeys> m_sort; // null: as they arrive
    const quo::ContactIndex m_contacts; // their names cost requests that the rows are waiting for

    std::unique_ptr<quo::DirectoryLoader> m_directory;
    std::unique_ptr<quo::FullWalk> m_walk;
    std::unique_ptr<exporting::ExportFile> m_file;
    inbox::ConversationStore m_held; // until all is there to be sorted
    QSet<QString> m_seen;            // ids of rows that were written as they came
    quo::Instant m_begun{};
    QElapsedTimer m_elapsed;
    bool m_isCutOff = false; // by the limit
    bool m_hasEnded = false;
};

// Its exit code. Needs a QCoreApplication.
int runExport(const ExportCommandOptions &options, const QProcessEnvironment &environment);

} // namespace app
