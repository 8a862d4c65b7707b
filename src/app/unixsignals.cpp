// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unixsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace app {

#ifdef Q_OS_UNIX
namespace {

constexpr int endSignals[]{SIGTERM, SIGINT, SIGHUP};
std::atomic<int> writeEnd = -1; // a handler is a bare function

void handleEnd(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe(m_ends) != 0)
        return;
    for (const int end : m_ends) { // one by one, since macOS has no pipe2()
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    writeEnd = m_ends[1];
    auto *notifier = new QSocketNotifier(m_ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(m_ends[0], &byte, 1) > 0) {
        }
        Q_EMIT endRequested();
    });
    struct sigaction action = {};
    action.sa_handler = handleEnd;
    action.sa_flags = SA_RESTART | int(SA_RESETHAND); // a second one ends it at once
    for (const int signal : endSignals)
        ::sigaction(signal, &action, nullptr);
}

UnixSignals::~UnixSignals()
{
    for (const int signal : endSignals)
        ::signal(signal, SIG_DFL);
    writeEnd = -1;
    for (const int end : m_ends)
        if (end >= 0)
            ::close(end);
}
#else
UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
}

UnixSignals::~UnixSignals() = default;
#endif

} // namespace app
