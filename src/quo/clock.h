// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <functional>
#include <memory>

namespace quo {

// Time as it is passed in: everything that reads or waits asks a Clock, so tests can stand still.
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

    // Calls f once, from the event loop of the calling thread, after at least 'delay'. f may
    // destroy the timer.
    [[nodiscard]] virtual std::unique_ptr<Timer> callAfter(milliseconds delay,
                                                           std::function<void()> f) = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
    milliseconds ticks() const override;
    std::unique_ptr<Timer> callAfter(milliseconds delay, std::function<void()> f) override;
};

} // namespace quo
