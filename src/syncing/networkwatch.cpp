// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/networkwatch.h"

namespace syncing {

namespace {

constexpr std::chrono::seconds whileAway{15};
constexpr std::chrono::minutes longestMending{1};

} // namespace

NetworkWatch::NetworkWatch(quo::Clock &clock, std::function<void()> goOn)
    : m_clock(clock)
    , m_goOn(std::move(goOn))
    , m_backoff(whileAway, longestMending)
{
}

void NetworkWatch::noteAnswer()
{
    if (!m_isTrying)
        return;
    forget();
    goOnAfter(quo::milliseconds(0)); // much may have changed meanwhile
}

void NetworkWatch::noteFailure(const quo::ApiError &error)
{
    if (error.kind == quo::ApiError::Kind::NoNetwork) {
        if (!m_awaySince)
            m_awaySince = m_clock.now();
        m_isTrying = true;
        m_backoff.reset();
        return goOnAfter(whileAway);
    }
    if (!m_isTrying)
        return;
    if (error.httpStatus != 0)
        m_awaySince.reset();
    switch (quo::remedyOf(error.kind)) {
    case quo::Remedy::Time:
        return goOnAfter(m_backoff.next(error));
    case quo::Remedy::Wish:
        return; // this says nothing about the network
    case quo::Remedy::AnotherKey:
    case quo::Remedy::AnotherQuestion:
        forget();
    }
}

void NetworkWatch::forget()
{
    m_awaySince.reset();
    m_isTrying = false;
    m_backoff.reset();
    m_timer.reset();
}

void NetworkWatch::goOnAfter(quo::milliseconds delay)
{
    m_timer = m_clock.callWhenAged(delay, m_goOn);
}

} // namespace syncing
