// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportjob.h"
#include "exporting/formats.h"
#include "exporting/rowcopy.h"
#include "inbox/conversationstore.h"
#include "inbox/searchparser.h"
#include "support/fail.h"
#include "support/files.h"
#include "support/manualclock.h"
#include "support/timeouts.h"
#include "support/warnings.h"
#include "words/columnwords.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <csignal>
#include <thread>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using exporting::CopyFormat;
using exporting::CopyJob;
using exporting::ExportDone;
using exporting::ExportFailed;
using exporting::ExportFile;
using exporting::ExportJob;
using exporting::ExportOptions;
using exporting::Format;
using exporting::RowSource;

namespace {

const inbox::Reader reader{QLocale(QLocale::English, QLocale::UnitedStates),
                           QTimeZone("America/New_York"), u"US"_s};

quo::Conversation conversation(int i, const QString &name)
{
    quo::Conversation row;
    row.id = u"CN%1"_s.arg(i, 6, 10, QLatin1Char('0'));
    row.phoneNumberId = u"PN%1"_s.arg(i % 5);
    row.participants =
        QStringList{u"+1415555%1"_s.arg(i % 10'000, 4, 10, QLatin1Char('0')), u"+33140000000"_s};
    if (i % 3 > 0)
        row.name = name;
    if (i % 2 > 0)
        row.assignedTo = u"US%1"_s.arg(i % 7);
    row.createdAt = row.updatedAt = row.lastActivityAt =
        quo::Instant(quo::milliseconds(Q_INT64_C(1'767'225'600'000) + i * 61'007LL));
    if (i % 4 == 0)
        row.snoozedUntil = *row.createdAt + std::chrono::hours(30);
    return row;
}

QList<quo::Conversation> conversations(int first, int count, const QString &name)
{
    QList<quo::Conversation> rows;
    for (int i = first; i < first + count; ++i)
        rows.append(conversation(i, name));
    return rows;
}

exporting::Columns allColumns()
{
    exporting::Columns columns;
    for (const inbox::Column &column : inbox::columns())
        columns.append(&column);
    return columns;
}

// A workspace that goes on while it is exported.
struct Workspace
{
    inbox::ConversationStore store;
    quo::Directory directory;
    quo::ContactIndex contacts;
    quo::Instant now = *quo::parseInstant(u"2026-06-02T12:00:00Z"_s);

    explicit Workspace(int rows)
    {
        store.merge(conversations(0, rows, u"before"_s));
        rename(u"before"_s);
    }

    void rename(const QString &name)
    {
        QList<quo::Line> lines;
        QList<quo::Teammate> teammates;
        for (int i = 0; i < 7; ++i) {
            lines.append({u"PN%1"_s.arg(i), u"+1415555020%1"_s.arg(i), u"Line "_s + name, {}});
            teammates.append({u"US%1"_s.arg(i), u"Ana"_s, name, {}});
        }
        directory.setLines(lines);
        directory.add(teammates);
        contacts = {};
        contacts.add(u"+33140000000"_s, {u"Zoé "_s + name, {}});
    }

    RowSource source() const
    {
        return {store.rows(),
                inbox::RowOrder::ofArrival(store.size()),
                allColumns(),
                {reader, directory, contacts, now}};
    }

    // All that a refresh, a reload and other names do to a list.
    void change()
    {
        const int rows = int(store.size());
        store.merge(conversations(0, rows, u"after"_s));
        store.merge(conversations(rows, 500, u"new"_s));
        for (quint32 row = 0; row < quint32(rows); row += 2)
            store.leave(row);
        rename(u"after"_s);
        now += std::chrono::hours(24 * 400);
    }
};

QString write(const QString &fileName, const ExportOptions &options, const RowSource &source)
{
    ExportFile file(fileName, options, source.columns);
    if (const auto problem = file.open()) {
        support::fail(*problem);
        return fileName;
    }
    const inbox::CellContext context = source.names.context();
    for (const quint32 row : source.order.rows())
        file.write(source.rows.at(row), context);
    exporting::Manifest manifest;
    if (const auto problem = file.commit(manifest, false))
        support::fail(*problem);
    return fileName;
}

// Jobs say how far they are where a test advances it.
support::ManualClock &jobClock()
{
    static support::ManualClock clock{quo::Instant()};
    return clock;
}

std::unique_ptr<ExportJob> begin(const QString &fileName, const ExportOptions &options,
                                 RowSource source, bool manifestBeside = false)
{
    auto file = std::make_unique<ExportFile>(fileName, options, source.columns);
    return std::make_unique<ExportJob>(
        ExportJob::Task{std::move(source), std::move(file), {}, manifestBeside}, jobClock());
}

// Bytes, or of a workbook, whose bytes differ from run to run, what another reader finds in it.
QByteArray contents(const QString &fileName, const ExportOptions &options)
{
    if (options.format != Format::Xlsx)
        return support::readFile(fileName);
    QProcess python;
    python.start(QStringLiteral(QUOIN_PYTHON), {QStringLiteral(QUOIN_READBACK), fileName, u","_s});
    if (!python.waitForFinished() || python.exitCode() != 0)
        support::fail(QString::fromUtf8(python.readAllStandardError()));
    const QJsonDocument book = QJsonDocument::fromJson(python.readAllStandardOutput());
    return QJsonDocument(book[u"sheets"][u"Conversations"].toArray()).toJson();
}

template <class State>
bool is(const ExportJob &job)
{
    return std::holds_alternative<State>(job.state());
}

} // namespace

// Exports and copies in a worker, while what they were taken from goes on.
class TestExportJob : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    void formats()
    {
        QTest::addColumn<ExportOptions>("options");
        QTest::newRow("csv") << ExportOptions{.format = Format::Csv};
        QTest::newRow("national") << ExportOptions{.numbers = exporting::Numbers::National};
        QTest::newRow("tsv") << ExportOptions{.format = Format::Tsv, .zone = reader.zone};
        QTest::newRow("json") << ExportOptions{.format = Format::Json, .names = true};
        QTest::newRow("ndjson") << ExportOptions{.format = Format::Ndjson};
        QTest::newRow("xlsx") << ExportOptions{.format = Format::Xlsx};
    }

    QStringList filesIn(const QString &folder) const
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theFileIsTheMomentThatTheSourceIsOf_data() { formats(); }

    void theFileIsTheMomentThatTheSourceIsOf()
    {
        QFETCH(ExportOptions, options);
        Workspace workspace(options.format == Format::Xlsx ? 1000 : 3000);
        const int rows = int(workspace.store.size());
        const QString expected =
            write(m_dir.filePath(u"expected."_s + exporting::suffix(options.format)), options,
                  workspace.source());
        const QString fileName = m_dir.filePath(u"written."_s + exporting::suffix(options.format));
        const auto job = begin(fileName, options, workspace.source());
        workspace.change(); // while it is being written
        QTRY_VERIFY_WITH_TIMEOUT(!is<ExportJob::Working>(*job), support::workTimeout);
        const auto *done = std::get_if<ExportDone>(&job->state());
        QVERIFY(done);
        QCOMPARE(done->manifest.rows, rows);
        QVERIFY(!done->manifest.sha256.isEmpty());
        QCOMPARE(contents(fileName, options), contents(expected, options));
    }

    void itTellsHowFarItIsAndEndsOnce()
    {
        const Workspace workspace(20'000);
        const auto job = begin(m_dir.filePath(u"told.csv"_s), {}, workspace.source(), true);
        QVERIFY(is<ExportJob::Working>(*job));
        int ends = 0;
        int last = 0;
        connect(job.get(), &ExportJob::stateChanged, this, [&] {
            if (const auto *writing = std::get_if<ExportJob::Working>(&job->state())) {
                QCOMPARE(ends, 0);
                QCOMPARE(writing->total, 20'000);
                QCOMPARE_GE(writing->done, last);
                last = writing->done;
            } else {
                QVERIFY(is<ExportDone>(*job));
                ++ends;
            }
        });
        const auto lookAgain = [] { jobClock().advance(std::chrono::milliseconds(50)); };
        QTRY_VERIFY_WITH_TIMEOUT((lookAgain(), ends == 1), support::workTimeout);
        QCOMPARE_GT(last, 0);
        job->cancel(); // too late
        QVERIFY(is<ExportDone>(*job));
        QVERIFY(QFileInfo::exists(m_dir.filePath(u"told.csv.manifest.json"_s)));
    }

    // Qt paints with threads of the same pool, and the window waits for them.
    void itKeepsNoThreadFromPainting()
    {
        QThreadPool &pool = *QThreadPool::globalInstance();
        pool.waitForDone();
        const int threads = pool.maxThreadCount();
        const auto restore = qScopeGuard([&] { pool.setMaxThreadCount(threads); });
        pool.setMaxThreadCount(1);
        const Workspace workspace(50'000);
        const auto job = begin(m_dir.filePath(u"painted.csv"_s), {}, workspace.source());
        const auto rows = [&job] {
            jobClock().advance(std::chrono::milliseconds(50));
            const auto *working = std::get_if<ExportJob::Working>(&job->state());
            return working ? working->done : 0;
        };
        QTRY_COMPARE_GT(rows(), 0);
        QVERIFY(pool.tryStart([] {}));
    }

    void cancelledAtAnyMomentTheOldFileIsAsItWas_data() { formats(); }

    void cancelledAtAnyMomentTheOldFileIsAsItWas()
    {
        QFETCH(ExportOptions, options);
        const bool isWorkbook = options.format == Format::Xlsx; // whose reading back takes long
        const Workspace workspace(isWorkbook ? 300 : 2000);
        QTemporaryDir dir;
        const QString fileName = dir.filePath(u"file."_s + exporting::suffix(options.format));
        QElapsedTimer timer;
        timer.start();
        const QByteArray whole =
            contents(write(m_dir.filePath(u"whole."_s + exporting::suffix(options.format)), options,
                           workspace.source()),
                     options);
        const auto wholeTime = quint32(timer.nsecsElapsed() / 1000);
        int cancelled = 0;
        for (int i = 0; i < (isWorkbook ? 12 : 30); ++i) {
            support::writeFile(fileName, "old");
            auto job = begin(fileName, options, workspace.source());
            if (i > 0) // the first one is cancelled at once, so that one is
                std::this_thread::sleep_for(std::chrono::microseconds(
                    QRandomGenerator::global()->bounded(wholeTime + wholeTime / 4)));
            if (i % 2 > 0)
                QCoreApplication::processEvents();
            const bool wasDone = is<ExportDone>(*job);
            job->cancel();
            const bool isCancelled = is<ExportJob::Cancelled>(*job);
            QVERIFY(!(wasDone && isCancelled));
            job.reset();
            if (isCancelled) {
                ++cancelled;
                QCOMPARE(support::readFile(fileName), "old");
            } else {
                QCOMPARE(contents(fileName, options), whole);
            }
        }
        QCOMPARE_GT(cancelled, 0);
        // Where a file cannot be without a name, the worker takes it away a moment later.
        QTRY_COMPARE_WITH_TIMEOUT(filesIn(dir.path()), QStringList{QFileInfo(fileName).fileName()},
                                  support::workTimeout);
    }

    void destroyingItCancels()
    {
        const Workspace workspace(50'000);
        const QString fileName = m_dir.filePath(u"destroyed.csv"_s);
        support::writeFile(fileName, "old");
        begin(fileName, {}, workspace.source()).reset();
        QCOMPARE(support::readFile(fileName), "old");
    }

    void whatCannotBeWrittenIsSaidAndLeavesTheOldFile_data() { formats(); }

    void whatCannotBeWrittenIsSaidAndLeavesTheOldFile()
    {
        QFETCH(ExportOptions, options);
        const Workspace workspace(3000);
        QTemporaryDir dir;
        const QString fileName = dir.filePath(u"full"_s);
        support::writeFile(fileName, "old");
        // As a disk that is full: every write beyond this fails.
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{64 * 1024, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto job = begin(fileName, options, workspace.source());
        const bool hasEnded = QTest::qWaitFor([&] { return !is<ExportJob::Working>(*job); });
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(hasEnded);
        const auto *failed = std::get_if<ExportFailed>(&job->state());
        QVERIFY(failed);
        QVERIFY(!failed->problem.isEmpty());
        QCOMPARE(support::readFile(fileName), "old");
        QCOMPARE(filesIn(dir.path()), QStringList{u"full"_s});

        const auto nowhere = begin(dir.filePath(u"no/such/folder"_s), options, workspace.source());
        QTRY_VERIFY_WITH_TIMEOUT(is<ExportFailed>(*nowhere), support::workTimeout);
        QCOMPARE(std::get<ExportFailed>(nowhere->state()).problem, u"No such file or directory"_s);
    }

    // The order that the list has not got round to yet.
    void aSourceBringsItsOrderAbout()
    {
        Workspace workspace(3000);
        for (quint32 row = 0; row < 3000; row += 3)
            workspace.store.leave(row);
        RowSource source = workspace.source();
        source.order = {};
        source.arrangement = {
            {.search = inbox::parseSearch(u"is:snoozed"_s, {workspace.now, reader.zone, {}})},
            {{inbox::columnIndex(u"createdAt"), true}}};
        workspace.now = *quo::parseInstant(u"2026-01-02T12:00:00Z"_s);
        source.names.now = workspace.now;
        const QString fileName = m_dir.filePath(u"arranged.ndjson"_s);
        const auto job = begin(fileName, {.format = Format::Ndjson}, source);
        QTRY_VERIFY_WITH_TIMEOUT(is<ExportDone>(*job), support::workTimeout);
        QByteArrayList expected;
        for (int row = 2999; row >= 0; --row)
            if (row % 3 != 0 && row % 4 == 0 &&
                *source.rows.at(quint32(row)).snoozedUntil() > workspace.now)
                expected.append(
                    exporting::toJson(source.rows.at(quint32(row)), source.names.context()));
        QCOMPARE_GT(expected.size(), 100);
        QCOMPARE(support::readFile(fileName).trimmed().split('\n'), expected);
    }

    // Worth running under a sanitizer of threads: the same rows and names are read by several of
    // them, while their owner makes other ones.
    void severalAtOnceReadWhatIsBeingChanged()
    {
        Workspace workspace(1500);
        const RowSource source = workspace.source();
        const QList<ExportOptions> all{{},
                                       {.numbers = exporting::Numbers::National},
                                       {.format = Format::Json, .names = true},
                                       {.format = Format::Xlsx}};
        QList<QByteArray> expected;
        std::vector<std::unique_ptr<ExportJob>> jobs;
        for (const ExportOptions &options : all)
            expected.append(
                contents(write(m_dir.filePath(u"expected."_s + exporting::suffix(options.format)),
                               options, source),
                         options));
        const exporting::CopiedRows copied = exporting::copied(source, CopyFormat::Table);
        for (int i = 0; i < all.size(); ++i)
            jobs.push_back(
                begin(m_dir.filePath(u"%1.%2"_s.arg(i).arg(exporting::suffix(all[i].format))),
                      all[i], source));
        CopyJob copy(source, CopyFormat::Table, jobClock());
        while (std::ranges::any_of(jobs,
                                   [](const auto &job) { return is<ExportJob::Working>(*job); })) {
            workspace.change();
            const RowSource other = workspace.source();
            for (const inbox::Column &column : inbox::columns())
                words::columnWords(column.id).fullText(other.rows.at(1), other.names.context());
            QCoreApplication::processEvents();
        }
        for (int i = 0; i < all.size(); ++i) {
            QVERIFY(is<ExportDone>(*jobs[size_t(i)]));
            QCOMPARE(
                contents(m_dir.filePath(u"%1.%2"_s.arg(i).arg(exporting::suffix(all[i].format))),
                         all[i]),
                expected[i]);
        }
        QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<exporting::CopiedRows>(copy.state()),
                                 support::workTimeout);
        QCOMPARE(std::get<exporting::CopiedRows>(copy.state()).html, copied.html);
    }

    void textsAreTheSameInEveryThread()
    {
        const Workspace workspace(300);
        const RowSource source = workspace.source();
        const auto texts = [&source] {
            QStringList all;
            const inbox::CellContext context = source.names.context();
            for (quint32 row = 0; row < source.rows.size(); ++row)
                for (const inbox::Column &column : inbox::columns())
                    all << words::columnWords(column.id).text(source.rows.at(row), context)
                        << words::columnWords(column.id).fullText(source.rows.at(row), context)
                        << words::columnWords(column.id).title();
            return all;
        };
        const QStringList expected = texts();
        std::array<QStringList, 4> found;
        std::vector<std::thread> threads;
        for (QStringList &result : found)
            threads.emplace_back([&] { result = texts(); });
        for (std::thread &thread : threads)
            thread.join();
        for (const QStringList &result : found)
            QCOMPARE(result, expected);
    }

    void aCopyIsTheMomentOfItsSourceAndCanBeCancelled()
    {
        Workspace workspace(5000);
        for (const CopyFormat format :
             {CopyFormat::Table, CopyFormat::Json, CopyFormat::Numbers, CopyFormat::Ids}) {
            const RowSource source = workspace.source();
            const exporting::CopiedRows expected = exporting::copied(source, format);
            CopyJob job(source, format, jobClock());
            workspace.change();
            QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<exporting::CopiedRows>(job.state()),
                                     support::workTimeout);
            const auto &copied = std::get<exporting::CopiedRows>(job.state());
            QCOMPARE(copied.text, expected.text);
            QCOMPARE(copied.html, expected.html);
            QCOMPARE(copied.tsv, expected.tsv);
        }
        CopyJob job(workspace.source(), CopyFormat::Table, jobClock());
        bool isTold = false;
        connect(&job, &CopyJob::stateChanged, this, [&] { isTold = true; });
        job.cancel();
        QVERIFY(std::holds_alternative<CopyJob::Cancelled>(job.state()));
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        jobClock().advance(std::chrono::seconds(1));
        QVERIFY(!isTold);
    }
};

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
