// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/clock.h"

#include <QTimer>

namespace quo {

namespace {

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
        m_timer.start(delay);
    }

private:
    QTimer m_timer;
};

} // namespace

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
