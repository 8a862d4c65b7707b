// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/reader.h"
#include "mirror/writer.h"
#include "support/faultydisk.h"
#include "support/files.h"
#include "support/specialfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QMetaEnum>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <functional>
#include <grp.h>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using mirror::ChangeSet;
using mirror::Extent;
using mirror::Place;
using mirror::Problem;
using mirror::Reader;
using mirror::RowView;
using mirror::ServerFilter;
using mirror::Writer;
using quo::Conversation;
using quo::Instant;
using support::FaultyDisk;

namespace {

Place placeOf(const QString &fileName)
{
    return {fileName, "owner"};
}

const char *nameOf(Problem::Kind kind)
{
    switch (kind) {
    case Problem::Kind::Damaged:
        return "damaged";
    case Problem::Kind::Newer:
        return "newer";
    case Problem::Kind::Foreign:
        return "foreign";
    case Problem::Kind::NotAFile:
        return "not a file";
    case Problem::Kind::InUse:
        return "in use";
    case Problem::Kind::Locked:
        return "locked";
    case Problem::Kind::Full:
        return "full";
    case Problem::Kind::ReadOnly:
        return "read only";
    case Problem::Kind::Failed:
        return "failed";
    }
    return "";
}

// What is to be in the file after each of an endless sequence of ChangeSets. The extent's asOf is
// how many of them are.
struct World
{
    int step = 0;
    QMap<QString, Conversation> rows;
    QStringList ids;       // of the rows
    QSet<QString> members; // of the filter
    int nextId = 0;

    static ServerFilter filter() { return {QStringLiteral("US1"), true}; }
    Extent extent() const
    {
        Extent extent;
        extent.asOf = Instant(quo::milliseconds(step));
        return extent;
    }

    // The next one.
    ChangeSet change()
    {
        ++step;
        QRandomGenerator random{quint32(step)};
        ChangeSet changes;
        const auto put = [&](const QString &id) {
            Conversation row;
            row.id = id;
            row.phoneNumberId = QStringLiteral("PN%1").arg(random.bounded(5 + step / 10));
            row.participants = {QStringLiteral("+1%1").arg(random.bounded(1'000'000))};
            row.name = QString(random.bounded(40), QChar(u'a' + step % 26));
            row.lastActivityAt = Instant(quo::milliseconds(random.bounded(1'000'000)));
            rows.insert(id, row);
            changes.rows.append(row);
        };
        for (int i = 0; i < 10 && !ids.isEmpty(); ++i) {
            const qsizetype place = random.bounded(qint64(ids.size()));
            const QString id = ids[place];
            if (i >= 3) {
                put(id);
                continue;
            }
            changes.removed.append(id);
            ids[place] = ids.last();
            ids.removeLast();
            rows.remove(id);
            members.remove(id);
        }
        // What is both new and gone in one of them is gone.
        changes.rows.removeIf([this](const Conversation &row) { return !rows.contains(row.id); });
        mirror::SetChange set{.filter = filter(), .extent = extent()};
        for (int i = 0; i < 20; ++i) {
            const QString id =
                QStringLiteral("CN%1").arg(qHash(nextId++, 1), 16, 16, QLatin1Char('0'));
            put(id);
            ids.append(id);
            if (i % 4 == 0) {
                set.added.append(id);
                members.insert(id);
            }
        }
        changes.sets = {set};
        changes.extent = extent();
        return changes;
    }

    static World after(int steps)
    {
        World world;
        while (world.step < steps)
            world.change();
        return world;
    }
};

int stepOf(const Reader &reader)
{
    const auto asOf = reader.extent().asOf;
    return asOf ? int(asOf->time_since_epoch().count()) : 0;
}

// Null if the file has exactly what it is to have after the step that it says. Otherwise what is
// wrong. 'step' may be null.
QString wrongIn(const Place &place, int *step = nullptr)
{
    const auto opened = Reader::open(place);
    if (!opened)
        return QLatin1String(nameOf(opened.error().kind)) + u' ' + opened.error().detail;
    if (step)
        *step = 0;
    if (!*opened)
        return {};
    Reader &reader = **opened;
    const World world = World::after(stepOf(reader));
    if (step)
        *step = world.step;
    QMap<QString, Conversation> rows;
    int count = 0;
    const auto problem = reader.forEachRow(20, [&](const RowView &row) {
        const Conversation conversation = toConversation(row, reader);
        rows.insert(conversation.id, conversation);
        ++count;
        return true;
    });
    if (problem)
        return QLatin1String(nameOf(problem->kind)) + u' ' + problem->detail;
    if (count != rows.size())
        return QStringLiteral("rows are doubled");
    if (count != reader.rowCount())
        return QStringLiteral("rows are not counted right");
    if (rows != world.rows)
        return QStringLiteral("other rows than after step %1").arg(world.step);
    const auto sets = reader.sets();
    if (!sets)
        return QLatin1String(nameOf(sets.error().kind));
    const mirror::KeptSet set = sets->value(0);
    if (QSet<QString>(set.ids.cbegin(), set.ids.cend()) != world.members ||
        set.ids.size() != world.members.size() || (world.step > 0 && set.extent != world.extent()))
        return QStringLiteral("another answer than after step %1").arg(world.step);
    return {};
}

// What SQLite itself says of the file; 'ok' if all is well.
QString integrityOf(const Place &place)
{
    sqlite3 *connection = nullptr;
    sqlite3_open_v2(place.fileName.toUtf8().constData(), &connection, SQLITE_OPEN_READWRITE,
                    nullptr);
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(connection, "PRAGMA integrity_check", -1, &statement, nullptr);
    QString answer = QString::fromUtf8(sqlite3_errmsg(connection));
    if (sqlite3_step(statement) == SQLITE_ROW)
        answer =
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    sqlite3_close(connection);
    return answer;
}

bool runSql(const QString &fileName, const char *sql)
{
    sqlite3 *connection = nullptr;
    sqlite3_open_v2(fileName.toUtf8().constData(), &connection,
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const int code = sqlite3_exec(connection, sql, nullptr, nullptr, nullptr);
    sqlite3_close(connection);
    return code == SQLITE_OK;
}

// Writes the first steps, and closes the file.
void writeSteps(const Place &place, int steps)
{
    World world;
    Writer writer(place);
    while (world.step < steps)
        writer.write(world.change());
}

// What a writer announces.
struct Announced
{
    explicit Announced(const Writer &writer)
        : opened(&writer, &Writer::opened)
        , written(&writer, &Writer::written)
        , problems(&writer, &Writer::problemFound)
        , losses(&writer, &Writer::rowsLost)
    {
    }

    Problem problem() const { return problems.value(0).value(0).value<Problem>(); }

    QSignalSpy opened;
    QSignalSpy written;
    QSignalSpy problems;
    QSignalSpy losses;
};

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

// Another process: writes 'steps' more, and says what comes of it.
int writeInChild(const Place &place, int steps)
{
    // Nobody else writes from now on, so that what it reads then stays right.
    auto writer = std::make_unique<Writer>(place);
    World world;
    int given = 0;
    int acknowledged = 0;
    const auto giveNext = [&] {
        if (given++ < steps)
            writer->write(world.change());
    };
    QObject::connect(writer.get(), &Writer::opened, writer.get(), [&] {
        const auto reader = Reader::open(place);
        if (!reader) {
            say(QByteArray("read: ") + nameOf(reader.error().kind));
            return QCoreApplication::quit();
        }
        world = World::after(*reader ? stepOf(**reader) : 0);
        acknowledged = world.step;
        for (int i = 0; i < 3; ++i)
            giveNext();
    });
    int done = 0;
    QObject::connect(writer.get(), &Writer::written, writer.get(), [&] {
        say("written " + QByteArray::number(++acknowledged));
        if (++done == steps)
            QCoreApplication::quit();
        giveNext();
    });
    QObject::connect(writer.get(), &Writer::problemFound, writer.get(),
                     [&](const Problem &problem) {
                         say(QByteArray("problem: ") + nameOf(problem.kind));
                         QCoreApplication::quit();
                     });
    QCoreApplication::exec();
    writer.reset();
    say("closed");
    return 0;
}

int readInChild(const Place &place)
{
    const QString wrong = wrongIn(place);
    say(wrong.isEmpty() ? "right" : wrong.toUtf8());
    return 0;
}

// Locks the file until its input ends.
int holdInChild(const Place &place)
{
    sqlite3 *connection = nullptr;
    sqlite3_open(place.fileName.toUtf8().constData(), &connection);
    sqlite3_exec(connection, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr,
                 nullptr);
    say("held");
    std::getchar();
    sqlite3_close(connection);
    return 0;
}

// child FILE write|read|hold [steps=N] [kill=N] [size=N] [nobody=1]
int runChild(const QStringList &arguments)
{
    const Place place = placeOf(arguments[2]);
    QMap<QString, int> options;
    for (const QString &option : arguments.mid(4))
        options.insert(option.section(u'=', 0, 0), option.section(u'=', 1).toInt());
    std::unique_ptr<FaultyDisk> disk;
    if (options.contains(QStringLiteral("kill"))) {
        disk = std::make_unique<FaultyDisk>();
        disk->failWith({.operations = FaultyDisk::Write | FaultyDisk::Sync | FaultyDisk::Delete |
                                      FaultyDisk::Open,
                        .after = options[QStringLiteral("kill")],
                        .code = SQLITE_OK});
    }
    if (options.contains(QStringLiteral("size"))) {
        const rlimit limit{rlim_t(options[QStringLiteral("size")]),
                           rlim_t(options[QStringLiteral("size")])};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    constexpr uid_t nobody = 65534;
    if (options.contains(QStringLiteral("nobody")) && geteuid() == 0 &&
        (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0))
        return 1;
    const QString task = arguments[3];
    if (task == u"hold")
        return holdInChild(place);
    if (task == u"read")
        return readInChild(place);
    return writeInChild(place, options.value(QStringLiteral("steps")));
}

class Child
{
public:
    Child(const Place &place, const char *task, const QStringList &options = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        QStringList{QStringLiteral("child"), place.fileName, QLatin1String(task)} +
                            options);
    }

    // The next line that it says; null at its end.
    QByteArray line()
    {
        while (!m_process.canReadLine())
            if (m_process.state() == QProcess::NotRunning || !m_process.waitForReadyRead())
                break;
        return m_process.readLine().trimmed();
    }
    QByteArrayList lines()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
        return m_process.readAll().trimmed().split('\n');
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool wasKilled() const { return m_process.exitStatus() == QProcess::CrashExit; }

private:
    QProcess m_process;
};

// Whether it comes true, sooner or later. Looks again after each event.
template <class F>
bool happens(F f)
{
    QTimer longest;
    longest.setSingleShot(true);
    longest.start(60'000);
    while (!f() && longest.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return f();
}

bool comesTo(const QSignalSpy &spy, qsizetype count)
{
    return happens([&] { return spy.size() >= count; }) && spy.size() == count;
}

int lastWritten(const QByteArrayList &lines)
{
    int last = 0;
    for (const QByteArray &line : lines)
        if (line.startsWith("written "))
            last = line.mid(8).toInt();
    return last;
}

} // namespace

class TestMirrorFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsNotAFileIsLeftAlone_data();
    void whatIsNotAFileIsLeftAlone();
    void anotherProgramsDatabaseIsLeftAlone_data();
    void anotherProgramsDatabaseIsLeftAlone();
    void aNewerFileIsLeftAlone();
    void aTruncatedFileIsSetAside_data();
    void aTruncatedFileIsSetAside();
    void randomBytesAreSetAside_data();
    void randomBytesAreSetAside();
    void randomBytesAnywhereNeverMakeAWrongWorkspace();
    void damageThatAReaderFindsIsSetAside();
    void onlyTheLatestDamagedFilesAreKept();
    void writesBeforeALossAreDropped();
    void aFileThatIsDeletedWhileOpenIsMadeAgain_data();
    void aFileThatIsDeletedWhileOpenIsMadeAgain();
    void aLostLogIsNoLoss();
    void aDamagedLogTakesBackWholeSteps();
    void readersSeeWholeStepsWhileOthersAreWritten();
    void aFaultOfTheDiskLeavesTheFile_data();
    void aFaultOfTheDiskLeavesTheFile();
    void aFaultOfTheDiskIsSaidToTheReader();
    void aFullDiskIsSaid();
    void aReadOnlyFolderCanBeRead();
    void aFolderThatMayNotBeWrittenIsSaid();
    void aLockedFileIsLeftAlone();
    void onlyOneProcessWrites();
    void processesThatStartAtTheSameMomentAgree();
    void killedInEachStepOfTheFirstWrites();
    void killedInEachStepOfALaterWrite();
    void killedManyTimes();

private:
    Place place() const { return placeOf(m_folder->filePath(QStringLiteral("w.sqlite"))); }
    QStringList files() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::System |
                           QDir::NoDotAndDotDot,
                       QDir::Name);
    }
    // A writer that cannot open it says so, and writes nothing.
    void refuses(Problem::Kind kind)
    {
        const auto reader = Reader::open(place());
        QVERIFY(!reader);
        QCOMPARE(nameOf(reader.error().kind), nameOf(kind));
        Writer writer(place());
        const Announced announced(writer);
        writer.write(World().change());
        QVERIFY(comesTo(announced.problems, 1));
        QCOMPARE(nameOf(announced.problem().kind), nameOf(kind));
        QVERIFY(!announced.problem().fileName.isEmpty());
        QVERIFY(!writer.isOpen());
        QVERIFY(writer.problem());
        QCOMPARE(announced.opened.size(), 0);
        QCOMPARE(announced.written.size(), 0);
        QCOMPARE(announced.losses.size(), 0);
    }
    // A writer sets it aside, goes on with a new file, and gets that right.
    void recovers(const std::function<void(Writer &)> &find = {})
    {
        {
            Writer writer(place());
            const Announced announced(writer);
            World before = World::after(3);
            if (find)
                find(writer);
            QVERIFY(comesTo(announced.losses, 1));
            QCOMPARE(announced.problems.size(), 1);
            QCOMPARE(nameOf(announced.problem().kind), "damaged");
            QVERIFY(QFile::exists(announced.problem().setAsideAs));
            QVERIFY(writer.isOpen());
            QCOMPARE(announced.opened.size(), 1);
            World world;
            for (int i = 0; i < 5; ++i)
                writer.write(world.change());
            QVERIFY(comesTo(announced.written, 5));
        }
        int step = 0;
        QCOMPARE(wrongIn(place(), &step), QString());
        QCOMPARE(step, 5);
        QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMirrorFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMirrorFaults::whatIsNotAFileIsLeftAlone_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("ending");

    for (const char *const ending : {"", "-wal", "-shm", "-journal", ".lock"})
        for (const char *const what : {"folder", "pipe", "socket", "link to a pipe",
                                       "link to /dev/zero", "link to /nothing", "link to a file"})
            QTest::addRow("%s as %s", what, ending)
                << QString::fromLatin1(what) << QString::fromLatin1(ending);
}

void TestMirrorFaults::whatIsNotAFileIsLeftAlone()
{
    QFETCH(QString, what);
    QFETCH(QString, ending);
    const QString target = m_folder->filePath(QStringLiteral("target"));
    writeSteps(placeOf(target), 2);
    const QByteArray before = support::readFile(target);
    if (!ending.isEmpty())
        writeSteps(place(), 2);
    const QString name = place().fileName + ending;
    QFile::remove(name);
    if (what == u"link to a file")
        QVERIFY(QFile::link(target, name));
    else
        support::makeSpecialFile(what, name);
    const QStringList there = files();
    refuses(Problem::Kind::NotAFile);
    QStringList left = files();
    left.removeOne(QStringLiteral("w.sqlite.lock"));
    QStringList expected = there;
    expected.removeOne(QStringLiteral("w.sqlite.lock"));
    QCOMPARE(left, expected);
    QCOMPARE(removeFiles(place()), QStringList(name));
    QVERIFY(files().contains(QFileInfo(name).fileName()));
    QCOMPARE(support::readFile(target), before);
}

void TestMirrorFaults::anotherProgramsDatabaseIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("sql");

    QTest::newRow("without an application id")
        << QByteArray("CREATE TABLE t(x); INSERT INTO t VALUES(1)");
    QTest::newRow("with an application id")
        << QByteArray("PRAGMA application_id = 7; CREATE TABLE t(x)");
    QTest::newRow("with a write-ahead log")
        << QByteArray("PRAGMA journal_mode = WAL; CREATE TABLE conversation(x)");
    QTest::newRow("without tables") << QByteArray("PRAGMA user_version = 3");
    QTest::newRow("with a higher version")
        << QByteArray("PRAGMA user_version = 77; CREATE TABLE t(x)");
}

void TestMirrorFaults::anotherProgramsDatabaseIsLeftAlone()
{
    QFETCH(QByteArray, sql);
    QVERIFY(runSql(place().fileName, sql.constData()));
    const QByteArray before = support::readFile(place().fileName);
    refuses(Problem::Kind::Foreign);
    QCOMPARE(removeFiles(place()), QStringList(place().fileName));
    QCOMPARE(support::readFile(place().fileName), before);
    QCOMPARE(files(), QStringList({QStringLiteral("w.sqlite"), QStringLiteral("w.sqlite.lock")}));
}

void TestMirrorFaults::aNewerFileIsLeftAlone()
{
    writeSteps(place(), 3);
    QVERIFY(runSql(place().fileName, "PRAGMA user_version = 999"));
    const QByteArray before = support::readFile(place().fileName);
    refuses(Problem::Kind::Newer);
    QCOMPARE(support::readFile(place().fileName), before);
    QCOMPARE(files(), QStringList({QStringLiteral("w.sqlite"), QStringLiteral("w.sqlite.lock")}));
    // The user may still want it to be gone.
    QCOMPARE(removeFiles(place()), QStringList());
    QCOMPARE(files(), QStringList());
}

void TestMirrorFaults::aTruncatedFileIsSetAside_data()
{
    QTest::addColumn<int>("size");

    for (const int size :
         {1, 15, 16, 99, 100, 511, 512, 4095, 4096, 4097, 8192, 20480, -8192, -4096, -512, -1})
        QTest::addRow("%d", size) << size;
}

void TestMirrorFaults::aTruncatedFileIsSetAside()
{
    QFETCH(int, size);
    writeSteps(place(), 10);
    const qint64 whole = QFileInfo(place().fileName).size();
    QVERIFY(whole > 40'000);
    QVERIFY(QFile::resize(place().fileName, size < 0 ? whole + size : size));
    const auto reader = Reader::open(place());
    QVERIFY(!reader);
    QCOMPARE(nameOf(reader.error().kind), "damaged");
    recovers();
}

void TestMirrorFaults::randomBytesAreSetAside_data()
{
    QTest::addColumn<int>("size");

    for (const int size : {1, 100, 511, 512, 513, 4096, 100'000})
        QTest::addRow("%d", size) << size;
}

void TestMirrorFaults::randomBytesAreSetAside()
{
    QFETCH(int, size);
    QByteArray bytes(size, 0);
    QRandomGenerator random{quint32(size)};
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    for (const QByteArray &content : {bytes, QByteArray(size, 0)}) {
        support::writeFile(place().fileName, content);
        const auto reader = Reader::open(place());
        QVERIFY(!reader);
        QCOMPARE(nameOf(reader.error().kind), "damaged");
        recovers();
        QCOMPARE(removeFiles(place()), QStringList());
    }
}

// They are noticed, or no row has changed.
void TestMirrorFaults::randomBytesAnywhereNeverMakeAWrongWorkspace()
{
    writeSteps(place(), 30);
    const QByteArray whole = support::readFile(place().fileName);
    const World before = World::after(30);
    QRandomGenerator random(1);
    int damaged = 0;
    constexpr int rounds = 200;
    for (int round = 0; round < rounds; ++round) {
        // It may look like another program's, which removeFiles() leaves.
        for (const QString &name : files())
            QVERIFY(QFile::remove(m_folder->filePath(name)));
        QByteArray bytes = whole;
        const int length = round % 2 == 0 ? 16 : 512;
        const qsizetype from =
            round < 20 ? round * 5 : random.bounded(qint64(whole.size() - length));
        for (qsizetype i = 0; i < length; ++i)
            bytes[from + i] = char(random.bounded(256));
        support::writeFile(place().fileName, bytes);

        const auto reader = Reader::open(place());
        std::optional<Problem> problem = reader ? std::nullopt : std::optional(reader.error());
        if (reader && *reader) {
            QMap<QString, Conversation> rows;
            int count = 0;
            problem = (*reader)->forEachRow(200, [&](const RowView &row) {
                const Conversation conversation = toConversation(row, **reader);
                rows.insert(conversation.id, conversation);
                ++count;
                return true;
            });
            if (!problem) {
                QCOMPARE(count, rows.size());
                QVERIFY(rows == before.rows);
                if (const auto sets = (*reader)->sets(); !sets)
                    problem = sets.error();
            }
        }
        if (problem) {
            ++damaged;
            // A header that says so.
            if (problem->kind == Problem::Kind::Foreign || problem->kind == Problem::Kind::Newer)
                continue;
            QCOMPARE(nameOf(problem->kind), "damaged");
            recovers([&](Writer &writer) { writer.setAside(*problem); });
        } else {
            // The writer may find more.
            Writer writer(place());
            const Announced announced(writer);
            World world = before;
            for (int i = 0; i < 5; ++i)
                writer.write(world.change());
            QVERIFY(happens(
                [&] { return announced.written.size() == 5 || announced.losses.size() == 1; }));
            for (const QList<QVariant> &found : announced.problems)
                QCOMPARE(nameOf(found.first().value<Problem>().kind), "damaged");
        }
    }
    QVERIFY2(damaged > rounds / 4, qPrintable(QString::number(damaged)));
}

void TestMirrorFaults::damageThatAReaderFindsIsSetAside()
{
    writeSteps(place(), 30);
    // In the middle, where the writer does not look.
    QByteArray bytes = support::readFile(place().fileName);
    for (qsizetype page = bytes.size() / 3 / 4096; page < bytes.size() / 4096; ++page)
        bytes.replace(page * 4096, 64, QByteArray(64, '\xff'));
    support::writeFile(place().fileName, bytes);
    auto reader = Reader::open(place());
    std::optional<Problem> problem;
    if (reader) {
        problem = (*reader)->forEachRow(0, [](const RowView &) { return true; });
        reader->reset();
    } else {
        problem = reader.error();
    }
    QVERIFY(problem);
    QCOMPARE(nameOf(problem->kind), "damaged");
    recovers([&](Writer &writer) { writer.setAside(*problem); });
}

void TestMirrorFaults::onlyTheLatestDamagedFilesAreKept()
{
    for (int i = 0; i < 5; ++i) {
        support::writeFile(place().fileName, QByteArray("damaged ") + QByteArray::number(i));
        support::writeFile(place().fileName + QStringLiteral("-wal"), "log");
        Writer writer(place());
        const Announced announced(writer);
        QVERIFY(comesTo(announced.losses, 1));
        QCOMPARE(support::readFile(announced.problem().setAsideAs),
                 QByteArray("damaged ") + QByteArray::number(i));
    }
    QStringList aside = files();
    aside.removeIf([](const QString &name) { return !name.contains(u".damaged-"); });
    int databases = 0;
    for (const QString &name : aside)
        databases += int(name.endsWith(u".sqlite"));
    QCOMPARE(databases, 2);
    QVERIFY(aside.size() <= 6);
    QCOMPARE(removeFiles(place()), QStringList());
    QCOMPARE(files(), QStringList());
}

// They could make a file without rows look whole.
void TestMirrorFaults::writesBeforeALossAreDropped()
{
    writeSteps(place(), 3);
    Writer writer(place());
    const Announced announced(writer);
    World world = World::after(3);
    writer.setAside({Problem::Kind::Damaged, place().fileName, {}, {}});
    for (int i = 0; i < 10; ++i)
        writer.write(world.change());
    connect(&writer, &Writer::rowsLost, this, [&] {
        World again;
        writer.write(again.change());
    });
    QVERIFY(comesTo(announced.written, 11));
    QCOMPARE(announced.written.last().first().toInt(), 0);
    int step = 0;
    QCOMPARE(wrongIn(place(), &step), QString());
    QCOMPARE(step, 1);
}

void TestMirrorFaults::aFileThatIsDeletedWhileOpenIsMadeAgain_data()
{
    QTest::addColumn<QString>("how");

    QTest::newRow("all files") << QStringLiteral("all");
    QTest::newRow("the file alone") << QStringLiteral("file");
    QTest::newRow("the folder") << QStringLiteral("folder");
    QTest::newRow("replaced by another one") << QStringLiteral("replaced");
    QTest::newRow("replaced by rubbish") << QStringLiteral("rubbish");
}

void TestMirrorFaults::aFileThatIsDeletedWhileOpenIsMadeAgain()
{
    QFETCH(QString, how);
    writeSteps(place(), 3);
    const QByteArray other = support::readFile(place().fileName);
    {
        Writer writer(place());
        const Announced announced(writer);
        World world = World::after(3);
        writer.write(world.change());
        QVERIFY(comesTo(announced.written, 1));
        if (how == u"all")
            QCOMPARE(removeFiles(place()), QStringList());
        else if (how == u"folder")
            QVERIFY(m_folder->remove());
        else
            QVERIFY(QFile::remove(place().fileName));
        if (how == u"replaced")
            support::writeFile(place().fileName, other);
        else if (how == u"rubbish")
            support::writeFile(place().fileName, "rubbish");
        writer.write(world.change());
        QVERIFY(comesTo(announced.losses, 1));
        QCOMPARE(announced.problems.size(), how == u"rubbish" ? 1 : 0);
        QVERIFY(writer.isOpen());
        World again;
        writer.write(again.change());
        QVERIFY(comesTo(announced.written, 3));
        writer.write(again.change());
    }
    int step = 0;
    QCOMPARE(wrongIn(place(), &step), QString());
    QCOMPARE(step, 2);
    QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
}

void TestMirrorFaults::aLostLogIsNoLoss()
{
    {
        Writer writer(place());
        const Announced announced(writer);
        World world;
        for (int i = 1; i <= 5; ++i) {
            writer.write(world.change());
            QVERIFY(comesTo(announced.written, i));
            QVERIFY(QFile::remove(place().fileName + QStringLiteral("-wal")));
        }
        QCOMPARE(announced.losses.size(), 0);
        QCOMPARE(announced.problems.size(), 0);
    }
    int step = 0;
    QCOMPARE(wrongIn(place(), &step), QString());
    QCOMPARE(step, 5);
}

// What a killed process has left beside the file.
void TestMirrorFaults::aDamagedLogTakesBackWholeSteps()
{
    writeSteps(place(), 10);
    const QByteArrayList lines =
        Child(place(), "write", {QStringLiteral("steps=1000"), QStringLiteral("kill=900")}).lines();
    const QString log = place().fileName + QStringLiteral("-wal");
    const QString shared = place().fileName + QStringLiteral("-shm");
    const QByteArray file = support::readFile(place().fileName);
    const QByteArray wholeLog = support::readFile(log);
    const QByteArray wholeShared = support::readFile(shared);
    QVERIFY(lastWritten(lines) > 12);
    QVERIFY(wholeLog.size() > 100'000);
    QRandomGenerator random(3);
    int fewest = 1000;
    int most = 0;
    for (int round = 0; round < 60; ++round) {
        QCOMPARE(removeFiles(place()), QStringList());
        QByteArray bytes = wholeLog;
        if (round % 3 == 1)
            bytes.truncate(random.bounded(qint64(bytes.size())));
        else if (round % 3 == 2)
            for (qsizetype from = random.bounded(qint64(bytes.size() - 600)), i = 0; i < 500; ++i)
                bytes[from + i] = char(random.bounded(256));
        QByteArray sharedBytes = round % 2 == 0 ? wholeShared : QByteArray();
        if (round % 4 == 0)
            for (char &byte : sharedBytes)
                byte = char(random.bounded(256));
        support::writeFile(place().fileName, file);
        support::writeFile(log, bytes);
        support::writeFile(shared, sharedBytes);
        int step = 0;
        QCOMPARE(wrongIn(place(), &step), QString());
        QVERIFY(step >= 10);
        if (round == 0)
            QVERIFY(step >= lastWritten(lines));
        fewest = std::min(fewest, step);
        most = std::max(most, step);
        {
            Writer writer(place());
            World world = World::after(step);
            writer.write(world.change());
        }
        const int before = step;
        QCOMPARE(wrongIn(place(), &step), QString());
        QCOMPARE(step, before + 1);
        QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
    }
    QVERIFY(fewest < most);
}

void TestMirrorFaults::readersSeeWholeStepsWhileOthersAreWritten()
{
    Writer writer(place());
    const Announced announced(writer);
    World world;
    std::atomic<bool> isDone = false;
    QStringList wrong;
    int seen = 0; // different steps
    const std::unique_ptr<QThread> reading(QThread::create([&]() noexcept {
        for (int last = 0; !isDone;) {
            int step = 0;
            if (const QString found = wrongIn(place(), &step); !found.isEmpty())
                wrong.append(found);
            if (step < last)
                wrong.append(QStringLiteral("went back"));
            seen += int(step > last);
            last = step;
        }
    }));
    reading->start();
    bool isWritten = true;
    constexpr int steps = 300;
    for (int i = 1; i <= steps && isWritten; ++i) {
        writer.write(world.change());
        isWritten = comesTo(announced.written, i);
    }
    isDone = true;
    reading->wait();
    QVERIFY(isWritten);
    QCOMPARE(wrong, QStringList());
    QVERIFY(seen > 1);
    QCOMPARE(announced.problems.size(), 0);
}

void TestMirrorFaults::aFaultOfTheDiskLeavesTheFile_data()
{
    QTest::addColumn<unsigned>("operations");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("systemError");
    QTest::addColumn<Problem::Kind>("kind");

    QTest::newRow("full") << unsigned(FaultyDisk::Write) << SQLITE_FULL << ENOSPC
                          << Problem::Kind::Full;
    QTest::newRow("full, as an I/O error")
        << unsigned(FaultyDisk::Write) << SQLITE_IOERR_WRITE << ENOSPC << Problem::Kind::Full;
    QTest::newRow("quota") << unsigned(FaultyDisk::Write) << SQLITE_IOERR_WRITE << EDQUOT
                           << Problem::Kind::Full;
    QTest::newRow("writing fails")
        << unsigned(FaultyDisk::Write) << SQLITE_IOERR_WRITE << EIO << Problem::Kind::Failed;
    QTest::newRow("reading fails")
        << unsigned(FaultyDisk::Read) << SQLITE_IOERR_READ << EIO << Problem::Kind::Failed;
    QTest::newRow("flushing fails")
        << unsigned(FaultyDisk::Sync) << SQLITE_IOERR_FSYNC << EIO << Problem::Kind::Failed;
    QTest::newRow("read only") << unsigned(FaultyDisk::Write) << SQLITE_READONLY << EROFS
                               << Problem::Kind::ReadOnly;
    QTest::newRow("may not be opened")
        << unsigned(FaultyDisk::Open) << SQLITE_CANTOPEN << EACCES << Problem::Kind::ReadOnly;
    QTest::newRow("too many open files")
        << unsigned(FaultyDisk::Open) << SQLITE_CANTOPEN << EMFILE << Problem::Kind::Failed;
    QTest::newRow("locking fails")
        << unsigned(FaultyDisk::Lock) << SQLITE_IOERR_LOCK << EIO << Problem::Kind::Failed;
    QTest::newRow("removing fails")
        << unsigned(FaultyDisk::Delete) << SQLITE_IOERR_DELETE << EIO << Problem::Kind::Failed;
}

// At each operation from the opening to the closing of the file, for good.
void TestMirrorFaults::aFaultOfTheDiskLeavesTheFile()
{
    QFETCH(unsigned, operations);
    QFETCH(int, code);
    QFETCH(int, systemError);
    QFETCH(Problem::Kind, kind);
    int faults = 0;
    bool isFaulty = true;
    FaultyDisk disk;
    // In a new file, and in one that has rows.
    for (int after = 0; isFaulty; ++after) {
        for (const int before : {0, 3}) {
            QCOMPARE(removeFiles(place()), QStringList());
            if (before > 0)
                writeSteps(place(), before);
            disk.failWith({.operations = operations,
                           .after = after,
                           .code = code,
                           .systemError = systemError});
            qsizetype written = 0;
            {
                Writer writer(place());
                const Announced announced(writer);
                World world = World::after(before);
                for (int i = 0; i < 3; ++i)
                    writer.write(world.change());
                QVERIFY(happens([&] {
                    return announced.written.size() == 3 || announced.problems.size() == 1;
                }));
                written = announced.written.size();
                QCOMPARE(announced.losses.size(), 0);
                for (const QList<QVariant> &found : announced.problems) {
                    ++faults;
                    const auto problem = found.first().value<Problem>();
                    QVERIFY2(problem.kind == kind,
                             qPrintable(QStringLiteral("%1 after %2: %3")
                                            .arg(QLatin1String(nameOf(problem.kind)))
                                            .arg(after)
                                            .arg(problem.detail)));
                    QVERIFY(!writer.isOpen());
                    QVERIFY(writer.problem());
                }
            }
            isFaulty = disk.hasFailed();
            disk.succeed();
            int step = 0;
            QCOMPARE(wrongIn(place(), &step), QString());
            QVERIFY(step >= before + written);
            // It goes on without help.
            {
                Writer writer(place());
                World world = World::after(step);
                writer.write(world.change());
            }
            QCOMPARE(wrongIn(place(), &step), QString());
            QVERIFY(step > before + written);
            QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
        }
    }
    if (operations != FaultyDisk::Sync && operations != FaultyDisk::Delete)
        QVERIFY2(faults > 3, qPrintable(QString::number(faults)));
}

void TestMirrorFaults::aFaultOfTheDiskIsSaidToTheReader()
{
    writeSteps(place(), 5);
    FaultyDisk disk;
    bool isFaulty = true;
    for (int after = 0; isFaulty; ++after) {
        disk.failWith({.operations = FaultyDisk::Read | FaultyDisk::Open,
                       .after = after,
                       .code = SQLITE_IOERR_READ});
        const QString wrong = wrongIn(place());
        isFaulty = disk.hasFailed();
        QVERIFY2(wrong.isEmpty() || wrong.startsWith(u"failed"), qPrintable(wrong));
        disk.succeed();
    }
    QCOMPARE(wrongIn(place()), QString());
}

void TestMirrorFaults::aFullDiskIsSaid()
{
    for (const int size : {0, 3000, 10'000, 60'000, 200'000}) {
        QCOMPARE(removeFiles(place()), QStringList());
        writeSteps(place(), 3);
        const QByteArrayList lines =
            Child(place(), "write",
                  {QStringLiteral("steps=200"), QStringLiteral("size=%1").arg(size)})
                .lines();
        QVERIFY2(lines.contains("problem: full"), lines.join('\n').constData());
        QCOMPARE(lines.last(), "closed");
        int step = 0;
        QCOMPARE(wrongIn(place(), &step), QString());
        QVERIFY(step >= std::max(3, lastWritten(lines)));
        QCOMPARE(Child(place(), "write", {QStringLiteral("steps=2")}).lines().last(), "closed");
        QCOMPARE(wrongIn(place()), QString());
        QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
    }
}

void TestMirrorFaults::aReadOnlyFolderCanBeRead()
{
    for (const bool hasLog : {false, true}) {
        QCOMPARE(removeFiles(place()), QStringList());
        writeSteps(place(), 3);
        if (hasLog)
            Child(place(), "write", {QStringLiteral("steps=9"), QStringLiteral("kill=200")})
                .lines();
        for (const QString &name : files())
            QFile::setPermissions(m_folder->filePath(name),
                                  QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
        ::chmod(QFile::encodeName(m_folder->path()).constData(), 0555);
        const QByteArrayList read = Child(place(), "read", {QStringLiteral("nobody=1")}).lines();
        const QByteArrayList written =
            Child(place(), "write", {QStringLiteral("nobody=1"), QStringLiteral("steps=1")})
                .lines();
        ::chmod(QFile::encodeName(m_folder->path()).constData(), 0755);
        QCOMPARE(read, QByteArrayList{"right"});
        QCOMPARE(written, QByteArrayList({"problem: read only", "closed"}));
    }
}

void TestMirrorFaults::aFolderThatMayNotBeWrittenIsSaid()
{
    const Place deeper = placeOf(m_folder->filePath(QStringLiteral("a/w.sqlite")));
    ::chmod(QFile::encodeName(m_folder->path()).constData(), 0555);
    for (const Place &there : {place(), deeper})
        QCOMPARE(
            Child(there, "write", {QStringLiteral("nobody=1"), QStringLiteral("steps=1")}).lines(),
            QByteArrayList({"problem: read only", "closed"}));
    ::chmod(QFile::encodeName(m_folder->path()).constData(), 0755);
    QCOMPARE(files(), QStringList());
}

void TestMirrorFaults::aLockedFileIsLeftAlone()
{
    writeSteps(place(), 3);
    {
        Child holder(place(), "hold");
        QCOMPARE(holder.line(), "held");
        refuses(Problem::Kind::Locked);
        holder.lines();
    }
    int step = 0;
    QCOMPARE(wrongIn(place(), &step), QString());
    QCOMPARE(step, 3);
}

void TestMirrorFaults::onlyOneProcessWrites()
{
    writeSteps(place(), 3);
    auto writer = std::make_unique<Writer>(place());
    const Announced announced(*writer);
    World world = World::after(3);
    writer->write(world.change());
    QVERIFY(comesTo(announced.written, 1));
    QCOMPARE(Child(place(), "write", {QStringLiteral("steps=1")}).lines(),
             QByteArrayList({"problem: in use", "closed"}));
    QCOMPARE(Child(place(), "read").lines(), QByteArrayList{"right"});
    writer->write(world.change());
    QVERIFY(comesTo(announced.written, 2));
    writer.reset();
    QCOMPARE(Child(place(), "write", {QStringLiteral("steps=1")}).lines(),
             QByteArrayList({"written 6", "closed"}));
    QCOMPARE(wrongIn(place()), QString());
}

void TestMirrorFaults::processesThatStartAtTheSameMomentAgree()
{
    for (int round = 0; round < 10; ++round) {
        QCOMPARE(removeFiles(place()), QStringList());
        std::vector<std::unique_ptr<Child>> children;
        for (int i = 0; i < 4; ++i)
            children.push_back(
                std::make_unique<Child>(place(), "write", QStringList{QStringLiteral("steps=5")}));
        int written = 0;
        for (const std::unique_ptr<Child> &child : children) {
            const QByteArrayList lines = child->lines();
            QCOMPARE(lines.last(), "closed");
            QVERIFY2(lines.first() == "problem: in use" || lastWritten(lines) > 0,
                     lines.join('\n').constData());
            written = std::max(written, lastWritten(lines));
        }
        QVERIFY(written >= 5);
        int step = 0;
        QCOMPARE(wrongIn(place(), &step), QString());
        QCOMPARE(step, written);
        QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
    }
}

// From the first byte of a new file to the last of its closing.
void TestMirrorFaults::killedInEachStepOfTheFirstWrites()
{
    bool isKilled = true;
    int kills = 0;
    for (int after = 0; isKilled; ++after) {
        QCOMPARE(removeFiles(place()), QStringList());
        Child child(place(), "write",
                    {QStringLiteral("steps=2"), QStringLiteral("kill=%1").arg(after)});
        const QByteArrayList lines = child.lines();
        isKilled = child.wasKilled();
        kills += int(isKilled);
        QVERIFY(isKilled || lines.last() == "closed");
        int step = 0;
        QCOMPARE(wrongIn(place(), &step), QString());
        QVERIFY(step >= lastWritten(lines));
        {
            Writer writer(place());
            const Announced announced(writer);
            World world = World::after(step);
            writer.write(world.change());
            QVERIFY(comesTo(announced.written, 1));
            QCOMPARE(announced.problems.size(), 0);
            QCOMPARE(announced.losses.size(), 0);
        }
        const int before = step;
        QCOMPARE(wrongIn(place(), &step), QString());
        QCOMPARE(step, before + 1);
        QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
    }
    QVERIFY(kills > 30);
}

// All in one file, so that each begins with what the last has left: opening, recovery, a
// transaction, checkpoint and closing.
void TestMirrorFaults::killedInEachStepOfALaterWrite()
{
    writeSteps(place(), 20);
    bool isKilled = true;
    int known = 20;
    for (int after = 0; isKilled; after += 3) {
        Child child(place(), "write",
                    {QStringLiteral("steps=1"), QStringLiteral("kill=%1").arg(after)});
        const QByteArrayList lines = child.lines();
        isKilled = child.wasKilled();
        int step = 0;
        QCOMPARE(wrongIn(place(), &step), QString());
        QVERIFY(step >= std::max(known, lastWritten(lines)));
        known = step;
        if (after % 10 == 0)
            QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
    }
    QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
}

// At any moment, by another process.
void TestMirrorFaults::killedManyTimes()
{
    QRandomGenerator random(7);
    int known = 0;
    for (int round = 0; round < 40; ++round) {
        Child child(place(), "write", {QStringLiteral("steps=100000")});
        QByteArray line;
        for (int i = random.bounded(6); i >= 0; --i)
            line = child.line();
        child.kill();
        QVERIFY2(line.startsWith("written "), line.constData());
        int step = 0;
        QCOMPARE(wrongIn(place(), &step), QString());
        QVERIFY(step >= std::max(known, line.mid(8).toInt()));
        known = step;
        QCOMPARE(integrityOf(place()), QStringLiteral("ok"));
    }
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc > 3 && QByteArrayView(argv[1]) == "child")
        return runChild(QCoreApplication::arguments());
    TestMirrorFaults test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mirrorfaults.moc"
