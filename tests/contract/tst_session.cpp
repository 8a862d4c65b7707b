// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxsession.h"
#include "support/demoworld.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/session.h"
#include "support/warnings.h"
#include "words/columnwords.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::InboxSession;
using inbox::SessionStatus;
using quo::PageWalk;

namespace {

const inbox::Reader reader{QLocale::c(), QTimeZone::utc(), u"US"_s};

QStringList ids(InboxSession &session)
{
    QStringList ids;
    for (int row = 0; row < session.model().rowCount(); ++row)
        ids.append(session.model().rowAt(row)->id());
    return ids;
}

bool rests(const InboxSession &session)
{
    const PageWalk::State state = session.status().walk;
    return !session.status().isArranging && !std::holds_alternative<PageWalk::Fetching>(state) &&
           !std::holds_alternative<PageWalk::Waiting>(state);
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theWholeWorkspaceIsReadFieldByField()
    {
        support::DemoWorld world(730);
        inbox::Names names(world.clock, reader);
        support::Session session(*world.client, world.clock, names, words::listWords());
        QAbstractItemModelTester tester(&session.model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // the session decides
        session.setQuery({});
        QTRY_VERIFY(session.status().firstPageArrived && rests(session));
        while (session.status().completeness.moreExist) {
            session.wantMore();
            QTRY_VERIFY(rests(session));
        }
        QVERIFY(session.status().completeness.isWhole());
        QCOMPARE(session.status().loaded, 730);
        for (int i = 0; i < 730; ++i) {
            const demo::DemoConversation &expected = world.workspace.conversations.at(i);
            const quo::Conversation row = session.model().rowAt(i)->toConversation();
            const auto millis = [](std::optional<quo::Instant> instant) {
                return instant ? std::optional(demo::Millis(instant->time_since_epoch().count()))
                               : std::nullopt;
            };
            QCOMPARE(row.id, expected.id);
            QCOMPARE(row.phoneNumberId, world.workspace.lines.at(expected.line).id);
            QCOMPARE(row.participants, expected.participants);
            QCOMPARE(row.name, expected.name);
            QCOMPARE(row.assignedTo, expected.assignedTo);
            QCOMPARE(row.lastActivityId, expected.lastActivityId);
            QCOMPARE(millis(row.createdAt), expected.createdAt);
            QCOMPARE(millis(row.updatedAt), expected.updatedAt);
            QCOMPARE(millis(row.lastActivityAt), expected.lastActivityAt);
            QCOMPARE(millis(row.mutedUntil), expected.mutedUntil);
            QCOMPARE(millis(row.snoozedUntil), expected.snoozedUntil);
            QCOMPARE(millis(row.deletedAt), expected.deletedAt);
        }
    }

    void lateRepliesOfAnOldQueryAreDropped()
    {
        support::DemoWorld world(500, 40);
        inbox::Names names(world.clock, reader);
        support::Session session(*world.client, world.clock, names, words::listWords());
        QAbstractItemModelTester tester(&session.model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // the session decides
        for (const demo::DemoLine &line : world.workspace.lines) {
            quo::ConversationQuery query;
            query.phoneNumbers = {line.id};
            session.setQuery(query);
            QTest::qWait(15); // some are on the wire by now, some are not
        }
        QTRY_VERIFY(session.status().firstPageArrived && rests(session));
        QStringList expected;
        for (const demo::DemoConversation &conversation : world.workspace.conversations)
            if (conversation.line == world.workspace.lines.size() - 1)
                expected.append(conversation.id);
        QCOMPARE(ids(session), expected);
    }

    void theSameQueryAgainChangesNothing()
    {
        support::DemoWorld world(50);
        inbox::Names names(world.clock, reader);
        support::Session session(*world.client, world.clock, names, words::listWords());
        session.setQuery({});
        QTRY_VERIFY(session.status().firstPageArrived && rests(session));
        QSignalSpy reset(&session.model(), &QAbstractItemModel::modelReset);
        session.setQuery({});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(session.status().loaded, 50);
    }

    void aRateLimitIsRespected()
    {
        support::DemoWorld world(3000, 0, 10);
        // With the pace of the real thing.
        quo::Client::Settings real = support::impatientSettings(world.baseUrl());
        real.limits = {};
        // A loaded machine may hold a request up on its way by more than the real margin of 50 ms.
        real.limits.window = quo::milliseconds(1500);
        quo::Client client(real, world.clock, [] { return 0.5; });
        inbox::Names names(world.clock, reader);
        support::Session session(client, world.clock, names, words::listWords());
        session.setQuery({});
        bool waited = false;
        connect(&session, &InboxSession::statusChanged, this, [&] {
            waited = waited || std::holds_alternative<PageWalk::Waiting>(session.status().walk);
            session.wantMore();
        });
        QTRY_VERIFY_WITH_TIMEOUT(session.status().completeness.isWhole(), 60'000);
        QCOMPARE(session.status().loaded, 3000);
        // None was turned away: the pages, what has changed meanwhile, smaller pages of the same
        // rows, and what has changed again.
        QCOMPARE(world.queries().size(), 30 + 1 + 33 + 1);
        QVERIFY(!waited);
    }

    void everythingIsLoadedAndTheLatestActivityComesFirst()
    {
        support::DemoWorld world(1730);
        inbox::Names names(world.clock, reader);
        support::Session session(*world.client, world.clock, names, words::listWords());
        QAbstractItemModelTester tester(&session.model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false);
        quo::Directory directory;
        QList<quo::Line> lines;
        for (const demo::DemoLine &line : world.workspace.lines)
            lines.append({line.id, line.number, line.name, {}});
        directory.setLines(lines);
        names.setDirectory(directory);
        session.setArrangement({.search = {}, .sort = inbox::latestFirst()});
        session.setQuery({});
        QTRY_VERIFY(session.status().firstPageArrived && rests(session));
        session.loadAll();
        QVERIFY(session.status().loadingAll);
        QTRY_VERIFY(session.status().completeness.isWhole());
        QVERIFY(!session.status().loadingAll);
        QVERIFY(session.status().parts.size() > 4);
        QStringList expected;
        for (const demo::DemoConversation &conversation : world.workspace.conversations)
            expected.append(conversation.id);
        QStringList loaded = ids(session);
        for (int row = 1; row < loaded.size(); ++row) // nulls last
            QVERIFY(
                session.model().rowAt(row - 1)->lastActivityAt().value_or(quo::Instant::min()) >=
                session.model().rowAt(row)->lastActivityAt().value_or(quo::Instant::min()));
        loaded.sort();
        expected.sort();
        QCOMPARE(loaded, expected);
        // All of it is read again, and as fast.
        const QStringList before = ids(session);
        session.reload();
        QTRY_VERIFY(!session.status().refreshing);
        QCOMPARE(ids(session), before);
        QVERIFY(session.status().completeness.isWhole());
    }

    void loadingAllCanBeStoppedAndScrollingGoesOn()
    {
        support::DemoWorld world(1730, 5);
        inbox::Names names(world.clock, reader);
        support::Session session(*world.client, world.clock, names, words::listWords());
        session.setQuery({});
        QTRY_VERIFY(session.status().firstPageArrived && rests(session));
        session.loadAll();
        QTRY_VERIFY(session.status().loaded > 200);
        session.stop();
        QVERIFY(!session.status().loadingAll);
        const int loaded = session.status().loaded;
        QVERIFY(session.status().completeness.moreExist);
        while (session.status().completeness.moreExist) {
            session.wantMore();
            QTRY_VERIFY(rests(session));
        }
        QVERIFY(loaded < 1730);
        QCOMPARE(session.status().loaded, 1730);
    }

    void readingAgainDropsWhatIsGoneOnceAllIsRead()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 3, u"a"_s));
        world.server.says(support::page(4, 6, u"b"_s));
        inbox::Names names(world.clock, reader);
        support::Session session(world.client, world.clock, names, words::listWords());
        QAbstractItemModelTester tester(&session.model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // the session decides
        session.setArrangement({.search = {}, .sort = {{inbox::columnIndex(u"id"), false}}});
        session.setQuery({});
        QTRY_VERIFY(session.status().firstPageArrived && rests(session));
        session.wantMore();
        QTRY_COMPARE(session.status().loaded, 6);

        // The first page fails: nothing is lost.
        world.server.says(403, support::errorBody(403, u"1001403"_s, u"no"_s));
        session.reload();
        QVERIFY(session.status().refreshing);
        QTRY_VERIFY(std::holds_alternative<PageWalk::Failed>(session.status().walk));
        QCOMPARE(ids(session).size(), 6);
        QVERIFY(session.status().completeness.moreExist);

        // Retry goes on with it, as far as was loaded. Since a row has gone, and may just have
        // moved while the pages were read, they are read twice, and what has changed is asked for.
        for (int reading = 0; reading < 2; ++reading) {
            world.server.says(support::page(0, 3, u"c"_s));
            world.server.says(support::page(5, 8, u"d"_s));
            world.server.says(support::page(9, 9, u"e"_s));
            world.server.says(support::page({}));
        }
        world.server.setFallback([](const auto &) { return support::page(10, 10); });
        int refreshed = 0;
        connect(&session, &InboxSession::statusChanged, this, [&] {
            if (!session.status().refreshing)
                return;
            refreshed = session.status().refreshed;
            QVERIFY(ids(session).contains(u"CN4"_s));
        });
        session.retry();
        QTRY_VERIFY(!session.status().refreshing);
        QCOMPARE(refreshed, 9);
        QCOMPARE(ids(session), (QStringList{u"CN0"_s, u"CN1"_s, u"CN2"_s, u"CN3"_s, u"CN5"_s,
                                            u"CN6"_s, u"CN7"_s, u"CN8"_s, u"CN9"_s}));
        // And scrolling goes on from the new walk.
        const qsizetype before = world.server.requests().size();
        session.wantMore();
        QTRY_VERIFY(session.status().completeness.isWhole());
        QCOMPARE(world.server.requests().at(before).query(), "maxResults=100&pageToken=e");
    }

    void stoppedReadingAgainLeavesEverythingAsItWas()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 3));
        inbox::Names names(world.clock, reader);
        support::Session session(world.client, world.clock, names, words::listWords());
        session.setQuery({});
        QTRY_VERIFY(session.status().completeness.isWhole());
        session.reload(); // silence
        QTRY_COMPARE(world.server.requests().size(), 2);
        session.stop();
        QVERIFY(!session.status().refreshing);
        QVERIFY(session.status().completeness.isWhole());
        QCOMPARE(ids(session).size(), 3);
    }

    void emptyAndKnownPagesAreWalkedThrough()
    {
        support::ScriptedWorld world;
        world.server.says(support::page({}, u"a"_s));
        world.server.says(support::page({}, u"b"_s));
        world.server.says(support::page(1, 2, u"c"_s));
        world.server.says(support::page(1, 2, u"d"_s)); // overlap: new ones came in between
        world.server.says(support::page(3, 3));
        inbox::Names names(world.clock, reader);
        support::Session session(world.client, world.clock, names, words::listWords());
        session.setQuery({});
        QTRY_COMPARE(session.status().loaded, 2);
        QTRY_VERIFY(rests(session));
        QCOMPARE(world.server.requests().size(), 3); // and no further unasked
        world.server.setFallback([](const auto &) { return support::page(1, 3); }); // on one page
        session.wantMore();
        QTRY_VERIFY(session.status().completeness.isWhole());
        QCOMPARE(ids(session), (QStringList{u"CN1"_s, u"CN2"_s, u"CN3"_s}));
    }

    void failureKeepsTheRowsAndRetryGoesOn()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 3, u"a"_s));
        world.server.says(404, {});
        inbox::Names names(world.clock, reader);
        support::Session session(world.client, world.clock, names, words::listWords());
        session.setQuery({});
        QTRY_COMPARE(session.status().loaded, 3);
        QTRY_VERIFY(rests(session));
        QVERIFY(session.model().canFetchMore({}));
        session.model().fetchMore({});
        QVERIFY(!session.model().canFetchMore({})); // one in flight
        QTRY_VERIFY(session.status().completeness.isStopped ||
                    !session.status().completeness.failures.isEmpty());
        QVERIFY(!session.model().canFetchMore({})); // the mouse wheel must not try again
        QCOMPARE(ids(session).size(), 3);
        world.server.says(support::page(4, 6));
        world.server.setFallback([](const auto &) { return support::page(1, 6); });
        session.retry();
        QTRY_VERIFY(session.status().completeness.isWhole());
        QCOMPARE(ids(session).size(), 6);
    }

    void rowsAreThereBeforeTheirFilterHasBeenTriedOut_data()
    {
        QTest::addColumn<bool>("isIgnored");
        QTest::newRow("applied") << false;
        QTest::newRow("ignored") << true;
    }

    void rowsAreThereBeforeTheirFilterHasBeenTriedOut()
    {
        QFETCH(bool, isIgnored);
        support::ScriptedWorld world;
        quo::Client client(support::impatientSettings(world.server.baseUrl()), world.clock,
                           [] { return 0.5; }); // it knows nothing yet
        inbox::Names names(world.clock, reader);
        support::Session session(client, world.clock, names, words::listWords());
        const QList more{quo::Gap::MoreExist};
        quo::ConversationQuery query;
        query.userId = u"US1"_s;
        world.server.says(support::page(1, 2, u"a"_s));
        world.server.staysSilent(); // asked for nobody's rows
        session.setQuery(query);
        QTRY_COMPARE(world.server.requests().size(), 2);
        QTRY_COMPARE(session.status().loaded, 2);
        QVERIFY(rests(session));
        QCOMPARE(session.status().completeness.gaps(), more);
        // Scrolling does not wait for it, and the end is no end before it is answered.
        world.server.says(support::page(3, 4));
        session.wantMore();
        QTRY_COMPARE(session.status().loaded, 4);
        QTRY_VERIFY(session.status().isChecking);
        QVERIFY(rests(session));
        QCOMPARE(session.status().completeness.gaps(), more);
        QCOMPARE(world.server.requests().size(), 3);
        bool wasWhole = false;
        connect(&session, &InboxSession::statusChanged, this,
                [&] { wasWhole = wasWhole || session.status().completeness.isWhole(); });
        world.server.goAway();
        world.server.comeBack();
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            const bool isNobodys = request.query().contains("nobody") && !isIgnored;
            return isNobodys ? support::page({}) : support::page(1, 4);
        });
        QTRY_VERIFY(!session.status().completeness.moreExist);
        QCOMPARE(session.status().completeness.ignoredFilters,
                 isIgnored ? QList{quo::QueryField::UserId} : QList<quo::QueryField>());
        QCOMPARE(session.status().completeness.isWhole(), !isIgnored);
        QCOMPARE(wasWhole, !isIgnored);
        QCOMPARE(session.status().loaded, 4);
    }

    void unreadableRowsAreCounted()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(
            {support::conversation(u"CN1"_s, {{u"name"_s, 7}}), support::conversation(u"CN2"_s)}));
        inbox::Names names(world.clock, reader);
        support::Session session(world.client, world.clock, names, words::listWords());
        session.setQuery({});
        QTRY_VERIFY(!session.status().completeness.moreExist);
        QVERIFY(!session.status().completeness.isWhole());
        QCOMPARE(session.status().loaded, 1);
        QCOMPARE(session.status().completeness.unreadableCount, 1);
        QCOMPARE(session.status().completeness.unreadable.at(0).id, u"CN1"_s);
    }

    void statesThatRunOutRepaintTheirRowAtThatInstant()
    {
        support::ScriptedWorld world;
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        const auto row = [](int number, const char *field, const char16_t *until) {
            return support::conversation(u"CN%1"_s.arg(number),
                                         {{QLatin1String(field), QString::fromUtf16(until)}});
        };
        world.server.says(support::page({
            row(0, "snoozedUntil", u"2026-06-02T12:00:20Z"),
            row(1, "snoozedUntil", u"2026-06-02T11:59:59Z"), // over already
            row(2, "mutedUntil", u"2026-06-02T12:00:10.500Z"),
            row(3, "mutedUntil", u"9999-12-31T23:59:59.999Z"),
            row(4, "mutedUntil", u"2027-06-02T12:00:30Z"), // for good, for 30 s yet
        }));
        inbox::Names names(clock, reader);
        support::Session session(world.client, clock, names, words::listWords());
        session.setQuery({});
        QTRY_COMPARE(session.model().rowCount(), 5);
        QCOMPARE(clock.waiting(), size_t(1)); // one timer for all of them
        QSignalSpy changed(&session.model(), &QAbstractItemModel::dataChanged);
        const auto changedRows = [&changed] {
            QList<int> rows;
            for (const QList<QVariant> &arguments : changed)
                rows.append(arguments[0].toModelIndex().row());
            changed.clear();
            return rows;
        };
        const auto state = [&session](int number) {
            return session.model()
                .index(number, inbox::columnIndex(QLatin1String("state")))
                .data()
                .toString();
        };
        clock.advance(quo::milliseconds(10'499));
        QCOMPARE(changedRows(), QList<int>());
        QCOMPARE(state(2), u"Muted"_s);
        clock.advance(quo::milliseconds(1));
        QCOMPARE(changedRows(), QList<int>{2});
        QCOMPARE(state(2), QString());
        clock.advance(quo::milliseconds(9'499));
        QCOMPARE(state(0), u"Snoozed"_s);
        clock.advance(quo::milliseconds(1));
        QCOMPARE(changedRows(), QList<int>{0});
        QCOMPARE(state(0), u"Snooze ended"_s);
        clock.advance(quo::milliseconds(10'001));
        QCOMPARE(changedRows(), QList<int>{4});
        QCOMPARE(clock.waiting(), size_t(1));
        clock.advance(std::chrono::hours(72));
        QCOMPARE(changedRows(), QList<int>());

        // What reading again says anew counts from then on.
        world.server.says(support::page({row(0, "snoozedUntil", u"2026-06-05T13:00:00Z")}));
        session.reload();
        QTRY_COMPARE(session.model().rowCount(), 1);
        QCOMPARE(state(0), u"Snoozed"_s);
        changedRows();
        clock.advance(std::chrono::hours(1));
        QCOMPARE(changedRows(), QList<int>{0});
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
