// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <cstring>
#include <unistd.h>
#endif

namespace exporting {

namespace {

// Where links lead; the name itself where nothing is.
QString resolved(const QString &fileName)
{
    const QString target = QFileInfo(fileName).canonicalFilePath();
    return target.isEmpty() ? fileName : target;
}

QString templateBeside(const QString &fileName)
{
    return QFileInfo(fileName).absoluteDir().filePath(QStringLiteral(".quoin-XXXXXX"));
}

// Not isWritable(), which is true of everything for an administrator.
bool isWriteProtected(const QFileInfo &info)
{
    return !info.isWritable() || !info.permission(QFile::WriteOwner);
}

// Gives the temporary file its name, and then that of the other. Why it cannot.
std::error_code renameTo(QTemporaryFile &file, const QString &fileName)
{
    const QString temporaryName = file.fileName(); // which gives it a name
    if (temporaryName.isEmpty())
        return std::make_error_code(std::errc::io_error);
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(temporaryName.toStdU16String()),
                            std::filesystem::path(fileName.toStdU16String()), error);
    if (!error)
        file.setAutoRemove(false);
    return error;
}

// A full disk may show only now. Why it is not on the disk; null if it is.
std::optional<QString> flushToDisk(QTemporaryFile &file)
{
    if (!file.flush() || file.error() != QFile::NoError)
        return file.errorString();
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return QString::fromLocal8Bit(std::strerror(errno));
#endif
    return std::nullopt;
}

} // namespace

AtomicFile::AtomicFile(const QString &fileName, Protected protectedFiles)
    : m_protected(protectedFiles)
    , m_fileName(resolved(fileName))
    , m_file(templateBeside(m_fileName))
{
}

std::optional<QString> AtomicFile::open()
{
    if (const std::optional<QString> refused = problem())
        return refused;
    if (!m_file.open())
        return m_file.errorString();
    return std::nullopt;
}

std::optional<QString> AtomicFile::setFileName(const QString &fileName)
{
    m_fileName = resolved(fileName);
    return problem();
}

std::optional<QString> AtomicFile::flush()
{
    return flushToDisk(m_file);
}

std::optional<QString> AtomicFile::commit()
{
    // Much may have happened to the place since it was looked at.
    if (const std::optional<QString> refused = problem())
        return refused;
    if (const std::optional<QString> failed = flush())
        return failed;
    // Without what this user may do, which is everything for an administrator.
    constexpr QFile::Permissions ofTheUser = QFile::ReadUser | QFile::WriteUser | QFile::ExeUser;
    if (const QFileInfo old(m_fileName);
        old.exists() && !m_file.setPermissions(old.permissions() & ~ofTheUser))
        return m_file.errorString();
    const std::error_code error = renameTo(m_file, m_fileName);
    if (error == std::errc::cross_device_link)
        return copyAcross();
    if (error)
        return QString::fromStdString(error.message());
    m_file.close();
    return std::nullopt;
}

// Its new place is on another file system than the one that it was opened for.
std::optional<QString> AtomicFile::copyAcross()
{
    QTemporaryFile copy(templateBeside(m_fileName));
    if (!copy.open() || !copy.setPermissions(m_file.permissions()))
        return copy.errorString();
    if (!m_file.seek(0))
        return m_file.errorString();
    while (!m_file.atEnd()) {
        const QByteArray bytes = m_file.read(1 << 16);
        if (bytes.isEmpty())
            return m_file.errorString();
        if (copy.write(bytes) != bytes.size())
            return copy.errorString();
    }
    if (const std::optional<QString> failed = flushToDisk(copy))
        return failed;
    if (const std::error_code error = renameTo(copy, m_fileName))
        return QString::fromStdString(error.message());
    m_file.remove();
    return std::nullopt;
}

std::optional<QString> AtomicFile::problem() const
{
    const QFileInfo info(m_fileName);
    if (info.isSymLink())
        return QCoreApplication::translate("exporting::AtomicFile",
                                           "is a link to a file that is not there");
    if (!info.exists())
        return std::nullopt;
    if (!info.isFile())
        return QCoreApplication::translate("exporting::AtomicFile", "is no file");
    // Else an export that replaces it would take away what its owner has protected.
    if (m_protected == Protected::Refused && isWriteProtected(info))
        return QCoreApplication::translate("exporting::AtomicFile", "is write-protected");
    return std::nullopt;
}

} // namespace exporting
