// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fail.h"
#include "support/json.h"
#include "support/scriptedserver.h"

#include <QDirIterator>
#include <QImage>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

// The program as it is installed, seen from outside.
class TestProgram : public QObject
{
    Q_OBJECT

    struct Run
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };

    QTemporaryDir m_home;

    QProcessEnvironment environment() const
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
        env.insert(u"XDG_CACHE_HOME"_s, m_home.filePath(u"cache"_s));
        env.insert(u"XDG_STATE_HOME"_s, m_home.filePath(u"state"_s));
        env.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
        for (const char *name :
             {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QUO_API_KEY", "QUO_API_BASE_URL"})
            env.remove(QString::fromLatin1(name));
        return env;
    }

    Run run(const QStringList &arguments, const QProcessEnvironment &env)
    {
        QProcess process;
        process.setProcessEnvironment(env);
        process.start(QStringLiteral(QUOIN_PROGRAM), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    // A window that nobody sees, once it shows what is in this view; null if it does not.
    std::unique_ptr<QProcess> openWindow(const QString &viewFile, const QByteArray &search)
    {
        QProcessEnvironment env = environment();
        env.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(env);
        QStringList arguments{u"--demo"_s, u"--demo-conversations"_s, u"30"_s};
        if (!viewFile.isEmpty())
            arguments.append({u"--view"_s, viewFile});
        process->start(QStringLiteral(QUOIN_PROGRAM), arguments);
        const bool isShown = QTest::qWaitFor(
            [&] {
                return logOfRun().contains("Quoin") && !shownSearch().isEmpty() &&
                       shownSearch().contains(search);
            },
            20'000);
        if (isShown)
            return process;
        support::fail(u"no window: "_s + QString::fromUtf8(process->readAllStandardError()));
        return nullptr;
    }

    QByteArray settings() const
    {
        QFile file(m_home.filePath(u"quoin/quoin.ini"_s));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    // The part that holds what the window shows, beside the views.
    QByteArray shownSearch() const
    {
        const QByteArray text = settings();
        const qsizetype start = text.indexOf("shown=");
        return start < 0 ? QByteArray() : text.mid(start, text.indexOf('\n', start) - start);
    }

    QByteArray logOfRun() const
    {
        QFile file(m_home.filePath(u"state/quoin/run-1.log"_s));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList filesOfRuns(const QString &pattern) const
    {
        return QDir(m_home.filePath(u"state/quoin"_s)).entryList({pattern}, QDir::Files);
    }

    // That shows what is muted, by a view that it also keeps.
    void crashWindow()
    {
        const QString view = m_home.filePath(u"a.quoinview"_s);
        QFile file(view);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(R"({"quoinView": 2, "name": "Mine", "search": "is:muted", "sort": [],
            "columns": [], "filters": {"phoneNumbers": [], "userId": null,
            "updated": {"preset": "any"}, "created": {"preset": "any"},
            "excludeInactive": true}})");
        file.close();
        const auto crashing = openWindow(view, "is:muted");
        QVERIFY(crashing);
        ::kill(pid_t(crashing->processId()), SIGSEGV);
        QVERIFY(crashing->waitForFinished());
        QCOMPARE(crashing->exitStatus(), QProcess::CrashExit);
    }

private Q_SLOTS:
    // No test finds what another has left.
    void init()
    {
        QVERIFY(QDir(m_home.path()).removeRecursively());
        QVERIFY(QDir().mkpath(m_home.path()));
    }

    void itTellsItsVersion()
    {
        const Run result = run({u"--version"_s}, environment());
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.out, "quoin " QUOIN_VERSION "\n");
        QVERIFY(result.err.isEmpty());
    }

    void itHelps()
    {
        const Run result = run({u"--help"_s}, environment());
        QCOMPARE(result.exitCode, 0);
        for (const char *option : {"--demo", "--demo-conversations", "--base-url", "--screenshot",
                                   "--version", "--help", "QUO_API_KEY", "demo-server"})
            QVERIFY2(result.out.contains(option), option);
        for (const char *option :
             {"--port", "--conversations", "--seed", "--latency-ms", "--rate-limit"})
            QVERIFY2(run({u"demo-server"_s, u"--help"_s}, environment()).out.contains(option),
                     option);
    }

    void aWrongOptionIsToldOnOneLine()
    {
        const Run result = run({u"--no-such-option"_s}, environment());
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.err.count('\n'), 1);
        QVERIFY(result.out.isEmpty());
    }

    void withoutADisplayItSaysSo()
    {
        const Run result = run({u"--demo"_s}, environment());
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.err.contains("no display"));
    }

    void aScreenshotNeedsNoDisplay()
    {
        const QString file = m_home.filePath(u"a.png"_s);
        const Run result = run({u"--demo"_s, u"--screenshot"_s, file}, environment());
        QVERIFY2(result.exitCode == 0, result.err.constData());
        const QImage image(file);
        QVERIFY(image.width() > 600 && image.height() > 400);
    }

    void aScreenshotShowsWhatWasSaid()
    {
        support::ScriptedServer server;
        int messages = 0;
        server.setFallback([&](const support::ScriptedServer::Request &request) {
            if (request.line.startsWith("GET /v1/conversations"))
                return support::page(1, 3);
            if (request.line.startsWith("GET /v1/messages"))
                ++messages;
            return support::page({});
        });
        QProcessEnvironment env = environment();
        env.insert(u"QUO_API_KEY"_s, u"a-key"_s);
        QProcess process;
        process.setProcessEnvironment(env);
        process.start(QStringLiteral(QUOIN_PROGRAM),
                      {u"--base-url"_s, server.baseUrl().toString(), u"--screenshot"_s,
                       m_home.filePath(u"said.png"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QCOMPARE(messages, 1);
    }

    void filesOfContactsFromEarlierVersionsAreRemoved()
    {
        const QDir cache(m_home.filePath(u"cache/quoin"_s));
        QVERIFY(cache.mkpath(u"."_s));
        for (const QString &name : {u"contacts-one.cbor"_s, u"contacts-two.cbor"_s, u"other"_s}) {
            QFile file(cache.filePath(name));
            QVERIFY(file.open(QFile::WriteOnly));
        }
        const Run done = run({u"--demo"_s, u"--demo-conversations"_s, u"10"_s, u"--screenshot"_s,
                              m_home.filePath(u"shot.png"_s)},
                             environment());
        QVERIFY2(done.exitCode == 0, done.err);
        QCOMPARE(cache.entryList(QDir::Files), QStringList(u"other"_s));
    }

    void aScreenshotThatFailsSaysWhy()
    {
        QProcessEnvironment env = environment();
        const QString file = m_home.filePath(u"b.png"_s);
        const Run keyless = run({u"--screenshot"_s, file}, env);
        QCOMPARE(keyless.exitCode, 1);
        QVERIFY(keyless.err.contains("QUO_API_KEY"));

        env.insert(u"QUO_API_KEY"_s, u"canary-key"_s);
        const Run unreachable =
            run({u"--base-url"_s, u"http://127.0.0.1:1"_s, u"--screenshot"_s, file}, env);
        QCOMPARE(unreachable.exitCode, 1);
        QVERIFY(unreachable.err.contains("reach Quo"));
        QVERIFY(!unreachable.err.contains("canary-key"));

        const Run nowhere =
            run({u"--demo"_s, u"--screenshot"_s, m_home.filePath(u"no/dir.png"_s)}, environment());
        QCOMPARE(nowhere.exitCode, 1);
        QVERIFY(nowhere.err.contains("dir.png"));
    }

    void aWindowThatIsAskedToEndDoes()
    {
        const auto process = openWindow({}, {});
        QVERIFY(process);
        QCOMPARE(filesOfRuns(u"run-*"_s).size(), 2);
#ifdef NDEBUG // else somebody debugs it
        QFile limits(u"/proc/%1/limits"_s.arg(process->processId()));
        QVERIFY(limits.open(QFile::ReadOnly));
        const QByteArray text = limits.readAll().simplified();
        QVERIFY2(text.contains("Max core file size 0 0"), text.constData());
#endif
        ::kill(pid_t(process->processId()), SIGTERM);
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(filesOfRuns(u"*"_s), QStringList());
    }

    void aWindowThatCrashesIsRemembered()
    {
        crashWindow();
        // A start without the view would otherwise begin with the filters alone.
        const auto next = openWindow({}, "is:muted");
        QVERIFY(next);
        QTRY_COMPARE(filesOfRuns(u"crash-*"_s).size(), 1);
        ::kill(pid_t(next->processId()), SIGTERM);
        QVERIFY(next->waitForFinished());
        QVERIFY(shownSearch().contains("is:muted")); // a window keeps what it showed at the end
        QFile log(m_home.filePath(u"state/quoin/"_s + filesOfRuns(u"crash-*"_s).first()));
        QVERIFY(log.open(QFile::ReadOnly));
        const QByteArray text = log.readAll();
        QVERIFY(text.startsWith("20"));
        QVERIFY(text.contains("Quoin " QUOIN_VERSION));
        QVERIFY(text.contains("crashed with signal 11"));
    }

    void whatCrashesWhenItIsShownAgainIsNotShownAThirdTime()
    {
        crashWindow();
        const auto second = openWindow({}, "is:muted");
        QVERIFY(second);
        QTRY_COMPARE_WITH_TIMEOUT(filesOfRuns(u"*.restoring"_s).size(), 1, 20'000);
        ::kill(pid_t(second->processId()), SIGSEGV);
        QVERIFY(second->waitForFinished());
        const auto third = openWindow({}, {});
        QVERIFY(third);
        QTRY_VERIFY_WITH_TIMEOUT(!shownSearch().contains("is:muted"), 20'000);
        QVERIFY(settings().contains("is:muted")); // the view is still there
        ::kill(pid_t(third->processId()), SIGTERM);
        QVERIFY(third->waitForFinished());
        QCOMPARE(filesOfRuns(u"run-*"_s), QStringList());
    }

    void theDemoServerServesTheWindow()
    {
        QProcess server;
        server.setProcessEnvironment(environment());
        server.start(QStringLiteral(QUOIN_PROGRAM),
                     {u"demo-server"_s, u"--conversations"_s, u"12"_s, u"--seed"_s, u"9"_s});
        QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 20'000);
        const QString baseUrl = QString::fromLatin1(server.readLine()).trimmed();
        QVERIFY(baseUrl.startsWith(u"http://127.0.0.1:"));

        QProcessEnvironment env = environment();
        env.insert(u"QUO_API_KEY"_s, u"any"_s);
        env.insert(u"QUO_API_BASE_URL"_s, baseUrl);
        const QString file = m_home.filePath(u"c.png"_s);
        const Run result = run({u"--screenshot"_s, file}, env);
        QVERIFY2(result.exitCode == 0, result.err.constData());

        // However loud the log, and wherever one looks, the key is not there.
        env.insert(u"QUO_API_KEY"_s, u"canary-key-4711"_s);
        env.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        const Run loud = run({u"--screenshot"_s, file}, env);
        QCOMPARE(loud.exitCode, 0);
        QVERIFY(loud.err.size() > 1000);
        QVERIFY(!loud.err.contains("canary-key-4711") && !loud.out.contains("canary-key-4711"));
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            QFile written(files.next());
            QVERIFY(written.open(QFile::ReadOnly));
            QVERIFY2(!written.readAll().contains("canary-key-4711"),
                     qPrintable(written.fileName()));
        }

        const QString port = baseUrl.mid(baseUrl.lastIndexOf(u':') + 1);
        const Run second = run({u"demo-server"_s, u"--port"_s, port}, environment());
        QCOMPARE(second.exitCode, 1);
        QVERIFY(second.err.contains(port.toLatin1()));
        server.kill();
        server.waitForFinished();
    }

    // That is chosen in the settings; what goes through it is closed to it.
    void theProxyIsUsed()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QVERIFY(QDir().mkpath(m_home.filePath(u"quoin"_s)));
        QFile file(m_home.filePath(u"quoin/quoin.ini"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[program]\nproxy=http\nproxyHost=127.0.0.1\nproxyPort=" +
                   QByteArray::number(proxy.serverPort()) + '\n');
        file.close();
        QProcessEnvironment env = environment();
        env.insert(u"QUO_API_KEY"_s, u"a-secret"_s);
        QProcess process;
        process.setProcessEnvironment(env);
        process.start(QStringLiteral(QUOIN_PROGRAM),
                      {u"lines"_s, u"--base-url"_s, u"https://quo.invalid"_s});
        QTRY_VERIFY_WITH_TIMEOUT(proxy.hasPendingConnections(), 20'000);
        const std::unique_ptr<QTcpSocket> socket(proxy.nextPendingConnection());
        QByteArray asked;
        QTRY_VERIFY((asked += socket->readAll()).contains("\r\n\r\n"));
        QVERIFY2(asked.startsWith("CONNECT quo.invalid:443 "), asked.constData());
        QVERIFY(!asked.contains("a-secret"));
        process.kill();
        QVERIFY(process.waitForFinished());
    }

    void itSpeaksTheLanguageThatIsChosen()
    {
        QVERIFY(QDir().mkpath(m_home.filePath(u"quoin"_s)));
        QFile file(m_home.filePath(u"quoin/quoin.ini"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[program]\nlanguage=de\n");
        file.close();
        const Run mistake = run({u"--no-such-option"_s}, environment());
        QCOMPARE(mistake.exitCode, 2);
        QVERIFY2(mistake.err.contains("Unbekannte Option"), mistake.err.constData());
        // What other programs read is the same in every language.
        const Run data = run({u"export"_s, u"--demo"_s, u"--demo-conversations"_s, u"3"_s,
                              u"--output"_s, u"-"_s, u"--quiet"_s},
                             environment());
        QVERIFY2(data.out.startsWith("State,Conversation,"), data.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
