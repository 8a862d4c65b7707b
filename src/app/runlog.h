// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace app {

// A message as a log may hold it: no numbers, ids, keys, addresses or names of people and folders
// that a library may have put into it.
QString withoutPersonalData(const QString &message);

// Writes what Qt and Quoin complain about into a file, besides to stderr, and, where the program
// crashes, with which signal and where in the code. There is one at a time, since both are told to
// one place in a process. Any thread may log. An overflow of the stack is reported in the thread
// that this was made in.
class RunLog
{
public:
    // Nothing is written where the file cannot be.
    explicit RunLog(const QString &fileName);
    ~RunLog();

    const QString &fileName() const { return m_fileName; }

private:
    const QString m_fileName;
    QFile m_file;
#ifdef Q_OS_UNIX
    stack_t m_stackBefore = {}; // for signals, of the thread
#endif
};

} // namespace app
