// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/atomicfile.h"

#include "workspace/regularfile.h"

#include <QDir>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace workspace {

namespace {

WriteProblem writeFailed(const QString &reason)
{
    return {WriteProblem::Kind::Failed, reason};
}

// The target of links; the name itself if there is no file.
QString resolved(const QString &fileName)
{
    const QString target = QFileInfo(fileName).canonicalFilePath();
    return target.isEmpty() ? fileName : target;
}

QString templateBeside(const QString &fileName)
{
    return QFileInfo(fileName).absoluteDir().filePath(QStringLiteral(".quoin-XXXXXX"));
}

// isWritable() is true for any file if the user is an administrator.
bool isWriteProtected(const QFileInfo &info)
{
    return !info.isWritable() || !info.permission(QFile::WriteOwner);
}

// The permissions of a new file according to the umask.
QFile::Permissions usualPermissions()
{
    QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
#ifdef Q_OS_UNIX
    // The umask can be read only by setting it. Files that another thread creates meanwhile are
    // more private.
    const mode_t mask = ::umask(S_IRWXG | S_IRWXO);
    ::umask(mask);
    permissions.setFlag(QFile::ReadGroup, (mask & S_IRGRP) == 0);
    permissions.setFlag(QFile::WriteGroup, (mask & S_IWGRP) == 0);
    permissions.setFlag(QFile::ReadOther, (mask & S_IROTH) == 0);
    permissions.setFlag(QFile::WriteOther, (mask & S_IWOTH) == 0);
#endif
    return permissions;
}

// The permissions of a file in this place; null to keep those of a temporary file, which only its
// owner may read.
std::optional<QFile::Permissions> permissionsAt(const QString &fileName, Readers readers)
{
    if (readers == Readers::Owner)
        return std::nullopt;
    // Without the permissions of this user, which are all for an administrator.
    constexpr QFile::Permissions ofTheUser = QFile::ReadUser | QFile::WriteUser | QFile::ExeUser;
    if (const QFileInfo old(fileName); old.exists())
        return old.permissions() & ~ofTheUser;
    return readers == Readers::AsUsual ? std::optional(usualPermissions()) : std::nullopt;
}

// Gives the file a temporary name and then renames it to the other file's name. Returns why that
// failed.
std::error_code renameTo(QTemporaryFile &file, const QString &fileName)
{
    const QString temporaryName = file.fileName(); // this gives it a name
    if (temporaryName.isEmpty())
        return std::make_error_code(std::errc::io_error);
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(temporaryName.toStdU16String()),
                            std::filesystem::path(fileName.toStdU16String()), error);
    if (!error)
        file.setAutoRemove(false);
    return error;
}

// A full disk may be noticed only now. Returns why the file is not on the disk; null if it is.
std::optional<WriteProblem> flushToDisk(QTemporaryFile &file)
{
    if (!file.flush() || file.error() != QFile::NoError)
        return writeFailed(file.errorString());
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return writeFailed(qt_error_string(errno));
#endif
    return std::nullopt;
}

} // namespace

AtomicFile::AtomicFile(const QString &fileName, Readers readers, Protected protectedFiles)
    : m_readers(readers)
    , m_protected(protectedFiles)
    , m_fileName(resolved(fileName))
    , m_file(templateBeside(m_fileName))
{
}

std::optional<WriteProblem> AtomicFile::open()
{
    if (const std::optional<WriteProblem> refused = problem())
        return refused;
    if (!m_file.open())
        return writeFailed(m_file.errorString());
    return std::nullopt;
}

std::optional<WriteProblem> AtomicFile::setFileName(const QString &fileName)
{
    m_fileName = resolved(fileName);
    return problem();
}

std::optional<WriteProblem> AtomicFile::flush()
{
    return flushToDisk(m_file);
}

std::optional<WriteProblem> AtomicFile::commit()
{
    // The place may have changed since it was checked.
    if (const std::optional<WriteProblem> refused = problem())
        return refused;
    if (const std::optional<WriteProblem> failed = flush())
        return failed;
    if (const std::optional<QFile::Permissions> permissions = permissionsAt(m_fileName, m_readers);
        permissions && !m_file.setPermissions(*permissions))
        return writeFailed(m_file.errorString());
    const std::error_code error = renameTo(m_file, m_fileName);
    if (error == std::errc::cross_device_link)
        return copyAcross();
    if (error)
        return writeFailed(QString::fromStdString(error.message()));
    m_file.close();
    return std::nullopt;
}

// The new place is on another file system than the old one.
std::optional<WriteProblem> AtomicFile::copyAcross()
{
    QTemporaryFile copy(templateBeside(m_fileName));
    if (!copy.open() || !copy.setPermissions(m_file.permissions()))
        return writeFailed(copy.errorString());
    if (!m_file.seek(0))
        return writeFailed(m_file.errorString());
    while (!m_file.atEnd()) {
        const QByteArray bytes = m_file.read(1 << 16);
        if (bytes.isEmpty())
            return writeFailed(m_file.errorString());
        if (copy.write(bytes) != bytes.size())
            return writeFailed(copy.errorString());
    }
    if (const std::optional<WriteProblem> failed = flushToDisk(copy))
        return failed;
    if (const std::error_code error = renameTo(copy, m_fileName))
        return writeFailed(QString::fromStdString(error.message()));
    m_file.remove();
    return std::nullopt;
}

std::optional<WriteProblem> AtomicFile::problem() const
{
    const QFileInfo info(m_fileName);
    if (info.isSymLink())
        return WriteProblem{WriteProblem::Kind::LinkToNothing};
    if (isOtherThanAFile(m_fileName))
        return WriteProblem{WriteProblem::Kind::NotAFile};
    // Otherwise the new file would replace one that its owner has protected.
    if (info.exists() && m_protected == Protected::Refused && isWriteProtected(info))
        return WriteProblem{WriteProblem::Kind::WriteProtected};
    return std::nullopt;
}

std::optional<WriteProblem> writeWhole(const QString &fileName, const QByteArray &bytes,
                                       Readers readers)
{
    AtomicFile file(fileName, readers);
    if (const std::optional<WriteProblem> problem = file.open())
        return problem;
    if (file.file().write(bytes) != bytes.size())
        return writeFailed(file.file().errorString());
    return file.commit();
}

} // namespace workspace
