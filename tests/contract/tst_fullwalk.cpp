// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/fullwalk.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/warnings.h"

#include <QJsonArray>
#include <QMap>
#include <QRandomGenerator>
#include <QTestEventLoop>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using quo::Conversation;
using quo::ConversationQuery;
using quo::FullWalk;
using quo::PageWalk;

namespace {

using Rows = QMap<QString, Conversation>; // by id

const QStringList allLines{u"PN0"_s, u"PN1"_s, u"PN2"_s, u"PN3"_s, u"PN4"_s,
                           u"PN5"_s, u"PN6"_s, u"PN7"_s, u"PN8"_s, u"PN9"_s};

// Quo as far as a walk sees it, over rows that a test may change while it is walked.
struct Workspace
{
    QList<QJsonObject> rows; // in the server's order
    int pageCap = 100;
    bool ignoresLines = false;

    static Workspace generate(quint32 seed, int count, const QString &order)
    {
        QRandomGenerator random(seed);
        Workspace workspace;
        for (int i = 0; i < count; ++i) {
            // Few instants, so that many are equal, and some rows without any.
            const int minute = random.bounded(200);
            const QJsonValue created = random.bounded(20) == 0 ? QJsonValue() : at(minute);
            const QJsonValue active = random.bounded(5) == 0
                                          ? QJsonValue()
                                          : QJsonValue(at(minute + random.bounded(1000)));
            // Half of them on one line.
            const int line = random.bounded(2) == 0 ? 0 : random.bounded(int(allLines.size()));
            workspace.rows.append(
                support::conversation(u"CN%1"_s.arg(i), {{u"phoneNumberId"_s, allLines[line]},
                                                         {u"createdAt"_s, created},
                                                         {u"lastActivityAt"_s, active}}));
        }
        const auto key = [&order](const QJsonObject &row) { return row[order].toString(); };
        std::ranges::stable_sort(workspace.rows, std::greater(), key); // nulls last
        return workspace;
    }

    static QString at(int minute)
    {
        return QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)
            .addSecs(60 * minute)
            .toString(Qt::ISODateWithMs);
    }

    QByteArray answer(const QByteArray &query) const
    {
        const QUrlQuery asked(QString::fromLatin1(query));
        const auto value = [&asked](const QString &name) {
            return asked.queryItemValue(name, QUrl::FullyDecoded);
        };
        const QStringList lines =
            ignoresLines ? QStringList() : asked.allQueryItemValues(u"phoneNumbers"_s);
        const int limit = qMin(pageCap, value(u"maxResults"_s).toInt());
        QList<QJsonObject> page;
        // A token is the last id that was seen: rows that come in before it shift nothing.
        bool isBehindToken = value(u"pageToken"_s).isEmpty();
        for (const QJsonObject &row : rows) {
            const QString id = row[u"id"_s].toString();
            if (isBehindToken && matches(row, lines, value(u"createdAfter"_s))) {
                if (page.size() == limit)
                    return support::page(page, page.last()[u"id"_s].toString());
                page.append(row);
            }
            isBehindToken = isBehindToken || id == value(u"pageToken"_s);
        }
        return support::page(page);
    }

    static bool matches(const QJsonObject &row, const QStringList &lines, const QString &after)
    {
        return (lines.isEmpty() || lines.contains(row[u"phoneNumberId"_s].toString())) &&
               (after.isEmpty() ||
                quo::parseInstant(row[u"createdAt"_s].toString()) > quo::parseInstant(after));
    }
};

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

    void whatFitsOnOnePageCostsOneRequest()
    {
        const Workspace workspace = Workspace::generate(1, 100, u"createdAt"_s);
        support::ScriptedWorld world;
        serve(world, workspace);
        FullWalk full(world.client, world.clock, {}, allLines, quo::Priority::Walk);
        QCOMPARE(collect(full).size(), 100);
        QCOMPARE(world.server.requests().size(), 1);
    }

    void aLineThatNobodyNamedMakesItOneWalk()
    {
        Workspace workspace = Workspace::generate(1, 500, u"createdAt"_s);
        support::ScriptedWorld world;
        serve(world, workspace);
        FullWalk full(world.client, world.clock, {}, allLines.mid(1), quo::Priority::Walk);
        QCOMPARE(collect(full).size(), 500);
        QCOMPARE(full.parts().size(), 1);
        QCOMPARE(world.server.requests().size(), 5); // and nothing was read twice
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
        QCOMPARE(full.parts().size(), 1);
    }

    void whatFailedIsNamedAndAskedForAgainAlone()
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
        QVERIFY(world.server.requests().size() > asked);
        for (const auto &request : world.server.requests().mid(asked))
            QVERIFY(request.query().contains("phoneNumbers=PN3"));
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

    void stoppedItStaysStoppedUntilItIsAskedToGoOn()
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
        QTRY_VERIFY(std::holds_alternative<PageWalk::Failed>(full.state()));
        QCOMPARE(std::get<PageWalk::Failed>(full.state()).error.kind, quo::ApiError::Kind::Stopped);
        QVERIFY(rows.size() < 900);
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
