// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/regularfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/magic.h>
#include <sys/vfs.h>
#endif

namespace workspace {

namespace {

#ifdef Q_OS_UNIX
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    int number() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

quo::Unexpected<FileProblem> fileProblemOf(int error)
{
    return {{error == ENOENT || error == ENOTDIR ? FileProblem::Kind::Missing
                                                 : FileProblem::Kind::Unreadable,
             qt_error_string(error)}};
}
#endif

} // namespace

#ifdef Q_OS_UNIX

quo::Expected<QByteArray, FileProblem> readRegularFile(const QString &fileName, qint64 mostBytes)
{
    // Checked before it is opened, since opening a device can have effects.
    if (isOtherThanAFile(fileName))
        return quo::Unexpected{FileProblem{FileProblem::Kind::NotAFile}};
    const Descriptor file(::open(QFile::encodeName(fileName).constData(),
                                 O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat about = {};
    if (file.number() < 0 || ::fstat(file.number(), &about) != 0)
        return fileProblemOf(errno);
    if (!S_ISREG(about.st_mode))
        return quo::Unexpected{FileProblem{FileProblem::Kind::NotAFile}};
    if (about.st_size > mostBytes)
        return quo::Unexpected{FileProblem{FileProblem::Kind::TooLarge}};
    // The file may grow while it is read.
    QByteArray bytes;
    constexpr qint64 piece = 1 << 20;
    while (bytes.size() <= mostBytes) {
        const qsizetype before = bytes.size();
        bytes.resize(before + std::min(piece, std::max<qint64>(about.st_size - before, 0) + 1));
        const ssize_t count =
            ::read(file.number(), bytes.data() + before, size_t(bytes.size() - before));
        if (count < 0 && errno != EINTR)
            return fileProblemOf(errno);
        bytes.resize(before + std::max<ssize_t>(count, 0));
        if (count == 0)
            return bytes;
    }
    return quo::Unexpected{FileProblem{FileProblem::Kind::TooLarge}};
}

bool isOtherThanAFile(const QString &fileName)
{
    const QByteArray name = QFile::encodeName(fileName);
    struct stat about = {};
    if (::stat(name.constData(), &about) != 0)
        return false;
#ifdef Q_OS_LINUX
    // Files in there claim to be regular, but their content is generated when they are read.
    struct statfs system = {};
    if (::statfs(name.constData(), &system) == 0 &&
        (system.f_type == PROC_SUPER_MAGIC || system.f_type == SYSFS_MAGIC))
        return true;
#endif
    return !S_ISREG(about.st_mode);
}

int openForWriting(const QString &fileName)
{
    Descriptor file(::open(QFile::encodeName(fileName).constData(),
                           O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
                           S_IRUSR | S_IWUSR));
    struct stat about = {};
    if (file.number() < 0 || ::fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode) ||
        ::fchmod(file.number(), S_IRUSR | S_IWUSR) != 0 || ::ftruncate(file.number(), 0) != 0)
        return -1;
    return file.release();
}

#else

quo::Expected<QByteArray, FileProblem> readRegularFile(const QString &fileName, qint64 mostBytes)
{
    if (isOtherThanAFile(fileName))
        return quo::Unexpected{FileProblem{FileProblem::Kind::NotAFile}};
    QFile file(fileName);
    if (!file.exists())
        return quo::Unexpected{FileProblem{FileProblem::Kind::Missing, file.errorString()}};
    if (!file.open(QFile::ReadOnly))
        return quo::Unexpected{FileProblem{FileProblem::Kind::Unreadable, file.errorString()}};
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return quo::Unexpected{FileProblem{FileProblem::Kind::TooLarge}};
    return bytes;
}

bool isOtherThanAFile(const QString &fileName)
{
    const QFileInfo info(fileName);
    return info.exists() && !info.isFile();
}

#endif

} // namespace workspace
