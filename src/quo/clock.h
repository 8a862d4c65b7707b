// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <functional>
#include <memory>

namespace quo {

// Time as it is passed in: whatever reads or waits uses a Clock, so that tests can stop it.
//
// There are two of them. The wall clock goes on while the machine sleeps, and may be set forwards
// or back; ticks stop during sleep, and nobody sets them. So there are two ways to wait:
//
//   callAfter     a pause by ticks: time-outs, and whatever is short
//   callWhenAged  until something is old, or enough has been waited, by whichever clock says so
//                 first: refreshes, and pauses that a server asks for
//
// To wait for a wall-clock time, such as the end of a snooze, wait for at most a minute at a time
// and look at the wall clock again.
class Clock
{
public:
    // Destroying it cancels what it would have called.
    class Timer
    {
    public:
        virtual ~Timer() = default;
    };

    virtual ~Clock() = default;

    virtual Instant now() const = 0;

    // Milliseconds since some moment, never set back: for measuring waits.
    virtual milliseconds ticks() const = 0;

    // Calls f once, from the event loop of the calling thread, after at least 'delay' by ticks; a
    // delay below zero counts as zero. f may destroy the timer.
    [[nodiscard]] virtual std::unique_ptr<Timer> callAfter(milliseconds delay,
                                                           std::function<void()> f) = 0;

    // The same once 'age' has passed by ticks or by the wall clock: after sleep, or where the
    // clock was set forwards, up to half a minute late. The clock must outlive the timer.
    [[nodiscard]] std::unique_ptr<Timer> callWhenAged(milliseconds age, std::function<void()> f);
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
    milliseconds ticks() const override;
    std::unique_ptr<Timer> callAfter(milliseconds delay, std::function<void()> f) override;
};

} // namespace quo
