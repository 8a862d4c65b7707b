// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"

#include <deque>
#include <functional>
#include <list>
#include <memory>

namespace quo {

// In which order requests are sent: what the user looks at comes first, then what names it, then
// the rest.
enum class Priority { Looking, Details, Walk, Background, Idle };

// Sends requests at the pace of one API key. Quo allows 10 requests a second for each key, over
// every endpoint and everyone who uses it, so there is one pacer for each key and process.
//
// What the user waits for is sent at once, within the limit. Everything else is spread evenly: each
// burst would wait for the answers of the one before it, and so be a little later. What nobody
// waits for (Background and below) takes at most half of the limit, and leaves room in flight, so
// that a request of the user never waits for its answers.
class Pacer
{
public:
    struct Limits
    {
        int requests = 10;
        // A little over a second, since what left evenly may arrive bunched.
        milliseconds window{1050};
        // Below the six that Qt sends to one host: a request waiting inside Qt would use up its own
        // timeout.
        int inFlight = 5;
    };

    // How much of the pace is used.
    struct Load
    {
        int lastSecond = 0; // requests sent
        int perSecond = 0;  // requests allowed
        int inFlight = 0;
        int waiting = 0;
        int rateLimited = 0;   // answers '429' since the program began
        milliseconds pause{0}; // until requests may be sent again
    };

    // A place in the queue, and later the permission for one request in flight. Destroying it
    // returns either.
    class Ticket
    {
    public:
        ~Ticket();

    private:
        friend class Pacer;
        Ticket(Pacer &pacer, Priority priority, std::function<void()> granted);

        Pacer &m_pacer;
        Priority m_priority;
        std::function<void()> m_granted; // empty once called
        bool isInBackground() const { return m_priority >= Priority::Background; }
    };

    Pacer(Clock &clock, Limits limits);
    ~Pacer(); // every ticket must be gone

    // Calls 'granted' from the event loop when the request may go, never from within this call.
    [[nodiscard]] std::unique_ptr<Ticket> queue(Priority priority, std::function<void()> granted);

    // Sends nothing for this long, asleep or awake, as a 429 demands.
    void pause(milliseconds duration);

    Load load() const;

private:
    void schedule();
    void grantNext();
    milliseconds pauseLeft() const;
    milliseconds delayToNext() const;
    bool mayGoNext() const; // there is room in flight for the first that waits

    Clock &m_clock;
    const Limits m_limits;
    std::list<Ticket *> m_waiting;      // by priority, then by arrival
    std::deque<milliseconds> m_sent;    // ticks of the last 'requests' grants
    milliseconds m_pausedUntil{0};      // by ticks, or
    Instant m_pausedUntilWall{};        // by the wall clock
    milliseconds m_nextEven{0};         // ticks of the next grant if all went evenly
    milliseconds m_nextInBackground{0}; // the same for what nobody waits for
    int m_inFlight = 0;
    int m_inFlightInBackground = 0; // of them
    int m_pauses = 0;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace quo
