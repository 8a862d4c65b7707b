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

// A link is written through, as other programs do.
QString resolved(const QString &fileName)
{
    const QString target = QFileInfo(fileName).canonicalFilePath();
    return target.isEmpty() ? fileName : target;
}

// Why a file cannot take this place; null if it can.
std::optional<QString> problemWith(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (info.exists() && !info.isFile())
        return QCoreApplication::translate("exporting::AtomicFile", "is no file");
    // Else an export that replaces it would take away what its owner has protected.
    if (info.exists() && !info.isWritable())
        return QCoreApplication::translate("exporting::AtomicFile", "is write-protected");
    return std::nullopt;
}

} // namespace

AtomicFile::AtomicFile(const QString &fileName)
    : m_fileName(resolved(fileName))
    , m_file(QFileInfo(m_fileName).absoluteDir().filePath(QStringLiteral(".quoin-XXXXXX")))
{
}

std::optional<QString> AtomicFile::open()
{
    if (const std::optional<QString> problem = problemWith(m_fileName))
        return problem;
    if (!m_file.open())
        return m_file.errorString();
    return std::nullopt;
}

std::optional<QString> AtomicFile::setFileName(const QString &fileName)
{
    m_fileName = resolved(fileName);
    return problemWith(m_fileName);
}

std::optional<QString> AtomicFile::flush()
{
    if (!m_file.flush() || m_file.error() != QFile::NoError)
        return m_file.errorString();
#ifdef Q_OS_UNIX
    // A full disk may show only now.
    if (::fsync(m_file.handle()) != 0)
        return QString::fromLocal8Bit(std::strerror(errno));
#endif
    return std::nullopt;
}

std::optional<QString> AtomicFile::commit()
{
    if (const std::optional<QString> problem = flush())
        return problem;
    if (const QFileInfo old(m_fileName); old.exists() && !m_file.setPermissions(old.permissions()))
        return m_file.errorString();
    const QString temporaryName = m_file.fileName(); // which gives it a name
    if (temporaryName.isEmpty())
        return m_file.errorString();
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(temporaryName.toStdU16String()),
                            std::filesystem::path(m_fileName.toStdU16String()), error);
    if (error)
        return QString::fromStdString(error.message());
    m_file.setAutoRemove(false);
    m_file.close();
    return std::nullopt;
}

} // namespace exporting
