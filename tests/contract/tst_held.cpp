// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fail.h"
#include "support/sessionworld.h"
#include "support/warnings.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::InboxSession;
using support::changedAt;
using support::page;
using Model = QAbstractItemModel;

namespace {

// Changed just now, and active at this minute of 12 o'clock.
QJsonObject activeAt(const QString &id, int minute, const QString &name = u"Ana"_s)
{
    return support::conversation(
        id,
        {{u"name"_s, name},
         {u"updatedAt"_s, u"2026-06-02T12:30:00Z"_s},
         {u"lastActivityAt"_s, u"2026-06-02T12:%1:00Z"_s.arg(minute, 2, 10, QLatin1Char('0'))}});
}

QJsonObject named(const QString &id, int minute, const QString &name)
{
    return changedAt(id, minute, {{u"name"_s, name}});
}

inbox::SortKeys byName()
{
    return {{inbox::columnIndex(inbox::ColumnId::Name), false}};
}

// A session that counts how often its rows move.
struct World : support::SessionWorld
{
    World()
        : inserted(&session.model(), &Model::rowsInserted)
        , removed(&session.model(), &Model::rowsRemoved)
        , moved(&session.model(), &Model::layoutChanged)
        , reset(&session.model(), &Model::modelReset)
    {
    }

    qsizetype movements() const
    {
        return inserted.size() + removed.size() + moved.size() + reset.size();
    }
    void forgetMovements()
    {
        for (QSignalSpy *spy : {&inserted, &removed, &moved, &reset})
            spy->clear();
    }

    void refresh(const QList<QJsonObject> &changes)
    {
        server.says(page(changes));
        session.refresh();
        QTRY_VERIFY(rests());
    }

    void arrange(const QString &search, const inbox::SortKeys &sort)
    {
        session.setArrangement({.search = search, .sort = sort});
        QTRY_VERIFY(!session.arranger().isWorking());
    }

    QList<bool> gone()
    {
        QList<bool> gone;
        for (int position = 0; position < session.model().rowCount(); ++position)
            gone.append(session.model().isGone(position));
        return gone;
    }

    int waiting() const { return session.status().waiting; }

    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy moved;
    QSignalSpy reset;
};

} // namespace

// A list that is held, since somebody works with its rows.
class TestHeld : public QObject
{
    Q_OBJECT

    static QByteArray threeRows(const std::optional<QString> &next = {})
    {
        return page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 10), changedAt(u"CN3"_s, 5)},
                    next);
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aRefreshChangesContentAndMovesNoRow()
    {
        World world;
        world.load(threeRows());
        const QPersistentModelIndex second = world.session.model().index(1, 0);
        QSignalSpy news(&world.session, &InboxSession::changesArrived);
        world.session.setHeld(true);
        world.forgetMovements();
        world.refresh({changedAt(u"CN9"_s, 25),
                       changedAt(u"CN3"_s, 24, {{u"assignedTo"_s, u"US7"_s}}),
                       changedAt(u"CN1"_s, 23)});
        QCOMPARE(world.movements(), 0);
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s, u"CN3"_s}));
        QCOMPARE(*world.session.model().rowAt(2)->assignedTo(), u"US7"_s);
        QVERIFY(world.session.model().isNews(2));
        QVERIFY(!world.session.model().isNews(1));
        // CN9 would come and CN3 would move. CN1 stays in front of CN2.
        QCOMPARE(world.waiting(), 2);
        QCOMPARE(world.session.status().loaded, 4);
        QCOMPARE(news.size(), 1);
        QCOMPARE(news.first().first().toStringList(), QStringList{u"CN1"_s});

        news.clear();
        world.session.setHeld(false);
        QCOMPARE(world.ids(), (QStringList{u"CN9"_s, u"CN3"_s, u"CN1"_s, u"CN2"_s}));
        QCOMPARE(world.waiting(), 0);
        QCOMPARE(world.reset.size(), 0);
        QCOMPARE(second.row(), 3);
        QCOMPARE(news.size(), 1);
        QCOMPARE(news.first().first().toStringList().size(), 2);
        QVERIFY(world.session.model().isNews(0) && world.session.model().isNews(1));
        // And it goes on as before.
        world.refresh({changedAt(u"CN2"_s, 29)});
        QCOMPARE(world.ids().first(), u"CN2"_s);
    }

    void aRowThatChangesBackWaitsNoLonger()
    {
        World world;
        world.load(threeRows());
        world.session.setHeld(true);
        world.refresh({changedAt(u"CN2"_s, 25)});
        QCOMPARE(world.waiting(), 1);
        world.refresh({activeAt(u"CN2"_s, 10)});
        QCOMPARE(world.waiting(), 0);
        world.forgetMovements();
        world.session.setHeld(false);
        QCOMPARE(world.movements(), 0);
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s, u"CN3"_s}));
    }

    void whatWaitsIsShownOnRequestAndTheListStaysHeld()
    {
        World world;
        world.load(threeRows());
        world.session.setHeld(true);
        world.refresh({changedAt(u"CN9"_s, 25)});
        world.session.showWaiting();
        QCOMPARE(world.ids(), (QStringList{u"CN9"_s, u"CN1"_s, u"CN2"_s, u"CN3"_s}));
        QCOMPARE(world.waiting(), 0);
        world.refresh({changedAt(u"CN8"_s, 26)});
        QCOMPARE(world.ids().first(), u"CN9"_s);
        QCOMPARE(world.waiting(), 1);
    }

    void whatHasLeftStaysInSightAndSaysSo()
    {
        World world;
        quo::ConversationQuery query;
        query.userId = u"US1"_s;
        world.load(threeRows(), query);
        world.session.setHeld(true);
        world.server.says(page({changedAt(u"CN2"_s, 25)}));
        world.server.says(page({})); // of those that match
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s, u"CN3"_s}));
        QCOMPARE(world.gone(), (QList<bool>{false, true, false}));
        const QModelIndex state =
            world.session.model().index(1, inbox::columnIndex(inbox::ColumnId::State));
        QCOMPARE(state.data().toString(), u"Gone"_s);
        QVERIFY(state.data(Qt::ToolTipRole).toString().startsWith(u"No longer in this list"));
        QCOMPARE(world.session.status().loaded, 2);
        QCOMPARE(world.session.status().shown, 2);
        QCOMPARE(world.waiting(), 0); // none comes
        world.session.setHeld(false);
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN3"_s}));
        QCOMPARE(world.gone(), (QList<bool>{false, false}));
    }

    void whatHasLeftMayComeBackWhileItIsHeld()
    {
        World world;
        quo::ConversationQuery query;
        query.userId = u"US1"_s;
        world.load(threeRows(), query);
        world.session.setHeld(true);
        world.server.says(page({activeAt(u"CN2"_s, 10)}));
        world.server.says(page({}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QVERIFY(world.session.model().isGone(1));
        for (int request = 0; request < 2; ++request)
            world.server.says(page({activeAt(u"CN2"_s, 10)}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QVERIFY(!world.session.model().isGone(1));
        QCOMPARE(world.waiting(), 0);
    }

    void pagesGoOnBelowTheLastRow()
    {
        World world;
        world.load(threeRows(u"more"_s));
        world.session.setHeld(true);
        world.forgetMovements();
        // Two of them belong between those that are shown.
        world.server.says(page({changedAt(u"CN4"_s, 4), changedAt(u"CN5"_s, 15),
                                changedAt(u"CN6"_s, 2), changedAt(u"CN7"_s, 7)},
                               u"even more"_s));
        world.session.wantMore();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s, u"CN3"_s, u"CN4"_s, u"CN6"_s}));
        QCOMPARE(world.waiting(), 2);
        QCOMPARE(world.inserted.size(), 1);
        QCOMPARE(world.movements(), 1);
        world.session.setHeld(false);
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN5"_s, u"CN2"_s, u"CN7"_s, u"CN3"_s,
                                           u"CN4"_s, u"CN6"_s}));
    }

    void pagesComeInBelowWhatIsSeen()
    {
        World world;
        world.load(threeRows(u"more"_s));
        world.session.setHeld(true);
        world.session.setVisibleEnd(2); // CN3 is below the viewport
        world.server.says(page({changedAt(u"CN5"_s, 15), changedAt(u"CN7"_s, 7)}, u"even more"_s));
        world.session.wantMore();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s, u"CN7"_s, u"CN3"_s}));
        QCOMPARE(world.waiting(), 1);
        // A refresh brings nothing in between, seen or not.
        world.refresh({activeAt(u"CN8"_s, 6)});
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s, u"CN7"_s, u"CN3"_s}));
        QCOMPARE(world.waiting(), 2);
    }

    void aPageThatWaitsEndsTheFetchingAllTheSame()
    {
        World world;
        world.arrange({}, byName());
        world.load(page({named(u"CN1"_s, 20, u"Zoe"_s)}, u"a"_s));
        world.session.setHeld(true);
        world.server.says(page({named(u"CN2"_s, 19, u"Ana"_s)}, u"b"_s));
        world.session.wantMore();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.waiting(), 1);
        QCOMPARE(world.server.requests().size(), 2);
    }

    void aSearchDoesNotReadOnSinceItsMatchesWait()
    {
        World world;
        world.arrange(u"ana"_s, byName());
        QList<QJsonObject> rows;
        for (int i = 10; i < 60; ++i)
            rows.append(named(u"CN%1"_s.arg(i), 1, u"Ana"_s));
        world.load(page({named(u"CN1"_s, 20, u"Zoe Ana"_s), named(u"CN2"_s, 20, u"Ben"_s)}));
        world.session.setHeld(true);
        world.server.says(page(rows, u"more"_s));
        world.session.reload();
        QTRY_VERIFY(world.rests());
        const qsizetype asked = world.server.requests().size();
        QCoreApplication::processEvents();
        QCOMPARE(world.server.requests().size(), asked);
    }

    void aReloadMovesNothing()
    {
        World world;
        world.load(threeRows());
        world.session.setHeld(true);
        world.forgetMovements();
        // Two are gone, one has moved, and one is new.
        for (int reading = 0; reading < 2; ++reading)
            world.server.says(page({changedAt(u"CN9"_s, 29), changedAt(u"CN3"_s, 28)}));
        world.session.reload();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.movements(), 0);
        QCOMPARE(world.gone(), (QList<bool>{true, true, false}));
        QCOMPARE(world.waiting(), 2);
        QCOMPARE(world.session.status().loaded, 2);
        world.session.setHeld(false);
        QCOMPARE(world.ids(), (QStringList{u"CN9"_s, u"CN3"_s}));
    }

    void timeChangesStatesAndMovesNothing()
    {
        World world;
        world.arrange(u"is:snoozed"_s, inbox::latestFirst());
        const QJsonObject until{{u"snoozedUntil"_s, u"2026-06-02T13:00:00Z"_s}};
        world.load(
            page({changedAt(u"CN1"_s, 20, until),
                  changedAt(u"CN2"_s, 10, {{u"snoozedUntil"_s, u"2026-06-03T00:00:00Z"_s}})}));
        QCOMPARE(world.ids().size(), 2);
        world.session.setHeld(true);
        world.forgetMovements();
        world.manual.advance(std::chrono::hours(1));
        QCOMPARE(world.movements(), 0);
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s}));
        QVERIFY(!world.session.model().isGone(0)); // it only matches no longer
        QCOMPARE(world.session.status().shown, 1);
        world.session.setHeld(false);
        QCOMPARE(world.ids(), QStringList{u"CN2"_s});
    }

    void aNewDayMovesNothing()
    {
        World world;
        world.arrange(u"updated:today"_s, inbox::latestFirst());
        world.load(page({changedAt(u"CN1"_s, 20)}));
        world.session.setHeld(true);
        world.manual.setWallBy(std::chrono::hours(24));
        world.manual.advance(std::chrono::minutes(1));
        QTRY_VERIFY(!world.session.arranger().isWorking());
        QCOMPARE(world.ids(), QStringList{u"CN1"_s});
        QCOMPARE(world.session.status().shown, 0);
        world.session.setHeld(false);
        QCOMPARE(world.ids(), QStringList());
    }

    void oneRowThatMatchesNoLongerByTimeStays()
    {
        World world;
        world.arrange(u"updated:today"_s, inbox::latestFirst());
        world.load(page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 10)}));
        world.session.setKeptRow(world.session.model().rowOf(u"CN2"_s));
        world.manual.setWallBy(std::chrono::hours(24));
        world.manual.advance(std::chrono::minutes(1));
        QTRY_VERIFY(!world.session.arranger().isWorking());
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s}));
        world.session.setKeptRow(std::nullopt);
        QCOMPARE(world.ids(), QStringList());
    }

    void namesMoveNothing()
    {
        World world;
        world.arrange({}, byName());
        const auto withNumber = [](const QString &id, const QString &number) {
            return changedAt(id, 1,
                             {{u"name"_s, QJsonValue()}, {u"participants"_s, QJsonArray{number}}});
        };
        world.load(page(
            {withNumber(u"CN1"_s, u"+12125550100"_s), withNumber(u"CN2"_s, u"+12125550101"_s)}));
        world.session.setHeld(true);
        world.forgetMovements();
        quo::ContactIndex contacts;
        contacts.add(quo::Contact{u"Zoë"_s, {}, {}, {u"+12125550100"_s}});
        contacts.add(quo::Contact{u"Ana"_s, {}, {}, {u"+12125550101"_s}});
        world.names.setContacts(contacts);
        QTRY_VERIFY(!world.session.arranger().isWorking());
        QCOMPARE(world.movements(), 0);
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN2"_s}));
        world.session.setHeld(false);
        QCOMPARE(world.ids(), (QStringList{u"CN2"_s, u"CN1"_s}));
    }

    void anotherSortIsShownAtOnceAndThenHeld()
    {
        World world;
        world.load(page({named(u"CN1"_s, 20, u"Zoe"_s), named(u"CN2"_s, 10, u"Ben"_s)}));
        world.session.setHeld(true);
        world.refresh({named(u"CN3"_s, 25, u"Lea"_s)});
        QCOMPARE(world.waiting(), 1);
        world.arrange({}, byName());
        QCOMPARE(world.ids(), (QStringList{u"CN2"_s, u"CN3"_s, u"CN1"_s}));
        QCOMPARE(world.waiting(), 0);
        // What has changed elsewhere stays where it is, in this order as well.
        world.refresh({named(u"CN4"_s, 26, u"Ana"_s), named(u"CN2"_s, 27, u"Zora"_s)});
        QCOMPARE(world.ids(), (QStringList{u"CN2"_s, u"CN3"_s, u"CN1"_s}));
        QCOMPARE(world.waiting(), 2);
        world.refresh({named(u"CN5"_s, 28, u"Ärmel"_s)});
        world.session.setHeld(false);
        QCOMPARE(world.ids(), (QStringList{u"CN4"_s, u"CN5"_s, u"CN3"_s, u"CN1"_s, u"CN2"_s}));
    }

    void aSearchIsShownAtOnceAndThenHeld()
    {
        World world;
        world.load(page({named(u"CN1"_s, 20, u"Ana"_s), named(u"CN2"_s, 10, u"Ben"_s)}));
        world.session.setHeld(true);
        world.arrange(u"ana"_s, inbox::latestFirst());
        QCOMPARE(world.ids(), QStringList{u"CN1"_s});
        world.refresh({named(u"CN2"_s, 25, u"Ana Ben"_s), named(u"CN1"_s, 24, u"Carla"_s),
                       named(u"CN3"_s, 26, u"Dana"_s)});
        QCOMPARE(world.ids(), QStringList{u"CN1"_s});
        QCOMPARE(world.waiting(), 2);
        world.session.setHeld(false);
        QCOMPARE(world.ids(), (QStringList{u"CN3"_s, u"CN2"_s}));
    }

    void anotherQueryShowsItsRowsAndIsHeldFromThenOn()
    {
        World world;
        const QJsonObject elsewhere{{u"phoneNumberId"_s, u"PN7"_s}};
        world.load(page({changedAt(u"CN1"_s, 20), changedAt(u"CN2"_s, 10, elsewhere),
                         changedAt(u"CN3"_s, 5, elsewhere)},
                        u"more"_s));
        world.session.setHeld(true);
        world.refresh({changedAt(u"CN9"_s, 25)});
        quo::ConversationQuery query;
        query.phoneNumbers = {u"PN7"_s};
        world.load(page({changedAt(u"CN2"_s, 10, elsewhere), changedAt(u"CN3"_s, 5, elsewhere)}),
                   query);
        QCOMPARE(world.ids(), (QStringList{u"CN2"_s, u"CN3"_s}));
        QCOMPARE(world.waiting(), 0);
        world.refresh({changedAt(u"CN3"_s, 26, elsewhere)});
        QCOMPARE(world.ids(), (QStringList{u"CN2"_s, u"CN3"_s}));
        QCOMPARE(world.waiting(), 1);
    }

    void oneRowKeepsItsPlaceWhileOthersCome()
    {
        World world;
        world.load(threeRows());
        world.session.setKeptRow(world.session.model().rowOf(u"CN2"_s));
        // What does not move it, comes in.
        world.refresh({changedAt(u"CN9"_s, 24), activeAt(u"CN2"_s, 12, u"Ana"_s)});
        QCOMPARE(world.ids(), (QStringList{u"CN9"_s, u"CN1"_s, u"CN2"_s, u"CN3"_s}));
        QCOMPARE(*world.session.model().rowAt(2)->name(), u"Ana"_s);
        // What would move it waits, and so does everything after it.
        world.refresh({activeAt(u"CN2"_s, 26)});
        QCOMPARE(world.waiting(), 1);
        world.refresh({activeAt(u"CN8"_s, 27)});
        QCOMPARE(world.ids(), (QStringList{u"CN9"_s, u"CN1"_s, u"CN2"_s, u"CN3"_s}));
        QCOMPARE(world.waiting(), 2);
        // To be held and let go makes no difference.
        world.session.setHeld(true);
        world.session.setHeld(false);
        QCOMPARE(world.waiting(), 2);
        world.session.setKeptRow(world.session.model().rowOf(u"CN1"_s));
        QCOMPARE(world.ids(), (QStringList{u"CN8"_s, u"CN2"_s, u"CN9"_s, u"CN1"_s, u"CN3"_s}));
        QCOMPARE(world.waiting(), 0);
    }

    void oneRowThatLeavesStays()
    {
        World world;
        quo::ConversationQuery query;
        query.userId = u"US1"_s;
        world.load(threeRows(), query);
        world.session.setKeptRow(world.session.model().rowOf(u"CN2"_s));
        world.server.says(page({changedAt(u"CN2"_s, 25)}));
        world.server.says(page({}));
        world.session.refresh();
        QTRY_VERIFY(world.rests());
        QCOMPARE(world.gone(), (QList<bool>{false, true, false}));
        world.session.setKeptRow(std::nullopt);
        QCOMPARE(world.ids(), (QStringList{u"CN1"_s, u"CN3"_s}));
    }

    void newsFadeInSteps()
    {
        World world;
        world.load(threeRows());
        const inbox::InboxModel &model = world.session.model();
        world.refresh({activeAt(u"CN2"_s, 12)});
        QCOMPARE(model.newsLevel(1), 1.0);
        QSignalSpy changed(&model, &Model::dataChanged);
        world.manual.advance(std::chrono::seconds(2));
        QCOMPARE(changed.size(), 2);
        const double later = model.newsLevel(1);
        QVERIFY(later > 0.5 && later < 1);
        world.refresh({activeAt(u"CN3"_s, 6)});
        QCOMPARE(model.newsLevel(1), later);
        QCOMPARE(model.newsLevel(2), 1.0);
        world.manual.advance(std::chrono::seconds(4));
        QVERIFY(!model.isNews(1) && model.isNews(2));
        world.manual.advance(std::chrono::seconds(3));
        QVERIFY(!model.isNews(2));
        // Then nothing ticks any more.
        const qsizetype before = changed.size();
        world.manual.advance(std::chrono::seconds(20));
        QCOMPARE(changed.size(), before);
    }

    void aReceiverMayDestroyTheSessionWhileItIsHeld_data()
    {
        QTest::addColumn<bool>("isLetGo");
        QTest::newRow("as something waits") << false;
        QTest::newRow("as it is let go") << true;
    }

    void aReceiverMayDestroyTheSessionWhileItIsHeld()
    {
        QFETCH(bool, isLetGo);
        support::ScriptedWorld world;
        support::ManualClock manual(*quo::parseInstant(u"2026-06-02T12:30:00Z"_s));
        inbox::Names names(manual, support::plainReader);
        auto session =
            std::make_unique<support::Session>(world.client, manual, names, words::listWords());
        session->setArrangement({.search = {}, .sort = inbox::latestFirst()});
        world.server.says(threeRows());
        session->setQuery({});
        QTRY_COMPARE(session->model().rowCount(), 3);
        QTRY_VERIFY(session->status().completeness.isWhole());
        session->setHeld(true);
        const auto destroy = [&] { session.reset(); };
        if (!isLetGo)
            connect(&session->arranger(), &inbox::RowArranger::waitingChanged, this, destroy);
        world.server.says(page({changedAt(u"CN9"_s, 25)}));
        session->refresh();
        if (!isLetGo) {
            QTRY_VERIFY(!session);
            return;
        }
        QTRY_COMPARE(session->status().waiting, 1);
        connect(&session->model(), &Model::rowsInserted, this, destroy);
        session->setHeld(false);
        QVERIFY(!session);
    }

    // Whatever happens while it is held, the rows end up as if it had not been.
    void lettingGoShowsWhatAnyOtherListShows_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void lettingGoShowsWhatAnyOtherListShows()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        World held;
        World free;
        if (random.bounded(2) > 0) {
            held.arrange({}, byName());
            free.arrange({}, byName());
        }
        int fresh = 100;
        const auto rows = [&](int count, bool areNew) {
            QList<QJsonObject> rows;
            for (int i = 0; i < count; ++i)
                rows.append(activeAt(u"CN%1"_s.arg(areNew ? ++fresh : int(random.bounded(60, 140))),
                                     int(random.bounded(60)), u"%1"_s.arg(random.bounded(1000))));
            return rows;
        };
        const QByteArray first = page(rows(20, true), u"more"_s);
        held.load(first);
        free.load(first);
        for (int round = 0; round < 6; ++round) {
            held.session.setVisibleEnd(int(random.bounded(30)));
            held.session.setHeld(true);
            const QStringList before = held.ids();
            for (int step = 0; step < 4; ++step) {
                const bool isPage = random.bounded(3) == 0;
                const QByteArray body =
                    isPage ? page(rows(10, true), u"more%1.%2"_s.arg(round).arg(step))
                           : page(rows(6, false));
                for (World *world : {&held, &free}) {
                    world->server.says(body);
                    if (isPage)
                        world->session.wantMore();
                    else
                        world->session.refresh();
                    QTRY_VERIFY(world->rests());
                }
            }
            QStringList still = held.ids();
            still.removeIf([&](const QString &id) { return !before.contains(id); });
            QCOMPARE(still, before);
            QCOMPARE(held.session.status().shown, free.session.model().rowCount());
            held.session.setHeld(false);
            QCOMPARE(held.ids(), free.ids());
        }
    }
};

QTEST_GUILESS_MAIN(TestHeld)
#include "tst_held.moc"
