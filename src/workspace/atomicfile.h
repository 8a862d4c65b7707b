// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryFile>

#include <optional>

namespace workspace {

// Why a file was not written. The previous file is unchanged.
struct WriteProblem
{
    enum class Kind {
        LinkToNothing,
        NotAFile, // a folder, a device, a pipe, a socket or a file of /proc or /sys
        WriteProtected,
        Failed, // for the reason in 'detail'
    };

    Kind kind = Kind::Failed;
    QString detail = {};
};

// Who may read a file once it is in place.
enum class Readers {
    Owner,    // only the owner, even if others could read the replaced file
    AsBefore, // the same as the replaced file; only the owner of a new file
    AsUsual,  // the same as the replaced file; whoever the umask allows for a new file
};

// A file that gets its name when it is complete and on the disk. Until then only its owner may read
// it. On Linux it has no name until then, so that even a killed process leaves nothing behind;
// elsewhere it is a temporary file in the same folder. A link is followed, so that its target is
// replaced. Anything that is not a regular file is refused, as is a link to nothing, and a
// write-protected file unless it may be replaced. Any thread may use one.
class AtomicFile
{
public:
    enum class Protected { Refused, Replaced };

    AtomicFile(const QString &fileName, Readers readers,
               Protected protectedFiles = Protected::Refused);

    // Returns why it cannot be opened; null if it is open.
    [[nodiscard]] std::optional<WriteProblem> open();
    QFile &file() { return m_file; }
    const QFile &file() const { return m_file; }
    // Changes its final name. Returns why that is not possible; null on success.
    [[nodiscard]] std::optional<WriteProblem> setFileName(const QString &fileName);
    // Writes everything to the disk. Returns why that failed; null on success. commit() does the
    // same, and is faster after it.
    [[nodiscard]] std::optional<WriteProblem> flush();
    // Gives the file its name. Returns why that failed; null on success.
    [[nodiscard]] std::optional<WriteProblem> commit();

private:
    std::optional<WriteProblem> problem() const;
    std::optional<WriteProblem> copyAcross();

    const Readers m_readers;
    const Protected m_protected;
    QString m_fileName; // never a link
    QTemporaryFile m_file;
};

// Writes a whole file at once. Returns why that failed; null on success.
[[nodiscard]] std::optional<WriteProblem> writeWhole(const QString &fileName,
                                                     const QByteArray &bytes, Readers readers);

} // namespace workspace
