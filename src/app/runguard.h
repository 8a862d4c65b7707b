// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QStringList>

#include <memory>

namespace app {

// A running window's place in a folder of its user: a lock that goes when the program ends as it
// should, and the name of a log beside it. Whoever comes next finds the locks that stayed.
//
// After a crash a window shows again what it showed. Should just that have been the cause, it would
// crash at each start; so a mark stands while it is new, and who finds a crash with one begins
// afresh.
class RunGuard
{
public:
    // Takes a place, and sets aside the logs of those that crashed.
    explicit RunGuard(const QString &folder);
    ~RunGuard();

    // The logs of runs that have ended without saying so, newest first; one start alone gets them.
    const QStringList &crashLogs() const { return m_crashLogs; }
    // Something crashed, and not by being shown again: it may be.
    bool mayRestore() const { return !m_crashLogs.isEmpty() && !m_crashedRestored; }
    // What was shown at a crash is shown again; and it has been for a while.
    void setRestoring(bool restoring);
    // Where this run may write; empty where the folder cannot be used.
    QString logFile() const { return m_logFile; }

private:
    void collectCrashes(const QString &folder);

    QStringList m_crashLogs;
    bool m_crashedRestored = false;
    std::unique_ptr<QLockFile> m_lock; // null where the folder cannot be used
    QString m_logFile;
};

} // namespace app
