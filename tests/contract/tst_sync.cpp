// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/keptrows.h"
#include "mirror/reader.h"
#include "mirror/writer.h"
#include "support/manualclock.h"
#include "support/session.h"
#include "support/sessionworld.h"
#include "support/warnings.h"
#include "support/workspace.h"
#include "words/columnwords.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <functional>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using quo::PageWalk;
using support::Workspace;
using syncing::ConversationSync;

namespace {

constexpr ConversationSync::Policy everything{.readsAll = true};

// A workspace on a server, and the program that shows it, which may be started again with what the
// earlier one has kept on this computer.
class World
{
public:
    explicit World(
        int rows, const std::function<void(quo::Client::Settings &)> &change = [](auto &) {})
        : scripted(change)
        , workspace(Workspace::generate(1, rows, u"lastActivityAt"_s))
    {
        scripted.server.setFallback([this](const support::ScriptedServer::Request &request) {
            return workspace.answer(request);
        });
        quo::Directory directory;
        QList<quo::Line> lines;
        for (const QString &line : Workspace::lines())
            lines.append({line, {}, line, {}});
        directory.setLines(lines);
        names.setDirectory(directory);
    }

    // Ends the earlier one, if there was one.
    void start(const quo::ConversationQuery &query = {})
    {
        end();
        session = std::make_unique<support::Session>(scripted.client, manual, names,
                                                     words::listWords(), everything, std::nullopt);
        session->setArrangement({.search = {}, .sort = inbox::latestFirst()});
        ConversationSync::Kept kept;
        auto reader = mirror::Reader::open(place());
        QVERIFY(reader);
        if (*reader) {
            auto rows = inbox::readKeptRows(
                **reader, 200, [](auto) {}, [] { return false; });
            QVERIFY(rows);
            session->source.noteAdopted(session->known.adopt(std::move(*rows)));
            const auto sets = (*reader)->sets();
            QVERIFY(sets);
            kept = {(*reader)->extent(), *sets};
        }
        reader->reset();
        if (isKept) {
            writer = std::make_unique<mirror::Writer>(place());
            session->source.setWriter(writer.get());
        }
        session->setQuery(query);
        before = requests();
        session->source.begin(kept);
    }
    void end()
    {
        session.reset();
        writer.reset(); // which writes what it was given
    }

    mirror::Place place() const { return {folder.filePath(u"kept.sqlite"_s), "me"}; }
    qsizetype requests() const { return scripted.server.requests().size(); }
    qsizetype requestsSince() const { return requests() - before; }
    inbox::SessionStatus status() const { return session->status(); }

    // Nothing is under way, and everything is known.
    bool isWhole() const
    {
        const inbox::SessionStatus now = status();
        return now.isWorkspaceWhole && isStill();
    }
    bool isStill() const
    {
        const inbox::SessionStatus now = status();
        const auto isUnderWay = [](const PageWalk::State &state) {
            return std::holds_alternative<PageWalk::Fetching>(state) ||
                   std::holds_alternative<PageWalk::Waiting>(state);
        };
        return !now.refreshing && !now.isArranging && !isUnderWay(now.walk) &&
               !isUnderWay(now.shownWalk) && !isUnderWay(now.background.state);
    }

    QStringList shown() const
    {
        QStringList ids;
        for (int row = 0; row < session->model().rowCount(); ++row)
            ids.append(session->model().rowAt(row)->id());
        ids.sort();
        return ids;
    }
    // What the server says to the query.
    QStringList expected(const quo::ConversationQuery &query) const
    {
        QStringList ids;
        for (const QJsonObject &row : workspace.matching(query.encoded(quo::ArrayStyle::Plain)))
            ids.append(row[u"id"_s].toString());
        ids.sort();
        return ids;
    }
    // The row has all of this on the server.
    bool isCurrent(const QString &id) const
    {
        for (const QJsonObject &row : workspace.rows)
            if (row[u"id"_s] == id) {
                const auto known = session->model().rowWithId(id);
                return known &&
                       known->updatedAt() == quo::parseInstant(row[u"updatedAt"_s].toString()) &&
                       known->phoneNumberId() == row[u"phoneNumberId"_s].toString();
            }
        return false;
    }

    support::ScriptedWorld scripted;
    Workspace workspace;
    support::ManualClock manual{*quo::parseInstant(Workspace::at(3000))};
    inbox::Names names{manual, support::plainReader};
    QTemporaryDir folder;
    std::unique_ptr<mirror::Writer> writer;
    std::unique_ptr<support::Session> session;
    qsizetype before = 0; // requests before the start
    bool isKept = true;
};

quo::ConversationQuery onLines(const QStringList &lines)
{
    quo::ConversationQuery query;
    query.phoneNumbers = lines;
    return query;
}

quo::ConversationQuery ofUser(const QString &user)
{
    quo::ConversationQuery query;
    query.userId = user;
    return query;
}

} // namespace

// Everything is read once, and kept.
class TestSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void afterTheFirstPageEverythingElseFollowsAndFiltersAskForNothing()
    {
        World world(730);
        world.start();
        QTRY_VERIFY(world.isWhole());
        QCOMPARE(world.shown(), world.expected({}));
        QVERIFY(world.status().completeness.isWhole());
        QCOMPARE(world.status().known, 730);
        const qsizetype before = world.requests();
        quo::ConversationQuery created = onLines({u"PN3"_s});
        created.createdAfter = quo::parseInstant(Workspace::at(50));
        quo::ConversationQuery updated;
        updated.updatedBefore = quo::parseInstant(Workspace::at(500));
        for (const quo::ConversationQuery &query :
             {onLines({u"PN1"_s, u"PN2"_s}), created, updated, quo::ConversationQuery()}) {
            world.session->setQuery(query);
            QTRY_VERIFY(world.isStill());
            QCOMPARE(world.shown(), world.expected(query));
            QVERIFY(world.status().completeness.isWhole());
            QCOMPARE(world.status().loaded, world.shown().size());
        }
        QCOMPARE(world.requests(), before);
    }

    void whatIsWantedComesFirst()
    {
        World world(2000);
        world.start();
        QTRY_VERIFY(world.status().background.requests > 2);
        world.session->setQuery(onLines({u"PN7"_s}));
        const qsizetype before = world.requests();
        QTRY_VERIFY(world.status().firstPageArrived);
        qsizetype place = before;
        while (
            !world.scripted.server.requests().at(place).query().startsWith("phoneNumbers=PN7&max"))
            ++place;
        // Those that are on their way go on.
        QVERIFY(place - before <= 3);
        QTRY_VERIFY(world.isWhole());
        QCOMPARE(world.shown(), world.expected(onLines({u"PN7"_s})));
    }

    void theBackgroundTakesHalfOfThePace()
    {
        support::ManualClock manual(*quo::parseInstant(Workspace::at(3000)));
        support::ScriptedWorld world;
        quo::Client::Settings settings = support::impatientSettings(world.server.baseUrl());
        settings.limits = {};
        quo::Client client(settings, manual, [] { return 0.5; });
        Workspace workspace = Workspace::generate(1, 3000, u"lastActivityAt"_s);
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            return workspace.answer(request);
        });
        inbox::Names names(manual, support::plainReader);
        support::Session session(client, manual, names, words::listWords(), everything);
        session.setQuery({});
        const QDeadlineTimer deadline(60s);
        while (!session.status().isWorkspaceWhole && !deadline.hasExpired()) {
            if (client.load().inFlight == 0) // else the answers would be late by this clock
                manual.advance(20ms);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        }
        QVERIFY(session.status().isWorkspaceWhole);
        const auto requests = world.server.requests().size();
        QVERIFY(requests > 30);
        // The list itself has taken the first.
        QVERIFY(manual.ticks() >= (requests - 2) * 200ms);
    }

    void aStopEndsTheBackgroundUntilTheNextRefresh()
    {
        World world(2000);
        world.start();
        QTRY_VERIFY(world.status().background.requests > 2);
        world.session->stop();
        QVERIFY(world.isStill());
        QVERIFY(!world.status().isWorkspaceWhole);
        QVERIFY(world.status().completeness.moreExist);
        world.session->setQuery(onLines({u"PN7"_s}));
        QTRY_VERIFY(world.status().firstPageArrived && world.isStill());
        QVERIFY(!world.status().isWorkspaceWhole);
        world.session->refresh();
        QTRY_VERIFY(world.isWhole());
        QCOMPARE(world.shown(), world.expected(onLines({u"PN7"_s})));
    }

    void aStopEndsThePagesOfWhatIsKnown()
    {
        World world(6000);
        world.start();
        QTRY_VERIFY(world.status().known > 1500);
        world.session->setQuery(onLines({u"PN0"_s}));
        world.scripted.server.goAway();
        world.session->setQuery({});
        QTRY_VERIFY(world.status().offlineSince && world.isStill());
        world.scripted.server.comeBack();
        world.session->reload();
        world.session->retry(); // brings a page of what is known
        QTRY_VERIFY(std::holds_alternative<PageWalk::Idle>(world.status().shownWalk));
        QVERIFY(world.status().refreshing);
        world.session->stop();
        QVERIFY(!std::holds_alternative<PageWalk::Fetching>(world.status().shownWalk));
        QTRY_VERIFY(world.isStill());
        QVERIFY(!world.status().isWorkspaceWhole);
    }

    void loadingAllHurriesTheBackground()
    {
        World world(2000);
        world.start();
        QTRY_VERIFY(world.status().background.requests > 2);
        const int before = world.status().background.requests;
        world.session->loadAll();
        QVERIFY(world.status().loadingAll);
        QVERIFY(world.status().fullRequests >= before); // it goes on
        QTRY_VERIFY(world.isWhole());
        QVERIFY(!world.status().loadingAll);
        QCOMPARE(world.shown(), world.expected({}));
    }

    void theBackgroundGoesOnWhenTheNetworkIsBack()
    {
        World world(2000);
        world.start();
        QTRY_VERIFY(world.status().background.requests > 2);
        world.scripted.server.goAway();
        QTRY_VERIFY(world.status().offlineSince && world.isStill());
        QVERIFY(!world.status().isWorkspaceWhole);
        world.scripted.server.comeBack();
        world.manual.advance(15s);
        const auto isWhole = [&] {
            world.manual.advance(1ms);
            return world.isWhole();
        };
        QTRY_VERIFY(isWhole());
        QVERIFY(!world.status().offlineSince);
        QCOMPARE(world.shown(), world.expected({}));
    }

    void afterADayAwayOnlyChangesAreAskedFor()
    {
        World world(2000);
        world.start();
        QTRY_VERIFY(world.isWhole());
        world.end();
        world.manual.advance(24h);
        QStringList changed;
        for (int i = 0; i < 300; ++i) {
            QJsonObject row = world.workspace.rows.takeAt(i * 6);
            row[u"updatedAt"_s] = Workspace::at(3001 + i);
            row[u"lastActivityAt"_s] = Workspace::at(3001 + i);
            row[u"phoneNumberId"_s] = u"PN9"_s;
            changed.append(row[u"id"_s].toString());
            world.workspace.rows.prepend(row);
        }
        world.start();
        QCOMPARE(world.status().known, 2000); // before any answer
        QVERIFY(world.status().asOf < world.manual.now() - 23h);
        QTRY_VERIFY(world.isWhole());
        QVERIFY2(world.requestsSince() <= 10, qPrintable(QString::number(world.requestsSince())));
        QVERIFY(*world.status().asOf == world.manual.now());
        for (const QString &id : std::as_const(changed))
            QVERIFY(world.isCurrent(id));
        QVERIFY(world.status().completeness.isWhole());
        world.session->setQuery(onLines({u"PN9"_s}));
        QTRY_VERIFY(world.isStill());
        QCOMPARE(world.shown(), world.expected(onLines({u"PN9"_s})));
    }

    void whatWasHalfReadGoesOnAfterARestart()
    {
        World world(3000);
        world.start();
        QTRY_VERIFY(world.status().known > 500);
        world.start();
        QVERIFY(world.status().known > 500);
        QVERIFY(!world.status().isWorkspaceWhole);
        QVERIFY(world.status().completeness.moreExist);
        QTRY_VERIFY(world.isWhole());
        QCOMPARE(world.shown(), world.expected({}));
    }

    void offlineAtTheStartEverythingIsThere()
    {
        World world(500);
        world.start();
        QTRY_VERIFY(world.isWhole());
        const quo::ConversationQuery query = ofUser(u"US1"_s);
        world.session->setQuery(query);
        QTRY_VERIFY(world.isStill() && world.status().completeness.isWhole());
        const std::optional<quo::Instant> asOf = world.status().asOf;
        world.end();
        world.manual.advance(8h);
        world.scripted.server.goAway();
        world.start();
        QTRY_VERIFY(world.status().offlineSince && world.isStill());
        QCOMPARE(world.shown(), world.expected({}));
        QVERIFY(world.status().completeness.isWhole());
        QCOMPARE(world.status().completeness.asOf, asOf);
        for (const quo::ConversationQuery &wanted : {onLines({u"PN1"_s}), query}) {
            world.session->setQuery(wanted);
            QTRY_VERIFY(!world.status().isArranging);
            QCOMPARE(world.shown(), world.expected(wanted));
            QVERIFY(world.status().completeness.isWhole());
            QVERIFY(*world.status().completeness.asOf < world.manual.now() - 7h);
        }
        // What nobody has asked for before is not known.
        world.session->setQuery(ofUser(u"US2"_s));
        QTRY_VERIFY(!world.status().isArranging);
        QCOMPARE(world.shown(), QStringList());
        QVERIFY(world.status().completeness.moreExist || !world.status().completeness.isWhole());
        QTRY_VERIFY(world.isStill());
        QVERIFY(world.session->counts().moreExist);
    }

    void anErrorOfTheNetworkIsOverWhenTheNetworkIsBack()
    {
        World world(2000);
        world.start();
        QTRY_VERIFY(world.isWhole());
        world.scripted.server.goAway();
        world.session->reload();
        QTRY_VERIFY(world.status().offlineSince && world.isStill());
        QVERIFY(world.status().refreshError);
        world.scripted.server.comeBack();
        world.manual.advance(15s);
        QTRY_VERIFY(!world.status().offlineSince);
        QVERIFY(world.status().refreshing); // goes on
        QVERIFY(!world.status().refreshError);
        QTRY_VERIFY(world.isWhole());
        QVERIFY(!world.status().refreshError);
    }

    void aFilterOfTheServerStaysRight()
    {
        World world(600);
        world.start();
        QTRY_VERIFY(world.isWhole());
        quo::ConversationQuery active;
        active.excludeInactive = true;
        active.phoneNumbers = {u"PN0"_s, u"PN5"_s};
        QRandomGenerator random(7);
        for (int round = 0; round < 6; ++round) {
            for (int i = 0; i < 20; ++i)
                world.workspace.happen(random);
            const quo::ConversationQuery query = round % 2 == 0 ? ofUser(u"US1"_s) : active;
            if (round % 3 == 2)
                world.start(query);
            else
                world.session->setQuery(query);
            // What has gone without a trace is found once everything is read again.
            QTRY_VERIFY(world.isStill());
            world.session->reload();
            QTRY_VERIFY(world.isStill() && world.shown() == world.expected(query));
            QVERIFY(world.status().completeness.isWhole());
            // An answer that is older than an hour is asked for again.
            for (int i = 0; i < 20; ++i)
                world.workspace.happen(random);
            world.manual.advance(61min);
            QTRY_VERIFY(world.isStill());
            world.session->refresh();
            QTRY_VERIFY(world.isStill());
            if (query.phoneNumbers.isEmpty())
                QVERIFY(world.status().completeness.isWhole());
        }
    }

    void changesInAFilterOfTheServerAreFoundByARefresh()
    {
        World world(300);
        world.start(ofUser(u"US1"_s));
        QTRY_VERIFY(world.isWhole() && world.status().completeness.isWhole());
        QCOMPARE(world.shown(), world.expected(ofUser(u"US1"_s)));
        QStringList moved;
        for (int i = 0; i < 10; ++i) {
            QJsonObject row = world.workspace.rows.takeAt(i * 20);
            row[u"updatedAt"_s] = Workspace::at(2000);
            row[u"phoneNumberId"_s] = i % 2 == 0 ? u"PN2"_s : u"PN3"_s;
            moved.append(row[u"id"_s].toString());
            world.workspace.rows.prepend(row);
        }
        world.session->refresh();
        QTRY_VERIFY(world.isStill());
        QCOMPARE(world.shown(), world.expected(ofUser(u"US1"_s)));
        world.session->setQuery({});
        QTRY_VERIFY(world.isStill());
        for (const QString &id : std::as_const(moved))
            QVERIFY(world.isCurrent(id));
    }

    void onceADayEverythingIsReadAgain_data()
    {
        QTest::addColumn<quo::milliseconds>("setBy");
        QTest::newRow("a day later") << quo::milliseconds(25h);
        QTest::newRow("the clock is set back") << quo::milliseconds(-48h);
    }

    void onceADayEverythingIsReadAgain()
    {
        QFETCH(quo::milliseconds, setBy);
        World world(300);
        world.start();
        QTRY_VERIFY(world.isWhole());
        const QString gone = world.workspace.rows.takeAt(100)[u"id"_s].toString();
        QJsonObject &silent = world.workspace.rows[50];
        silent[u"phoneNumberId"_s] = u"PN8"_s; // and nothing says so
        const QString id = silent[u"id"_s].toString();
        world.session->refresh();
        QTRY_VERIFY(world.isStill());
        QVERIFY(world.shown().contains(gone));
        world.manual.setWallBy(setBy);
        world.manual.advance(10min);
        QTRY_VERIFY(world.isStill() && !world.shown().contains(gone));
        QCOMPARE(world.shown(), world.expected({}));
        QVERIFY(world.isCurrent(id));
        // And it is gone from this computer as well.
        world.scripted.server.goAway();
        world.start();
        QTRY_VERIFY(!world.status().isArranging);
        QCOMPARE(world.shown(), world.expected({}));
    }

    void whatIsGoneIsFoundWhenTheUserReadsEverythingAgain()
    {
        World world(300);
        world.start(onLines({u"PN0"_s}));
        QTRY_VERIFY(world.isWhole());
        const QString gone = world.expected(onLines({u"PN0"_s})).at(20);
        world.workspace.rows.removeIf(
            [&gone](const QJsonObject &row) { return row[u"id"_s] == gone; });
        world.session->reload();
        QVERIFY(world.status().refreshing);
        QTRY_VERIFY(world.isStill());
        QCOMPARE(world.shown(), world.expected(onLines({u"PN0"_s})));
        QVERIFY(!world.session->known.find(gone) ||
                world.session->known.hasLeft(*world.session->known.find(gone)));
    }

    void anotherFilterDoesNotEndTheReloadOfEverything()
    {
        World world(2000);
        world.start();
        QTRY_VERIFY(world.isWhole());
        const QString gone = world.expected({}).at(20);
        world.workspace.rows.removeIf(
            [&gone](const QJsonObject &row) { return row[u"id"_s] == gone; });
        world.session->reload();
        for (const quo::ConversationQuery &wanted :
             {onLines({u"PN0"_s}), ofUser(u"US1"_s), quo::ConversationQuery()}) {
            world.session->setQuery(wanted);
            QVERIFY(world.status().refreshing);
        }
        QTRY_VERIFY(world.isWhole());
        QCOMPARE(world.shown(), world.expected({}));
    }

    void withoutAFileEverythingIsTheSameAndALostOneIsWrittenAgain()
    {
        World world(900);
        world.start();
        QTRY_VERIFY(world.isWhole());
        QTRY_VERIFY(world.writer->isOpen());
        world.session->source.setWriter(nullptr);
        world.writer.reset();
        QVERIFY(mirror::removeFiles(world.place()).isEmpty());
        world.session->setQuery(onLines({u"PN0"_s}));
        QTRY_VERIFY(world.isStill());
        QCOMPARE(world.shown(), world.expected(onLines({u"PN0"_s})));
        QVERIFY(!QFile::exists(world.place().fileName));
        // Switched on again.
        world.writer = std::make_unique<mirror::Writer>(world.place());
        world.session->source.setWriter(world.writer.get());
        const auto isKept = [&] {
            world.manual.advance(1ms);
            const auto reader = mirror::Reader::open(world.place());
            return reader && *reader && (*reader)->extent().isWhole;
        };
        QTRY_VERIFY(isKept());
        world.scripted.server.goAway();
        world.start();
        QTRY_VERIFY(!world.status().isArranging);
        QCOMPARE(world.shown(), world.expected({}));
        QVERIFY(world.status().completeness.isWhole());
    }

    void aFileThatIsLostBeforeTheStartIsWrittenWholly()
    {
        World world(900);
        world.start();
        QTRY_VERIFY(world.isWhole());
        world.end();
        auto reader = mirror::Reader::open(world.place());
        QVERIFY(reader && *reader);
        auto rows = inbox::readKeptRows(
            **reader, 200, [](auto) {}, [] { return false; });
        QVERIFY(rows);
        const ConversationSync::Kept kept{(*reader)->extent(), {}};
        QVERIFY(kept.extent.isWhole);
        reader->reset();

        world.session =
            std::make_unique<support::Session>(world.scripted.client, world.manual, world.names,
                                               words::listWords(), everything, std::nullopt);
        world.session->setArrangement({.search = {}, .sort = inbox::latestFirst()});
        world.writer = std::make_unique<mirror::Writer>(world.place());
        world.session->source.setWriter(world.writer.get());
        QTRY_VERIFY(world.writer->isOpen());
        const QSignalSpy lost(world.writer.get(), &mirror::Writer::rowsLost);
        QVERIFY(mirror::removeFiles(world.place()).isEmpty());
        world.writer->write({.removed = {u"CN-1"_s}});
        QTRY_COMPARE(lost.size(), 1);
        world.manual.advance(1ms);
        world.session->source.noteAdopted(world.session->known.adopt(std::move(*rows)));
        world.session->source.begin(kept);
        const auto isKept = [&] {
            world.manual.advance(1ms);
            const auto file = mirror::Reader::open(world.place());
            return file && *file && (*file)->extent().isWhole;
        };
        QTRY_VERIFY(isKept());
        world.scripted.server.goAway();
        world.start();
        QTRY_VERIFY(!world.status().isArranging);
        QCOMPARE(world.shown(), world.expected({}));
    }

    void whoeverListensMayDestroyAll_data()
    {
        QTest::addColumn<bool>("rows");
        QTest::newRow("rows changed") << true;
        QTest::newRow("status changed") << false;
    }

    void whoeverListensMayDestroyAll()
    {
        QFETCH(bool, rows);
        for (int time = 1;; time += 1 + time / 10) {
            World world(150);
            world.isKept = false;
            int left = time;
            QObject context;
            const auto destroy = [&] {
                if (--left == 0)
                    world.session.reset();
            };
            const auto steps = std::to_array<std::function<void()>>({
                [&] { world.start(); },
                [&] { world.session->setQuery(ofUser(u"US1"_s)); },
                [&] {
                    QRandomGenerator random(3);
                    for (int i = 0; i < 30; ++i)
                        world.workspace.happen(random);
                    world.session->refresh();
                },
                [&] { world.session->reload(); },
                [&] { world.manual.advance(25h); },
                [&] {
                    world.scripted.server.goAway();
                    world.session->refresh();
                },
                [&] {
                    world.scripted.server.comeBack();
                    world.manual.advance(16s);
                },
                [&] { world.session->stop(); },
            });
            bool isConnected = false;
            for (const std::function<void()> &step : steps) {
                step();
                if (!world.session)
                    break;
                if (!std::exchange(isConnected, true)) {
                    if (rows)
                        connect(&world.session->source, &ConversationSync::rowsChanged, &context,
                                destroy);
                    else
                        connect(&world.session->source, &ConversationSync::statusChanged, &context,
                                destroy);
                }
                const QDeadlineTimer deadline(20s);
                while (world.session && !world.isStill() && !deadline.hasExpired())
                    QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
                QVERIFY(!world.session || world.isStill());
                if (!world.session)
                    break;
            }
            if (left > 0) {
                QVERIFY(time > 3);
                return;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
