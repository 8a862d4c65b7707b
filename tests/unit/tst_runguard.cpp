// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runguard.h"
#include "app/runlog.h"

#include "support/files.h"
#include "support/specialfiles.h"
#include "support/warnings.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <limits>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using app::RunGuard;
using app::RunLog;

namespace {

constexpr int stackOverflow = 0; // in place of a signal

int overflow(int depth)
{
    volatile char frame[1024];
    frame[0] = char(depth);
    return depth == 0 ? 0 : overflow(depth - 1) + frame[0];
}

// What a window does that is not to end well.
int runAndCrash(const QString &folder, int signal, const QString &restoring)
{
    RunGuard guard(folder);
    const RunLog log(guard.logFile());
    if (!restoring.isEmpty())
        guard.setRestoring(true);
    if (restoring == u"restored")
        guard.setRestoring(false);
    qWarning("cannot show +1 (415) 555-2671");
    if (signal == stackOverflow) {
        const rlimit small{4 << 20, 4 << 20}; // bytes
        ::setrlimit(RLIMIT_STACK, &small);
        return overflow(std::numeric_limits<int>::max());
    }
    return std::raise(signal);
}

} // namespace

class TestRunGuard : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_folder;

    QStringList files() const
    {
        return QDir(m_folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    void crash(int signal, const QString &restoring = {}) const
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {u"crash"_s, m_folder, QString::number(signal), restoring});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_folder = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) +
                                  QString::fromLatin1(QTest::currentDataTag()));
    }

    void aRunThatEndsLeavesNothing()
    {
        {
            const RunGuard guard(m_folder);
            const RunLog log(guard.logFile());
            QVERIFY(QFile::exists(guard.logFile()));
        }
        QCOMPARE(files(), QStringList());
        QVERIFY(RunGuard(m_folder).crashLogs().isEmpty());
    }

    void aCrashIsToldOnceWithItsLog_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("segmentation fault") << SIGSEGV;
        QTest::newRow("abort") << SIGABRT;
        QTest::newRow("division") << SIGFPE;
        QTest::newRow("stack overflow") << stackOverflow;
    }

    void aCrashIsToldOnceWithItsLog()
    {
        QFETCH(int, signal);
        crash(signal);
        if (signal == stackOverflow)
            signal = SIGSEGV;
        const RunGuard guard(m_folder);
        QCOMPARE(guard.crashLogs().size(), 1);
        const QByteArray log = support::readFile(guard.crashLogs().first());
        QVERIFY2(log.contains("crashed with signal " + QByteArray::number(signal)),
                 log.constData());
        QVERIFY(log.contains("tst_runguard+0x")); // where in the code, in no folder
        QVERIFY(!log.contains(QCoreApplication::applicationDirPath().toUtf8()));
        QVERIFY(log.contains("warning default: cannot show …"));
        QVERIFY(!log.contains("(415)") && !log.contains("555-2671"));
        QVERIFY(RunGuard(m_folder).crashLogs().isEmpty());
        // Read by its owner alone.
        QCOMPARE(QFile::permissions(guard.crashLogs().first()) &
                     (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void aKillIsACrashToo()
    {
        crash(SIGKILL);
        QCOMPARE(RunGuard(m_folder).crashLogs().size(), 1);
    }

    void whatCrashesWhenShownAgainIsNotShownOnceMore()
    {
        QVERIFY(!RunGuard(m_folder).mayRestore());
        crash(SIGSEGV);
        QVERIFY(RunGuard(m_folder).mayRestore());
        crash(SIGSEGV, u"restoring"_s);
        {
            const RunGuard guard(m_folder);
            QCOMPARE(guard.crashLogs().size(), 1);
            QVERIFY(!guard.mayRestore());
        }
        crash(SIGSEGV); // later, and of something else
        QVERIFY(RunGuard(m_folder).mayRestore());
    }

    void whatHasBeenShownForAWhileIsNotTheCause()
    {
        crash(SIGSEGV, u"restored"_s);
        QVERIFY(RunGuard(m_folder).mayRestore());
    }

    void aRunThatEndsWhileItRestoresLeavesNothing()
    {
        {
            RunGuard guard(m_folder);
            guard.setRestoring(true);
            QCOMPARE(files().size(), 2);
        }
        QCOMPARE(files(), QStringList());
    }

    void anotherWindowIsNoCrash()
    {
        const RunGuard first(m_folder);
        const RunLog log(first.logFile());
        const RunGuard second(m_folder);
        QVERIFY(second.crashLogs().isEmpty());
        QVERIFY(!second.logFile().isEmpty());
        QVERIFY(first.logFile() != second.logFile());
    }

    void oldLogsGo()
    {
        for (int i = 0; i < 7; ++i) {
            crash(SIGABRT);
            const RunGuard guard(m_folder);
            QCOMPARE(guard.crashLogs().size(), 1);
            // Another second, another name.
            QVERIFY(QFile::rename(
                guard.crashLogs().first(),
                QStringLiteral("%1/crash-2026010%2-000000-1.log").arg(m_folder).arg(i + 1)));
        }
        {
            const RunGuard guard(m_folder);
        }
        QCOMPARE(files().size(), 5);
        QCOMPARE(files().first(), u"crash-20260103-000000-1.log"_s);
    }

    void aFolderThatCannotBeMadeIsDoneWithout()
    {
        QFile file(m_folder);
        QVERIFY(file.open(QFile::WriteOnly));
        const RunGuard guard(m_folder + u"/state"_s);
        const RunLog log(guard.logFile());
        QVERIFY(guard.logFile().isEmpty());
        QVERIFY(guard.crashLogs().isEmpty());
    }

    void logsHoldNothingPersonal_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("logged");
        QTest::newRow("plain") << u"QPainter::begin: Paint device returned engine == 0"_s
                               << u"QPainter::begin: Paint device returned engine == 0"_s;
        QTest::newRow("number") << u"no place for +1 (415) 555-2671 found"_s
                                << u"no place for … found"_s;
        QTest::newRow("quoted") << u"no such name \"Ana Lopes\""_s << u"no such name …"_s;
        QTest::newRow("URL") << u"GET https://api.quo.com/v1/users?x=1 failed"_s
                             << u"GET … failed"_s;
        QTest::newRow("path") << u"cannot open /home/ana/.config/quoin/quoin.ini for writing"_s
                              << u"cannot open … for writing"_s;
        QTest::newRow("address") << u"from ana@example.com, today"_s << u"from … today"_s;
        QTest::newRow("id") << u"row CNa1b2c3d4e5f6 is gone"_s << u"row … is gone"_s;
        QTest::newRow("key") << u"key 8hJ2kL9mNq4rS7tV sent"_s << u"key … sent"_s;
        QTest::newRow("long") << QString(10'000, u'x') << QString(500, u'x');
    }

    void logsHoldNothingPersonal()
    {
        QFETCH(QString, message);
        QFETCH(QString, logged);
        QCOMPARE(app::withoutPersonalData(message), logged);
    }

#ifdef Q_OS_UNIX
    void whatIsNoFileIsNotWaitedFor_data()
    {
        support::addSpecialFiles();
    }

    void whatIsNoFileIsNotWaitedFor()
    {
        QFETCH(QString, what);
        QTemporaryDir dir; // of a short name, for the socket
        for (const QString &name : {u"run-1.lock"_s, u"run-2.log"_s, u"run-2.restoring"_s})
            support::makeSpecialFile(what, dir.filePath(name));
        RunGuard guard(dir.path());
        const RunLog log(guard.logFile());
        guard.setRestoring(true);
        guard.setRestoring(false);
        QCOMPARE(guard.logFile(), dir.filePath(u"run-2.log"_s));
    }
#endif
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"crash")
        return runAndCrash(arguments.value(2), arguments.value(3).toInt(), arguments.value(4));
    TestRunGuard test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_runguard.moc"
