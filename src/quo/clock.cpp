// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/clock.h"

#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace quo {

namespace {

// A program is not notified when the machine slept or its clock was set, so this looks now and
// then.
constexpr milliseconds longestLook = std::chrono::seconds(30);
// What QTimer of Qt 6.4 can count to: 24 days.
constexpr milliseconds longestTimer{std::numeric_limits<int>::max()};

class AgeTimer final : public Clock::Timer
{
public:
    AgeTimer(Clock &clock, milliseconds age, std::function<void()> f)
        : m_clock(clock)
        , m_ticks(clock.ticks() + age)
        , m_wall(clock.now() + age)
        , m_f(std::move(f))
    {
        wait();
    }

private:
    milliseconds left() const
    {
        return std::min(m_ticks - m_clock.ticks(), m_wall - m_clock.now());
    }

    void wait()
    {
        m_timer = m_clock.callAfter(std::clamp(left(), milliseconds(0), longestLook), [this] {
            if (left() > milliseconds(0))
                return wait();
            // Moved out before the call: f may destroy this timer and itself with it.
            std::exchange(m_f, nullptr)();
        });
    }

    Clock &m_clock;
    const milliseconds m_ticks;
    const Instant m_wall;
    std::function<void()> m_f;
    std::unique_ptr<Clock::Timer> m_timer;
};

class SystemTimer final : public Clock::Timer
{
public:
    SystemTimer(milliseconds delay, std::function<void()> f)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        // Moved out before the call: f may destroy this timer and itself with it.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [f = std::move(f)]() mutable { std::exchange(f, nullptr)(); });
        // Qt 6.4 takes a negative interval and never fires it.
        m_timer.start(std::clamp(delay, milliseconds(0), longestTimer));
    }

private:
    QTimer m_timer;
};

} // namespace

std::unique_ptr<Clock::Timer> Clock::callWhenAged(milliseconds age, std::function<void()> f)
{
    return std::make_unique<AgeTimer>(*this, age, std::move(f));
}

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

milliseconds SystemClock::ticks() const
{
    return std::chrono::floor<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::unique_ptr<Clock::Timer> SystemClock::callAfter(milliseconds delay, std::function<void()> f)
{
    return std::make_unique<SystemTimer>(delay, std::move(f));
}

} // namespace quo
