// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sessionworld.h"
#include "support/warnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using inbox::InboxSession;
using support::MovingList;
using support::SessionWorld;

namespace {

// Loads so many pages by scrolling.
bool load(SessionWorld &world, int pages)
{
    world.session.setQuery({});
    for (int page = 1; page <= pages; ++page) {
        if (!QTest::qWaitFor(
                [&] { return world.session.status().loaded >= page * 10 && world.rests(); }))
            return false;
        if (page < pages)
            world.session.wantMore();
    }
    return true;
}

QStringList sorted(QStringList ids)
{
    ids.sort();
    return ids;
}

} // namespace

// Rows move while pages are read.
class TestMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aReloadOverAListThatMovesLosesNoRow_data()
    {
        QTest::addColumn<int>("pages"); // that are loaded, of six
        QTest::addColumn<int>("every"); // a row moves after so many answers
        QTest::addColumn<bool>("ignoresUpdatedAfter");
        QTest::newRow("to the end") << 6 << 1 << false;
        QTest::newRow("to the end, now and then") << 6 << 2 << false;
        QTest::newRow("to the middle") << 3 << 1 << false;
        QTest::newRow("to the end, no changes can be asked for") << 6 << 3 << true;
    }

    void aReloadOverAListThatMovesLosesNoRow()
    {
        QFETCH(int, pages);
        QFETCH(int, every);
        QFETCH(bool, ignoresUpdatedAfter);
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.ignoresUpdatedAfter = ignoresUpdatedAfter;
        list.add(1, 60);
        QVERIFY(load(world, pages));
        const QStringList before = sorted(world.ids());
        QCOMPARE(before.size(), pages * 10);
        // Those at the end of what is loaded come to the front, and so past the reading.
        int moved = 0;
        list.afterAnswer = [&] {
            if (list.answers % every == 0 && moved < 8)
                list.touch(MovingList::idOf(pages * 10 - moved), 1 + moved), ++moved;
        };
        QSignalSpy removed(&world.session.model(), &QAbstractItemModel::rowsRemoved);
        world.session.reload();
        QTRY_VERIFY(world.rests());
        QVERIFY(moved > 0);
        QCOMPARE(removed.size(), 0);
        for (const QString &id : before)
            QVERIFY2(world.ids().contains(id), qPrintable(id));
        // And the changes on the way are there by the next refresh at the latest.
        list.afterAnswer = nullptr;
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        if (!ignoresUpdatedAfter)
            QCOMPARE(world.ids().first(), MovingList::idOf(pages * 10 - moved + 1));
    }

    void aReloadDropsWhatTwoReadingsLack_data()
    {
        QTest::addColumn<int>("pages");
        QTest::newRow("to the end") << 6;
        QTest::newRow("to the middle") << 3;
    }

    void aReloadDropsWhatTwoReadingsLack()
    {
        QFETCH(int, pages);
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.add(1, 60);
        QVERIFY(load(world, pages));
        // One has gone before, and one goes while it is read, which shifts another over the edge of
        // a page that has been read.
        list.remove(MovingList::idOf(5));
        int answers = 0;
        list.afterAnswer = [&] {
            if (++answers == 1)
                list.remove(MovingList::idOf(3));
        };
        world.session.reload();
        QTRY_VERIFY(world.rests());
        QStringList ids = sorted(world.ids());
        QVERIFY(!ids.contains(MovingList::idOf(5)));
        for (int number = 1; number <= pages * 10; ++number)
            if (number != 5 && number != 3)
                QVERIFY2(ids.contains(MovingList::idOf(number)),
                         qPrintable(QString::number(number)));
        // The other had been seen by one of them.
        list.afterAnswer = nullptr;
        world.session.reload();
        QTRY_VERIFY(world.rests());
        ids = sorted(world.ids());
        QVERIFY(!ids.contains(MovingList::idOf(3)));
        if (pages == 6)
            QCOMPARE(ids, list.ids());
    }

    void aReloadOfAListThatStandsStillReadsItOnce()
    {
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.add(1, 60);
        QVERIFY(load(world, 6));
        const int before = list.answers;
        world.session.reload();
        QTRY_VERIFY(world.rests());
        QCOMPARE(list.answers - before, 6);
        QCOMPARE(sorted(world.ids()), list.ids());
    }

    void rowsThatCameBeforeThemPushNoneOut()
    {
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.add(1, 60);
        QVERIFY(load(world, 3));
        const QStringList before = world.ids();
        list.add(-14, 0); // later than all others
        world.session.reload();
        QTRY_VERIFY(world.rests());
        for (const QString &id : before)
            QVERIFY2(world.ids().contains(id), qPrintable(id));
        QVERIFY(world.ids().contains(MovingList::idOf(0)));
    }

    // Changes of several pages, of which one moves behind the walk by each answer.
    void aRefreshOverChangesThatMoveMissesNone_data()
    {
        QTest::addColumn<int>("removed"); // after this answer; 0: none is
        QTest::newRow("moved") << 0;
        QTest::newRow("removed after the first page") << 1;
        QTest::newRow("removed after the second") << 2;
    }

    void aRefreshOverChangesThatMoveMissesNone()
    {
        QFETCH(int, removed);
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.add(1, 60);
        QVERIFY(load(world, 6));
        for (int number = 1; number <= 35; ++number)
            list.touch(MovingList::idOf(number), number);
        int answers = 0;
        list.afterAnswer = [&] {
            ++answers;
            // What is removed shifts the others; a change after it makes the time go on.
            if (removed > 0 && answers == removed)
                list.remove(MovingList::idOf(35));
            if (removed == 0 && answers <= 2)
                list.touch(MovingList::idOf(answers), 40 + answers);
        };
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        list.afterAnswer = nullptr;
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        for (const QJsonObject &row : list.rows) {
            const auto shown = world.session.model().rowWithId(row[u"id"].toString());
            QVERIFY(shown);
            QCOMPARE(shown->updatedAt(), quo::parseInstant(row[u"updatedAt"].toString()));
        }
    }

    void aRefreshOfChangesThatMoveAllTheTimeEnds()
    {
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.add(1, 60);
        QVERIFY(load(world, 6));
        for (int number = 1; number <= 35; ++number)
            list.touch(MovingList::idOf(number), 1);
        int answers = 0;
        list.afterAnswer = [&] {
            list.touch(MovingList::idOf(1 + answers % 60), 2 + answers / 10);
            ++answers;
        };
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QVERIFY(answers < 40);
        list.afterAnswer = nullptr;
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        for (const QJsonObject &row : list.rows)
            QCOMPARE(world.session.model().rowWithId(row[u"id"].toString())->updatedAt(),
                     quo::parseInstant(row[u"updatedAt"].toString()));
    }
};

QTEST_GUILESS_MAIN(TestMotion)
#include "tst_motion.moc"
