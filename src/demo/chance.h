// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <iterator>

namespace demo {

// Numbers from a seed, the same on every machine (std's distributions are not). SplitMix64.
class Chance
{
public:
    explicit Chance(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    // In [0, bound).
    quint64 below(quint64 bound) { return next() % bound; }
    bool percent(quint64 chance) { return below(100) < chance; }

    template <class List>
    const auto &pick(const List &list)
    {
        return list[below(std::size(list))];
    }

private:
    quint64 m_state;
};

} // namespace demo
