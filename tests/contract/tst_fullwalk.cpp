// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/fullwalk.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/warnings.h"
#include "support/workspace.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTestEventLoop>

#include <algorithm>

using namespace Qt::StringLiterals;
using quo::Conversation;
using quo::ConversationQuery;
using quo::FullWalk;
using quo::PageWalk;
using support::Workspace;

namespace {

using Rows = QMap<QString, Conversation>; // by id

const QStringList allLines = Workspace::lines();

void serve(support::ScriptedWorld &world, const Workspace &workspace)
{
    world.server.setFallback([&workspace](const support::ScriptedServer::Request &request) {
        return workspace.answer(request.query());
    });
}

// Walks until nothing more comes by itself.
template <class Walk>
Rows collect(Walk &walk)
{
    Rows rows;
    QTestEventLoop loop; // qWaitFor() sleeps between events
    QObject::connect(&walk, &Walk::pageArrived, &walk, [&rows](const quo::Page &page) {
        for (const Conversation &row : page.rows)
            rows.insert(row.id, row);
    });
    const auto connection = QObject::connect(&walk, &Walk::stateChanged, &walk, [&] {
        const PageWalk::State state = walk.state();
        if constexpr (std::is_same_v<Walk, PageWalk>)
            walk.fetchNext(); // if it is idle
        if (std::holds_alternative<PageWalk::Ended>(state) ||
            std::holds_alternative<PageWalk::Failed>(state))
            loop.exitLoop();
    });
    if constexpr (std::is_same_v<Walk, FullWalk>)
        walk.start();
    else
        walk.fetchNext();
    loop.enterLoop(20); // seconds
    if (loop.timeout())
        qWarning("the walk does not end");
    QObject::disconnect(connection);
    return rows;
}

bool hasEnded(const FullWalk &walk)
{
    return std::holds_alternative<PageWalk::Ended>(walk.state());
}

} // namespace

class TestFullWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void thePartsBringWhatOneWalkBrings_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<QString>("order");
        QTest::addColumn<int>("pageCap");
        QTest::addColumn<ConversationQuery>("query");
        ConversationQuery since;
        since.createdAfter = quo::parseInstant(Workspace::at(60));
        ConversationQuery oneLine = since;
        oneLine.phoneNumbers = QStringList{u"PN0"_s};
        ConversationQuery threeLines;
        threeLines.phoneNumbers = allLines.first(3);
        quint32 seed = 0;
        for (const char *order : {"createdAt", "lastActivityAt", "id"})
            for (const int pageCap : {30, 50, 100})
                for (const auto &[name, query] : {std::pair("all", ConversationQuery()),
                                                  {"since", since},
                                                  {"one line since", oneLine},
                                                  {"three lines", threeLines}})
                    QTest::addRow("%s, %d a page, %s", order, pageCap, name)
                        << ++seed << QString::fromLatin1(order) << pageCap << query;
    }

    void thePartsBringWhatOneWalkBrings()
    {
        QFETCH(quint32, seed);
        QFETCH(QString, order);
        QFETCH(int, pageCap);
        QFETCH(ConversationQuery, query);
        Workspace workspace = Workspace::generate(seed, 400, order);
        workspace.pageCap = pageCap;
        support::ScriptedWorld world;
        serve(world, workspace);
        PageWalk serial(world.client, query, quo::Priority::Walk);
        const Rows expected = collect(serial);
        QVERIFY(expected.size() > 100);
        FullWalk full(world.client, world.clock, query, allLines, quo::Priority::Walk);
        const Rows rows = collect(full);
        QVERIFY(hasEnded(full));
        QVERIFY(full.parts().size() > 2);
        QVERIFY(rows == expected);
    }

    void everyRowThatWasThereIsThereThoughOthersArrive()
    {
        Workspace workspace = Workspace::generate(1, 900, u"createdAt"_s);
        const QList<QJsonObject> atFirst = workspace.rows;
        support::ScriptedWorld world;
        int arrived = 0;
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            const QByteArray answer = workspace.answer(request.query());
            workspace.rows.prepend(support::conversation(u"CNnew%1"_s.arg(++arrived),
                                                         {{u"phoneNumberId"_s, u"PN1"_s}}));
            return answer;
        });
        FullWalk full(world.client, world.clock, {}, allLines, quo::Priority::Walk);
        const Rows rows = collect(full);
        QVERIFY(hasEnded(full));
        for (const QJsonObject &row : atFirst)
            QVERIFY(rows.contains(row[u"id"_s].toString()));
    }

    // Else there would be nothing to close.
    void aWalkAloneLosesRowsThatMove()
    {
        qsizetype lost = 0;
        for (quint32 seed = 1; seed <= 5; ++seed) {
            Workspace workspace = Workspace::generate(seed, 900, u"lastActivityAt"_s);
            workspace.countsRows = true;
            workspace.pageCap = 30;
            QSet<QString> stayed = workspace.ids();
            support::ScriptedWorld world;
            QRandomGenerator random(seed);
            world.server.setFallback([&](const support::ScriptedServer::Request &request) {
                const QByteArray answer = workspace.answer(request.query());
                for (int i = random.bounded(5); i > 0; --i)
                    workspace.change(random, false);
                stayed &= workspace.ids();
                return answer;
            });
            PageWalk walk(world.client, {}, quo::Priority::Walk);
            const Rows rows = collect(walk);
            for (const QString &id : std::as_const(stayed))
                lost += !rows.contains(id);
        }
        QVERIFY(lost > 0);
    }

    void noRowIsLostThoughOthersMove_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("onlyRemoves");
        QTest::addColumn<bool>("onlyInitially"); // 65 changes, as while 3,000 rows are read
        QTest::addColumn<int>("lines");
        quint32 seed = 0;
        for (const bool onlyRemoves : {false, true})
            for (const bool onlyInitially : {false, true})
                for (const int lines : {0, 1, 10})
                    for (int time = 0; time < 3; ++time)
                        QTest::addRow("%s, %s, %d lines, %d", onlyRemoves ? "removals" : "all",
                                      onlyInitially ? "65" : "endless", lines, time)
                            << ++seed << onlyRemoves << onlyInitially << lines;
    }

    void noRowIsLostThoughOthersMove()
    {
        QFETCH(quint32, seed);
        QFETCH(bool, onlyRemoves);
        QFETCH(bool, onlyInitially);
        QFETCH(int, lines);
        Workspace workspace = Workspace::generate(seed, 900, u"lastActivityAt"_s);
        workspace.countsRows = true;
        workspace.pageCap = 30;
        QSet<QString> stayed = workspace.ids();
        support::ScriptedWorld world;
        QRandomGenerator random(seed);
        int changes = 0;
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            const QByteArray answer = workspace.answer(request.query());
            for (int i = random.bounded(5); i > 0 && !(onlyInitially && changes >= 65); --i) {
                workspace.change(random, onlyRemoves);
                ++changes;
            }
            stayed &= workspace.ids();
            return answer;
        });
        FullWalk full(world.client, world.clock, {}, allLines.first(lines), quo::Priority::Walk);
        Rows rows = collect(full);
        QVERIFY(hasEnded(full));
        QVERIFY(changes >= 40);
        qsizetype lost = 0;
        for (const QString &id : std::as_const(stayed))
            lost += !rows.contains(id);
        QVERIFY2(lost == 0 || full.completeness().rowsMoved, qPrintable(QString::number(lost)));
        if (onlyInitially) // once they rest, the walk ends with certainty
            QVERIFY(full.completeness().isWhole());
    }

    void aServerThatIgnoresTheFilterForChangesIsReadTwice()
    {
        Workspace workspace = Workspace::generate(1, 400, u"createdAt"_s);
        workspace.ignoresUpdatedAfter = true;
        support::ScriptedWorld world;
        serve(world, workspace);
        FullWalk full(world.client, world.clock, {}, {}, quo::Priority::Walk);
        QCOMPARE(collect(full).size(), 400);
        QVERIFY(full.completeness().isWhole());
    }

    void rowsThatStoppedMatchingLeave()
    {
        support::ScriptedWorld world([](quo::Client::Settings &s) { s.limits.inFlight = 1; });
        ConversationQuery query;
        query.userId = u"US1"_s;
        const auto row = [](const QString &id, const QString &updatedAt) {
            return support::conversation(id, {{u"updatedAt"_s, updatedAt}});
        };
        const QJsonObject first = row(u"CN1"_s, Workspace::at(1));
        const QJsonObject second = row(u"CN2"_s, Workspace::at(0));
        bool isChanged = false;
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            const QByteArray asked = request.query();
            if (asked.contains("nobody"))
                return support::page({});
            if (asked.contains("updatedAfter"))
                return asked.contains("userId") ? support::page({})
                                                : support::page({row(u"CN1"_s, Workspace::at(2))});
            if (asked.contains("pageToken"))
                return support::page({second});
            return isChanged ? support::page({second}) : support::page({first}, u"a"_s);
        });
        FullWalk full(world.client, world.clock, query, {}, quo::Priority::Walk);
        QStringList left;
        connect(&full, &FullWalk::rowsLeft, this, [&](const QStringList &ids) {
            left += ids;
            isChanged = true;
        });
        collect(full);
        QVERIFY(hasEnded(full));
        QCOMPARE(left, QStringList{u"CN1"_s});
        QVERIFY(full.completeness().isWhole());
        QCOMPARE(full.completeness().rows, 1);
    }

    void whatFitsOnOnePageCostsOneRequest()
    {
        const Workspace workspace = Workspace::generate(1, 100, u"createdAt"_s);
        support::ScriptedWorld world;
        serve(world, workspace);
        FullWalk full(world.client, world.clock, {}, allLines, quo::Priority::Walk);
        QCOMPARE(collect(full).size(), 100);
        QCOMPARE(world.server.requests().size(), 1);
    }

    void rowsOnLinesThatNobodyNamedAreFound_data()
    {
        QTest::addColumn<int>("known");
        for (const int known : {0, 1, 3, 9})
            QTest::addRow("%d of 10 lines known", known) << known;
    }

    void rowsOnLinesThatNobodyNamedAreFound()
    {
        QFETCH(int, known);
        Workspace workspace = Workspace::generate(1, 500, u"createdAt"_s);
        // So that the first page shows none of them.
        std::stable_partition(
            workspace.rows.begin(), workspace.rows.end(), [known](const QJsonObject &row) {
                return allLines.first(known).contains(row[u"phoneNumberId"_s].toString());
            });
        support::ScriptedWorld world;
        serve(world, workspace);
        FullWalk full(world.client, world.clock, {}, allLines.first(known), quo::Priority::Walk);
        QCOMPARE(collect(full).size(), 500);
        QVERIFY(full.completeness().isWhole());
    }

    void aServerThatIgnoresLinesIsWalkedAlone()
    {
        Workspace workspace = Workspace::generate(1, 500, u"createdAt"_s);
        workspace.ignoresLines = true;
        support::ScriptedWorld world;
        serve(world, workspace);
        FullWalk full(world.client, world.clock, {}, allLines, quo::Priority::Walk);
        QCOMPARE(collect(full).size(), 500);
        QVERIFY(hasEnded(full));
        QVERIFY(full.completeness().isWhole()); // no lines were requested
    }

    void onlyFailedPartsAreNamedAndRepeated()
    {
        Workspace workspace = Workspace::generate(1, 900, u"createdAt"_s);
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.retry.unreadableTries = 1; });
        bool isBroken = true;
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            const bool fails = isBroken && request.query().contains("phoneNumbers=PN3");
            return fails ? QByteArray("no JSON") : workspace.answer(request.query());
        });
        FullWalk full(world.client, world.clock, {}, allLines, quo::Priority::Walk);
        Rows rows = collect(full);
        QVERIFY(std::holds_alternative<PageWalk::Failed>(full.state()));
        QCOMPARE(full.completeness().failures.size(), 1);
        QCOMPARE(full.completeness().failures.first().query.phoneNumbers, QStringList{u"PN3"_s});
        const qsizetype asked = world.server.requests().size();
        isBroken = false;
        full.retry();
        QTRY_VERIFY(hasEnded(full));
        QVERIFY(world.server.requests().at(asked).query().contains("phoneNumbers=PN3"));
        QVERIFY(full.completeness().isWhole());
    }

    void aRefusedLineIsLeftOutAndTheRestRead()
    {
        Workspace workspace = Workspace::generate(1, 900, u"createdAt"_s);
        workspace.rows.removeIf(
            [](const QJsonObject &row) { return row[u"phoneNumberId"_s] == u"PN9"_s; });
        support::ScriptedWorld world;
        world.server.setRefusal([](const support::ScriptedServer::Request &request) {
            return request.query().contains("phoneNumbers=PN9");
        });
        serve(world, workspace);
        FullWalk full(world.client, world.clock, {}, allLines, quo::Priority::Walk);
        QCOMPARE(collect(full).size(), workspace.rows.size());
        QVERIFY(hasEnded(full));
        QCOMPARE(full.completeness().refusedLines, QStringList{u"PN9"_s});
    }

    void aStoppedWalkStaysStoppedUntilItIsRetried()
    {
        Workspace workspace = Workspace::generate(1, 900, u"createdAt"_s);
        support::ScriptedWorld world;
        serve(world, workspace);
        FullWalk full(world.client, world.clock, {}, allLines, quo::Priority::Walk);
        Rows rows;
        connect(&full, &FullWalk::pageArrived, this, [&](const quo::Page &page) {
            for (const Conversation &row : page.rows)
                rows.insert(row.id, row);
            if (full.pages() == 3)
                full.stop();
        });
        full.start();
        QVERIFY(full.completeness().moreExist);
        QTRY_VERIFY(std::holds_alternative<PageWalk::Failed>(full.state()));
        QCOMPARE(std::get<PageWalk::Failed>(full.state()).error.kind, quo::ApiError::Kind::Stopped);
        QVERIFY(rows.size() < 900);
        QVERIFY(full.completeness().isStopped);
        full.retry();
        QTRY_VERIFY(hasEnded(full));
        QCOMPARE(rows.size(), 900);
    }

    void aReceiverMayDestroyIt()
    {
        Workspace workspace = Workspace::generate(1, 900, u"createdAt"_s);
        support::ScriptedWorld world;
        serve(world, workspace);
        for (const int page : {1, 2, 4}) {
            auto full = std::make_unique<FullWalk>(world.client, world.clock, ConversationQuery(),
                                                   allLines, quo::Priority::Walk);
            connect(full.get(), &FullWalk::pageArrived, this, [&full, page] {
                if (full->pages() == page)
                    full.reset();
            });
            full->start();
            QTRY_VERIFY(!full);
        }
        for (const int change : {1, 3, 9}) {
            auto full = std::make_unique<FullWalk>(world.client, world.clock, ConversationQuery(),
                                                   allLines, quo::Priority::Walk);
            int changes = 0;
            connect(full.get(), &FullWalk::stateChanged, this, [&] {
                if (++changes == change)
                    full.reset();
            });
            full->start();
            QTRY_VERIFY(!full);
        }
    }
};

QTEST_GUILESS_MAIN(TestFullWalk)
#include "tst_fullwalk.moc"
