// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/giveway.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#else
#include <QThread>
#endif

namespace inbox {

void giveWay()
{
#ifdef __linux__
    // On Linux this applies to one thread. The id of the main thread is that of the process.
    constexpr int nicer = 5;
    const int first = getpriority(PRIO_PROCESS, static_cast<id_t>(getpid()));
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), first + nicer);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace inbox
