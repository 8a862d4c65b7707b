// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/pacer.h"
#include "support/manualclock.h"
#include "support/warnings.h"

#include <QTest>

#include <vector>

using quo::milliseconds;
using quo::Pacer;
using quo::Priority;

class TestPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void neverMoreThanTenRequestsInASecond_data()
    {
        QTest::addColumn<Priority>("priority");
        QTest::addColumn<int>("longest"); // milliseconds between two
        QTest::newRow("at once") << Priority::Looking << 1050;
        QTest::newRow("evenly") << Priority::Walk << 105;
    }

    void whatNobodyWaitsForTakesHalfOfThePace()
    {
        support::ManualClock clock({});
        Pacer pacer(clock, {});
        std::vector<milliseconds> sent;
        std::list<std::unique_ptr<Pacer::Ticket>> tickets;
        for (int i = 0; i < 50; ++i) {
            auto place = tickets.insert(tickets.end(), nullptr);
            *place = pacer.queue(Priority::Background, [&sent, &clock, place] {
                sent.push_back(clock.ticks());
                place->reset(); // answered at once
            });
        }
        clock.advance(milliseconds(60'000));
        QCOMPARE(sent.size(), size_t(50));
        for (size_t i = 5; i < sent.size(); ++i)
            QVERIFY(sent[i] - sent[i - 5] > milliseconds(1000));
        QVERIFY(sent.back() < milliseconds(10'500)); // and not much less either
    }

    void aUserDoesNotWaitForAnswersThatNobodyWaitsFor()
    {
        support::ManualClock clock({});
        Pacer pacer(clock, {});
        int granted = 0;
        std::vector<std::unique_ptr<Pacer::Ticket>> tickets;
        for (int i = 0; i < 8; ++i)
            tickets.push_back(pacer.queue(Priority::Background, [&granted] { ++granted; }));
        clock.advance(milliseconds(60'000));
        QCOMPARE(granted, 3); // none of them is answered
        bool isGranted = false;
        const auto looking = pacer.queue(Priority::Looking, [&isGranted] { isGranted = true; });
        clock.advance(milliseconds(0));
        QVERIFY(isGranted);
        tickets.erase(tickets.begin());
        clock.advance(milliseconds(1000));
        QCOMPARE(granted, 4);
        tickets.clear();
    }

    void neverMoreThanTenRequestsInASecond()
    {
        QFETCH(Priority, priority);
        QFETCH(int, longest);
        support::ManualClock clock({});
        Pacer pacer(clock, {});
        std::vector<milliseconds> sent;
        std::list<std::unique_ptr<Pacer::Ticket>> tickets;
        for (int i = 0; i < 100; ++i) {
            auto place = tickets.insert(tickets.end(), nullptr);
            *place = pacer.queue(priority, [&sent, &clock, place] {
                sent.push_back(clock.ticks());
                place->reset(); // answered at once
            });
        }
        clock.advance(milliseconds(60'000));
        QCOMPARE(sent.size(), size_t(100));
        for (size_t i = 10; i < sent.size(); ++i)
            QVERIFY(sent[i] - sent[i - 10] > milliseconds(1000));
        for (size_t i = 1; i < sent.size(); ++i)
            QVERIFY(sent[i] - sent[i - 1] <= milliseconds(longest));
        QVERIFY(sent.back() < milliseconds(10'500)); // and not much fewer either
    }

    void onlySoManyAreInFlight()
    {
        support::ManualClock clock({});
        Pacer pacer(clock, {});
        int granted = 0;
        std::vector<std::unique_ptr<Pacer::Ticket>> tickets;
        for (int i = 0; i < 8; ++i)
            tickets.push_back(pacer.queue(Priority::Walk, [&granted] { ++granted; }));
        QCOMPARE(granted, 0); // never from within queue()
        clock.advance(milliseconds(60'000));
        QCOMPARE(granted, 5);
        tickets.erase(tickets.begin());
        clock.advance(milliseconds(1));
        QCOMPARE(granted, 6);
        tickets.clear();
    }

    void whatTheUserLooksAtGoesFirst()
    {
        support::ManualClock clock({});
        Pacer pacer(clock, {});
        std::string order;
        const auto background = pacer.queue(Priority::Background, [&order] { order += 'b'; });
        const auto walk = pacer.queue(Priority::Walk, [&order] { order += 'w'; });
        const auto looking = pacer.queue(Priority::Looking, [&order] { order += 'l'; });
        const auto lookingToo = pacer.queue(Priority::Looking, [&order] { order += 'L'; });
        clock.advance(milliseconds(0));
        QCOMPARE(order, "lL");
        clock.advance(milliseconds(1000));
        QCOMPARE(order, "lLwb");
    }

    void aCancelledRequestGivesItsPlaceToTheNext()
    {
        support::ManualClock clock({});
        Pacer pacer(clock, {1, milliseconds(1000), 5});
        bool first = false;
        bool second = false;
        auto cancelled = pacer.queue(Priority::Walk, [&first] { first = true; });
        const auto next = pacer.queue(Priority::Walk, [&second] { second = true; });
        cancelled.reset();
        clock.advance(milliseconds(0));
        QVERIFY(!first);
        QVERIFY(second);
    }

    void aPauseHoldsEverything()
    {
        support::ManualClock clock({});
        Pacer pacer(clock, {});
        bool granted = false;
        const auto ticket = pacer.queue(Priority::Looking, [&granted] { granted = true; });
        pacer.pause(milliseconds(3000));
        pacer.pause(milliseconds(1000)); // a shorter one does not end it sooner
        clock.advance(milliseconds(2999));
        QVERIFY(!granted);
        clock.advance(milliseconds(1));
        QVERIFY(granted);
    }

    void aPauseIsOverAfterSleepAndIsNoLongerWhereTheClockIsSetBack_data()
    {
        QTest::addColumn<milliseconds>("setBy");
        QTest::addColumn<milliseconds>("latest");
        QTest::newRow("asleep for 8 h")
            << milliseconds(std::chrono::hours(8)) << milliseconds(30'000);
        QTest::newRow("set back") << milliseconds(std::chrono::hours(-8)) << milliseconds(120'000);
    }

    void aPauseIsOverAfterSleepAndIsNoLongerWhereTheClockIsSetBack()
    {
        QFETCH(milliseconds, setBy);
        QFETCH(milliseconds, latest);
        support::ManualClock clock({});
        Pacer pacer(clock, {});
        bool granted = false;
        pacer.pause(milliseconds(120'000));
        const auto ticket = pacer.queue(Priority::Looking, [&granted] { granted = true; });
        clock.setWallBy(setBy);
        clock.advance(milliseconds(10));
        QVERIFY(!granted);
        clock.advance(latest);
        QVERIFY(granted);
    }
};

QTEST_GUILESS_MAIN(TestPacer)
#include "tst_pacer.moc"
