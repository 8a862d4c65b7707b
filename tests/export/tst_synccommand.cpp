// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/reader.h"
#include "mirror/writer.h"
#include "support/demoworld.h"
#include "support/files.h"
#include "support/json.h"
#include "support/scriptedserver.h"
#include "support/warnings.h"
#include "support/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// 'quoin sync', and 'quoin export' of what it keeps, as a script runs them.
class TestSyncCommand : public QObject
{
    Q_OBJECT

    struct Run
    {
        int exitCode = -1;
        QByteArray out;
        QString err;
    };

    // A home of its own for each test.
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_key = u"canary-key"_s;

    QString path(const QString &name) const { return m_home->filePath(name); }
    QString dataFolder() const { return path(u"data/quoin"_s); }

    QStringList keptFiles() const
    {
        QStringList files;
        const QStringList names = QDir(dataFolder()).entryList({u"workspace-*.sqlite"_s});
        for (const QString &name : names)
            files.append(dataFolder() + u'/' + name);
        return files;
    }

    std::unique_ptr<QProcess> start(const QUrl &baseUrl, const QStringList &arguments,
                                    const QString &program = QStringLiteral(QUOIN_PROGRAM)) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            env.remove(QString::fromLatin1(name));
        env.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
        env.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
        env.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
        env.insert(u"QUO_API_KEY"_s, m_key);
        env.insert(u"QUO_API_BASE_URL"_s, baseUrl.toString());
        process->setProcessEnvironment(env);
        process->start(program, arguments);
        return process;
    }

    // In the event loop, since the server may live in this thread.
    static Run finish(QProcess &process)
    {
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
    }

    Run run(const QUrl &baseUrl, const QStringList &arguments) const
    {
        return finish(*start(baseUrl, arguments));
    }

    // Where nobody answers.
    static QUrl nowhere() { return QUrl(u"http://127.0.0.1:9"_s); }

    static QJsonArray rowsOf(const QByteArray &json)
    {
        return QJsonDocument::fromJson(json).array();
    }

    static QStringList idsOf(const QByteArray &json)
    {
        QStringList ids;
        const QJsonArray rows = rowsOf(json);
        for (const QJsonValue &row : rows)
            ids.append(row[u"id"_s].toString());
        return ids;
    }

    QJsonObject manifestOf(const QString &name) const
    {
        return QJsonDocument::fromJson(support::readFile(path(name) + u".manifest.json"_s))
            .object();
    }

    mirror::Place place() const
    {
        const QStringList files = keptFiles();
        if (files.size() != 1)
            return {};
        auto reader = mirror::Reader::open({files.first(), {}});
        return {files.first(), reader && *reader ? (*reader)->owner() : QByteArray()};
    }

    mirror::Extent extent() const
    {
        auto reader = mirror::Reader::open(place());
        return reader && *reader ? (*reader)->extent() : mirror::Extent();
    }

    // As if it had been kept by the window.
    void write(const mirror::ChangeSet &changes) const
    {
        mirror::Writer writer(place());
        QSignalSpy written(&writer, &mirror::Writer::written);
        writer.write(changes);
        QVERIFY(written.wait(20'000));
    }

    void setAge(quo::milliseconds age) const
    {
        mirror::Extent kept = extent();
        kept.asOf = quo::SystemClock().now() - age;
        write({.rows = {}, .removed = {}, .sets = {}, .extent = kept});
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_home = std::make_unique<QTemporaryDir>();
        m_key = u"canary-key"_s;
    }

    // With the server's process ended, and every format.
    void whatIsKeptIsExportedWithoutTheServer()
    {
        QProcess server;
        server.start(QStringLiteral(QUOIN_PROGRAM),
                     {u"demo-server"_s, u"--conversations"_s, u"330"_s});
        QVERIFY(server.waitForStarted());
        QTRY_VERIFY(server.canReadLine());
        const QUrl url(QString::fromUtf8(server.readLine()).trimmed());
        const Run sync = run(url, {u"sync"_s});
        QVERIFY2(sync.exitCode == 0, qPrintable(sync.err));
        QVERIFY2(sync.err.contains(u"All 330 conversations as of "_s), qPrintable(sync.err));
        const QStringList formats{u"csv"_s, u"tsv"_s, u"json"_s, u"ndjson"_s, u"xlsx"_s};
        for (const QString &format : formats)
            QCOMPARE(run(url, {u"export"_s, u"-o"_s, path(u"server."_s + format), u"--manifest"_s})
                         .exitCode,
                     0);
        server.kill();
        QVERIFY(server.waitForFinished());
        QCOMPARE(run(url, {u"export"_s, u"-o"_s, path(u"x.csv"_s)}).exitCode, 1);
        for (const QString &format : formats) {
            const Run result = run(url, {u"export"_s, u"-o"_s, path(u"kept."_s + format),
                                         u"--manifest"_s, u"--from-mirror"_s});
            QVERIFY2(result.exitCode == 0, qPrintable(result.err));
            QVERIFY2(result.err.contains(u"330 conversations as of "_s), qPrintable(result.err));
            const QJsonObject server = manifestOf(u"server."_s + format);
            const QJsonObject kept = manifestOf(u"kept."_s + format);
            // Of a workbook, that of its rows.
            QCOMPARE(kept[u"sha256"_s], server[u"sha256"_s]);
            if (format != u"xlsx")
                QCOMPARE(support::readFile(path(u"kept."_s + format)),
                         support::readFile(path(u"server."_s + format)));
            QCOMPARE(server[u"source"_s], u"server"_s);
            QCOMPARE(server[u"asOf"_s], server[u"begun"_s]);
            QVERIFY(!server[u"requests"_s].toArray().isEmpty());
            QCOMPARE(kept[u"source"_s], u"this computer"_s);
            QCOMPARE(kept[u"requests"_s].toArray(), QJsonArray());
            QCOMPARE(kept[u"complete"_s], true);
            QCOMPARE(kept[u"asOf"_s].toString(), quo::formatInstant(*extent().asOf));
        }
        const Run quiet =
            run(url, {u"export"_s, u"-o"_s, u"-"_s, u"--from-mirror"_s, u"--quiet"_s});
        QCOMPARE(quiet.exitCode, 0);
        QCOMPARE(quiet.err, QString());
    }

    // Byte for byte, with the same order.
    void filtersFindHereWhatTheServerFinds()
    {
        support::DemoWorld world(330);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QString number = world.workspace.lines.at(0).number;
        const QString first = world.workspace.lines.at(1).id;
        const QString second = world.workspace.lines.at(2).id;
        const QList<QStringList> filters{
            {},
            {u"--line"_s, number},
            {u"--line"_s, first, u"--line"_s, second, u"--line"_s, number},
            {u"--created-after"_s, u"2025-06-01"_s},
            {u"--created-before"_s, u"2025-06-01"_s},
            {u"--updated-after"_s, u"2025-11-01T00:00:00Z"_s},
            {u"--updated-before"_s, u"2025-11-01T00:00:00Z"_s},
            {u"--line"_s, first, u"--created-after"_s, u"2025-03-01"_s, u"--updated-before"_s,
             u"2025-12-01"_s},
            {u"--state"_s, u"unassigned"_s, u"--state"_s, u"snoozed"_s},
            {u"--search"_s, u"is:unassigned -is:deleted"_s, u"--line"_s, second},
            {u"--search"_s, u"a"_s}, // in the names of contacts, too
            {u"--sort"_s, u"name,id:desc"_s, u"--format"_s, u"json"_s, u"--names"_s},
            {u"--sort"_s, u"phoneNumberId,createdAt"_s, u"--numbers"_s, u"national"_s},
            {u"--region"_s, u"DE"_s, u"--numbers"_s, u"national"_s, u"--local"_s},
            {u"--limit"_s, u"7"_s, u"--format"_s, u"ndjson"_s},
        };
        // Each process has a pace of its own.
        std::vector<std::unique_ptr<QProcess>> processes;
        QList<QStringList> commands;
        for (const QStringList &filter : filters) {
            commands.append(QStringList{u"export"_s, u"-o"_s, u"-"_s, u"--format"_s, u"csv"_s} +
                            filter);
            processes.push_back(start(world.baseUrl(), commands.last()));
        }
        QList<Run> expected;
        for (const auto &process : processes)
            expected.append(finish(*process));
        const qsizetype asked = world.requests().size();
        QSet<QByteArray> results;
        for (qsizetype i = 0; i < commands.size(); ++i) {
            const QString command = commands.at(i).join(u' ');
            const Run kept = run(world.baseUrl(), commands.at(i) + QStringList{u"--from-mirror"_s});
            QVERIFY2(expected.at(i).exitCode == (command.contains(u"--limit") ? 3 : 0),
                     qPrintable(command));
            QVERIFY2(kept.exitCode == expected.at(i).exitCode,
                     qPrintable(command + u": "_s + kept.err));
            QVERIFY2(kept.out == expected.at(i).out, qPrintable(command));
            QVERIFY2(kept.out.count('\n') > 3, qPrintable(command));
            results.insert(kept.out);
        }
        QCOMPARE(results.size(), filters.size()); // no filter is without an effect
        QCOMPARE(world.requests().size(), asked);
    }

    void onlyTheServerKnowsWhatTwoFiltersMean()
    {
        support::DemoWorld world(120);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s, u"--exclude-inactive"_s};
        const Run server = run(world.baseUrl(), command);
        QCOMPARE(server.exitCode, 0);
        const Run refused = run(world.baseUrl(), command + QStringList{u"--from-mirror"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(u"Only Quo can answer"), qPrintable(refused.err));
        // The window keeps answers.
        const Run json = run(world.baseUrl(), command + QStringList{u"--format"_s, u"json"_s});
        const QStringList ids = idsOf(json.out);
        QVERIFY(!ids.isEmpty() && ids.size() < 120);
        mirror::Extent whole = extent();
        whole.asOf = *whole.asOf - 1h;
        write({.rows = {},
               .removed = {},
               .sets = {{.filter = {{}, true},
                         .startsOver = true,
                         .added = ids,
                         .removed = {},
                         .extent = whole}},
               .extent = {}});
        const qsizetype asked = world.requests().size();
        const Run kept = run(world.baseUrl(), command + QStringList{u"--from-mirror"_s});
        QVERIFY2(kept.exitCode == 0, qPrintable(kept.err));
        QCOMPARE(kept.out, server.out);
        // The age is that of the answer.
        const Run old = run(world.baseUrl(),
                            command + QStringList{u"--from-mirror"_s, u"--max-age"_s, u"30m"_s});
        QCOMPARE(old.exitCode, 1);
        QCOMPARE(world.requests().size(), asked);
        // Another user is another filter.
        QCOMPARE(
            run(world.baseUrl(), command + QStringList{u"--from-mirror"_s, u"--user"_s, u"USabc"_s})
                .exitCode,
            1);
    }

    void linesThatAreNotKeptAreNotEmpty()
    {
        support::DemoWorld world(60);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        for (const QString &line : {u"+12125550199"_s, u"PNunknown"_s}) {
            const Run result = run(world.baseUrl(), {u"export"_s, u"-o"_s, u"-"_s, u"--line"_s,
                                                     line, u"--from-mirror"_s});
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.err.contains(line), qPrintable(result.err));
            QCOMPARE(result.out, QByteArray());
        }
    }

    // As if nothing were kept, with the same requests.
    void theServerIsAskedForALineThatIsNotKept()
    {
        support::DemoWorld world(60);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        // A number without a country is read by those of the lines.
        const QStringList command{u"export"_s,
                                  u"-o"_s,
                                  u"-"_s,
                                  u"--line"_s,
                                  u"(212) 555-0199"_s,
                                  u"--line"_s,
                                  world.workspace.lines.first().id};
        const auto queries = [&](const QStringList &options) {
            const qsizetype asked = world.requests().size();
            run(world.baseUrl(), command + options);
            return world.queries().sliced(asked);
        };
        const QList<QByteArray> expected = queries({});
        QVERIFY(!expected.isEmpty());
        QCOMPARE(queries({u"--max-age"_s, u"1d"_s}), expected);
    }

    void whereNothingIsKeptItSaysSo()
    {
        support::DemoWorld world(60);
        const Run result =
            run(world.baseUrl(), {u"export"_s, u"-o"_s, path(u"a.csv"_s), u"--from-mirror"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(u"Nothing is kept"), qPrintable(result.err));
        QVERIFY(!QFile::exists(path(u"a.csv"_s)));
        QCOMPARE(world.requests().size(), 0);
        QCOMPARE(keptFiles(), QStringList());
        // With an age, the server is asked instead.
        QCOMPARE(
            run(world.baseUrl(), {u"export"_s, u"-o"_s, path(u"a.csv"_s), u"--max-age"_s, u"1d"_s})
                .exitCode,
            0);
        QVERIFY(QFile::exists(path(u"a.csv"_s)));
        QCOMPARE(keptFiles(), QStringList()); // an export keeps nothing
    }

    void whereNothingWasAnsweredNoFileIsLeft()
    {
        const auto kept = [this] { return QDir(dataFolder()).entryList({u"workspace-*"_s}); };
        const Run away = run(nowhere(), {u"sync"_s});
        QCOMPARE(away.exitCode, 1);
        QVERIFY2(away.err.contains(u"Can’t reach Quo"_s), qPrintable(away.err));
        QCOMPARE(kept(), QStringList());
        // What an answer has brought stays, whatever comes after it.
        support::ScriptedServer server;
        server.setFallback([](const support::ScriptedServer::Request &) {
            return support::page({}); // a workspace without conversations
        });
        QCOMPARE(run(server.baseUrl(), {u"sync"_s}).exitCode, 0);
        QCOMPARE(keptFiles().size(), 1);
        server.goAway();
        QCOMPARE(run(server.baseUrl(), {u"sync"_s}).exitCode, 1);
        QCOMPARE(keptFiles().size(), 1);
    }

    // Each server and each key has a file of its own.
    void anotherKeyDoesNotSeeWhatIsKept()
    {
        support::DemoWorld world(60);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        QCOMPARE(keptFiles().size(), 1);
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s, u"--from-mirror"_s};
        QCOMPARE(run(world.baseUrl(), command).exitCode, 0);
        QCOMPARE(run(nowhere(), command).exitCode, 1);
        m_key = u"another-key"_s;
        QCOMPARE(run(world.baseUrl(), command).exitCode, 1);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QStringList files = keptFiles();
        QCOMPARE(files.size(), 2);
        for (const QString &file : files) {
            QVERIFY(!support::readFile(file).contains("canary-key"));
            QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther |
                                                      QFile::WriteGroup | QFile::WriteOther),
                     QFile::Permissions());
        }
    }

    void onlyWhatIsYoungIsTakenFromHere()
    {
        support::DemoWorld world(120);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QStringList command{u"export"_s,     u"-o"_s,        path(u"age.csv"_s),
                                  u"--manifest"_s, u"--max-age"_s, u"30m"_s};
        const auto asks = [&] {
            const qsizetype asked = world.requests().size();
            const Run result = run(world.baseUrl(), command);
            const bool isFromServer = manifestOf(u"age.csv"_s)[u"source"_s] == u"server"_s;
            const bool hasAsked = world.requests().size() > asked;
            if (result.exitCode != 0 || isFromServer != hasAsked)
                support::fail(u"neither from here nor from there: "_s + result.err);
            return hasAsked;
        };
        const QStringList here = command + QStringList{u"--from-mirror"_s};
        QVERIFY(!asks());
        setAge(29min);
        QVERIFY(!asks());
        QCOMPARE(run(nowhere(), here).exitCode, 1); // of another server
        QCOMPARE(run(world.baseUrl(), here).exitCode, 0);
        setAge(31min);
        QVERIFY(asks());
        support::writeFile(path(u"age.csv"_s), "old");
        const qsizetype asked = world.requests().size();
        const Run tooOld = run(world.baseUrl(), here);
        QCOMPARE(tooOld.exitCode, 1);
        QVERIFY2(tooOld.err.contains(u"older than --max-age"), qPrintable(tooOld.err));
        QCOMPARE(support::readFile(path(u"age.csv"_s)), QByteArray("old"));
        QCOMPARE(world.requests().size(), asked);
        setAge(-24h); // the clock was set back by a day
        QVERIFY(asks());
        // However young, what is not whole is not enough.
        mirror::Extent partial = extent();
        partial.asOf = quo::SystemClock().now();
        partial.isWhole = false;
        write({.rows = {}, .removed = {}, .sets = {}, .extent = partial});
        QVERIFY(asks());
        QCOMPARE(run(world.baseUrl(), here).exitCode, 1);
    }

    // A sync reads what has changed, however it was kept before.
    void changesBetweenTwoSyncsAreFound()
    {
        const auto at = [](int minute) { return support::Workspace::at(minute); };
        support::Workspace workspace;
        for (int i = 0; i < 250; ++i)
            workspace.rows.append(
                support::conversation(u"CN%1"_s.arg(i), {{u"phoneNumberId"_s, u"PN%1"_s.arg(i % 3)},
                                                         {u"createdAt"_s, at(i)},
                                                         {u"updatedAt"_s, at(i)},
                                                         {u"lastActivityAt"_s, at(i)}}));
        support::ScriptedServer server;
        server.setFallback([&](const support::ScriptedServer::Request &request) {
            return request.line.startsWith("GET /v1/conversations")
                       ? workspace.answer(request.query())
                       : support::page({});
        });
        const auto sync = [&](const QStringList &options = {}) {
            const Run result = run(server.baseUrl(), QStringList{u"sync"_s} + options);
            if (result.exitCode != 0)
                support::fail(result.err);
            const Run kept = run(server.baseUrl(), {u"export"_s, u"-o"_s, u"-"_s, u"--format"_s,
                                                    u"json"_s, u"--from-mirror"_s});
            QHash<QString, QJsonObject> rows;
            const QJsonArray all = rowsOf(kept.out);
            for (const QJsonValue &row : all)
                rows.insert(row[u"id"_s].toString(), row.toObject());
            return rows;
        };
        const auto served = [&] {
            QHash<QString, QJsonObject> rows;
            for (const QJsonObject &row : std::as_const(workspace.rows))
                rows.insert(row[u"id"_s].toString(), row);
            return rows;
        };
        QCOMPARE(sync(), served());
        // Reassigned, renamed, deleted and new.
        workspace.rows[3][u"assignedTo"_s] = u"USdana"_s;
        workspace.rows[3][u"updatedAt"_s] = at(1000);
        workspace.rows[4][u"assignedTo"_s] = QJsonValue();
        workspace.rows[4][u"updatedAt"_s] = at(1001);
        workspace.rows[5][u"deletedAt"_s] = at(1002);
        workspace.rows[5][u"updatedAt"_s] = at(1002);
        workspace.rows.append(support::conversation(u"CNnew"_s, {{u"updatedAt"_s, at(1003)}}));
        const qsizetype asked = server.requests().size();
        QCOMPARE(sync(), served());
        int pages = 0;
        for (const auto &request : server.requests().sliced(asked))
            pages += request.line.startsWith("GET /v1/conversations");
        QCOMPARE(pages, 1);
        // What is gone, and what has changed without a word, is found by a walk over everything.
        const QHash<QString, QJsonObject> before = served();
        const QJsonObject gone = workspace.rows.takeAt(10);
        workspace.rows[20][u"name"_s] = u"Silent"_s;
        QCOMPARE(sync(), before);
        QCOMPARE(sync({u"--full"_s}), served());
        // It is back.
        workspace.rows.append(gone);
        workspace.rows.last()[u"updatedAt"_s] = at(1010);
        QCOMPARE(sync(), served());
        // A server that knows no changes is read whole.
        workspace.ignoresUpdatedAfter = true;
        workspace.rows.removeAt(30);
        QCOMPARE(sync(), served());
    }

    void aWalkWithGapsRemovesNothing()
    {
        support::ScriptedServer server;
        int pages = 2;
        bool isBroken = false;
        server.setFallback([&](const support::ScriptedServer::Request &request) {
            if (!request.line.startsWith("GET /v1/conversations"))
                return support::page({});
            if (!request.line.contains("pageToken=a"))
                return pages == 1 && !isBroken ? support::page(1, 3) : support::page(1, 3, u"a"_s);
            return isBroken ? support::errorBody(200, u"x"_s, u"no page"_s) : support::page(4, 5);
        });
        const QStringList command{u"export"_s,   u"-o"_s,   u"-"_s,
                                  u"--format"_s, u"json"_s, u"--from-mirror"_s};
        const Run first = run(server.baseUrl(), {u"sync"_s});
        QVERIFY2(first.exitCode == 0, qPrintable(first.err));
        const mirror::Extent whole = extent();
        QVERIFY(whole.isWhole);
        isBroken = true;
        const Run broken = run(server.baseUrl(), {u"sync"_s, u"--full"_s});
        QCOMPARE(broken.exitCode, 1);
        QVERIFY2(broken.err.contains(u"Couldn’t load"), qPrintable(broken.err));
        QVERIFY2(broken.err.contains(u"All 5 conversations as of "_s), qPrintable(broken.err));
        QCOMPARE(extent(), whole); // what was kept is as whole and as old as before
        QCOMPARE(idsOf(run(server.baseUrl(), command).out).size(), 5);
        isBroken = false;
        pages = 1;
        QCOMPARE(run(server.baseUrl(), {u"sync"_s, u"--full"_s}).exitCode, 0);
        QCOMPARE(idsOf(run(server.baseUrl(), command).out).size(), 3);
    }

    void whatIsNotWholeSaysSoInNameAndExitCode()
    {
        support::ScriptedServer server;
        bool isBroken = true;
        server.setFallback([&](const support::ScriptedServer::Request &request) {
            if (!request.line.startsWith("GET /v1/conversations"))
                return support::page({});
            if (!request.line.contains("pageToken=a"))
                return support::page(1, 3, u"a"_s);
            return isBroken ? support::errorBody(200, u"x"_s, u"no page"_s) : support::page(4, 5);
        });
        const Run sync = run(server.baseUrl(), {u"sync"_s, u"--quiet"_s});
        QCOMPARE(sync.exitCode, 3);
        QVERIFY2(sync.err.contains(u"The first 3 conversations."_s), qPrintable(sync.err));
        QVERIFY2(sync.err.contains(u"incomplete"_s), qPrintable(sync.err));
        const QString fileName = path(u"part.json"_s);
        support::writeFile(fileName, "old");
        const Run result = run(server.baseUrl(), {u"export"_s, u"-o"_s, fileName, u"--manifest"_s,
                                                  u"--from-mirror"_s});
        QCOMPARE(result.exitCode, 3);
        QVERIFY2(result.err.contains(u"incomplete"_s), qPrintable(result.err));
        QCOMPARE(support::readFile(fileName), QByteArray("old"));
        QCOMPARE(idsOf(support::readFile(path(u"part_partial.json"_s))).size(), 3);
        const QJsonObject about = manifestOf(u"part_partial.json"_s);
        QCOMPARE(about[u"complete"_s], false);
        QVERIFY(!about[u"missing"_s].toArray().isEmpty());
        isBroken = false;
        const Run again = run(server.baseUrl(), {u"sync"_s, u"--quiet"_s});
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.err, QString());
    }

    void aServerThatIsAwayLeavesWhatIsKept()
    {
        support::ScriptedServer server;
        server.setFallback([](const support::ScriptedServer::Request &request) {
            return request.line.startsWith("GET /v1/conversations") ? support::page(1, 3)
                                                                    : support::page({});
        });
        QCOMPARE(run(server.baseUrl(), {u"sync"_s}).exitCode, 0);
        const mirror::Extent whole = extent();
        server.setRefusal([](const auto &) { return true; });
        const Run result = run(server.baseUrl(), {u"sync"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(u"All 3 conversations as of "_s), qPrintable(result.err));
        QCOMPARE(extent(), whole);
        const Run kept = run(server.baseUrl(), {u"export"_s, u"-o"_s, u"-"_s, u"--from-mirror"_s});
        QCOMPARE(kept.exitCode, 0);
    }

#ifdef Q_OS_UNIX
    void whatWasReadBeforeCtrlCIsKept()
    {
        support::DemoWorld world(3000, 5);
        const auto sync = start(world.baseUrl(), {u"sync"_s});
        QVERIFY(sync->waitForStarted());
        const auto pages = [&] {
            qsizetype count = 0;
            for (const QByteArray &query : world.queries())
                count += query.contains("maxResults=100");
            return count;
        };
        QTRY_VERIFY_WITH_TIMEOUT(pages() > 6, 20'000);
        ::kill(pid_t(sync->processId()), SIGINT);
        const Run stopped = finish(*sync);
        QCOMPARE(stopped.exitCode, 3);
        QVERIFY2(stopped.err.contains(u"The first "_s), qPrintable(stopped.err));
        const Run kept =
            run(world.baseUrl(), {u"export"_s, u"-o"_s, path(u"some.json"_s), u"--from-mirror"_s});
        QCOMPARE(kept.exitCode, 3);
        const qsizetype some = idsOf(support::readFile(path(u"some_partial.json"_s))).size();
        QVERIFY2(some > 0 && some < 3000, qPrintable(QString::number(some)));
    }
#endif

    void killedAtAnyMomentTheNextOneMakesItWhole()
    {
        support::DemoWorld world(800, 5);
        QRandomGenerator random(11);
        for (int kill = 0; kill < 6; ++kill) {
            const auto sync = start(world.baseUrl(), {u"sync"_s});
            QVERIFY(sync->waitForStarted());
            const qsizetype asked = world.requests().size();
            const int more = random.bounded(20);
            QTRY_VERIFY_WITH_TIMEOUT(world.requests().size() > asked + more ||
                                         sync->state() == QProcess::NotRunning,
                                     20'000);
            sync->kill();
            QVERIFY(sync->state() == QProcess::NotRunning || sync->waitForFinished());
        }
        const Run last = run(world.baseUrl(), {u"sync"_s});
        QVERIFY2(last.exitCode == 0, qPrintable(last.err));
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s};
        const Run server = run(world.baseUrl(), command);
        const Run kept = run(world.baseUrl(), command + QStringList{u"--from-mirror"_s});
        QCOMPARE(kept.exitCode, 0);
        QVERIFY(kept.out == server.out);
    }

    void twoAtTheSameMomentDoNotDisturbEachOther()
    {
        support::DemoWorld world(700, 20);
        const auto first = start(world.baseUrl(), {u"sync"_s});
        const auto second = start(world.baseUrl(), {u"sync"_s});
        const Run one = finish(*first);
        const Run other = finish(*second);
        const Run &refused = one.exitCode == 0 ? other : one;
        // Unless one began when the other had ended.
        QCOMPARE(qMin(one.exitCode, other.exitCode), 0);
        if (refused.exitCode != 0) {
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.err.contains(u"Another Quoin"), qPrintable(refused.err));
        }
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s};
        const Run kept = run(world.baseUrl(), command + QStringList{u"--from-mirror"_s});
        QVERIFY(kept.out == run(world.baseUrl(), command).out);
    }

    void whatAWindowWritesIsReadButNotWritten()
    {
        support::DemoWorld world(60);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s};
        const QByteArray expected = run(world.baseUrl(), command).out;
        mirror::Writer window(place());
        QSignalSpy opened(&window, &mirror::Writer::opened);
        QVERIFY(opened.wait(20'000));
        const qsizetype asked = world.requests().size();
        const Run refused = run(world.baseUrl(), {u"sync"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(u"Another Quoin"), qPrintable(refused.err));
        QCOMPARE(run(world.baseUrl(), command + QStringList{u"--from-mirror"_s}).out, expected);
        QCOMPARE(world.requests().size(), asked);
    }

    // A key that was changed may see fewer lines, or others.
    void rowsOfAnotherKeyAreNotTakenForItsOwn()
    {
        support::ScriptedServer server;
        QStringList lines{u"PN1"_s, u"PN2"_s};
        server.setFallback([&](const support::ScriptedServer::Request &request) {
            QList<QJsonObject> rows;
            if (request.line.startsWith("GET /v1/phone-numbers")) {
                for (const QString &line : std::as_const(lines))
                    rows.append({{u"id"_s, line},
                                 {u"number"_s, u"+1415555010"_s + line.last(1)},
                                 {u"formattedNumber"_s, QJsonValue()},
                                 {u"name"_s, line},
                                 {u"symbol"_s, QJsonValue()},
                                 {u"users"_s, QJsonArray()}});
            } else if (request.line.startsWith("GET /v1/conversations")) {
                for (const QString &line : std::as_const(lines))
                    rows.append(
                        support::conversation(u"CN"_s + line, {{u"phoneNumberId"_s, line}}));
            }
            return support::page(rows);
        });
        const QStringList command{u"export"_s, u"-o"_s,       u"-"_s,    u"--sort"_s,
                                  u"id"_s,     u"--format"_s, u"json"_s, u"--from-mirror"_s};
        QCOMPARE(run(server.baseUrl(), {u"sync"_s}).exitCode, 0);
        QCOMPARE(idsOf(run(server.baseUrl(), command).out), (QStringList{u"CNPN1"_s, u"CNPN2"_s}));
        const auto giveAway = [&] {
            mirror::Writer writer(place());
            writer.setOwner("another key");
        };
        giveAway();
        const Run other = run(server.baseUrl(), command);
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.err.contains(u"another key"_s), qPrintable(other.err));
        QCOMPARE(other.out, QByteArray());
        // Which lines it sees is not known, so nothing is taken.
        server.setRefusal(
            [](const auto &request) { return request.line.startsWith("GET /v1/phone-numbers"); });
        const Run refused = run(server.baseUrl(), {u"sync"_s});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(run(server.baseUrl(), command).exitCode, 1);
        server.setRefusal([](const auto &) { return false; });
        lines = {u"PN2"_s, u"PN3"_s};
        const Run sync = run(server.baseUrl(), {u"sync"_s});
        QVERIFY2(sync.exitCode == 0, qPrintable(sync.err));
        QCOMPARE(idsOf(run(server.baseUrl(), command).out), (QStringList{u"CNPN2"_s, u"CNPN3"_s}));
    }

#ifdef Q_OS_UNIX
    void aFileThatIsDeletedWhileItIsWrittenIsWrittenAgain()
    {
        support::DemoWorld world(800, 5);
        const auto sync = start(world.baseUrl(), {u"sync"_s});
        QVERIFY(sync->waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(world.requests().size() > 8, 20'000);
        QVERIFY(QFile::remove(keptFiles().value(0)));
        const Run result = finish(*sync);
        QVERIFY2(result.exitCode == 0, qPrintable(result.err));
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s};
        const Run kept = run(world.baseUrl(), command + QStringList{u"--from-mirror"_s});
        QVERIFY2(kept.exitCode == 0, qPrintable(kept.err));
        QVERIFY(kept.out == run(world.baseUrl(), command).out);
    }

    // A limit to the size of files ends writes as a full disk does. In blocks of 1,024 bytes.
    void aDiskThatIsFullLeavesWhatIsKept()
    {
        support::DemoWorld world(700);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s};
        const QByteArray expected = run(world.baseUrl(), command).out;
        // As it was before the last 600 came.
        QStringList newer;
        for (qsizetype i = 100; i < world.workspace.conversations.size(); ++i)
            newer.append(world.workspace.conversations.at(i).id);
        write({.rows = {}, .removed = newer, .sets = {}, .extent = mirror::Extent()});
        QProcess sqlite;
        sqlite.start(u"sqlite3"_s, {keptFiles().value(0), u"VACUUM"_s});
        if (!sqlite.waitForStarted())
            QSKIP("no sqlite3");
        QVERIFY(sqlite.waitForFinished());
        const qint64 blocks = QFileInfo(keptFiles().value(0)).size() / 1024;
        const auto full = start(
            world.baseUrl(),
            {u"-c"_s,
             u"trap '' XFSZ; ulimit -f %1; GCOV_PREFIX=/dev/null exec \"$@\""_s.arg(blocks + 40),
             u"bash"_s, QStringLiteral(QUOIN_PROGRAM), u"sync"_s},
            u"bash"_s);
        const Run result = finish(*full);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(u"kept on this computer"_s), qPrintable(result.err));
        const Run some = run(world.baseUrl(), command + QStringList{u"--from-mirror"_s});
        QCOMPARE(some.exitCode, 3);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        QVERIFY(run(world.baseUrl(), command + QStringList{u"--from-mirror"_s}).out == expected);
    }
#endif

    void aDamagedFileIsReadAgain()
    {
        support::DemoWorld world(120);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QString file = keptFiles().value(0);
        QByteArray noise(200'000, Qt::Uninitialized);
        QRandomGenerator(5).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        support::writeFile(file, noise);
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s};
        const Run here = run(world.baseUrl(), command + QStringList{u"--from-mirror"_s});
        QCOMPARE(here.exitCode, 1);
        QVERIFY2(here.err.contains(u"quoin sync"_s), qPrintable(here.err));
        QCOMPARE(support::readFile(file), noise); // reading sets nothing aside
        QCOMPARE(run(world.baseUrl(), command + QStringList{u"--max-age"_s, u"1d"_s}).exitCode, 0);
        const Run sync = run(world.baseUrl(), {u"sync"_s});
        QVERIFY2(sync.exitCode == 0, qPrintable(sync.err));
        QVERIFY2(sync.err.contains(u"damaged"_s), qPrintable(sync.err));
        QVERIFY2(sync.err.contains(u"All 120 conversations"_s), qPrintable(sync.err));
        QVERIFY(run(world.baseUrl(), command + QStringList{u"--from-mirror"_s}).out ==
                run(world.baseUrl(), command).out);
        // Said once.
        const Run again = run(world.baseUrl(), {u"sync"_s});
        QVERIFY2(!again.err.contains(u"damaged"_s), qPrintable(again.err));
    }

    void aFileThatIsNotOursIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("says");
        QTest::newRow("newer") << QByteArray("PRAGMA user_version = 9999") << u"newer"_s;
        QTest::newRow("another program's")
            << QByteArray("PRAGMA application_id = 42") << u"another program"_s;
    }

    void aFileThatIsNotOursIsLeftAlone()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, says);
        support::DemoWorld world(60);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QString file = keptFiles().value(0);
        QProcess sqlite;
        sqlite.start(u"sqlite3"_s, {file, QString::fromLatin1(sql)});
        if (!sqlite.waitForStarted())
            QSKIP("no sqlite3");
        QVERIFY(sqlite.waitForFinished());
        const QByteArray bytes = support::readFile(file);
        for (const QStringList &command :
             {QStringList{u"sync"_s}, {u"export"_s, u"-o"_s, u"-"_s, u"--from-mirror"_s}}) {
            const qsizetype asked = world.requests().size();
            const Run result = run(world.baseUrl(), command);
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.err.contains(says), qPrintable(result.err));
            QCOMPARE(support::readFile(file), bytes);
            QCOMPARE(world.requests().size(), asked);
        }
        QCOMPARE(
            run(world.baseUrl(), {u"export"_s, u"-o"_s, u"-"_s, u"--max-age"_s, u"1d"_s}).exitCode,
            0);
    }

    void whatIsInTheFilesPlaceIsLeftAlone_data()
    {
        QTest::addColumn<bool>("isLink");
        QTest::newRow("folder") << false;
        QTest::newRow("link") << true;
    }

    void whatIsInTheFilesPlaceIsLeftAlone()
    {
        QFETCH(bool, isLink);
        support::DemoWorld world(60);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const QString file = keptFiles().value(0);
        const QString other = path(u"other.sqlite"_s);
        QVERIFY(QFile::rename(file, other));
        QVERIFY(isLink ? QFile::link(other, file) : QDir().mkpath(file));
        const QByteArray bytes = support::readFile(other);
        const qsizetype asked = world.requests().size();
        for (const QStringList &command :
             {QStringList{u"sync"_s}, {u"export"_s, u"-o"_s, u"-"_s, u"--from-mirror"_s}}) {
            const Run result = run(world.baseUrl(), command);
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.err.contains(u"isn’t a file"_s), qPrintable(result.err));
        }
        QCOMPARE(support::readFile(other), bytes);
        QCOMPARE(world.requests().size(), asked);
        QVERIFY(QFileInfo(file).isDir() || QFileInfo(file).isSymLink());
    }

    void whereNothingCanBeKeptItSaysSo_data()
    {
        QTest::addColumn<QString>("inTheWay");
        QTest::newRow("folder") << u"data"_s;
        QTest::newRow("salt") << u"data/quoin/salt/x"_s;
        QTest::newRow("no permission") << QString();
    }

    void whereNothingCanBeKeptItSaysSo()
    {
        QFETCH(QString, inTheWay);
        if (inTheWay.isEmpty()) {
            QVERIFY(QDir().mkpath(dataFolder()));
            QVERIFY(QFile::setPermissions(dataFolder(), QFile::ReadOwner | QFile::ExeOwner));
            if (QFileInfo(dataFolder()).isWritable())
                QSKIP("root may write into any folder");
        } else {
            QVERIFY(QDir().mkpath(QFileInfo(path(inTheWay)).path()));
            support::writeFile(path(inTheWay), "x");
        }
        support::DemoWorld world(60);
        for (const QStringList &command :
             {QStringList{u"sync"_s}, {u"export"_s, u"-o"_s, u"-"_s, u"--from-mirror"_s}}) {
            const Run result = run(world.baseUrl(), command);
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.err.contains(path(u"data/quoin"_s)), qPrintable(result.err));
        }
        QCOMPARE(world.requests().size(), 0);
        QCOMPARE(
            run(world.baseUrl(), {u"export"_s, u"-o"_s, u"-"_s, u"--max-age"_s, u"1d"_s}).exitCode,
            0);
    }

    void contactsAreLoadedOnceAnHour()
    {
        support::DemoWorld world(60);
        const auto contactRequests = [&] {
            qsizetype count = 0;
            for (const demo::DemoRequest &request : world.requests())
                count += request.path.endsWith("/contacts");
            return count;
        };
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        const qsizetype once = contactRequests();
        QVERIFY(once > 0);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s}).exitCode, 0);
        QCOMPARE(contactRequests(), once);
        QCOMPARE(run(world.baseUrl(), {u"sync"_s, u"--full"_s}).exitCode, 0);
        QCOMPARE(contactRequests(), 2 * once);
    }
};

QTEST_GUILESS_MAIN(TestSyncCommand)
#include "tst_synccommand.moc"
