// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sessionworld.h"
#include "support/warnings.h"
#include "words/statuswords.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using inbox::InboxSession;
using support::MovingList;
using support::SessionWorld;

namespace {

// What was there all the time, and whether the session has ever called its rows whole without it.
class Claims
{
public:
    Claims(SessionWorld &world, MovingList &list)
        : m_world(world)
        , m_list(list)
        , m_stayed(list.ids())
    {
        QObject::connect(&world.session, &InboxSession::statusChanged, &world.session,
                         [this] { look(); });
    }

    // After each answer of the list.
    void noteMotion()
    {
        const QStringList there = m_list.ids();
        m_stayed.removeIf([&there](const QString &id) { return !there.contains(id); });
    }

    QStringList missing()
    {
        QStringList missing = m_stayed;
        const QStringList shown = m_world.ids();
        missing.removeIf([&shown](const QString &id) { return shown.contains(id); });
        return missing;
    }

    bool areTrue() const { return m_areTrue; }

private:
    void look()
    {
        const inbox::SessionStatus status = m_world.session.status();
        if (status.completeness.isWhole() && !status.refreshing && !missing().isEmpty())
            m_areTrue = false;
    }

    SessionWorld &m_world;
    MovingList &m_list;
    QStringList m_stayed;
    bool m_areTrue = true;
};

QString statusBar(const SessionWorld &world)
{
    return words::completenessText(world.session.status(), QLocale::c());
}

// By scrolling, from where it is.
bool scrollToTheEnd(SessionWorld &world)
{
    return QTest::qWaitFor(
        [&] {
            world.session.wantMore();
            return std::holds_alternative<quo::PageWalk::Ended>(world.session.status().shownWalk) &&
                   world.rests();
        },
        30'000);
}

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

    void aListReadByScrollingLacksNoRow_data()
    {
        QTest::addColumn<QString>("motion");
        QTest::addColumn<bool>("ignoresUpdatedAfter");
        QTest::addColumn<bool>("hasTimes"); // of the latest change
        for (const char *motion : {"touched", "removed", "both", "none"})
            for (const bool ignores : {false, true})
                for (const bool hasTimes : {true, false})
                    QTest::addRow("%s%s%s", motion, ignores ? ", no changes can be asked for" : "",
                                  hasTimes ? "" : ", no times")
                        << QString::fromLatin1(motion) << ignores << hasTimes;
    }

    // The pages are offsets: a row that goes from before them lets an unread one slip past.
    void aListReadByScrollingLacksNoRow()
    {
        QFETCH(QString, motion);
        QFETCH(bool, ignoresUpdatedAfter);
        QFETCH(bool, hasTimes);
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.ignoresUpdatedAfter = ignoresUpdatedAfter;
        list.add(1, 60);
        if (!hasTimes)
            for (QJsonObject &row : list.rows)
                row.insert(u"updatedAt"_s, QJsonValue());
        Claims claims(world, list);
        int answers = 0;
        list.afterAnswer = [&] {
            if (++answers > 5) // it rests before the last page
                return;
            if (motion == u"removed" || motion == u"both")
                list.remove(MovingList::idOf(answers));
            if (motion == u"touched" || motion == u"both")
                list.touch(MovingList::idOf(60 - answers), answers);
            claims.noteMotion();
        };
        world.session.setQuery({});
        QVERIFY(scrollToTheEnd(world));
        QTRY_VERIFY(world.session.status().completeness.isWhole());
        QCOMPARE(claims.missing(), QStringList());
        QVERIFY(claims.areTrue());
        QVERIFY(statusBar(world).startsWith(u"All "));
    }

    // Each reading brings a row that those before it should have brought.
    void whereEachReadingBringsMoreItIsNotCalledComplete()
    {
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.add(1, 60);
        bool wasWhole = false;
        connect(&world.session, &InboxSession::statusChanged, this,
                [&] { wasWhole = wasWhole || world.session.status().completeness.isWhole(); });
        int answers = 0;
        list.afterAnswer = [&] {
            if (++answers % 6 == 0)
                list.add(100 + answers, 100 + answers); // it has been there for long
        };
        world.session.setQuery({});
        QVERIFY(scrollToTheEnd(world));
        QVERIFY(answers < 60); // it has an end all the same
        QCOMPARE(world.session.status().completeness.gaps(), QList{quo::Gap::RowsMoved});
        QVERIFY(statusBar(world).endsWith(u"incomplete: the list changed while loading"));
        QVERIFY(!wasWhole);
        // Once it rests, reading again is the remedy.
        list.afterAnswer = nullptr;
        world.session.reload();
        QTRY_VERIFY(world.session.status().completeness.isWhole());
        QCOMPARE(sorted(world.ids()), list.ids());
    }

    void whereEachRoundOfARefreshBringsMoreItIsNotCalledComplete()
    {
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.add(1, 60);
        QVERIFY(load(world, 6));
        QTRY_VERIFY(world.session.status().completeness.isWhole());
        for (int number = 1; number <= 35; ++number)
            list.touch(MovingList::idOf(number), 40);
        int answers = 0;
        list.afterAnswer = [&] {
            if (++answers % 4 == 0)
                list.add(-answers, -answers); // it has been there for a while
        };
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.session.status().completeness.gaps(), QList{quo::Gap::RowsMoved});
        list.afterAnswer = nullptr;
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QVERIFY(world.session.status().completeness.isWhole());
        QCOMPARE(sorted(world.ids()), list.ids());
    }

    void whileItIsCheckedItIsNotCalledComplete()
    {
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        for (int page = 0; page < 3; ++page)
            world.server.says(
                support::page(page * 10 + 1, page * 10 + 10,
                              page < 2 ? std::optional(QString::number(page)) : std::nullopt));
        world.session.setQuery({});
        QTRY_VERIFY(world.rests());
        world.session.wantMore();
        QTRY_VERIFY(world.rests());
        world.session.wantMore();
        QTRY_COMPARE(world.server.requests().size(), 4); // what has changed; and silence
        const auto says = [&] {
            return words::activityText(world.session.status(), world.manual.now(), QLocale::c());
        };
        QCOMPARE(world.session.status().loaded, 30);
        QCOMPARE(statusBar(world), u"First 30"_s);
        QCOMPARE(says(), u"Checking that none are missing…"_s);
        world.session.stop();
        QVERIFY(std::holds_alternative<quo::PageWalk::Failed>(world.session.status().shownWalk));
        QCOMPARE(statusBar(world), u"Stopped. First 30"_s);
        QCOMPARE(says(), QString());
        // It goes on where it was, which is not the first page.
        world.server.says(404, {});
        world.session.retry();
        QTRY_VERIFY(world.shownError() &&
                    world.shownError()->kind == quo::ApiError::Kind::NotFound);
        QCOMPARE(statusBar(world), u"Not found. First 30"_s);
        QCOMPARE(world.ids().size(), 30);
        world.server.setFallback([](const auto &) { return support::page(1, 30); });
        world.session.retry();
        QTRY_COMPARE(statusBar(world), u"All 30"_s);
        QVERIFY(!world.session.status().isChecking);
    }

    // What was whole, and is read again with something new in it, is closed as well.
    void aReloadToTheEndLacksNoRow()
    {
        SessionWorld world(u"2026-06-02T13:30:00Z"_s);
        MovingList list(world.server);
        list.add(1, 60);
        QVERIFY(load(world, 6));
        // Of those that have come, the earliest is the first of the second page, and one of the
        // first page goes before that is read.
        list.add(-10, 0);
        Claims claims(world, list);
        int answers = 0;
        list.afterAnswer = [&] {
            if (++answers == 1)
                list.remove(MovingList::idOf(-10));
            claims.noteMotion();
        };
        world.session.reload();
        QTRY_VERIFY(world.rests());
        QTRY_VERIFY(world.session.status().completeness.isWhole());
        QCOMPARE(claims.missing(), QStringList());
        QVERIFY(claims.areTrue());
    }

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
        QVERIFY(world.session.status().completeness.isWhole());
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
