// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/activityfeed.h"
#include "support/demoworld.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/warnings.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using inbox::ActivityFeed;
using inbox::ActivityKey;
using quo::Activity;
using State = inbox::ActivityCoverage::Part::State;

namespace {

// Items of these minutes past midnight, latest first as the API has them.
QByteArray items(const QList<int> &minutes, const QString &prefix, const QJsonValue &token = {})
{
    QJsonArray data;
    for (const int minute : minutes)
        data.append(QJsonObject{
            {u"id"_s, u"AC%1%2"_s.arg(prefix).arg(minute)},
            {u"direction"_s, u"incoming"_s},
            {u"text"_s, u"t"_s},
            {u"createdAt"_s,
             QTime(0, 0).addSecs(minute * 60).toString(u"'2026-01-01T'HH:mm:ss'Z'"_s)}});
    return QJsonDocument(QJsonObject{{u"data"_s, data}, {u"nextPageToken"_s, token}}).toJson();
}

ActivityKey keyOf(const QString &id, const QStringList &participants = {u"+14155550100"_s})
{
    return {id, u"AC1"_s, u"PN1"_s, participants};
}

QStringList shown(ActivityFeed &feed)
{
    QStringList ids;
    for (int row = 0; row < feed.model().rowCount(); ++row)
        ids.append(feed.model().itemAt(row).id.mid(2));
    return ids;
}

// One request after the other, so that each gets the answer scripted for it: messages
// first.
void inTurn(quo::Client::Settings &settings)
{
    settings.limits.inFlight = 1;
}

constexpr std::chrono::milliseconds longRest{400};

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT

    support::ManualClock m_clock{*quo::parseInstant(u"2026-01-02T00:00:00Z"_s)};

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everythingThatWasSaidIsReadInOrder()
    {
        support::DemoWorld world(200);
        ActivityFeed feed(*world.client, m_clock);
        const QAbstractItemModelTester tester(
            &feed.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        int calls = 0;
        for (const demo::DemoConversation &conversation : world.workspace.conversations.first(40)) {
            const demo::DemoLine &line = world.workspace.lines.at(conversation.line);
            QStringList participants = conversation.participants;
            participants.removeAll(line.number);
            feed.show(ActivityKey{conversation.id, conversation.lastActivityId.value_or(QString()),
                                  line.id, participants,
                                  world.workspace.users.at(line.users.last()).id});
            m_clock.advance(longRest);
            const inbox::ActivityCoverage &coverage = feed.thread()->coverage();
            for (int turn = 0; turn < 20 && !coverage.messages.isWhole(); ++turn) {
                feed.wantOlder();
                QTRY_VERIFY(!feed.isLoading());
            }
            QCOMPARE(coverage.isWhole(), participants.size() == 1);
            QVERIFY(coverage.messages.isWhole());
            QCOMPARE(feed.model().rowCount() > 0, conversation.lastActivityAt.has_value());
            for (int row = 0; row < feed.model().rowCount(); ++row) {
                const Activity &item = feed.model().itemAt(row);
                calls += item.kind == Activity::Kind::Call;
                if (row > 0)
                    QVERIFY(feed.model().itemAt(row - 1).createdAt <= item.createdAt);
            }
        }
        QVERIFY(calls > 0);
    }

    void rowsPassedByCostNoRequest()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) { return items({}, {}); });
        ActivityFeed feed(world.client, m_clock);
        for (int row = 0; row < 1000; ++row) {
            feed.show(keyOf(u"CN%1"_s.arg(row)));
            m_clock.advance(std::chrono::milliseconds(30));
        }
        QCoreApplication::processEvents();
        QCOMPARE(world.server.requests().size(), 0);
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        QCOMPARE(world.server.requests().size(), 2); // messages and calls of the last
    }

    void theNextSelectionCancels()
    {
        support::ScriptedWorld world(inTurn);
        world.server.staysSilent();
        ActivityFeed feed(world.client, m_clock);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        QTRY_COMPARE(world.server.requests().size(), 1);
        feed.show(std::nullopt);
        QVERIFY(!feed.isLoading() && !feed.thread());
        world.server.setFallback([](const auto &) { return items({1}, u"x"_s); });
        feed.show(keyOf(u"CN2"_s));
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        QCOMPARE(shown(feed), QStringList{u"x1"_s});
    }

    void nothingIsPutInBetweenLater()
    {
        support::ScriptedWorld world(inTurn);
        world.server.says(items({50, 40}, u"m"_s, u"older"_s));
        world.server.says(items({45, 10}, u"c"_s));
        world.server.says(items({30, 5}, u"m"_s));
        ActivityFeed feed(world.client, m_clock);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        // The call of minute 10 waits for the messages that may be younger.
        QCOMPARE(shown(feed), (QStringList{u"m40"_s, u"c45"_s, u"m50"_s}));
        QVERIFY(!feed.thread()->coverage().isWhole());
        feed.wantOlder();
        QTRY_VERIFY(!feed.isLoading());
        QCOMPARE(shown(feed),
                 (QStringList{u"m5"_s, u"c10"_s, u"m30"_s, u"m40"_s, u"c45"_s, u"m50"_s}));
        QVERIFY(feed.thread()->coverage().isWhole());
        QVERIFY(world.server.requests().at(0).line.startsWith(
            "GET /v1/messages?phoneNumberId=PN1&participants=%2B14155550100&maxResults=50 HTTP"));
        QVERIFY(world.server.lastQuery().endsWith("&pageToken=older"));
        feed.wantOlder();
        QVERIFY(!feed.isLoading());
    }

    void callsOfGroupsAreNotRequested()
    {
        support::ScriptedWorld world;
        world.server.says(items({1}, u"m"_s));
        ActivityFeed feed(world.client, m_clock);
        feed.show(keyOf(u"CN1"_s, {u"+14155550100"_s, u"+14155550101"_s}));
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        const inbox::ActivityCoverage &coverage = feed.thread()->coverage();
        QVERIFY(coverage.messages.isWhole());
        QCOMPARE(coverage.calls.state, State::Unavailable);
        QVERIFY(!coverage.isWhole());
        QCOMPARE(world.server.requests().size(), 1);
        QVERIFY(world.server.lastQuery().contains(
            "participants=%2B14155550100&participants=%2B14155550101"));
    }

    void refusedMessagesLeaveTheCalls()
    {
        support::ScriptedWorld world(inTurn);
        world.server.says(403, support::errorBody(403, u"0202403"_s, u"no"_s));
        world.server.says(items({3, 2}, u"c"_s));
        ActivityFeed feed(world.client, m_clock);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        QCOMPARE(shown(feed), (QStringList{u"c2"_s, u"c3"_s}));
        QCOMPARE(feed.thread()->error(Activity::Kind::Message)->kind,
                 quo::ApiError::Kind::Forbidden);
        QVERIFY(!feed.thread()->error(Activity::Kind::Call));
        world.server.says(items({1}, u"m"_s));
        feed.retry();
        QTRY_VERIFY(!feed.isLoading());
        QVERIFY(!feed.thread()->error(Activity::Kind::Message));
        QCOMPARE(shown(feed).first(), u"m1"_s);
    }

    void whatFailedIsReadByItselfOnceItIsWell()
    {
        support::ScriptedWorld world(inTurn);
        world.server.says(302, {}); // a hotel's page
        world.server.says(items({3, 2}, u"c"_s));
        ActivityFeed feed(world.client, m_clock);
        const QAbstractItemModelTester tester(
            &feed.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        QCOMPARE(shown(feed), (QStringList{u"c2"_s, u"c3"_s}));
        QCOMPARE(feed.thread()->error(Activity::Kind::Message)->kind,
                 quo::ApiError::Kind::Redirected);
        // The late list is put where it belongs, although it is newer in part.
        world.server.says(items({4, 1}, u"m"_s));
        m_clock.advance(std::chrono::seconds(15));
        QTRY_COMPARE(shown(feed), (QStringList{u"m1"_s, u"c2"_s, u"c3"_s, u"m4"_s}));
        QVERIFY(!feed.thread()->error(Activity::Kind::Message));
        QVERIFY(feed.thread()->coverage().isWhole());
        m_clock.advance(std::chrono::hours(1));
        QCOMPARE(world.server.requests().size(), 3);
    }

    void whatFailedIsReadWhenItIsShownAgainUnlessItIsRefused_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("requests");
        QTest::newRow("may pass") << 302 << 3;
        QTest::newRow("refused") << 403 << 2;
    }

    void whatFailedIsReadWhenItIsShownAgainUnlessItIsRefused()
    {
        QFETCH(int, status);
        QFETCH(int, requests);
        support::ScriptedWorld world(inTurn);
        world.server.says(status, {});
        world.server.setFallback([](const auto &) { return items({}, {}); });
        ActivityFeed feed(world.client, m_clock);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        feed.show(std::nullopt);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        QCOMPARE(world.server.requests().size(), requests);
    }

    void callsAreRequestedAsAMemberOfTheLine()
    {
        support::ScriptedWorld world(inTurn);
        world.server.setFallback([](const auto &) { return items({}, {}); });
        ActivityFeed feed(world.client, m_clock);
        ActivityKey key = keyOf(u"CN1"_s);
        key.memberId = u"US7"_s;
        feed.show(key);
        m_clock.advance(longRest);
        QTRY_COMPARE(world.server.requests().size(), 2);
        QVERIFY(!world.server.requests().at(0).line.contains("userId"));
        QVERIFY(world.server.requests().at(1).line.startsWith(
            "GET /v1/calls?phoneNumberId=PN1&participants=%2B14155550100&userId=US7&maxResults="));
    }

    // Each of these alone makes it incomplete.
    void anIncompleteThreadIsNotCalledWhole_data()
    {
        QTest::addColumn<QByteArrayList>("messages"); // page by page
        QTest::addColumn<State>("state");
        const QByteArray end = items({1}, u"z"_s);
        const auto with = [](const QByteArray &page, const QByteArray &entry) {
            return QByteArray(page).replace("\"data\": [", "\"data\": [" + entry + ",");
        };
        QTest::newRow("whole") << QByteArrayList{items({3, 2}, u"a"_s, u"t1"_s), end}
                               << State::Ended;
        QTest::newRow("a token comes twice")
            << QByteArrayList{items({5}, u"a"_s, u"t1"_s), items({4}, u"b"_s, u"t2"_s),
                              items({3}, u"c"_s, u"t1"_s)}
            << State::Failed;
        QTest::newRow("an entry without an id")
            << QByteArrayList{with(items({3, 2}, u"a"_s, u"t1"_s), "{\"text\": \"lost\"}"), end}
            << State::Ended;
        QTest::newRow("an entry of a wrong type")
            << QByteArrayList{items({3, 2}, u"a"_s, u"t1"_s), with(end, "17")} << State::Ended;
        const QByteArray foreign = "{\"id\": \"AC77\", \"conversationId\": \"CN2\"}";
        QTest::newRow("a message of another conversation")
            << QByteArrayList{with(items({3, 2}, u"a"_s, u"t1"_s), foreign), end} << State::Ended;
        QTest::newRow("an answer about another conversation")
            << QByteArrayList{items({3, 2}, u"a"_s, u"t1"_s),
                              "{\"data\": [" + foreign + "], \"nextPageToken\": \"t2\"}", end}
            << State::Foreign;
        QByteArrayList empty{items({3}, u"a"_s, u"t0"_s)};
        QByteArrayList same{items({3}, u"a"_s, u"t0"_s)};
        for (int page = 1; page < 100; ++page) {
            empty.append(items({}, {}, u"t%1"_s.arg(page)));
            same.append(items({3}, u"a"_s, u"t%1"_s.arg(page)));
        }
        QTest::newRow("empty pages without end") << empty << State::Failed;
        QTest::newRow("the same page without end") << same << State::Failed;
    }

    void anIncompleteThreadIsNotCalledWhole()
    {
        QFETCH(QByteArrayList, messages);
        QFETCH(State, state);
        support::ScriptedWorld world(inTurn);
        qsizetype asked = 0;
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            return request.line.startsWith("GET /v1/calls")
                       ? items({}, {})
                       : messages.at(qMin(asked++, messages.size() - 1));
        });
        ActivityFeed feed(world.client, m_clock);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        const inbox::ActivityCoverage &coverage = feed.thread()->coverage();
        QTRY_VERIFY(!feed.isLoading());
        for (int turn = 0; turn < 5 && coverage.messages.state == State::More; ++turn) {
            feed.wantOlder();
            QTRY_VERIFY(!feed.isLoading());
        }
        QCOMPARE(coverage.messages.state, state);
        QVERIFY(asked < 30); // it ends by itself
        QVERIFY(coverage.calls.isWhole());
        QCOMPARE(coverage.isWhole(), QByteArray(QTest::currentDataTag()) == "whole");
        QVERIFY(!shown(feed).contains(u"77"_s)); // of another conversation
        QVERIFY(shown(feed).size() >= 1);
        // It does not go on by itself, but it can be retried.
        const qsizetype before = asked;
        feed.wantOlder();
        QVERIFY(!feed.isLoading());
        QCOMPARE(coverage.canRetry(), state == State::Failed || state == State::Foreign);
        if (coverage.canRetry()) {
            feed.retry();
            QVERIFY(feed.isLoading());
            QTRY_VERIFY(asked > before);
        }
    }

    void aRetrySkipsWhatIsKnown()
    {
        // 30 pages, then a repeated token; after starting over, the token is a new one.
        support::ScriptedWorld world(inTurn);
        bool isMended = false;
        int asked = 0;
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            if (request.line.startsWith("GET /v1/calls"))
                return items({}, {});
            ++asked;
            int page = 0;
            for (int at = 1; at <= 30; ++at)
                if (request.line.contains("pageToken=p" + QByteArray::number(at) + " "))
                    page = at;
            const QJsonValue next = page < 29  ? QJsonValue(u"p%1"_s.arg(page + 1))
                                    : isMended ? QJsonValue()
                                               : QJsonValue(u"p1"_s);
            return items({100 - page}, u"m"_s, next);
        });
        ActivityFeed feed(world.client, m_clock);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        const inbox::ActivityCoverage &coverage = feed.thread()->coverage();
        for (int turn = 0; turn < 40 && coverage.messages.state == State::More; ++turn) {
            feed.wantOlder();
            QTRY_VERIFY(!feed.isLoading());
        }
        QCOMPARE(coverage.messages.state, State::Failed);
        QCOMPARE(shown(feed).size(), 30);
        isMended = true;
        feed.retry();
        QTRY_VERIFY(!feed.isLoading());
        QVERIFY(coverage.isWhole());
        QCOMPARE(shown(feed).size(), 30);
        QCOMPARE(asked, 60);
    }

    void whatHasNoTimeStaysBesideItsNeighbour()
    {
        support::ScriptedWorld world(inTurn);
        const QByteArray page = items({50, 40}, u"m"_s);
        const qsizetype second = page.lastIndexOf('{');
        world.server.says(QByteArray(page).insert(
            second, R"({"id": "ACtimeless", "direction": "incoming", "text": "t"},)"));
        world.server.says(items({45, 30}, u"c"_s));
        ActivityFeed feed(world.client, m_clock);
        feed.show(keyOf(u"CN1"_s));
        m_clock.advance(longRest);
        QTRY_VERIFY(!feed.isLoading());
        QCOMPARE(shown(feed), (QStringList{u"c30"_s, u"m40"_s, u"c45"_s, u"timeless"_s, u"m50"_s}));
    }

    void whatWasReadIsKeptUntilThereIsSomethingNew()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) { return items({1}, u"x"_s); });
        ActivityFeed feed(world.client, m_clock);
        const auto rest = [&] {
            m_clock.advance(longRest);
            return QTest::qWaitFor([&] { return !feed.isLoading(); });
        };
        feed.show(keyOf(u"CN1"_s));
        QVERIFY(rest());
        feed.show(keyOf(u"CN2"_s));
        QVERIFY(rest());
        const qsizetype asked = world.server.requests().size();
        feed.show(keyOf(u"CN1"_s));
        QCOMPARE(shown(feed), QStringList{u"x1"_s}); // at once
        QVERIFY(rest());
        QCOMPARE(world.server.requests().size(), asked);
        ActivityKey newer = keyOf(u"CN1"_s);
        newer.lastActivityId = u"AC2"_s;
        feed.show(newer);
        QVERIFY(rest());
        QCOMPARE(world.server.requests().size(), asked + 2);
    }

    // After each emission the feed may be gone.
    void whoeverListensMayDestroyTheFeed_data()
    {
        using Connect = std::function<void(ActivityFeed &, QObject &, std::function<void()>)>;
        QTest::addColumn<Connect>("connectTo");
        QTest::newRow("status") << Connect([](ActivityFeed &feed, QObject &context, auto f) {
            connect(&feed, &ActivityFeed::statusChanged, &context, f);
        });
        QTest::newRow("rows") << Connect([](ActivityFeed &feed, QObject &context, auto f) {
            connect(&feed.model(), &QAbstractItemModel::rowsInserted, &context, f);
        });
        QTest::newRow("reset") << Connect([](ActivityFeed &feed, QObject &context, auto f) {
            connect(&feed.model(), &QAbstractItemModel::modelReset, &context, f);
        });
    }

    void whoeverListensMayDestroyTheFeed()
    {
        using Connect = std::function<void(ActivityFeed &, QObject &, std::function<void()>)>;
        QFETCH(Connect, connectTo);
        int times = 0;
        for (bool isGone = true; isGone;) {
            support::ScriptedWorld world(inTurn);
            world.server.says(302, {});                          // messages fail
            world.server.says(items({3, 2}, u"c"_s, u"more"_s)); // calls do not
            world.server.setFallback([](const support::ScriptedServer::Request &request) {
                const bool isLast = request.line.contains("pageToken");
                return items({isLast ? 1 : 4}, u"x"_s, isLast ? QJsonValue() : u"t"_s);
            });
            QObject context;
            auto feed = std::make_unique<ActivityFeed>(world.client, m_clock);
            int left = times + 1;
            connectTo(*feed, context, [&] {
                if (--left == 0)
                    feed.reset();
            });
            const std::function<void()> steps[]{
                [&] { feed->show(keyOf(u"CN1"_s)); },
                [&] { m_clock.advance(longRest); },
                [&] { feed->retry(); },
                [&] { feed->wantOlder(); },
                [&] { feed->show(keyOf(u"CN2"_s)); },
                [&] { m_clock.advance(longRest); },
                [&] { feed->show(std::nullopt); },
            };
            for (const auto &step : steps) {
                if (feed)
                    step();
                QTRY_VERIFY(!feed || !feed->isLoading() || !feed->thread()->isFetching());
            }
            isGone = !feed;
            times += isGone;
        }
        QVERIFY(times > 0);
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
