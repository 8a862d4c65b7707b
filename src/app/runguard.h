// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QStringList>

#include <memory>

namespace app {

// A running window's place in a folder of its user: a lock that goes when the program ends as it
// should, and the name of a log beside it. Whoever comes next finds the locks that stayed.
class RunGuard
{
public:
    // Takes a place, and sets aside the logs of those that crashed.
    explicit RunGuard(const QString &folder);
    ~RunGuard();

    // The logs of runs that have ended without saying so, newest first; one start alone gets them.
    const QStringList &crashLogs() const { return m_crashLogs; }
    // Where this run may write; empty where the folder cannot be used.
    QString logFile() const { return m_logFile; }

private:
    void collectCrashes(const QString &folder);

    QStringList m_crashLogs;
    std::unique_ptr<QLockFile> m_lock; // null where the folder cannot be used
    QString m_logFile;
};

} // namespace app
