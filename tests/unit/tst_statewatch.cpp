// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/knownconversations.h"
#include "support/manualclock.h"
#include "support/warnings.h"

#include <QRandomGenerator>
#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using inbox::Attention;
using inbox::Facet;
using inbox::KnownConversations;
using inbox::StateWatch;

namespace {

using Instants = std::optional<quo::Instant>;

quo::Instant at(int hour, int minute)
{
    return *quo::parseInstant(u"2026-06-02T00:00:00Z"_s) + std::chrono::hours(hour) +
           std::chrono::minutes(minute);
}

quo::Conversation row(const QString &id, Instants snoozedUntil = {}, Instants mutedUntil = {})
{
    quo::Conversation row;
    row.id = id;
    row.assignedTo = u"US1"_s;
    row.snoozedUntil = snoozedUntil;
    row.mutedUntil = mutedUntil;
    return row;
}

quo::Conversation unassigned(const QString &id)
{
    quo::Conversation conversation = row(id);
    conversation.assignedTo.reset();
    return conversation;
}

// Rows at 12:30, and what somebody who listens knows of them.
struct World
{
    World()
    {
        QObject::connect(&rows->states(), &StateWatch::timePassed, &context,
                         [this](const QList<quint32> &changed, const QList<Attention> &wanted) {
                             ++times;
                             attention += wanted;
                             note(changed);
                         });
    }

    // Returns whom it wants to be looked at.
    QList<Attention> take(const QList<quo::Conversation> &conversations)
    {
        const syncing::RowChange change = rows->take(conversations);
        const QList<Attention> wanted = rows->takeAttention();
        attention += wanted;
        note(change.touched());
        return wanted;
    }
    // What a row is in as far as it was reported.
    void note(const QList<quint32> &changed)
    {
        for (const quint32 row : changed)
            known.insert(row, inbox::facetsOf(rows->store().at(row), clock.now()));
    }
    int countOfWrong() const
    {
        int wrong = 0;
        for (quint32 row = 0; row < rows->store().size(); ++row)
            wrong += known.value(row) != inbox::facetsOf(rows->store().at(row), clock.now());
        return wrong;
    }

    support::ManualClock clock{at(12, 30)};
    std::unique_ptr<KnownConversations> rows = std::make_unique<KnownConversations>(clock);
    QHash<quint32, inbox::Facets> known;
    QList<Attention> attention;
    int times = 0;
    QObject context;
};

} // namespace

class TestStateWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void withoutRowsNothingIsAwaited()
    {
        World world;
        QCOMPARE(world.clock.waiting(), size_t(0));
        world.take({row(u"CN1"_s)});
        QCOMPARE(world.clock.waiting(), size_t(1));
        world.clock.advance(3min); // it looks at the clock, and finds nothing
        QCOMPARE(world.times, 3);
        QCOMPARE(world.clock.waiting(), size_t(1));
        world.rows.reset();
        QCOMPARE(world.clock.waiting(), size_t(0));
    }

    void anEndThatAPageShowsFirstIsNotReportedByTime()
    {
        World world;
        world.take({row(u"CN1"_s, at(12, 40)), row(u"CN2"_s, at(12, 45))});
        world.clock.setWallBy(11min); // asleep; nothing has looked at the clock yet
        const QList<Attention> wanted = world.take({row(u"CN1"_s, at(12, 40), at(18, 0))});
        const QList once{Attention{u"CN1"_s, Facet::SnoozeEnded}};
        QCOMPARE(wanted, once);
        world.clock.advance(1min);
        QCOMPARE(world.attention, once);
        world.clock.advance(30min);
        QCOMPARE(world.attention, (QList{once.first(), Attention{u"CN2"_s, Facet::SnoozeEnded}}));
        world.clock.setWallBy(-40min);
        world.clock.advance(2h);
        QCOMPARE(world.attention.size(), 2);
    }

    void onlyWhoeverWasAssignedBecomesUnassigned()
    {
        World world;
        QCOMPARE(world.take({unassigned(u"CN1"_s), row(u"CN2"_s), row(u"CN3"_s)}),
                 QList<Attention>());
        // A row that has left comes back, and nobody saw it become what it is.
        world.rows->leave({*world.rows->find(u"CN3"_s)});
        QCOMPARE(world.rows->count(), 2);
        const QList<quo::Conversation> all{unassigned(u"CN1"_s), unassigned(u"CN2"_s),
                                           unassigned(u"CN3"_s)};
        QCOMPARE(world.take(all), QList{(Attention{u"CN2"_s, Facet::Unassigned})});
        QCOMPARE(world.take(all), QList<Attention>());
        QCOMPARE(world.rows->count(), 3);
    }

    void rowsThatHaveLeftWantNoAttention()
    {
        World world;
        world.take({row(u"CN1"_s, at(12, 40))});
        world.rows->leave({*world.rows->find(u"CN1"_s)});
        world.clock.advance(1h);
        QCOMPARE(world.attention, QList<Attention>());
    }

    // A clock that is set back while many rows are looked through is followed, too.
    void whateverTheClockDoesStatesFollowWithinAMinute_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1, 2, 3, 4, 5, 6, 7, 8})
            QTest::addRow("seed %u", seed) << seed;
    }

    void whateverTheClockDoesStatesFollowWithinAMinute()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        World world;
        const auto anInstant = [&]() -> Instants {
            const int minute = random.bounded(-300, 300);
            return random.bounded(3) == 0 ? Instants() : Instants(at(12, 30 + minute));
        };
        QList<quo::Conversation> conversations;
        for (int i = 0; i < 25'000; ++i)
            conversations.append(row(u"CN%1"_s.arg(i), anInstant(), anInstant()));
        world.take(conversations);
        QCOMPARE(world.countOfWrong(), 0);
        int movesOnTheWay = 0;
        QObject::connect(&world.rows->states(), &StateWatch::timePassed, &world.context, [&] {
            if (movesOnTheWay > 0 && random.bounded(2) == 0) {
                --movesOnTheWay;
                world.clock.setWallBy(std::chrono::minutes(random.bounded(-60, 20)));
            }
        });
        for (int i = 0; i < 10; ++i) {
            world.clock.setWallBy(std::chrono::minutes(random.bounded(-120, 120)));
            movesOnTheWay = random.bounded(3);
            world.clock.advance(1min);
            movesOnTheWay = 0;
            if (random.bounded(2) == 0) { // a page comes before anything looks at the clock
                world.clock.setWallBy(std::chrono::minutes(random.bounded(-60, 60)));
                world.take({row(u"CN%1"_s.arg(random.bounded(25'000)), anInstant(), anInstant())});
            }
            world.clock.advance(1min);
            QCOMPARE(world.countOfWrong(), 0);
        }
        for (const Attention &attention : std::as_const(world.attention))
            QVERIFY(attention.because == Facet::SnoozeEnded);
    }

    void whoeverListensMayDestroyIt()
    {
        for (int time = 1;; ++time) {
            World world;
            QList<quo::Conversation> conversations;
            for (int i = 0; i < 25'000; ++i)
                conversations.append(row(u"CN%1"_s.arg(i), at(12, 31)));
            world.take(conversations);
            int left = time;
            QObject::connect(&world.rows->states(), &StateWatch::timePassed, &world.context, [&] {
                if (--left == 0)
                    world.rows.reset();
            });
            world.clock.advance(1min); // all snoozes end
            world.clock.setWallBy(-10min);
            world.clock.advance(1min); // and are ahead again, in three turns
            if (world.rows) {
                QCOMPARE(time, 5);
                break;
            }
            QCOMPARE(world.clock.waiting(), size_t(0));
        }
    }
};

QTEST_GUILESS_MAIN(TestStateWatch)
#include "tst_statewatch.moc"
