// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace app {

// A message that a log may hold: without numbers, ids, keys, addresses and names of people and
// folders, which a library may have put into it.
QString withoutPersonalData(const QString &message);

// Writes the warnings of Qt and Quoin to a file as well as to stderr and, if the program crashes,
// the signal and the place in the code. Only one can exist at a time, since a process has one
// handler for messages and one for signals. Any thread may log. A stack overflow is reported only
// in the thread that created the log.
class RunLog
{
public:
    // If the file cannot be opened, nothing is logged.
    explicit RunLog(const QString &fileName);
    ~RunLog();

    const QString &fileName() const { return m_fileName; }

private:
    const QString m_fileName;
    QFile m_file;
#ifdef Q_OS_UNIX
    stack_t m_stackBefore = {}; // the thread's alternate signal stack
#endif
};

} // namespace app
