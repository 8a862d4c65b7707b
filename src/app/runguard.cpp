// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runguard.h"

#include "workspace/regularfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace app {

namespace {

constexpr int mostRuns = 100; // at one time
constexpr qsizetype keptCrashLogs = 5;

std::unique_ptr<QLockFile> lockOf(const QString &fileName)
{
    auto lock = std::make_unique<QLockFile>(fileName);
    // However old: the one that holds it tells by being alive.
    lock->setStaleLockTime(0);
    return lock;
}

// Something that a lock would read to see whose it is, and might wait for, or read for long.
bool isNoLock(const QString &fileName)
{
    constexpr qint64 largestLock = 64 << 10; // bytes
    return workspace::isOtherThanAFile(fileName) || QFileInfo(fileName).size() > largestLock;
}

// The files of a run are called as its lock, up to their endings.
QString logOf(const QString &lockFile)
{
    return lockFile.chopped(4) + QStringLiteral("log");
}

QString markOf(const QString &lockFile)
{
    return lockFile.chopped(4) + QStringLiteral("restoring");
}

} // namespace

RunGuard::RunGuard(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    collectCrashes(folder);
    for (int run = 1; run <= mostRuns && !m_lock; ++run) {
        const QString fileName = QStringLiteral("%1/run-%2.lock").arg(folder).arg(run);
        if (isNoLock(fileName))
            continue;
        auto lock = lockOf(fileName);
        if (lock->tryLock(0)) {
            m_lock = std::move(lock);
            m_logFile = logOf(fileName);
        } else if (lock->error() != QLockFile::LockFailedError) {
            return; // the folder, not the lock
        }
    }
}

RunGuard::~RunGuard()
{
    if (!m_lock)
        return;
    setRestoring(false);
    QFile::remove(m_logFile);
}

void RunGuard::setRestoring(bool restoring)
{
    if (!m_lock)
        return;
    const QString mark = markOf(m_lock->fileName());
    if (!restoring)
        QFile::remove(mark);
    else if (!workspace::isOtherThanAFile(mark)) // without it, what crashes is shown once more
        static_cast<void>(QFile(mark).open(QFile::WriteOnly));
}

void RunGuard::collectCrashes(const QString &folder)
{
    const QDir dir(folder);
    const QStringList locks = dir.entryList({QStringLiteral("run-*.lock")}, QDir::Files);
    for (const QString &name : locks) {
        const QString fileName = dir.filePath(name);
        if (isNoLock(fileName))
            continue;
        // One that is held belongs to a window that is open.
        if (const auto lock = lockOf(fileName); lock->tryLock(0)) {
            const QDateTime when = QFileInfo(logOf(fileName)).lastModified();
            const QString crashLog =
                dir.filePath(QStringLiteral("crash-%1-%2.log")
                                 .arg(when.toUTC().toString(u"yyyyMMdd-HHmmsszzz"),
                                      name.section(u'-', 1).section(u'.', 0, 0)));
            if (QFile::rename(logOf(fileName), crashLog))
                m_crashLogs.prepend(crashLog);
            if (QFile::remove(markOf(fileName)))
                m_crashedRestored = true;
        }
    }
    m_crashLogs.sort();
    std::reverse(m_crashLogs.begin(), m_crashLogs.end());
    QStringList kept = dir.entryList({QStringLiteral("crash-*.log")}, QDir::Files, QDir::Name);
    while (kept.size() > keptCrashLogs)
        QFile::remove(dir.filePath(kept.takeFirst()));
}

} // namespace app
