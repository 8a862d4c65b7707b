// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/pacer.h"

#include <QtGlobal>

#include <algorithm>

namespace quo {

namespace {

// Requests in flight that what nobody waits for leaves free.
constexpr int roomInFlight = 2;
// What nobody waits for goes at this part of the pace.
constexpr int partInBackground = 2;

// The next grant after one at this time. One that comes late does not delay the next ones.
milliseconds nextAfter(milliseconds planned, milliseconds now, milliseconds interval)
{
    return std::max(planned, now - interval) + interval;
}

} // namespace

Pacer::Ticket::Ticket(Pacer &pacer, Priority priority, std::function<void()> granted)
    : m_pacer(pacer)
    , m_priority(priority)
    , m_granted(std::move(granted))
{
}

Pacer::Ticket::~Ticket()
{
    if (m_granted)
        m_pacer.m_waiting.remove(this);
    else {
        --m_pacer.m_inFlight;
        m_pacer.m_inFlightInBackground -= isInBackground();
    }
    m_pacer.schedule();
}

Pacer::Pacer(Clock &clock, Limits limits)
    : m_clock(clock)
    , m_limits(limits)
{
}

Pacer::~Pacer()
{
    Q_ASSERT(m_waiting.empty() && m_inFlight == 0);
}

std::unique_ptr<Pacer::Ticket> Pacer::queue(Priority priority, std::function<void()> granted)
{
    std::unique_ptr<Ticket> ticket(new Ticket(*this, priority, std::move(granted)));
    const auto behind = [priority](const Ticket *other) { return other->m_priority > priority; };
    m_waiting.insert(std::ranges::find_if(m_waiting, behind), ticket.get());
    schedule();
    return ticket;
}

void Pacer::pause(milliseconds duration)
{
    ++m_pauses;
    if (duration > pauseLeft()) {
        m_pausedUntil = m_clock.ticks() + duration;
        m_pausedUntilWall = m_clock.now() + duration;
    }
    schedule();
}

Pacer::Load Pacer::load() const
{
    const milliseconds aSecondAgo = m_clock.ticks() - std::chrono::seconds(1);
    const auto recent = std::ranges::count_if(
        m_sent, [aSecondAgo](milliseconds sent) { return sent > aSecondAgo; });
    return {int(recent),           m_limits.requests, m_inFlight,
            int(m_waiting.size()), m_pauses,          pauseLeft()};
}

milliseconds Pacer::pauseLeft() const
{
    return std::max(milliseconds(0),
                    std::min(m_pausedUntil - m_clock.ticks(), m_pausedUntilWall - m_clock.now()));
}

milliseconds Pacer::delayToNext() const
{
    milliseconds earliest = m_clock.ticks() + pauseLeft();
    if (m_sent.size() >= size_t(m_limits.requests))
        earliest = std::max(earliest, m_sent.front() + m_limits.window);
    if (!m_waiting.empty() && m_waiting.front()->m_priority >= Priority::Walk)
        earliest = std::max(earliest, m_nextEven);
    if (!m_waiting.empty() && m_waiting.front()->isInBackground())
        earliest = std::max(earliest, m_nextInBackground);
    return std::max(milliseconds(0), earliest - m_clock.ticks());
}

bool Pacer::mayGoNext() const
{
    if (m_waiting.empty() || m_inFlight >= m_limits.inFlight)
        return false;
    return !m_waiting.front()->isInBackground() ||
           m_inFlightInBackground < std::max(1, m_limits.inFlight - roomInFlight);
}

void Pacer::schedule()
{
    m_timer.reset();
    if (mayGoNext())
        m_timer = m_clock.callWhenAged(delayToNext(), [this] { grantNext(); });
}

void Pacer::grantNext()
{
    if (delayToNext() > milliseconds(0))
        return schedule();
    Ticket *next = m_waiting.front();
    m_waiting.pop_front();
    ++m_inFlight;
    m_sent.push_back(m_clock.ticks());
    const milliseconds interval = m_limits.window / m_limits.requests;
    m_nextEven = nextAfter(m_nextEven, m_clock.ticks(), interval);
    if (next->isInBackground()) {
        ++m_inFlightInBackground;
        m_nextInBackground =
            nextAfter(m_nextInBackground, m_clock.ticks(), partInBackground * interval);
    }
    if (m_sent.size() > size_t(m_limits.requests))
        m_sent.pop_front();
    schedule();
    // Last, since it may queue or destroy tickets, this one included.
    std::exchange(next->m_granted, nullptr)();
}

} // namespace quo
