// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sessionworld.h"
#include "support/warnings.h"
#include "words/columnwords.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using inbox::Facet;
using inbox::InboxSession;
using support::changedAt;
using support::page;
using support::SessionWorld;

namespace {

// It is 12:30.
QJsonObject snoozed(const QString &id, int changed, const QString &until, QJsonObject more = {})
{
    more.insert(u"snoozedUntil"_s,
                until.isEmpty() ? QJsonValue() : QJsonValue(u"2026-06-02T%1:00Z"_s.arg(until)));
    return changedAt(id, changed, more);
}

int countOf(const InboxSession &session, Facet facet)
{
    return session.counts().all.of(facet);
}

// Which conversations were announced, and why.
struct Announced
{
    explicit Announced(InboxSession &session)
    {
        QObject::connect(&session, &InboxSession::attentionWanted, &context,
                         [this](const QString &id, Facet because) {
                             if (because == Facet::SnoozeEnded)
                                 ended.append(id);
                             else
                                 others.append(id);
                         });
    }

    QObject context;
    QStringList ended;
    QStringList others;
};

} // namespace

// Ends of snoozes are announced once.
class TestSnoozes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void anEndIsAnnouncedOnceHoweverItIsNoticed_data()
    {
        QTest::addColumn<QString>("first"); // 'snoozedUntil' as it is read first
        QTest::addColumn<QString>("then");  // and as a refresh brings it; '-': it does not
        QTest::addColumn<int>("asleep");    // minutes before the refresh
        QTest::addColumn<int>("awake");     // minutes after it
        QTest::addColumn<int>("times");     // it is announced
        QTest::newRow("by time") << u"12:40"_s << u"-"_s << 0 << 10 << 1;
        QTest::newRow("by time, after a refresh") << u"12:40"_s << u"12:40"_s << 0 << 10 << 1;
        QTest::newRow("not yet") << u"12:40"_s << u"12:40"_s << 0 << 9 << 0;
        QTest::newRow("while asleep") << u"12:40"_s << u"-"_s << 480 << 1 << 1;
        QTest::newRow("in a page after sleep") << u"12:40"_s << u"12:40"_s << 480 << 10 << 1;
        QTest::newRow("earlier than it was") << u"18:00"_s << u"12:29"_s << 0 << 400 << 1;
        QTest::newRow("earlier and ahead") << u"18:00"_s << u"12:35"_s << 0 << 400 << 1;
        QTest::newRow("later than it was") << u"12:40"_s << u"12:50"_s << 0 << 15 << 0;
        QTest::newRow("later, and then it is over") << u"12:40"_s << u"12:50"_s << 0 << 20 << 1;
        QTest::newRow("later, asleep meanwhile") << u"12:40"_s << u"12:50"_s << 15 << 10 << 1;
        QTest::newRow("ended by somebody") << u"12:40"_s << QString() << 0 << 60 << 0;
        QTest::newRow("set and over since") << QString() << u"12:29"_s << 0 << 60 << 1;
        QTest::newRow("another, set and over since") << u"12:00"_s << u"12:29"_s << 0 << 60 << 1;
        QTest::newRow("over at first") << u"12:00"_s << u"-"_s << 0 << 60 << 0;
        QTest::newRow("over at first, and read again") << u"12:00"_s << u"12:00"_s << 0 << 60 << 0;
        QTest::newRow("never") << QString() << u"-"_s << 480 << 60 << 0;
    }

    void anEndIsAnnouncedOnceHoweverItIsNoticed()
    {
        QFETCH(QString, first);
        QFETCH(QString, then);
        QFETCH(int, asleep);
        QFETCH(int, awake);
        QFETCH(int, times);
        SessionWorld world;
        Announced announced(world.session);
        world.load(page({snoozed(u"CN1"_s, 20, first), changedAt(u"CN2"_s, 10)}));
        world.manual.setWallBy(std::chrono::minutes(asleep));
        if (then != u"-") {
            // Something else of the row has changed in any case.
            world.server.says(page({snoozed(u"CN1"_s, 21, then, {{u"name"_s, u"Zoë"_s}})}));
            world.session.refresh();
            QTRY_VERIFY(world.rests());
        }
        world.manual.advance(std::chrono::minutes(awake));
        QCOMPARE(announced.ended, QStringList(times, u"CN1"_s));
        QCOMPARE(announced.others, QStringList());
        const bool isOver = times > 0 || (!first.isEmpty() && first <= u"12:30"_s);
        QCOMPARE(countOf(world.session, Facet::SnoozeEnded), int(isOver));
        // And never again.
        world.server.says(page({snoozed(u"CN1"_s, 22, then == u"-" ? first : then)}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        world.server.says(page({snoozed(u"CN1"_s, 22, then == u"-" ? first : then)}));
        world.session.reload();
        QTRY_VERIFY(world.rests());
        if (isOver)
            QCOMPARE(announced.ended, QStringList(times, u"CN1"_s));
    }

    void anotherPageAnnouncesItAsWell()
    {
        SessionWorld world;
        Announced announced(world.session);
        world.load(page({snoozed(u"CN1"_s, 20, u"12:40"_s)}, u"more"_s));
        world.manual.setWallBy(11min);
        // The page overlaps, since others came in between; the second is over already.
        world.server.says(
            page({snoozed(u"CN1"_s, 21, u"12:40"_s), snoozed(u"CN2"_s, 5, u"12:20"_s),
                  snoozed(u"CN3"_s, 5, u"12:41"_s), snoozed(u"CN4"_s, 5, u"12:42"_s)}));
        world.session.wantMore();
        QTRY_COMPARE(world.session.status().loaded, 4);
        QCOMPARE(announced.ended, QStringList{u"CN1"_s});
        world.manual.advance(1min);
        QCOMPARE(announced.ended, (QStringList{u"CN1"_s, u"CN4"_s}));
    }

    void whoLeftWhileSnoozedAndComesBackAfterwardsIsAnnounced()
    {
        SessionWorld world;
        Announced announced(world.session);
        // By what is asked: which rows are there, and which of them are active.
        QList<QJsonObject> rows{snoozed(u"CN1"_s, 20, u"12:40"_s), changedAt(u"CN2"_s, 10)};
        QStringList active{u"CN1"_s, u"CN2"_s};
        world.server.setFallback([&](const auto &request) {
            const bool isActiveOnly = request.query().contains("excludeInactive=true");
            const bool areChanges = request.query().contains("updatedAfter");
            QList<QJsonObject> found;
            for (const QJsonObject &row : rows)
                if ((!isActiveOnly || active.contains(row[u"id"].toString())) &&
                    (!areChanges || row[u"id"] == u"CN1"_s))
                    found.append(row);
            return page(found);
        });
        quo::ConversationQuery query;
        query.excludeInactive = true;
        world.session.setQuery(query);
        QTRY_VERIFY(world.ids().size() == 2 && world.rests());
        rows[0] = snoozed(u"CN1"_s, 21, u"12:40"_s);
        active.removeFirst();
        world.session.refresh();
        QTRY_COMPARE(world.ids(), QStringList{u"CN2"_s});
        QTRY_VERIFY(world.rests());
        world.manual.advance(15min);
        QCOMPARE(announced.ended, QStringList());
        rows[0] = snoozed(u"CN1"_s, 41, u"12:40"_s);
        active.append(u"CN1"_s);
        world.session.refresh();
        QTRY_COMPARE(world.ids().size(), 2);
        QCOMPARE(announced.ended, QStringList{u"CN1"_s});
    }

    // A clock that is set back is right, or the user will set it right again.
    void aClockThatIsSetBackMakesThemAheadAgainAndAnnouncesNothingTwice()
    {
        SessionWorld world;
        Announced announced(world.session);
        world.load(page({snoozed(u"CN1"_s, 20, u"12:40"_s), snoozed(u"CN2"_s, 20, u"12:20"_s),
                         snoozed(u"CN3"_s, 20, u"11:00"_s)}));
        QCOMPARE(countOf(world.session, Facet::SnoozeEnded), 2);
        world.manual.advance(10min);
        QCOMPARE(announced.ended, QStringList{u"CN1"_s});
        world.manual.setWallBy(-30min); // it is 12:10
        world.manual.advance(1min);
        QCOMPARE(countOf(world.session, Facet::Snoozed), 2);
        QCOMPARE(countOf(world.session, Facet::SnoozeEnded), 1);
        world.manual.advance(10min); // 12:21
        QCOMPARE(announced.ended, (QStringList{u"CN1"_s, u"CN2"_s}));
        QCOMPARE(countOf(world.session, Facet::Snoozed), 1);
        world.manual.advance(30min);
        QCOMPARE(announced.ended, (QStringList{u"CN1"_s, u"CN2"_s}));
        QCOMPARE(countOf(world.session, Facet::SnoozeEnded), 3);
    }

    void countsFollowTheSearchAndTheTime()
    {
        SessionWorld world;
        world.load(page(
            {snoozed(u"CN1"_s, 20, u"12:40"_s, {{u"name"_s, u"Ana"_s}}),
             snoozed(u"CN2"_s, 20, u"12:50"_s, {{u"name"_s, u"Ben"_s}}),
             changedAt(u"CN3"_s, 20, {{u"name"_s, u"Ana"_s}, {u"assignedTo"_s, QJsonValue()}})},
            u"more"_s));
        inbox::ShownCounts counts = world.session.counts();
        QCOMPARE(counts.shown, 3);
        QVERIFY(counts.moreExist);
        QVERIFY(counts.choices == counts.all);
        QCOMPARE(counts.all.of(Facet::Snoozed), 2);
        QCOMPARE(counts.all.assignees.value({}), 1);
        QCOMPARE(counts.snoozesThatEndToday, 2);
        world.server.says(page({changedAt(u"CN4"_s, 10, {{u"name"_s, u"Anabel"_s}})}));
        world.session.setArrangement({.search = u"ana is:snoozed"_s, .sort = inbox::latestFirst()});
        QTRY_COMPARE(world.session.counts().loaded, 4); // one more page was wanted
        QVERIFY(!world.session.status().isArranging);
        counts = world.session.counts();
        QCOMPARE(counts.shown, 1);
        QCOMPARE(counts.moreExist, world.session.status().completeness.moreExist);
        // Another state would show others of the same name.
        QCOMPARE(counts.choices.of(Facet::Snoozed), 1);
        QCOMPARE(counts.choices.of(Facet::Unassigned), 1);
        QCOMPARE(counts.choices.of(Facet::Assigned), 2);
        QCOMPARE(counts.choices.of(Facet::SnoozeEnded), 0);
        // Another line or assignee only those that are snoozed.
        QCOMPARE(counts.choices.assignees.value({}), 0);
        QCOMPARE(counts.all.assignees.value({}), 1);
        world.manual.advance(10min);
        counts = world.session.counts();
        QCOMPARE(counts.shown, 0);
        QCOMPARE(counts.choices.of(Facet::Snoozed), 0);
        QCOMPARE(counts.choices.of(Facet::SnoozeEnded), 1);
        QCOMPARE(counts.all.of(Facet::Snoozed), 1);
        QCOMPARE(counts.snoozesThatEndToday, 2);
        world.manual.advance(12h); // it is the next day
        QCOMPARE(world.session.counts().snoozesThatEndToday, 0);
        QCOMPARE(world.session.counts().all.of(Facet::SnoozeEnded), 2);
    }

    void manyStatesAreLookedThroughInTurns()
    {
        support::ScriptedWorld world;
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:30:00Z"_s));
        inbox::Names names(clock, support::plainReader);
        support::Session session(world.client, clock, names, words::listWords());
        QList<QJsonObject> rows;
        for (int number = 0; number < 12'000; ++number)
            rows.append(snoozed(u"CN%1"_s.arg(number), 20, u"12:20"_s));
        world.server.says(page(rows));
        session.setQuery({});
        QTRY_COMPARE(countOf(session, Facet::SnoozeEnded), 12'000);
        clock.setWallBy(-20min);
        clock.advance(1min);
        QTRY_COMPARE(countOf(session, Facet::Snoozed), 12'000);
        clock.advance(30min);
        QTRY_COMPARE(countOf(session, Facet::SnoozeEnded), 12'000);
    }

    void statesOfEveryKindSurviveSleep()
    {
        SessionWorld world;
        world.load(page({snoozed(u"CN1"_s, 20, u"15:00"_s),
                         changedAt(u"CN2"_s, 20, {{u"mutedUntil"_s, u"2026-06-02T15:00:00Z"_s}})}));
        QCOMPARE(countOf(world.session, Facet::Snoozed), 1);
        QCOMPARE(countOf(world.session, Facet::Muted), 1);
        QSignalSpy changed(&world.session.model(), &QAbstractItemModel::dataChanged);
        world.manual.setWallBy(8h);
        world.manual.advance(1min);
        QCOMPARE(countOf(world.session, Facet::Snoozed), 0);
        QCOMPARE(countOf(world.session, Facet::SnoozeEnded), 1);
        QCOMPARE(countOf(world.session, Facet::Muted), 0);
        QSet<int> rows;
        for (const QList<QVariant> &arguments : changed)
            for (int row = arguments[0].toModelIndex().row();
                 row <= arguments[1].toModelIndex().row(); ++row)
                rows.insert(row);
        QCOMPARE(rows.size(), 2);
    }

    void whoeverBecomesUnassignedIsAnnouncedWhicheverPageSaysSo()
    {
        SessionWorld world;
        Announced announced(world.session);
        const QJsonObject nobody{{u"assignedTo"_s, QJsonValue()}};
        world.load(page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 10, nobody)}, u"more"_s));
        world.server.says(page({changedAt(u"CN1"_s, 21, nobody), changedAt(u"CN3"_s, 5, nobody)}));
        world.session.wantMore();
        QTRY_COMPARE(world.session.status().loaded, 3);
        QCOMPARE(announced.others,
                 QStringList{u"CN1"_s}); // the others were so when they were read first
    }

    // Collect first, emit last.
    void whoeverListensMayAskForAnotherList()
    {
        SessionWorld world;
        world.load(page({snoozed(u"CN1"_s, 20, u"12:40"_s), snoozed(u"CN2"_s, 20, u"12:40"_s)},
                        u"more"_s));
        world.manual.setWallBy(11min);
        int times = 0;
        connect(&world.session, &InboxSession::attentionWanted, this, [&] {
            ++times;
            quo::ConversationQuery other;
            other.phoneNumbers = {u"PN7"_s};
            world.session.setQuery(other);
        });
        world.server.says(
            page({snoozed(u"CN1"_s, 21, u"12:40"_s), snoozed(u"CN2"_s, 21, u"12:40"_s)}));
        world.server.says(page({changedAt(u"CN7"_s, 1, {{u"phoneNumberId"_s, u"PN7"_s}})}));
        world.session.wantMore();
        QTRY_COMPARE(world.ids(), QStringList{u"CN7"_s});
        QCOMPARE(times, 2);
    }
};

QTEST_GUILESS_MAIN(TestSnoozes)
#include "tst_snoozes.moc"
