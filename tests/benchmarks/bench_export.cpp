// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportfile.h"
#include "inbox/conversationstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

#include <sys/resource.h>

// How fast rows become CSV, beside jq doing the same with the same rows, and how much memory that
// takes: bench_export [rows], at first 10,000. A run with --memory measures one size alone, since
// a process never gives its peak back.

namespace {

quo::Conversation conversation(int i)
{
    const quo::Instant instant{quo::milliseconds(Q_INT64_C(1767225600000) + i * 61'007LL)};
    quo::Conversation row;
    row.id = QStringLiteral("CN%1").arg(i, 32, 16, QLatin1Char('0'));
    row.phoneNumberId = QStringLiteral("PN%1").arg(i % 12, 32, 16, QLatin1Char('0'));
    row.participants =
        QStringList{QStringLiteral("+1415555%1").arg(i % 10'000, 4, 10, QLatin1Char('0'))};
    row.name = QStringLiteral("Customer %1").arg(i);
    row.assignedTo = QStringLiteral("US%1").arg(i % 30, 32, 16, QLatin1Char('0'));
    row.createdAt = row.updatedAt = row.lastActivityAt = instant;
    return row;
}

const inbox::Reader reader{QLocale::c(), QTimeZone::utc(), QStringLiteral("US")};
const quo::Directory directory;
const quo::ContactIndex contacts;

// Writes them page by page, as 'quoin export --sort none' does.
void write(const QString &fileName, const exporting::ExportOptions &options, int rows)
{
    exporting::Columns columns;
    for (const inbox::Column &column : inbox::columns())
        if (column.isField())
            columns.append(&column);
    exporting::ExportFile file(fileName, options, columns);
    if (file.open())
        qFatal("no file");
    const inbox::CellContext context{reader, quo::Instant{}, directory, contacts};
    for (int first = 0; first < rows; first += 100) {
        QList<quo::Conversation> page;
        for (int i = first; i < qMin(rows, first + 100); ++i)
            page.append(conversation(i));
        inbox::ConversationStore store;
        store.merge(page);
        for (quint32 row = 0; row < store.size(); ++row)
            file.write(store.at(row), context);
    }
    exporting::Manifest manifest;
    if (file.commit(manifest, false))
        qFatal("not written");
}

double seconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

// Kilobytes.
long peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const bool memoryOnly = arguments.removeAll(QStringLiteral("--memory")) > 0;
    const int rows = arguments.value(1, QStringLiteral("10000")).toInt();
    const QTemporaryDir dir;
    if (memoryOnly) {
        const long before = peakMemory();
        for (const auto format : {exporting::Format::Csv, exporting::Format::Xlsx}) {
            write(dir.filePath(QStringLiteral("a")), {.format = format}, rows);
            std::printf("%9d rows as %s: peak %ld kB, %ld kB of it at the start\n", rows,
                        qPrintable(exporting::suffix(format)), peakMemory(), before);
        }
        return 0;
    }
    // The same rows for both.
    const QString json = dir.filePath(QStringLiteral("a.ndjson"));
    write(json, {.format = exporting::Format::Ndjson}, rows);
    QElapsedTimer timer;
    timer.start();
    write(dir.filePath(QStringLiteral("a.csv")), {}, rows);
    const double ours = seconds(timer);
    QProcess jq;
    jq.setStandardInputFile(json);
    jq.setStandardOutputFile(dir.filePath(QStringLiteral("b.csv")));
    timer.restart();
    jq.start(QStringLiteral("jq"),
             {QStringLiteral("-r"),
              QStringLiteral("[.name, (.participants | join(\"; \")), .phoneNumberId, .assignedTo, "
                             ".snoozedUntil, .mutedUntil, .lastActivityAt, .updatedAt, .createdAt, "
                             ".deletedAt, .lastActivityId, .id] | @csv")});
    if (!jq.waitForFinished(600'000) || jq.exitCode() != 0)
        qFatal("jq: %s", jq.readAllStandardError().constData());
    const double theirs = seconds(timer);
    std::printf("%d rows as CSV, their making included: %.0f rows a second; jq -r @csv: %.0f; "
                "ratio %.2f\n",
                rows, rows / ours, rows / theirs, theirs / ours);
    return 0;
}
