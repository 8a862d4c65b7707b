// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/writer.h"
#include "quo/directoryloader.h"
#include "support/demoworld.h"
#include "support/fail.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/warnings.h"
#include "syncing/directorysync.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using quo::DirectoryLoader;
using support::ScriptedWorld;
using syncing::DirectorySync;

namespace {

constexpr auto lines = R"({"data":[
    {"id":"PN1","number":"+14155550100","name":"Support","symbol":"🛟","users":[
        {"id":"US1","firstName":"Dana","lastName":"Kim","email":"d@a.example"},
        {"id":"US2","firstName":null,"lastName":null,"email":"n@a.example"}]},
    {"name":"without an id","users":[{"id":"US9"}]}]})";

// What an earlier run may have kept: everyone, of whom US7 has left since.
quo::Directory keptBefore()
{
    quo::Directory kept;
    kept.setLines({{u"PN1"_s, u"+14155550100"_s, u"Old name"_s, {}, {u"US1"_s}},
                   {u"PN7"_s, u"+14155550107"_s, u"Sales"_s, u"☎"_s, {}}});
    kept.add(
        {{u"US1"_s, u"Dana"_s, u"Kim"_s, u"d@a.example"_s}, {u"US7"_s, u"Gone"_s, u"Since"_s, {}}});
    kept.setHasAllTeammates();
    return kept;
}

// Null if there is no file.
std::optional<quo::Directory> keptIn(const mirror::Place &place)
{
    const auto reader = mirror::Reader::open(place);
    if (!reader || !*reader)
        return std::nullopt;
    const auto directory = (*reader)->directory();
    if (!directory)
        support::fail(directory.error().detail);
    return directory ? std::optional(*directory) : std::nullopt;
}

// The loader has gone through its requests when the server has seen that many and none is under
// way.
bool asked(const ScriptedWorld &world, qsizetype requests)
{
    return world.server.requests().size() == requests;
}

} // namespace

class TestDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyNameOfTheWorkspaceIsRead()
    {
        support::DemoWorld world(1);
        DirectoryLoader loader(*world.client, world.clock);
        loader.load();
        const auto &users = world.workspace.users;
        QTRY_VERIFY(loader.directory().teammate(users.last().id));
        for (const demo::DemoUser &user : users) {
            const auto teammate = loader.directory().teammate(user.id);
            QVERIFY(teammate);
            QCOMPARE(teammate->firstName, user.firstName);
            QCOMPARE(teammate->lastName, user.lastName);
            QCOMPARE(teammate->email, user.email);
        }
        for (const demo::DemoLine &line : world.workspace.lines) {
            const auto known = loader.directory().line(line.id);
            QVERIFY(known);
            QCOMPARE(known->name, line.name);
            QCOMPARE(known->symbol, line.symbol);
            QVERIFY(loader.directory().isOwnNumber(line.number));
        }
    }

    void usersOfLinesReplaceTeammates_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("403") << 403;
        QTest::newRow("404") << 404;
    }

    void usersOfLinesReplaceTeammates()
    {
        QFETCH(int, status);
        ScriptedWorld world;
        world.server.says(lines);
        world.server.says(status, support::errorBody(status, u"1"_s, u"no"_s));
        DirectoryLoader loader(world.client, world.clock);
        loader.load();
        QTRY_VERIFY(asked(world, 2));
        QCOMPARE(loader.directory().teammate(u"US1"_s)->firstName, u"Dana"_s);
        QVERIFY(loader.directory().teammate(u"US2"_s)->firstName.isEmpty());
        QVERIFY(!loader.directory().teammate(u"US9"_s));
        QCOMPARE(loader.directory().line(u"PN1"_s)->name, u"Support"_s);
    }

    void teammatesAreReadWhereLinesAreRefused()
    {
        ScriptedWorld world;
        world.server.says(403, support::errorBody(403, u"0400403"_s, u"no"_s));
        world.server.says(R"({"data":[{"id":"US1","firstName":"A"}],"nextPageToken":"t+1"})");
        world.server.says(R"({"data":[{"id":"US2","firstName":"B"}],"nextPageToken":"t+1"})");
        DirectoryLoader loader(world.client, world.clock);
        loader.load();
        QTRY_VERIFY(loader.directory().teammate(u"US2"_s));
        QVERIFY(loader.directory().teammate(u"US1"_s));
        QVERIFY(!loader.directory().line(u"PN1"_s));
        QVERIFY(world.server.requests().at(0).line.startsWith("GET /v1/phone-numbers HTTP"));
        QVERIFY(world.server.requests().at(2).line.startsWith(
            "GET /v1/users?maxResults=50&pageToken=t%2B1 HTTP"));
        // A repeated token is not another page: the next request is for something else.
        world.server.says(support::page(1, 1));
        QVERIFY(world.ask().value());
        QVERIFY(world.server.requests().at(3).line.startsWith("GET /v1/conversations?"));
        QCOMPARE(loader.linesError()->kind, quo::ApiError::Kind::Forbidden);
        QCOMPARE(loader.teammatesError()->kind, quo::ApiError::Kind::RepeatedToken);
    }

    void pagesThatBringNothingNewComeToAnEnd_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("empty") << QByteArray("[]");
        QTest::newRow("the same") << QByteArray(R"([{"id":"US1"}])");
    }

    void pagesThatBringNothingNewComeToAnEnd()
    {
        QFETCH(QByteArray, data);
        ScriptedWorld world;
        int page = 0;
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            return "{\"data\":" + data +
                   (request.line.contains("/users")
                        ? ",\"nextPageToken\":\"t" + QByteArray::number(++page) + "\"}"
                        : "}");
        });
        DirectoryLoader loader(world.client, world.clock);
        QSignalSpy finished(&loader, &DirectoryLoader::finished);
        loader.load();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QCOMPARE(loader.teammatesError()->kind, quo::ApiError::Kind::EndlessPages);
        QVERIFY(!loader.linesError());
    }

    void skippedEntriesAreKept()
    {
        ScriptedWorld world;
        world.server.says(lines);
        world.server.says(R"({"data":[{"id":"US1"},{"firstName":"B"},null]})");
        DirectoryLoader loader(world.client, world.clock);
        QSignalSpy finished(&loader, &DirectoryLoader::finished);
        loader.load();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(loader.skippedLines().size(), 1);
        QCOMPARE(loader.skippedTeammates().size(), 2);
        QVERIFY(!loader.linesError() && !loader.teammatesError());
    }

    void linesThatGoOnAreAnError()
    {
        ScriptedWorld world;
        world.server.says(R"({"data":[{"id":"PN1"}],"nextPageToken":"t"})");
        world.server.says(R"({"data":[]})");
        DirectoryLoader loader(world.client, world.clock);
        QSignalSpy finished(&loader, &DirectoryLoader::finished);
        loader.load();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(loader.linesError()->kind, quo::ApiError::Kind::UnreadableAnswer);
        QVERIFY(loader.directory().line(u"PN1"_s));
    }

    void namesAreReadAgainInTheBackground()
    {
        ScriptedWorld world;
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        constexpr auto nobody = R"({"data":[],"nextPageToken":null})";
        world.server.says(lines);
        world.server.says(nobody);
        DirectoryLoader loader(world.client, clock);
        loader.load();
        QTRY_COMPARE(clock.waiting(), size_t(1));
        world.server.says(R"({"data":[{"id":"PN2","number":"+14155550102","name":"New"}]})");
        world.server.says(nobody);
        clock.advance(std::chrono::minutes(10));
        QTRY_VERIFY(loader.directory().line(u"PN2"_s));
        QVERIFY(!loader.directory().line(u"PN1"_s)); // it is gone
        QVERIFY(!loader.directory().isOwnNumber(u"+14155550100"_s));
        QVERIFY(loader.directory().teammate(u"US1"_s)); // old conversations may still name her
    }

    void whatMayPassIsReadAgainSoonAndWhatWillNotIsNot_data()
    {
        QTest::addColumn<int>("status"); // 0: there is no network
        QTest::addColumn<std::chrono::seconds>("wait");
        QTest::newRow("no network") << 0 << std::chrono::seconds(15);
        QTest::newRow("redirected") << 302 << std::chrono::seconds(15);
        QTest::newRow("server") << 500 << std::chrono::seconds(15);
        QTest::newRow("refused") << 403 << std::chrono::seconds(600);
    }

    void whatMayPassIsReadAgainSoonAndWhatWillNotIsNot()
    {
        QFETCH(int, status);
        QFETCH(std::chrono::seconds, wait);
        ScriptedWorld world;
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        constexpr auto nobody = R"({"data":[],"nextPageToken":null})";
        if (status == 0)
            world.server.goAway();
        for (int answer = 0; status != 0 && answer < (status == 500 ? 4 : 1); ++answer)
            world.server.says(status, {});
        world.server.setFallback([nobody](const auto &) { return nobody; });
        DirectoryLoader loader(world.client, clock);
        QSignalSpy finished(&loader, &DirectoryLoader::finished);
        loader.load();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(loader.error());
        if (status == 0)
            world.server.comeBack();
        world.server.says(lines);
        clock.advance(wait - std::chrono::milliseconds(1));
        QVERIFY(!loader.isLoading());
        clock.advance(std::chrono::milliseconds(1));
        QTRY_VERIFY(loader.directory().line(u"PN1"_s));
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(!loader.error());
        clock.advance(std::chrono::minutes(10) - std::chrono::milliseconds(1));
        QVERIFY(!loader.isLoading()); // and then as rarely as before
    }

    void namesAreReadAgainAfterSleep()
    {
        ScriptedWorld world;
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        world.server.setFallback(
            [](const auto &) { return R"({"data":[],"nextPageToken":null})"; });
        DirectoryLoader loader(world.client, clock);
        QSignalSpy finished(&loader, &DirectoryLoader::finished);
        loader.load();
        QTRY_COMPARE(finished.size(), 1);
        clock.setWallBy(std::chrono::hours(8));
        clock.advance(std::chrono::minutes(1));
        QTRY_COMPARE(finished.size(), 2);
    }

    void everyoneIsKnownOnceTheUsersWereRead_data()
    {
        QTest::addColumn<QByteArray>("users");
        QTest::addColumn<bool>("isEveryone");
        QTest::newRow("some") << QByteArray(R"({"data":[{"id":"US1","email":"a@example.com"}],)"
                                            R"("nextPageToken":null})")
                              << true;
        QTest::newRow("none") << QByteArray(R"({"data":[],"nextPageToken":null})") << false;
        QTest::newRow("one that cannot be read")
            << QByteArray(R"({"data":[{"id":"US1","email":"a@example.com"},{"id":7}],)"
                          R"("nextPageToken":null})")
            << false;
        QTest::newRow("refused") << QByteArray() << false;
    }

    void everyoneIsKnownOnceTheUsersWereRead()
    {
        QFETCH(QByteArray, users);
        ScriptedWorld world;
        world.server.says(lines);
        if (users.isEmpty())
            world.server.says(403, support::errorBody(403, u"1001403"_s, u"Forbidden"_s));
        else
            world.server.says(users);
        DirectoryLoader loader(world.client, world.clock);
        QSignalSpy finished(&loader, &DirectoryLoader::finished);
        loader.load();
        QTRY_COMPARE(finished.size(), 1);
        QTEST(loader.directory().hasAllTeammates(), "isEveryone");
    }

    void aRenameIsAnnouncedOnce()
    {
        ScriptedWorld world;
        constexpr auto nobody = R"({"data":[],"nextPageToken":null})";
        world.server.says(lines);
        world.server.says(nobody);
        DirectoryLoader loader(world.client, world.clock);
        QSignalSpy changed(&loader, &DirectoryLoader::directoryChanged);
        loader.load();
        QTRY_VERIFY(asked(world, 2));
        QCOMPARE(changed.size(), 1);
        world.server.says(QByteArray(lines).replace("Support", "Help desk"));
        world.server.says(nobody);
        loader.load();
        QTRY_VERIFY(asked(world, 4));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(loader.directory().line(u"PN1"_s)->name, u"Help desk"_s);
        world.server.says("<html>"); // names that are known stay
        world.server.says("<html>");
        world.server.says("<html>");
        world.server.says("<html>");
        loader.load();
        QTRY_VERIFY(asked(world, 8));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(loader.directory().line(u"PN1"_s)->name, u"Help desk"_s);
    }

    void keptNamesAreShownUntilTheServerHasAnswered()
    {
        ScriptedWorld world;
        DirectorySync names(world.client, world.clock);
        QSignalSpy changed(&names, &DirectorySync::directoryChanged);
        QSignalSpy linesAnswered(&names, &DirectorySync::linesAnswered);
        QSignalSpy finished(&names, &DirectorySync::finished);
        world.server.says(lines);
        world.server.staysSilent();
        names.begin(keptBefore());
        QCOMPARE(changed.size(), 1);
        QVERIFY(names.directory() == keptBefore());
        QVERIFY(!names.hasAnswered());

        QTRY_COMPARE(world.server.requests().size(), 2); // the lines are there
        QCOMPARE(names.directory().line(u"PN1"_s)->name, u"Support"_s);
        // An entry of the answer could not be read, so nobody knows that this one has gone.
        QVERIFY(names.directory().line(u"PN7"_s));
        QVERIFY(names.directory().teammate(u"US2"_s));
        QVERIFY(names.directory().teammate(u"US7"_s));
        QVERIFY(names.directory().hasAllTeammates());
        QVERIFY(!names.hasAnswered() && linesAnswered.isEmpty());
        QCOMPARE(finished.size(), 0);
    }

    void answersReplaceWhatWasKept()
    {
        ScriptedWorld world;
        DirectorySync names(world.client, world.clock);
        QSignalSpy linesAnswered(&names, &DirectorySync::linesAnswered);
        QSignalSpy finished(&names, &DirectorySync::finished);
        world.server.says(R"({"data":[{"id":"PN1","number":"+14155550101","name":"Support"}]})");
        world.server.says(R"({"data":[{"id":"US1","firstName":"Dana"}]})");
        names.begin(keptBefore());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(names.hasAnswered());
        QCOMPARE(linesAnswered.size(), 1);
        QVERIFY(!names.directory().line(u"PN7"_s));
        QVERIFY(!names.directory().isOwnNumber(u"+14155550100"_s)); // of PN1, until now
        QVERIFY(names.directory().isOwnNumber(u"+14155550101"_s));
        QVERIFY(!names.directory().teammate(u"US7"_s));
        QVERIFY(names.directory().hasAllTeammates());
    }

    void theSameAnswerAsKeptIsAnAnswer_data()
    {
        QTest::addColumn<quo::Directory>("kept");
        QTest::addColumn<QByteArray>("answer");
        quo::Directory one;
        one.setLines({{u"PN1"_s, u"+14155550100"_s, u"Support"_s, {}}});
        QTest::newRow("one line") << one
                                  << QByteArray(R"({"data":[{"id":"PN1","name":"Support",)"
                                                R"("number":"+14155550100","symbol":""}]})");
        QTest::newRow("no line") << quo::Directory() << QByteArray(R"({"data":[]})");
    }

    void theSameAnswerAsKeptIsAnAnswer()
    {
        QFETCH(quo::Directory, kept);
        QFETCH(QByteArray, answer);
        ScriptedWorld world;
        DirectorySync names(world.client, world.clock);
        QSignalSpy linesAnswered(&names, &DirectorySync::linesAnswered);
        QSignalSpy finished(&names, &DirectorySync::finished);
        world.server.says(answer);
        world.server.says(403, support::errorBody(403, u"1"_s, u"no"_s));
        names.begin(kept);
        QSignalSpy changed(&names, &DirectorySync::directoryChanged);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(linesAnswered.size(), 1);
        QVERIFY(names.hasAnswered());
    }

    void offlineKeptNamesStayAndCountAsNoAnswer()
    {
        ScriptedWorld world;
        world.server.goAway();
        DirectorySync names(world.client, world.clock);
        QSignalSpy finished(&names, &DirectorySync::finished);
        names.begin(keptBefore());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(names.directory() == keptBefore());
        QVERIFY(!names.hasAnswered());
        QVERIFY(names.linesError() && names.teammatesError());
    }

    void aKeyThatMayNotReadUsersNoLongerKnowsThemAll()
    {
        ScriptedWorld world;
        DirectorySync names(world.client, world.clock);
        QSignalSpy finished(&names, &DirectorySync::finished);
        world.server.says(
            QByteArray(lines).replace("name\":\"without", "id\":\"PN2\",\"name\":\"with"));
        world.server.says(403, support::errorBody(403, u"1"_s, u"no"_s));
        names.begin(keptBefore());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(names.hasAnswered());
        // Those it knew keep their names; others need not have left.
        QCOMPARE(names.directory().teammate(u"US7"_s)->firstName, u"Gone"_s);
        QVERIFY(names.directory().teammate(u"US2"_s));
        QVERIFY(!names.directory().hasAllTeammates());
        QCOMPARE(names.teammatesError()->kind, quo::ApiError::Kind::Forbidden);
    }

    void linesThatCannotAllBeReadCountAsNoAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("refused") << 403 << support::errorBody(403, u"1"_s, u"no"_s);
        QTest::newRow("more than a page")
            << 200 << QByteArray(R"({"data":[{"id":"PN1"}],"nextPageToken":"t"})");
        QTest::newRow("unreadable entry") << 200 << QByteArray(R"({"data":[{"id":"PN1"},7]})");
    }

    void linesThatCannotAllBeReadCountAsNoAnswer()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        ScriptedWorld world;
        DirectorySync names(world.client, world.clock);
        QSignalSpy finished(&names, &DirectorySync::finished);
        world.server.says(status, answer);
        world.server.says(R"({"data":[]})");
        names.begin(keptBefore());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!names.hasAnswered());
        QVERIFY(names.directory().line(u"PN7"_s));
    }

    void whoeverListensMayDestroyIt_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("hasKept");
        QTest::newRow("kept names") << 0 << true;
        QTest::newRow("names") << 0 << false;
        QTest::newRow("lines") << 1 << false;
        QTest::newRow("the end") << 2 << false;
    }

    void whoeverListensMayDestroyIt()
    {
        QFETCH(int, signal);
        QFETCH(bool, hasKept);
        ScriptedWorld world;
        world.server.says(R"({"data":[{"id":"PN1"}]})");
        world.server.setFallback([](const auto &) { return R"({"data":[{"id":"US1"}]})"; });
        auto names = std::make_unique<DirectorySync>(world.client, world.clock);
        const auto signalOf = std::array{&DirectorySync::directoryChanged,
                                         &DirectorySync::linesAnswered, &DirectorySync::finished};
        connect(names.get(), signalOf.at(size_t(signal)), this, [&] { names.reset(); });
        names->begin(hasKept ? keptBefore() : quo::Directory());
        QTRY_VERIFY(!names);
    }

    void namesAreKeptForTheNextRun()
    {
        QTemporaryDir dir;
        const mirror::Place place{dir.filePath(u"workspace.sqlite"_s), "owner"};
        ScriptedWorld world;
        quo::Directory known;
        {
            mirror::Writer writer(place);
            DirectorySync names(world.client, world.clock);
            QSignalSpy finished(&names, &DirectorySync::finished);
            names.setWriter(&writer);
            world.server.says(lines);
            world.server.says(
                R"({"data":[{"id":"US1","firstName":"Dana\u0000","lastName":"\ufeff"},)"
                R"({"id":"US3","email":"c@a.example"}]})");
            names.begin({});
            QTRY_COMPARE(finished.size(), 1);
            QVERIFY(names.directory().hasAllTeammates());
            known = names.directory();
        }
        QVERIFY(keptIn(place) == known);
        QVERIFY(keptIn(place)->hasSameNumbers(known));

        // The next run is offline, and its writer appears late.
        world.server.goAway();
        DirectorySync names(world.client, world.clock);
        names.begin(*keptIn(place));
        QVERIFY(names.directory() == known);
        const mirror::Place elsewhere{dir.filePath(u"other.sqlite"_s), "owner"};
        mirror::Writer writer(elsewhere);
        names.setWriter(&writer);
        QTRY_VERIFY(keptIn(elsewhere) == known);
        // An empty file has taken its place.
        writer.writeDirectory({});
        QTRY_VERIFY(keptIn(elsewhere) == quo::Directory());
        Q_EMIT writer.rowsLost();
        QTRY_VERIFY(keptIn(elsewhere) == known);
    }

    void namesOfAnotherKeyAreNotKeptOn()
    {
        QTemporaryDir dir;
        const mirror::Place place{dir.filePath(u"workspace.sqlite"_s), "owner"};
        mirror::Writer writer(place);
        writer.writeDirectory(keptBefore());
        QTRY_VERIFY(keptIn(place) == keptBefore());
        ScriptedWorld world;
        world.server.goAway();
        DirectorySync names(world.client, world.clock);
        names.setWriter(&writer);
        names.begin({});
        QTRY_VERIFY(keptIn(place) == quo::Directory());
    }
};

QTEST_GUILESS_MAIN(TestDirectory)
#include "tst_directory.moc"
