// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"
#include "support/warnings.h"

#include <QTest>

using namespace std::chrono_literals;
using quo::Clock;
using quo::Instant;
using quo::milliseconds;

namespace {

using Timer = std::unique_ptr<Clock::Timer>;

// The ways to wait for ten minutes.
enum class Way { After, WhenAged };

Timer wait(Clock &clock, Way way, milliseconds delay, std::function<void()> f)
{
    switch (way) {
    case Way::After:
        return clock.callAfter(delay, std::move(f));
    case Way::WhenAged:
        return clock.callWhenAged(delay, std::move(f));
    }
    return nullptr;
}

constexpr std::pair<Way, const char *> ways[]{{Way::After, "after"}, {Way::WhenAged, "when aged"}};

} // namespace

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aDeadlineSurvivesSleepAndAClockThatIsSet_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<milliseconds>("setBy"); // the wall clock, after two minutes
        QTest::addColumn<milliseconds>("earliest");
        QTest::addColumn<milliseconds>("latest"); // by ticks
        const auto add = [](const char *name, Way way, milliseconds setBy, milliseconds earliest,
                            milliseconds latest) {
            QTest::newRow(name) << way << setBy << earliest << latest;
        };
        add("after", Way::After, 0s, 10min, 10min);
        add("after, asleep for 8 h", Way::After, 8h, 10min, 10min);
        add("after, set back", Way::After, -1h, 10min, 10min);
        add("when aged", Way::WhenAged, 0s, 10min, 10min);
        add("when aged, asleep for 8 h", Way::WhenAged, 8h, 2min, 3min);
        add("when aged, asleep for 3 min", Way::WhenAged, 3min, 7min, 7min);
        add("when aged, set back", Way::WhenAged, -1h, 10min, 10min);
    }

    void aDeadlineSurvivesSleepAndAClockThatIsSet()
    {
        QFETCH(Way, way);
        QFETCH(milliseconds, setBy);
        QFETCH(milliseconds, earliest);
        QFETCH(milliseconds, latest);
        support::ManualClock clock{Instant(24h)};
        int calls = 0;
        const Timer timer = wait(clock, way, 10min, [&calls] { ++calls; });
        clock.advance(2min);
        clock.setWallBy(setBy);
        QCOMPARE(calls, 0); // it is never called from within something else
        clock.advance(earliest - 2min - 1ms);
        QCOMPARE(calls, 0);
        clock.advance(latest - earliest + 1ms);
        QCOMPARE(calls, 1);
        clock.advance(24h);
        QCOMPARE(calls, 1);
    }

    void overdueCallsComeFromTheEventLoop_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<milliseconds>("delay");
        for (const auto &[way, name] : ways) {
            QTest::addRow("%s, now", name) << way << milliseconds(0);
            QTest::addRow("%s, an hour ago", name) << way << milliseconds(-1h);
        }
    }

    void overdueCallsComeFromTheEventLoop()
    {
        QFETCH(Way, way);
        QFETCH(milliseconds, delay);
        quo::SystemClock clock;
        int calls = 0;
        const Timer timer = wait(clock, way, delay, [&calls] { ++calls; });
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
    }

    void distantTimersDoNotFire_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<milliseconds>("delay");
        for (const auto &[way, name] : ways)
            QTest::addRow("%s", name) << way << milliseconds(25 * 24h); // more than an int holds
    }

    void distantTimersDoNotFire()
    {
        QFETCH(Way, way);
        QFETCH(milliseconds, delay);
        quo::SystemClock clock;
        bool isCalled = false;
        bool isNextCalled = false;
        const Timer timer = wait(clock, way, delay, [&isCalled] { isCalled = true; });
        const Timer next = wait(clock, way, 5ms, [&isNextCalled] { isNextCalled = true; });
        QTRY_VERIFY(isNextCalled);
        QVERIFY(!isCalled);
    }

    void theCallMayDestroyItsTimer_data()
    {
        QTest::addColumn<Way>("way");
        for (const auto &[way, name] : ways)
            QTest::addRow("%s", name) << way;
    }

    void theCallMayDestroyItsTimer()
    {
        QFETCH(Way, way);
        quo::SystemClock system;
        support::ManualClock manual{Instant(24h)};
        for (Clock *clock : {static_cast<Clock *>(&system), static_cast<Clock *>(&manual)}) {
            Timer timer;
            QString captured = QStringLiteral("x").repeated(100); // gone where it is used too late
            QString seen;
            timer = wait(*clock, way, 1ms, [&timer, &seen, captured] {
                timer.reset();
                seen = captured;
            });
            manual.advance(1ms);
            QTRY_COMPARE(seen, captured);
            // A destroyed timer calls nothing.
            timer = wait(*clock, way, 1ms, [&seen] { seen.clear(); });
            timer.reset();
            bool isLater = false;
            const Timer later = wait(*clock, way, 2ms, [&isLater] { isLater = true; });
            manual.advance(2ms);
            QTRY_VERIFY(isLater);
            QCOMPARE(seen, captured);
        }
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
