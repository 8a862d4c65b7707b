// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fail.h"
#include "support/sessionworld.h"
#include "support/warnings.h"
#include "syncing/autorefresh.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::InboxSession;
using support::changedAt;
using support::conversation;
using support::page;
using World = support::SessionWorld;

// What becomes of the list while somebody works elsewhere.
class TestRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatHasChangedMovesToItsPlaceAndWhatIsNewComes()
    {
        World world;
        world.load(page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 10), changedAt(u"CN3"_s, 5)},
                        u"more"_s));
        const QPersistentModelIndex held = world.session.model().index(2, 0);
        QSignalSpy changes(&world.session, &InboxSession::changesArrived);
        QSignalSpy reset(&world.session.model(), &QAbstractItemModel::modelReset);
        // Reordered, doubled over two pages, and one of them changed once more on the way.
        world.server.says(page({changedAt(u"CN3"_s, 25), changedAt(u"CN9"_s, 24)}, u"a"_s));
        world.server.says(page(
            {changedAt(u"CN9"_s, 24), changedAt(u"CN3"_s, 26, {{u"assignedTo"_s, u"US7"_s}})}));
        // Since these were several pages, it asks whether anything was missed.
        world.server.says(page(
            {changedAt(u"CN9"_s, 24), changedAt(u"CN3"_s, 26, {{u"assignedTo"_s, u"US7"_s}})}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.asked("updatedAfter", 1), u"2026-06-02T12:18:00Z"_s); // two minutes early
        QCOMPARE(world.ids(), (QStringList{u"CN3"_s, u"CN9"_s, u"CN1"_s, u"CN2"_s}));
        QCOMPARE(held.row(), 0);
        QCOMPARE(*world.session.model().rowAt(0)->assignedTo(), u"US7"_s);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changes.size(), 2);
        QVERIFY(world.session.model().isNews(0) && world.session.model().isNews(1));
        QVERIFY(!world.session.model().isNews(2));
        world.manual.advance(std::chrono::seconds(6));
        QVERIFY(!world.session.model().isNews(0));
        // The list itself goes on where it was.
        QVERIFY(world.session.status().completeness.moreExist);
        world.server.says(page({changedAt(u"CN4"_s, 1)}));
        world.session.wantMore();
        QTRY_COMPARE(world.ids().last(), u"CN4"_s);
        QCOMPARE(world.asked("pageToken", 4), u"more"_s);
    }

    void aSearchThatWasThereBeforeTheRowsKnowsContacts()
    {
        World world;
        world.session.setArrangement({.search = u"zoe"_s, .sort = inbox::latestFirst()});
        quo::ContactIndex contacts;
        contacts.add(quo::Contact{u"Zoë"_s, u"Kim"_s, {}, {u"+14155552671"_s}});
        world.names.setContacts(contacts);
        world.load(
            page({changedAt(u"CN1"_s, 20, {{u"name"_s, QJsonValue()}}),
                  changedAt(u"CN2"_s, 10, {{u"participants"_s, QJsonArray{u"+12125550100"_s}}})}));
        QCOMPARE(world.ids(), QStringList{u"CN1"_s});
    }

    void aSearchForTodayFollowsTheDay()
    {
        World world;
        world.session.setArrangement({.search = u"updated:today"_s, .sort = inbox::latestFirst()});
        world.load(page({changedAt(u"CN1"_s, 20)}));
        QCOMPARE(world.ids(), QStringList{u"CN1"_s});
        world.manual.setWallBy(std::chrono::hours(24));
        world.manual.advance(std::chrono::minutes(1));
        QTRY_COMPARE(world.ids(), QStringList());
    }

    void aSearchReadsOnUntilAScreenMatchesAndNoFurther()
    {
        World world;
        world.load(page({changedAt(u"CN1"_s, 1)}, u"a"_s));
        QCOMPARE(world.server.requests().size(), 1); // nobody asks for more
        const auto fifty = [](int from) {
            QList<QJsonObject> rows;
            for (int i = from; i < from + 50; ++i)
                rows.append(changedAt(u"CN%1"_s.arg(i), 1, {{u"name"_s, u"Zoë"_s}}));
            return rows;
        };
        world.server.says(
            page({changedAt(u"CN2"_s, 2, {{u"name"_s, u"Zoë"_s}})}, u"b"_s)); // one is few
        world.server.says(page(fifty(10), u"c"_s));
        world.server.says(page(fifty(100), u"d"_s));
        world.session.setArrangement({.search = u"zoe"_s, .sort = inbox::latestFirst()});
        QTRY_COMPARE(world.ids().size(), 51);
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.server.requests().size(), 3);
    }

    void whatChangesWhileTheWalkIsUnderWayIsAskedForNextTime()
    {
        World world;
        world.load(page({changedAt(u"CN1"_s, 20)}));
        // The second page brings a later change than the first: what changed between them may be
        // behind the walk.
        world.server.says(page({changedAt(u"CN2"_s, 22)}, u"a"_s));
        world.server.says(page({changedAt(u"CN3"_s, 29)}));
        world.server.says(page({changedAt(u"CN3"_s, 29), changedAt(u"CN2"_s, 22)}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        world.server.says(page({changedAt(u"CN1"_s, 25)}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.asked("updatedAfter"), u"2026-06-02T12:20:00Z"_s);
        QCOMPARE(world.ids(), (QStringList{u"CN3"_s, u"CN1"_s, u"CN2"_s}));
    }

    void aWrongClockLosesNoUpdate_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("askedFrom");
        QTest::newRow("right") << u"2026-06-02T12:30:00Z"_s << u"2026-06-02T12:18:00Z"_s;
        QTest::newRow("fast") << u"2026-06-02T14:30:00Z"_s << u"2026-06-02T12:18:00Z"_s;
        QTest::newRow("slow") << u"2026-06-02T10:30:00Z"_s << u"2026-06-02T10:28:00Z"_s;
    }

    void aWrongClockLosesNoUpdate()
    {
        QFETCH(QString, now);
        World world(now);
        world.load(page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 10)}));
        world.server.says(page({changedAt(u"CN2"_s, 21)}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QTEST(world.asked("updatedAfter"), "askedFrom");
        QCOMPARE(world.ids(), (QStringList{u"CN2"_s, u"CN1"_s}));
    }

    void aRowFromTheFutureHidesNothing()
    {
        World world;
        world.load(page({conversation(u"CN1"_s, {{u"updatedAt"_s, u"2099-01-01T00:00:00Z"_s}})}));
        world.server.says(page({}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.asked("updatedAfter"), u"2026-06-02T12:28:00Z"_s);
    }

    void whatMatchesNoMoreLeavesAndMayComeBack()
    {
        World world;
        quo::ConversationQuery query;
        query.userId = u"US1"_s;
        query.excludeInactive = true;
        for (const quo::QueryField field : quo::FilterProbe::fields) // found out before
            world.client.setFilterEffect(field, quo::FilterEffect::Applied);
        world.load(page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 10), changedAt(u"CN3"_s, 5)}),
                   query);
        // Both changed, and only one of them still matches; a third was never here.
        world.server.says(
            page({changedAt(u"CN2"_s, 21), changedAt(u"CN3"_s, 22), changedAt(u"CN8"_s, 22)}));
        world.server.says(page({changedAt(u"CN3"_s, 22)}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.asked("userId", 1), QString());
        QCOMPARE(world.asked("userId", 2), u"US1"_s);
        QCOMPARE(world.asked("excludeInactive", 2), u"true"_s);
        QCOMPARE(world.ids(), (QStringList{u"CN3"_s, u"CN1"_s}));
        QCOMPARE(world.session.status().loaded, 2);
        world.server.says(page({changedAt(u"CN2"_s, 25)}));
        world.server.says(page({changedAt(u"CN2"_s, 25)}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.ids(), (QStringList{u"CN2"_s, u"CN3"_s, u"CN1"_s}));
    }

    void whatHasVanishedGoesWhenAllIsReadAgain()
    {
        World world;
        world.load(page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 10)}));
        world.server.says(page({changedAt(u"CN2"_s, 10)}));
        world.session.reload();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.ids(), QStringList{u"CN2"_s});
    }

    void halfAPageIsAskedForAgain()
    {
        World world;
        world.load(page({changedAt(u"CN1"_s, 20)}));
        const QByteArray body = page({changedAt(u"CN1"_s, 25), changedAt(u"CN2"_s, 24)});
        world.server.saysBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                               "Content-Length: " +
                                   QByteArray::number(body.size()) + "\r\n\r\n" +
                                   body.left(body.size() / 2),
                               true);
        world.server.says(body);
        world.session.refresh();
        QTRY_COMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s}));
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.server.requests().size(), 3);
    }

    void aServerThatIgnoresTheQuestionIsReadWholeWhenAskedByHand()
    {
        World world;
        world.load(page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 1)}));
        world.server.says(
            page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 1)}, u"and all the others"_s));
        world.session.refresh();
        QTRY_VERIFY(!world.session.status().refreshing);
        QVERIFY(!world.session.status().canAskForChanges);
        QCOMPARE(world.server.requests().size(), 2);
        QCOMPARE(world.ids().size(), 2); // none left
        world.server.says(page({changedAt(u"CN2"_s, 25)}));
        world.session.refresh();
        QTRY_COMPARE(world.ids(), QStringList{u"CN2"_s});
        QCOMPARE(world.asked("updatedAfter"), QString());
    }

    void theTimerAsksLessWhileNobodyLooks()
    {
        World world;
        syncing::AutoRefresh automatic(world.session.sync(), world.manual);
        world.load(page({changedAt(u"CN1"_s, 20)}));
        const auto advance = [&](std::chrono::seconds by) {
            world.server.says(page({}));
            world.manual.advance(by);
            if (!QTest::qWaitFor([&] { return world.rests(); }))
                support::fail(u"it does not come to rest"_s);
            return world.server.requests().size() - 1;
        };
        QCOMPARE(advance(std::chrono::hours(1)), 0); // off at first
        automatic.setInterval(std::chrono::seconds(30));
        QCOMPARE(advance(std::chrono::seconds(29)), 0);
        QCOMPARE(advance(std::chrono::seconds(1)), 1);
        QCOMPARE(advance(std::chrono::seconds(30)), 2);
        automatic.setVisible(false);
        QCOMPARE(advance(std::chrono::seconds(299)), 2);
        QCOMPARE(advance(std::chrono::seconds(1)), 3);
        automatic.setVisible(true);
        QCOMPARE(advance(std::chrono::seconds(30)), 4);
        automatic.setInterval(std::nullopt);
        QCOMPARE(advance(std::chrono::hours(1)), 4);
    }

    void whereThePageFailedWithoutANetworkItComesAndThenWhatHasChanged()
    {
        World world;
        world.load(page({changedAt(u"CN1"_s, 20)}, u"more"_s));
        world.server.goAway();
        world.session.wantMore();
        QTRY_VERIFY(world.session.status().offlineSince);
        world.server.comeBack();
        const int before = int(world.server.requests().size());
        world.server.says(page({changedAt(u"CN2"_s, 10)}, u"evenMore"_s));
        world.manual.advance(std::chrono::seconds(15));
        QTRY_COMPARE(world.ids().size(), 2);
        QCOMPARE(world.asked("pageToken", before), u"more"_s);
        QVERIFY(!world.session.status().offlineSince);
        world.server.says(page({changedAt(u"CN1"_s, 25)}));
        world.manual.advance(std::chrono::milliseconds(1));
        QTRY_COMPARE(world.asked("updatedAfter"), u"2026-06-02T12:18:00Z"_s);
        QTRY_VERIFY(world.rests());
    }

    void withoutANetworkItWaitsAndRefreshesByItself()
    {
        World world; // its time stands still for the session alone: the client's tries go on
        syncing::AutoRefresh automatic(world.session.sync(), world.manual);
        world.load(page({changedAt(u"CN1"_s, 20)}));
        automatic.setInterval(std::chrono::seconds(30));
        world.server.goAway();
        world.manual.advance(std::chrono::seconds(30));
        QTRY_VERIFY(world.session.status().offlineSince);
        QCOMPARE(*world.session.status().offlineSince, world.manual.now());
        QCOMPARE(world.ids(), QStringList{u"CN1"_s});
        const qsizetype asked = world.server.requests().size();
        world.server.comeBack();
        QCOMPARE(world.server.requests().size(), asked);
        world.server.says(page({changedAt(u"CN2"_s, 25)}));
        world.server.setFallback([](const auto &) { return page({changedAt(u"CN3"_s, 26)}); });
        world.manual.advance(std::chrono::seconds(15)); // it looks whether it is back
        QTRY_VERIFY(!world.session.status().offlineSince);
        QTRY_COMPARE(world.ids().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRefresh)
#include "tst_refresh.moc"
