// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportjob.h"
#include "exporting/formats.h"
#include "inbox/conversationstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>

#include <sys/resource.h>

// How fast a job writes rows, beside the same rows written with nothing between and, as CSV, beside
// jq; how long the event loop waits meanwhile and how soon a cancel is through; and how much memory
// that takes: bench_export [rows], at first 10,000. A run with --memory measures one size alone,
// since a process never gives its peak back.

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

exporting::RowSource makeSource(int rows)
{
    exporting::Columns columns;
    for (const inbox::Column &column : inbox::columns())
        if (column.isField())
            columns.append(&column);
    inbox::ConversationStore store;
    for (int first = 0; first < rows; first += 100) {
        QList<quo::Conversation> page;
        for (int i = first; i < qMin(rows, first + 100); ++i)
            page.append(conversation(i));
        store.merge(page);
    }
    return {store.rows(), inbox::RowOrder::ofArrival(store.size()), columns, {reader, {}, {}, {}}};
}

// In this thread, row after row.
void writeHere(const QString &fileName, const exporting::ExportOptions &options,
               const exporting::RowSource &source)
{
    exporting::ExportFile file(fileName, options, source.columns);
    if (file.open())
        qFatal("no file");
    const inbox::CellContext context = source.names.context();
    source.order.forEach([&](quint32 row) { file.write(source.rows.at(row), context); });
    exporting::Manifest manifest;
    if (file.commit(manifest, false))
        qFatal("not written");
}

std::unique_ptr<exporting::ExportJob> begin(const QString &fileName,
                                            const exporting::ExportOptions &options,
                                            const exporting::RowSource &source)
{
    static quo::SystemClock clock;
    auto file = std::make_unique<exporting::ExportFile>(fileName, options, source.columns);
    return std::make_unique<exporting::ExportJob>(
        exporting::ExportJob::Task{source, std::move(file), {}}, clock);
}

bool isWriting(const exporting::ExportJob &job)
{
    return std::holds_alternative<exporting::ExportJob::Working>(job.state());
}

// Milliseconds of the longest turn of the event loop until then.
double runUntil(const std::function<bool()> &isOver)
{
    QTimer tick; // so that there always is a next turn
    tick.start(1);
    QElapsedTimer timer;
    timer.start();
    qint64 longest = 0;
    qint64 last = 0;
    while (!isOver()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const qint64 now = timer.nsecsElapsed();
        longest = qMax(longest, now - last);
        last = now;
    }
    return double(longest) / 1e6;
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
    const exporting::RowSource source = makeSource(rows);
    if (memoryOnly) {
        const long before = peakMemory();
        for (const auto format : {exporting::Format::Csv, exporting::Format::Xlsx}) {
            const auto job = begin(dir.filePath(QStringLiteral("a")), {.format = format}, source);
            runUntil([&] { return !isWriting(*job); });
            std::printf("%9d rows as %s: peak %ld kB, %ld kB of it with the rows before\n", rows,
                        qPrintable(exporting::suffix(format)), peakMemory(), before);
        }
        return 0;
    }
    QElapsedTimer timer;
    for (const auto format :
         {exporting::Format::Csv, exporting::Format::Ndjson, exporting::Format::Xlsx}) {
        const QString fileName = dir.filePath(QStringLiteral("a.") + exporting::suffix(format));
        timer.start();
        writeHere(fileName, {.format = format}, source);
        const double here = seconds(timer);
        timer.start();
        const auto job = begin(fileName, {.format = format}, source);
        const double begun = seconds(timer);
        const double gap = runUntil([&] { return !isWriting(*job); });
        const double there = seconds(timer);
        if (!std::holds_alternative<exporting::ExportDone>(job->state()))
            qFatal("not written");
        // In the middle of the rows, and near the end, where a workbook is closed.
        double longestCancel = 0;
        for (const double part : {0.3, 0.95}) {
            auto other = begin(fileName, {.format = format}, source);
            QElapsedTimer since;
            since.start();
            runUntil([&] { return seconds(since) > part * there || !isWriting(*other); });
            timer.start();
            other->cancel();
            other.reset();
            longestCancel = qMax(longestCancel, seconds(timer));
        }
        std::printf("%d rows as %s: %.0f rows a second in a worker, %.0f here; begun within %.1f "
                    "ms, longest turn of the event loop %.1f ms, cancelled within %.1f ms\n",
                    rows, qPrintable(exporting::suffix(format)), rows / there, rows / here,
                    begun * 1000, gap, longestCancel * 1000);
    }
    timer.start();
    writeHere(dir.filePath(QStringLiteral("b.csv")), {}, source);
    const double ours = seconds(timer);
    QProcess jq;
    jq.setStandardInputFile(dir.filePath(QStringLiteral("a.ndjson")));
    jq.setStandardOutputFile(dir.filePath(QStringLiteral("c.csv")));
    timer.start();
    jq.start(QStringLiteral("jq"),
             {QStringLiteral("-r"),
              QStringLiteral("[.name, (.participants | join(\"; \")), .phoneNumberId, .assignedTo, "
                             ".snoozedUntil, .mutedUntil, .lastActivityAt, .updatedAt, .createdAt, "
                             ".deletedAt, .lastActivityId, .id] | @csv")});
    if (!jq.waitForFinished(600'000) || jq.exitCode() != 0)
        qFatal("jq: %s", jq.readAllStandardError().constData());
    const double theirs = seconds(timer);
    std::printf("%d rows as CSV: %.0f rows a second; jq -r @csv: %.0f; "
                "ratio %.2f\n",
                rows, rows / ours, rows / theirs, theirs / ours);
    return 0;
}
