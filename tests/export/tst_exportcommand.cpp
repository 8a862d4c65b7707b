// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/demoworld.h"
#include "support/files.h"
#include "support/json.h"
#include "support/specialfiles.h"
#include "support/warnings.h"
#include "support/workspace.h"
#include "workspace/viewfile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

// 'quoin export' and its neighbours, as a script runs them.
class TestExportCommand : public QObject
{
    Q_OBJECT

    struct Run
    {
        int exitCode = -1;
        QByteArray out;
        QString err;
    };

    QTemporaryDir m_home;

    QString path(const QString &name) const { return m_home.filePath(name); }

    QProcessEnvironment environment(const QUrl &baseUrl) const
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            env.remove(QString::fromLatin1(name));
        env.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
        env.insert(u"QUO_API_KEY"_s, u"canary-key"_s);
        env.insert(u"QUO_API_BASE_URL"_s, baseUrl.toString());
        return env;
    }

    // In the event loop, since the server may live in this thread.
    Run run(const QUrl &baseUrl, const QStringList &arguments,
            const QString &program = QStringLiteral(QUOIN_PROGRAM),
            const QMap<QString, QString> &variables = {})
    {
        QProcess process;
        QProcessEnvironment env = environment(baseUrl);
        for (auto it = variables.cbegin(); it != variables.cend(); ++it)
            env.insert(it.key(), it.value());
        process.setProcessEnvironment(env);
        process.start(program, arguments);
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                QString::fromUtf8(process.readAllStandardError())};
    }

    QStringList filesIn(const QString &folder) const
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    static QJsonArray readJson(const QString &fileName)
    {
        QFile file(fileName);
        return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array()
                                          : QJsonArray();
    }

    static QString oldFile(const QString &fileName)
    {
        support::writeFile(fileName, "old");
        return fileName;
    }

    static bool isOld(const QString &fileName)
    {
        QFile file(fileName);
        return file.open(QFile::ReadOnly) && file.readAll() == "old";
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everythingIsExportedTheLatestFirst()
    {
        support::DemoWorld world(730);
        const Run result = run(world.baseUrl(), {u"export"_s, u"-o"_s, path(u"all.json"_s),
                                                 u"--names"_s, u"--manifest"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.err, QString()); // no progress, since this is no terminal
        const QJsonArray rows = readJson(path(u"all.json"_s));
        QCOMPARE(rows.size(), 730);
        QSet<QString> ids;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            ids.insert(rows[i][u"id"_s].toString());
            if (i > 0) // ISO 8601 sorts as time does, and null is the empty text
                QVERIFY(rows[i - 1][u"lastActivityAt"_s].toString() >=
                        rows[i][u"lastActivityAt"_s].toString());
        }
        for (const demo::DemoConversation &conversation : world.workspace.conversations)
            QVERIFY(ids.contains(conversation.id));
        QVERIFY(!rows[0][u"phoneNumberName"_s].toString().isEmpty());
        QFile file(path(u"all.json.manifest.json"_s));
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray manifest = file.readAll();
        QCOMPARE(QJsonDocument::fromJson(manifest)[u"complete"_s], true);
        QVERIFY(!manifest.contains("canary-key"));
    }

    void aViewGivesSearchAndSortUnlessTheyAreGiven()
    {
        support::DemoWorld world(400);
        workspace::View view;
        view.search = u"is:unassigned -is:deleted"_s;
        view.sort = {{u"phoneNumberId"_s, false}, {u"createdAt"_s, true}};
        QFile file(path(u"open.quoinview"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(workspace::encodeView(view));
        file.close();
        const QStringList command{u"export"_s, u"-o"_s, path(u"view.json"_s), u"--view"_s,
                                  file.fileName()};
        QCOMPARE(run(world.baseUrl(), command).exitCode, 0);
        QJsonArray rows = readJson(path(u"view.json"_s));
        qsizetype expected = 0;
        for (const demo::DemoConversation &conversation : world.workspace.conversations)
            expected += !conversation.assignedTo && !conversation.deletedAt;
        QCOMPARE(rows.size(), expected);
        QSet<QString> lines;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QVERIFY(rows[i][u"assignedTo"_s].isNull());
            const QString line = rows[i][u"phoneNumberId"_s].toString();
            if (i > 0 && rows[i - 1][u"phoneNumberId"_s].toString() == line)
                QVERIFY(rows[i - 1][u"createdAt"_s].toString() >=
                        rows[i][u"createdAt"_s].toString());
            else
                QVERIFY(!lines.contains(line)); // all of a line stand together
            lines.insert(line);
        }
        QCOMPARE(run(world.baseUrl(), command + QStringList{u"--search"_s, u"is:deleted"_s,
                                                            u"--sort"_s, u"createdAt"_s})
                     .exitCode,
                 0);
        rows = readJson(path(u"view.json"_s));
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i)
            QVERIFY(!rows[i][u"deletedAt"_s].isNull());
        // What is not understood, or not finished, exports nothing.
        for (const QString &search : {u"is:asleep"_s, u"is:unassigne"_s, u"to:"_s, u"line:"_s,
                                      u"before:"_s, u"name:\"ana"_s, u"-"_s}) {
            const Run wrong = run(world.baseUrl(), command + QStringList{u"--search="_s + search});
            QCOMPARE(wrong.exitCode, 2);
            const QString word = search == u"is:asleep" ? u"asleep"_s : search;
            QVERIFY2(wrong.err.contains(u'“' + word + u'”'), qPrintable(wrong.err));
        }
    }

    void rowsAreStreamedInWhateverOrderTheyCome()
    {
        support::DemoWorld world(730);
        const Run result = run(world.baseUrl(), {u"export"_s, u"-o"_s, u"-"_s, u"--format"_s,
                                                 u"ndjson"_s, u"--sort"_s, u"none"_s});
        QCOMPARE(result.exitCode, 0);
        // jq reads it, and finds each row once.
        QProcess jq;
        jq.start(u"jq"_s, {u"-s"_s, u"map(.id) | unique | length"_s});
        QVERIFY(jq.waitForStarted());
        jq.write(result.out);
        jq.closeWriteChannel();
        QVERIFY(jq.waitForFinished());
        QCOMPARE(jq.readAllStandardOutput().trimmed(), "730");
        QCOMPARE(result.out.count('\n'), 730);
    }

    void aStreamEndsAtItsLimitThoughPagesAreUnderWay()
    {
        // All answers come at once, so that some stand in line behind the one that ends it.
        support::DemoWorld world(3000);
        for (int time = 0; time < 3; ++time) {
            const Run result = run(world.baseUrl(), {u"export"_s, u"-o"_s, u"-"_s, u"--sort"_s,
                                                     u"none"_s, u"--limit"_s, u"120"_s});
            QCOMPARE(result.exitCode, 3);
            QVERIFY2(result.err.contains(u"limit"), qPrintable(result.err));
            QCOMPARE(result.out.count('\n'), 121);
        }
    }

    void filtersAreAskedForAndTheRestIsDoneHere()
    {
        support::DemoWorld world(730);
        const demo::DemoLine &line = world.workspace.lines.first();
        const Run result =
            run(world.baseUrl(),
                {u"export"_s, u"-o"_s, u"-"_s, u"--line"_s, line.number, u"--updated-after"_s,
                 u"2025-03-01"_s, u"--exclude-inactive"_s, u"--state"_s, u"unassigned"_s,
                 u"--columns"_s, u"id,state"_s, u"--sort"_s, u"id:desc"_s, u"--limit"_s, u"5"_s});
        QCOMPARE(result.exitCode, 3); // more match
        const QList<QByteArray> queries = world.queries();
        const auto asked = std::ranges::find_if(
            queries, [](const QByteArray &q) { return q.contains("excludeInactive=true"); });
        QVERIFY(asked != queries.end());
        const QByteArray query = *asked;
        QVERIFY2(query.contains("phoneNumbers=%2B"), query.constData());
        QVERIFY(query.contains("updatedAfter=2025-"));
        QVERIFY(query.contains("excludeInactive=true"));
        const QList<QByteArray> lines = result.out.split('\n');
        QCOMPARE(lines.first(), "Conversation ID,State\r");
        QVERIFY(lines.size() > 2 && lines.size() <= 7);
        for (const QByteArray &text : lines.sliced(1, lines.size() - 2))
            QVERIFY2(text.startsWith("CN") && text.contains("Unassigned"), text.constData());
    }

    void wrongUsageIsSaidInOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QStringList to{u"-o"_s, u"-"_s};
        QTest::newRow("no file") << QStringList() << u"--output"_s;
        QTest::newRow("format") << to + QStringList{u"--format"_s, u"doc"_s} << u"ndjson"_s;
        QTest::newRow("time") << to + QStringList{u"--created-after"_s, u"soon"_s} << u"7d"_s;
        QTest::newRow("state") << to + QStringList{u"--state"_s, u"open"_s} << u"snooze-ended"_s;
        QTest::newRow("sort") << to + QStringList{u"--sort"_s, u"x"_s} << u"lastActivityAt"_s;
        QTest::newRow("columns") << to + QStringList{u"--columns"_s, u"id,x"_s}
                                 << u"participants"_s;
        QTest::newRow("limit") << to + QStringList{u"--limit"_s, u"0"_s} << u"--limit"_s;
        QTest::newRow("zones") << to + QStringList{u"--utc"_s, u"--local"_s} << u"--utc"_s;
        QTest::newRow("manifest") << to + QStringList{u"--manifest"_s} << u"--manifest"_s;
        QTest::newRow("line") << to + QStringList{u"--line"_s, u"x"_s} << u"Line:"_s;
        QTest::newRow("range") << to + QStringList{u"--created-after"_s, u"1d"_s,
                                                   u"--created-before"_s, u"2d"_s}
                               << u"Created to"_s;
        QTest::newRow("view") << to + QStringList{u"--view"_s, u"/no/such"_s} << u"/no/such"_s;
        QTest::newRow("region") << to + QStringList{u"--region"_s, u"Germany"_s} << u"--region"_s;
        QTest::newRow("unknown") << to + QStringList{u"--colour"_s} << u"colour"_s;
    }

    void wrongUsageIsSaidInOneLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Run result = run(QUrl(u"http://127.0.0.1:9"_s), QStringList{u"export"_s} + arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains(says), qPrintable(result.err));
        QCOMPARE(result.err.count(u'\n'), 1);
    }

    void aRefusedKeyLeavesTheOldFile()
    {
        support::ScriptedServer server;
        server.says(401, support::errorBody(401, u"0400401"_s, u"Unauthorized"_s));
        server.says(401, support::errorBody(401, u"0500401"_s, u"Unauthorized"_s));
        server.says(401, support::errorBody(401, u"1000401"_s, u"Unauthorized"_s));
        const QString fileName = oldFile(path(u"refused.csv"_s));
        const Run result = run(server.baseUrl(), {u"export"_s, u"-o"_s, fileName});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(u"API key"), qPrintable(result.err));
        QVERIFY(!result.err.contains(u"canary-key"));
        QVERIFY(isOld(fileName));
    }

    void whatIsIncompleteSaysSoInNameAndExitCode_data()
    {
        QTest::addColumn<QStringList>("sort");
        QTest::newRow("held") << QStringList();
        QTest::newRow("streamed") << QStringList{u"--sort"_s, u"none"_s};
    }

    void whatIsIncompleteSaysSoInNameAndExitCode()
    {
        QFETCH(QStringList, sort);
        support::ScriptedServer server;
        server.setFallback([](const support::ScriptedServer::Request &request) {
            if (request.line.contains("pageToken=a"))
                return support::errorBody(200, u"x"_s, u"no page"_s); // without data
            return request.line.startsWith("GET /v1/conversations") ? support::page(1, 3, u"a"_s)
                                                                    : support::page({});
        });
        const QString fileName = oldFile(path(u"incomplete.json"_s));
        const Run result = run(server.baseUrl(),
                               QStringList{u"export"_s, u"-o"_s, fileName, u"--manifest"_s} + sort);
        QCOMPARE(result.exitCode, 3);
        QVERIFY2(result.err.contains(u"incomplete"), qPrintable(result.err));
        QVERIFY(isOld(fileName));
        QCOMPARE(readJson(path(u"incomplete_partial.json"_s)).size(), 3);
        QFile manifest(path(u"incomplete_partial.json.manifest.json"_s));
        QVERIFY(manifest.open(QFile::ReadOnly));
        const QJsonDocument about = QJsonDocument::fromJson(manifest.readAll());
        QCOMPARE(about[u"complete"_s], false);
        QVERIFY(!about[u"missing"_s].toArray().isEmpty());
    }

    // Each way in which a list may have holes, as far as a server can bring it about.
    void holesAreSaidEverywhere_data()
    {
        using Request = support::ScriptedServer::Request;
        using Answer = std::function<QByteArray(const Request &)>;
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<Answer>("conversations");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("says");
        const auto always = [](const QByteArray &page) {
            return Answer([page](const Request &) { return page; });
        };
        const QJsonObject good = support::conversation(u"CN1"_s);
        QTest::newRow("a row that cannot be read")
            << QStringList()
            << always(support::page({good, support::conversation(u"CN2"_s, {{u"name"_s, 7}})})) << 1
            << u"couldn’t be read"_s;
        QTest::newRow("more than the limit")
            << QStringList{u"--limit"_s, u"2"_s} << always(support::page(1, 3)) << 2 << u"limit"_s;
        QTest::newRow("a line ignored")
            << QStringList{u"--line"_s, u"PN1"_s}
            << always(support::page(
                   {good, support::conversation(u"CN2"_s, {{u"phoneNumberId"_s, u"PN2"_s}})}))
            << 1 << u"Quo ignored the filter"_s;
        QTest::newRow("a line by number ignored")
            << QStringList{u"--line"_s, u"+14155550100"_s}
            << always(support::page(
                   {good, support::conversation(u"CN2"_s, {{u"phoneNumberId"_s, u"PN2"_s}})}))
            << 1 << u"Quo ignored the filter"_s;
        QTest::newRow("a line by a number that is not known")
            << QStringList{u"--line"_s, u"+14155550199"_s} << always(support::page({good})) << 1
            << u"Couldn’t check"_s;
        QTest::newRow("a bound ignored")
            << QStringList{u"--updated-after"_s, u"2026-01-02"_s}
            << always(support::page(
                   {good, support::conversation(u"CN2"_s,
                                                {{u"updatedAt"_s, u"2025-01-01T00:00:00Z"_s}})}))
            << 1 << u"Quo ignored the filter"_s;
        QTest::newRow("a user ignored")
            << QStringList{u"--user"_s, u"US9"_s} << always(support::page(1, 2)) << 2
            << u"Quo ignored the filter"_s;
        QTest::newRow("perhaps inactive ones")
            << QStringList{u"--exclude-inactive"_s} << always(support::page(1, 2)) << 2
            << u"Couldn’t check"_s;
        QTest::newRow("a page that fails") << QStringList() << Answer([](const Request &request) {
            return request.line.contains("pageToken") ? QByteArray("{}")
                                                      : support::page(1, 3, u"a"_s);
        }) << 3 << u"Couldn’t load"_s;
        QTest::newRow("contacts not searched")
            << QStringList{u"--search"_s, u"lopes"_s} << always(support::page({good})) << 1
            << u"Contact names"_s;
    }

    void holesAreSaidEverywhere()
    {
        using Request = support::ScriptedServer::Request;
        QFETCH(QStringList, arguments);
        QFETCH(std::function<QByteArray(const Request &)>, conversations);
        QFETCH(int, rows);
        QFETCH(QString, says);
        support::ScriptedServer server;
        server.setRefusal(
            [](const Request &request) { return request.line.startsWith("GET /v1/contacts"); });
        server.setFallback([&](const Request &request) {
            return request.line.startsWith("GET /v1/conversations") ? conversations(request)
                   : request.line.startsWith("GET /v1/phone-numbers")
                       ? QByteArray(R"({"data":[{"id":"PN1","number":"+14155550100","name":"Desk",)"
                                    R"("users":[]}]})")
                       : support::page({});
        });
        QTemporaryDir folder;
        const QString fileName = oldFile(folder.filePath(u"list.json"_s));
        const Run result =
            run(server.baseUrl(),
                QStringList{u"export"_s, u"-o"_s, fileName, u"--manifest"_s} + arguments);
        QCOMPARE(result.exitCode, 3);
        QVERIFY2(result.err.contains(u"incomplete: ") && result.err.contains(says),
                 qPrintable(result.err));
        QVERIFY(isOld(fileName));
        QCOMPARE(readJson(folder.filePath(u"list_partial.json"_s)).size(), rows);
        QFile manifest(folder.filePath(u"list_partial.json.manifest.json"_s));
        QVERIFY(manifest.open(QFile::ReadOnly));
        const QJsonDocument about = QJsonDocument::fromJson(manifest.readAll());
        QCOMPARE(about[u"complete"_s], false);
        QVERIFY2(about[u"missing"_s][0].toString().contains(says),
                 qPrintable(about[u"missing"_s][0].toString()));
        QCOMPARE(filesIn(folder.path()).size(), 3);
    }

    void whereNoRowCanBeReadTheOldFileStays()
    {
        support::ScriptedServer server;
        server.setFallback([](const support::ScriptedServer::Request &request) {
            return request.line.startsWith("GET /v1/conversations")
                       ? support::page({support::conversation(u"CN1"_s, {{u"participants"_s, 7}})})
                       : support::page({});
        });
        QTemporaryDir folder;
        const QString fileName = oldFile(folder.filePath(u"list.csv"_s));
        const Run result = run(server.baseUrl(), {u"export"_s, u"-o"_s, fileName});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(u"nothing usable: "), qPrintable(result.err));
        QVERIFY(isOld(fileName));
        QCOMPARE(filesIn(folder.path()), QStringList{u"list.csv"_s});
    }

    void aSearchFindsTheNamesOfContactsAsTheWindowDoes_data()
    {
        QTest::addColumn<QStringList>("sort");
        QTest::newRow("held") << QStringList();
        QTest::newRow("streamed") << QStringList{u"--sort"_s, u"none"_s};
    }

    void aSearchFindsTheNamesOfContactsAsTheWindowDoes()
    {
        QFETCH(QStringList, sort);
        support::ScriptedServer server;
        server.setFallback([](const support::ScriptedServer::Request &request) {
            const auto row = [](const QString &id, const QString &number) {
                return support::conversation(
                    id, {{u"name"_s, QJsonValue()}, {u"participants"_s, QJsonArray{number}}});
            };
            if (request.line.startsWith("GET /v1/contacts"))
                return QByteArray(
                    R"({"data":[{"id":"CT1","defaultFields":{"firstName":"Zora","lastName":"Quill",)"
                    R"("company":null,"phoneNumbers":[{"value":"+14155552001"}]}}],)"
                    R"("totalItems":1,"nextPageToken":null})");
            return request.line.startsWith("GET /v1/conversations")
                       ? support::page(
                             {row(u"CN1"_s, u"+14155552001"_s), row(u"CN2"_s, u"+14155552002"_s)})
                       : support::page({});
        });
        const QStringList command =
            QStringList{u"export"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"id,name"_s} + sort;
        Run result = run(server.baseUrl(), command + QStringList{u"--search"_s, u"quill"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.out,
                 "Conversation ID,Conversation\r\nCN1,Zora Quill · +1 415-555-2001\r\n");
        result = run(server.baseUrl(), command + QStringList{u"--search"_s, u"-quill"_s});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(!result.out.contains("CN1") && result.out.contains("CN2"));
    }

    void rowsThatMoveAreNotLost()
    {
        support::Workspace workspace = support::Workspace::generate(3, 300, u"lastActivityAt"_s);
        workspace.countsRows = true;
        workspace.pageCap = 30;
        QSet<QString> stayed = workspace.ids();
        QRandomGenerator random(3);
        int changes = 0;
        support::ScriptedServer server;
        server.setFallback([&](const support::ScriptedServer::Request &request) {
            if (!request.line.startsWith("GET /v1/conversations"))
                return support::page({});
            const QByteArray answer = workspace.answer(request.query());
            for (; changes < 40 && random.bounded(4) > 0; ++changes)
                workspace.change(random, false);
            stayed &= workspace.ids();
            return answer;
        });
        const Run result = run(server.baseUrl(), {u"export"_s, u"-o"_s, path(u"moving.json"_s)});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(changes, 40);
        const QJsonArray rows = readJson(path(u"moving.json"_s));
        for (qsizetype i = 0; i < rows.size(); ++i)
            stayed.remove(rows[i][u"id"_s].toString());
        QCOMPARE(stayed, QSet<QString>());
    }

    void aDiskThatIsFullLeavesTheOldFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << u"full.csv"_s;
        QTest::newRow("xlsx") << u"full.xlsx"_s;
    }

    void aDiskThatIsFullLeavesTheOldFile()
    {
        QFETCH(QString, name);
        support::DemoWorld world(730);
        QTemporaryDir folder;
        const QString fileName = oldFile(folder.filePath(name));
        // A limit to the size of files ends writes as a full disk does. In blocks of 1,024 bytes.
        // It would cut the counts of the coverage build too, so these go nowhere.
        const Run result =
            run(world.baseUrl(),
                {u"-c"_s, u"trap '' XFSZ; ulimit -f 8; GCOV_PREFIX=/dev/null exec \"$@\""_s,
                 u"bash"_s, QStringLiteral(QUOIN_PROGRAM), u"export"_s, u"-o"_s, fileName},
                u"bash"_s);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(fileName), qPrintable(result.err));
        QVERIFY(isOld(fileName));
        QCOMPARE(filesIn(folder.path()), QStringList{name});
    }

    void killedAtAnyMomentItLeavesTheOldFileAndNothingElse()
    {
        support::DemoWorld world(3000, 5);
        QTemporaryDir folder;
        const QString fileName = oldFile(folder.filePath(u"killed.csv"_s));
        QRandomGenerator random(7);
        for (int kill = 0; kill < 8; ++kill) {
            QProcess process;
            process.setProcessEnvironment(environment(world.baseUrl()));
            process.start(QStringLiteral(QUOIN_PROGRAM),
                          {u"export"_s, u"-o"_s, fileName, u"--sort"_s, u"none"_s});
            QVERIFY(process.waitForStarted());
            const qsizetype asked = world.queries().size();
            const int pages = random.bounded(6); // of 38, at ten a second: long before the end
            QTRY_VERIFY(world.queries().size() > asked + pages);
            process.kill();
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
            QVERIFY(isOld(fileName));
            QCOMPARE(filesIn(folder.path()), QStringList{u"killed.csv"_s});
        }
    }

    // Qt reads the variables, whether the machine has the locales or not.
    void whatIsWrittenIsTheSameUnderEveryLanguage()
    {
        support::DemoWorld world(60);
        const QStringList languages{u"C"_s,     u"de_DE"_s, u"ar_EG"_s,
                                    u"ja_JP"_s, u"tr_TR"_s, u"es_MX"_s};
        const QString file = path(u"language.csv"_s);
        const QList<QStringList> commands{
            {u"export"_s, u"-o"_s, u"-"_s, u"--sort"_s, u"name"_s, u"--columns"_s,
             u"name,state,participants,phoneNumberId,assignedTo,snoozedUntil,mutedUntil,createdAt"_s},
            {u"export"_s, u"-o"_s, u"-"_s, u"--numbers"_s, u"national"_s, u"--columns"_s,
             u"name,participants"_s, u"--region"_s, u"gb"_s},
            {u"export"_s, u"-o"_s, u"-"_s, u"--format"_s, u"json"_s, u"--names"_s},
            {u"export"_s, u"-o"_s, file, u"--manifest"_s, u"--search"_s, u"is:unassigned"_s},
            {u"lines"_s},
            {u"users"_s, u"--format"_s, u"json"_s}};
        for (const QStringList &command : commands) {
            QByteArray first;
            for (const QString &language : languages) {
                const QString locale = language + u".UTF-8"_s;
                Run result = run(world.baseUrl(), command, QStringLiteral(QUOIN_PROGRAM),
                                 {{u"LC_ALL"_s, locale},
                                  {u"LANG"_s, locale},
                                  {u"LANGUAGE"_s, u"%1:fr"_s.arg(language)}});
                QCOMPARE(result.exitCode, 0);
                if (command.contains(file)) {
                    QJsonObject about =
                        QJsonDocument::fromJson(support::readFile(file + u".manifest.json"_s))
                            .object();
                    about.remove(u"begun"_s);
                    about.remove(u"ended"_s);
                    about.remove(u"asOf"_s);
                    result.out = support::readFile(file) + QJsonDocument(about).toJson();
                }
                QVERIFY(!result.out.isEmpty());
                if (first.isEmpty())
                    first = result.out;
                QVERIFY2(result.out == first, qPrintable(language + u": "_s + command.join(u' ')));
            }
        }
    }

    void numbersAreThoseOfTheRegionOrOfTheLines()
    {
        support::ScriptedServer server;
        QString lines = u"+493012345678"_s;
        server.setFallback([&lines](const support::ScriptedServer::Request &request) {
            if (request.line.startsWith("GET /v1/conversations"))
                return support::page({support::conversation(
                    u"CN1"_s, {{u"name"_s, QJsonValue()},
                               {u"phoneNumberId"_s, u"PN0"_s},
                               {u"participants"_s, QJsonArray{u"+4930901820"_s}}})});
            QJsonArray data;
            if (request.line.startsWith("GET /v1/phone-numbers"))
                for (const QString &number : lines.split(u' '))
                    data.append(QJsonObject{{u"id"_s, u"PN%1"_s.arg(data.size())},
                                            {u"number"_s, number},
                                            {u"name"_s, u"Line"_s},
                                            {u"symbol"_s, QString()},
                                            {u"users"_s, QJsonArray()}});
            return QJsonDocument(QJsonObject{{u"data"_s, data}, {u"nextPageToken"_s, QJsonValue()}})
                .toJson();
        });
        const auto title = [&](const QStringList &options) {
            const Run result =
                run(server.baseUrl(),
                    QStringList{u"export"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"name"_s} + options);
            return QString::fromUtf8(result.out.split('\n').value(1).trimmed());
        };
        QCOMPARE(title({}), u"030 901820"_s);
        lines = u"+14155550100 +493012345678 +14155550101"_s; // most are in the United States
        QCOMPARE(title({}), u"'+49 30 901820"_s);
        QCOMPARE(title({u"--region"_s, u"de"_s}), u"030 901820"_s);
        // Also to read what is typed.
        QCOMPARE(title({u"--line"_s, u"(415) 555-0100"_s}), u"'+49 30 901820"_s);
        QVERIFY(std::ranges::any_of(server.requests(), [](const auto &request) {
            return request.line.contains("phoneNumbers=%2B14155550100");
        }));
        QCOMPARE(
            run(server.baseUrl(), {u"export"_s, u"-o"_s, u"-"_s, u"--line"_s, u"12"_s}).exitCode,
            2);
    }

    void aMissingFolderForTemporaryFilesIsNoCrash_data()
    {
        QTest::addColumn<QString>("output");
        QTest::newRow("file") << path(u"temporary.xlsx"_s);
        QTest::newRow("stdout") << u"-"_s;
    }

    // Another folder takes its place, or it is said that none does.
    void aMissingFolderForTemporaryFilesIsNoCrash()
    {
        QFETCH(QString, output);
        support::DemoWorld world(30);
        const Run result =
            run(world.baseUrl(), {u"export"_s, u"-o"_s, output, u"--format"_s, u"xlsx"_s},
                QStringLiteral(QUOIN_PROGRAM), {{u"TMPDIR"_s, u"/nonexistent"_s}});
        if (result.exitCode == 1) {
            QVERIFY(!result.err.isEmpty() && result.out.isEmpty());
            return;
        }
        QCOMPARE(result.exitCode, 0);
        QVERIFY((output == u"-" ? result.out : support::readFile(output)).startsWith("PK"));
    }

    void aProtectedFileIsReplacedWithForce()
    {
        support::DemoWorld world(5);
        const QString fileName = oldFile(path(u"protected.csv"_s));
        QVERIFY(QFile::setPermissions(fileName, QFile::ReadOwner));
        const Run refused = run(world.baseUrl(), {u"export"_s, u"-o"_s, fileName});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(u"write-protected"), qPrintable(refused.err));
        QVERIFY(isOld(fileName));
        QCOMPARE(run(world.baseUrl(), {u"export"_s, u"-o"_s, fileName, u"--force"_s}).exitCode, 0);
        QVERIFY(!isOld(fileName));
    }

    void linesAndUsersAreListed()
    {
        support::DemoWorld world(5);
        const Run lines = run(world.baseUrl(), {u"lines"_s});
        QCOMPARE(lines.exitCode, 0);
        QCOMPARE(lines.out.count('\n'), world.workspace.lines.size() + 1);
        for (const demo::DemoLine &line : world.workspace.lines)
            QVERIFY(lines.out.contains(line.id.toUtf8()) && lines.out.contains(line.name.toUtf8()));
        const Run users = run(world.baseUrl(), {u"users"_s, u"--format"_s, u"json"_s});
        QCOMPARE(users.exitCode, 0);
        const QJsonArray array = QJsonDocument::fromJson(users.out).array();
        QCOMPARE(array.size(), world.workspace.users.size());
        QVERIFY(array.first()[u"email"_s].toString().contains(u'@'));
    }

    void aDirectoryThatIsNotWholeIsSaidToBeIncomplete_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("users");
        QTest::addColumn<int>("exitCode");
        const QByteArray oneLine = R"({"data":[{"id":"PN1","users":[{"id":"US1"}]}]})";
        const QByteArray nobody = R"({"data":[]})";
        QTest::newRow("whole lines") << u"lines"_s << oneLine << nobody << 0;
        QTest::newRow("whole users") << u"users"_s << oneLine << nobody << 0;
        QTest::newRow("a line without an id")
            << u"lines"_s << QByteArray(R"({"data":[{"id":"PN1"},{"name":"x"}]})") << nobody << 3;
        QTest::newRow("more lines than told")
            << u"lines"_s << QByteArray(R"({"data":[{"id":"PN1"}],"nextPageToken":"t"})") << nobody
            << 3;
        QTest::newRow("users that cannot be read")
            << u"users"_s << oneLine << QByteArray(R"({"data":{}})") << 3;
        QTest::newRow("a user without an id")
            << u"users"_s << oneLine << QByteArray(R"({"data":[{"id":"US2"},7]})") << 3;
        QTest::newRow("users round in circles")
            << u"users"_s << oneLine << QByteArray(R"({"data":[{"id":"US2"}],"nextPageToken":"t"})")
            << 3;
        QTest::newRow("users are another matter")
            << u"lines"_s << oneLine << QByteArray(R"({"data":{}})") << 0;
    }

    void aDirectoryThatIsNotWholeIsSaidToBeIncomplete()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, users);
        QFETCH(int, exitCode);
        support::ScriptedServer server;
        server.setFallback([&](const support::ScriptedServer::Request &request) {
            return request.line.contains("/users") ? users : lines;
        });
        const Run result = run(server.baseUrl(), {command});
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY(!result.out.isEmpty());
        QCOMPARE(result.err.startsWith(u"quoin: incomplete: "_s), exitCode == 3);
    }

#ifdef Q_OS_UNIX
    void aViewThatIsNoFileEndsItAtOnce_data()
    {
        support::addSpecialFiles();
    }

    void aViewThatIsNoFileEndsItAtOnce()
    {
        QFETCH(QString, what);
        QTemporaryDir dir;
        const QString view = dir.filePath(u"v"_s);
        support::makeSpecialFile(what, view);
        const Run result =
            run(QUrl(u"http://127.0.0.1:9"_s), {u"export"_s, u"-o"_s, u"-"_s, u"--view"_s, view});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.startsWith(u"quoin: "_s) && result.err.contains(view),
                 qPrintable(result.err));
    }
#endif

    void aDirectoryThatIsRefusedIsAFailure()
    {
        support::ScriptedServer server;
        for (int i = 0; i < 2; ++i)
            server.says(401, support::errorBody(401, u"0400401"_s, u"Unauthorized"_s));
        const Run result = run(server.baseUrl(), {u"lines"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(u"API key"), qPrintable(result.err));
    }
};

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
