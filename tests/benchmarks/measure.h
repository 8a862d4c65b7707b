// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>
#include <vector>

class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }
    double milliseconds() const { return double(m_timer.nsecsElapsed()) / 1e6; }
    // Of them those in which this thread had a processor, which other programs may take from it.
    double computed() const { return computedByThread() - m_before; }

private:
    static double computedByThread()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    QElapsedTimer m_timer;
    double m_before = computedByThread();
};

// 0 of none.
inline double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[size_t(part * double(values.size() - 1))];
}
