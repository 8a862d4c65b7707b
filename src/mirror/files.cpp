// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

namespace mirror {

namespace {

constexpr std::array<const char *, 3> besideIt{"-wal", "-shm", "-journal"};
constexpr qsizetype keptDamaged = 1; // files, beside the newest

QString beside(const QString &fileName, const char *ending)
{
    return fileName + QLatin1String(ending);
}

QString lockOf(const QString &fileName)
{
    return beside(fileName, ".lock");
}

// The file and all that may be beside it.
QStringList ownFiles(const QString &fileName)
{
    QStringList names{fileName};
    for (const char *ending : besideIt)
        names.append(beside(fileName, ending));
    names.append(lockOf(fileName));
    return names;
}

std::filesystem::path pathOf(const QString &fileName)
{
    return std::filesystem::path(fileName.toStdU16String());
}

std::error_code rename(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(pathOf(from), pathOf(to), error);
    return error;
}

Problem systemProblem(const QString &fileName, int error)
{
    return {kindOfSystemError(error), fileName, {}, qt_error_string(error)};
}

// 'workspace-1.sqlite' is set aside as 'workspace-1.damaged-20261126-2115.sqlite'.
QString asideName(const QString &fileName, const QString &mark)
{
    const QFileInfo info(fileName);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return info.completeBaseName() + QStringLiteral(".damaged-") + mark + suffix;
}

// Names within the folder, the oldest first.
QStringList asideFiles(const QString &fileName)
{
    const QString first = asideName(fileName, {})
                              .chopped(QFileInfo(fileName).suffix().isEmpty()
                                           ? 0
                                           : QFileInfo(fileName).suffix().size() + 1);
    QStringList names = QFileInfo(fileName).absoluteDir().entryList(
        QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    names.removeIf([&](const QString &name) { return !name.startsWith(first); });
    return names;
}

#ifdef Q_OS_UNIX

class FlockedFile : public WriterLock
{
public:
    explicit FlockedFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~FlockedFile() override { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(FlockedFile)

private:
    const int m_descriptor;
};

bool isSame(const struct stat &a, const struct stat &b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

#else

class LockedFile : public WriterLock
{
public:
    explicit LockedFile(const QString &fileName)
        : file(fileName)
    {
        file.setStaleLockTime(0);
    }

    QLockFile file;
};

#endif

} // namespace

Problem::Kind kindOfSystemError(int error)
{
    switch (error) {
    case ENOSPC:
    case EFBIG:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return Problem::Kind::Full;
    case EACCES:
    case EPERM:
    case EROFS:
        return Problem::Kind::ReadOnly;
    case EISDIR:
#ifdef ELOOP
    case ELOOP:
#endif
        return Problem::Kind::NotAFile;
    default:
        return Problem::Kind::Failed;
    }
}

bool exists(const QString &fileName)
{
    const QFileInfo info(fileName);
    return info.exists() || info.isSymLink();
}

QString logOf(const QString &fileName)
{
    return beside(fileName, "-wal");
}

bool hasLog(const QString &fileName)
{
    return QFileInfo(logOf(fileName)).size() > 0;
}

std::optional<Problem> otherThanFiles(const QString &fileName)
{
    for (const QString &name : ownFiles(fileName)) {
        const QFileInfo info(name);
        if (info.isSymLink() || (info.exists() && !info.isFile()))
            return Problem{Problem::Kind::NotAFile, name, {}, {}};
    }
    return std::nullopt;
}

std::optional<Problem> setAside(const QString &fileName, QString &aside)
{
    const QDir folder = QFileInfo(fileName).absoluteDir();
    const QString now = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmm"));
    const QStringList before = asideFiles(fileName);
    QString name = asideName(fileName, now);
    for (int i = 2; before.contains(name); ++i)
        name = asideName(fileName, QStringLiteral("%1-%2").arg(now).arg(i));
    if (const std::error_code error = rename(fileName, folder.filePath(name)))
        return Problem{kindOfSystemError(error.value()),
                       fileName,
                       {},
                       QString::fromStdString(error.message())};
    aside = folder.filePath(name);
    for (const char *ending : besideIt)
        rename(beside(fileName, ending), beside(aside, ending));
    // Each may have files beside it, whose names begin with its own.
    QStringList damaged = before;
    damaged.removeIf([&](const QString &file) {
        return std::ranges::any_of(
            besideIt, [&](const char *ending) { return file.endsWith(QLatin1String(ending)); });
    });
    for (qsizetype i = 0; i < damaged.size() - keptDamaged; ++i)
        for (const QString &file : before)
            if (file.startsWith(damaged[i]))
                QFile::remove(folder.filePath(file));
    return std::nullopt;
}

void removeLeftovers(const QString &fileName)
{
    for (const char *ending : besideIt)
        QFile::remove(beside(fileName, ending));
}

QStringList allFiles(const QString &fileName)
{
    const QDir folder = QFileInfo(fileName).absoluteDir();
    QStringList names = ownFiles(fileName);
    names.removeIf([](const QString &name) { return !exists(name); });
    for (const QString &name : asideFiles(fileName))
        names.append(folder.filePath(name));
    return names;
}

#ifdef Q_OS_UNIX

std::optional<Problem> makeFolder(const QString &fileName)
{
    const QString folder = QFileInfo(fileName).absolutePath();
    if (QFileInfo::exists(folder))
        return std::nullopt;
    QDir().mkpath(QFileInfo(folder).absolutePath());
    const QByteArray name = QFile::encodeName(folder);
    if ((::mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST) ||
        ::chmod(name.constData(), S_IRWXU) != 0)
        return systemProblem(fileName, errno);
    return std::nullopt;
}

std::optional<Problem> makePrivate(const QString &fileName)
{
    constexpr mode_t ownersOnly = S_IRUSR | S_IWUSR;
    const QByteArray name = QFile::encodeName(fileName);
    // An existing file is not opened: closing it would take away the locks that SQLite has on it
    // elsewhere in this process.
    const int created =
        ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, ownersOnly);
    if (created >= 0) {
        removeLeftovers(fileName);
        ::fchmod(created, ownersOnly);
        ::close(created);
        return std::nullopt;
    }
    if (errno != EEXIST)
        return systemProblem(fileName, errno);
    for (const QString &file : ownFiles(fileName)) {
        struct stat about = {};
        const QByteArray encoded = QFile::encodeName(file);
        if (::lstat(encoded.constData(), &about) == 0 && S_ISREG(about.st_mode) &&
            (about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            ::chmod(encoded.constData(), about.st_mode & S_IRWXU);
    }
    return std::nullopt;
}

std::optional<Problem> WriterLock::take(const QString &fileName, std::unique_ptr<WriterLock> &lock)
{
    const QByteArray name = QFile::encodeName(lockOf(fileName));
    constexpr int mostTries = 10;
    for (int i = 0; i < mostTries; ++i) {
        const int descriptor =
            ::open(name.constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
                   S_IRUSR | S_IWUSR);
        if (descriptor < 0)
            return systemProblem(fileName, errno);
        auto file = std::make_unique<FlockedFile>(descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
            return errno == EWOULDBLOCK ? Problem{Problem::Kind::InUse, fileName, {}, {}}
                                        : systemProblem(fileName, errno);
        ::fchmod(descriptor, S_IRUSR | S_IWUSR);
        // Somebody may have removed it meanwhile, and made another one.
        struct stat locked = {};
        struct stat there = {};
        if (::fstat(descriptor, &locked) == 0 && ::lstat(name.constData(), &there) == 0 &&
            isSame(locked, there)) {
            lock = std::move(file);
            return std::nullopt;
        }
    }
    return Problem{Problem::Kind::Locked, fileName, {}, {}};
}

#else

std::optional<Problem> makeFolder(const QString &fileName)
{
    if (QDir().mkpath(QFileInfo(fileName).absolutePath()))
        return std::nullopt;
    return Problem{Problem::Kind::Failed, fileName, {}, {}};
}

std::optional<Problem> makePrivate(const QString &fileName)
{
    if (!QFileInfo::exists(fileName))
        removeLeftovers(fileName);
    QFile file(fileName);
    if (!file.open(QFile::ReadWrite))
        return Problem{Problem::Kind::Failed, fileName, {}, file.errorString()};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return std::nullopt;
}

std::optional<Problem> WriterLock::take(const QString &fileName, std::unique_ptr<WriterLock> &lock)
{
    auto file = std::make_unique<LockedFile>(lockOf(fileName));
    if (!file->file.tryLock(0))
        return Problem{Problem::Kind::InUse, fileName, {}, {}};
    lock = std::move(file);
    return std::nullopt;
}

#endif

} // namespace mirror
