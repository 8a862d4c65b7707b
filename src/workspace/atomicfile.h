// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryFile>

#include <optional>

namespace workspace {

// Why a file is not written. Whatever was there before is as it was.
struct WriteProblem
{
    enum class Kind {
        LinkToNothing,
        NotAFile, // a folder, a device, a pipe, a socket, or a file of the system's own
        WriteProtected,
        Failed, // for the reason in 'detail'
    };

    Kind kind = Kind::Failed;
    QString detail = {};
};

// Who may read a file once it is in place.
enum class Readers {
    Owner,    // and nobody else, whoever could read the file that it replaces
    AsBefore, // those who could read the file that it replaces; a new file, its owner alone
    AsUsual,  // the same; a new file, those whom the umask lets read it
};

// A file that takes its place when it is whole, and is on the disk by then. Until then it has no
// name on systems that know such files (Linux), so that even a killed process leaves nothing
// behind; elsewhere it is a temporary one beside its place. Its owner alone may read it until then.
// A link is followed, so that its target is replaced. Anything that is not a regular file is
// refused, as is a link to nothing, and a write-protected file unless it is to be replaced. Any
// thread may use one.
class AtomicFile
{
public:
    enum class Protected { Refused, Replaced };

    AtomicFile(const QString &fileName, Readers readers,
               Protected protectedFiles = Protected::Refused);

    // Why it cannot be opened; null if it is open.
    [[nodiscard]] std::optional<WriteProblem> open();
    QFile &file() { return m_file; }
    const QFile &file() const { return m_file; }
    // Lets it take another place. Why it cannot; null if it can.
    [[nodiscard]] std::optional<WriteProblem> setFileName(const QString &fileName);
    // Why what was written is not on the disk; null if it is. commit() does it as well, and has
    // less to do after it.
    [[nodiscard]] std::optional<WriteProblem> flush();
    // Why what was written is not in place; null if it is.
    [[nodiscard]] std::optional<WriteProblem> commit();

private:
    std::optional<WriteProblem> problem() const;
    std::optional<WriteProblem> copyAcross();

    const Readers m_readers;
    const Protected m_protected;
    QString m_fileName; // no link
    QTemporaryFile m_file;
};

// All of a file at once. Why it is not written; null if it is.
[[nodiscard]] std::optional<WriteProblem> writeWhole(const QString &fileName,
                                                     const QByteArray &bytes, Readers readers);

} // namespace workspace
