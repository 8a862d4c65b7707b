// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryFile>

#include <optional>

namespace exporting {

// A file that takes its place when it is whole. Until then it has no name on systems that know
// such files (Linux), so that even a killed process leaves nothing behind; elsewhere it is a
// temporary one beside its place. Only its owner may read it, unless it takes the place of one that
// others may read. A link is followed, so that its target is replaced. What is not a file (a
// folder, a device, a pipe, a link to nothing) is refused, and a write-protected file as well
// unless told otherwise.
class AtomicFile
{
public:
    enum class Protected { Refused, Replaced };

    explicit AtomicFile(const QString &fileName, Protected protectedFiles = Protected::Refused);

    // Why it cannot be opened; null if it is open.
    std::optional<QString> open();
    QFile &file() { return m_file; }
    const QFile &file() const { return m_file; }
    // Lets it take another place. Why it cannot; null if it can.
    std::optional<QString> setFileName(const QString &fileName);
    // Why what was written is not on the disk; null if it is. commit() does it as well, and has
    // less to do after it.
    std::optional<QString> flush();
    // Why what was written is not in place; then the old file is as it was.
    std::optional<QString> commit();

private:
    std::optional<QString> problem() const;
    std::optional<QString> copyAcross();

    const Protected m_protected;
    QString m_fileName; // no link
    QTemporaryFile m_file;
};

} // namespace exporting
