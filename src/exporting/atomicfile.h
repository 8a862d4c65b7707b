// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryFile>

#include <optional>

namespace exporting {

// A file that takes its place when it is whole. Until then it has no name on systems that know
// such files (Linux), so that even a killed process leaves nothing behind; elsewhere it is a
// temporary one beside its place. Only its owner may read it, unless it takes the place of one that
// others may read. Only a file can be replaced: what is none, such as a device or a pipe, is
// refused.
class AtomicFile
{
public:
    explicit AtomicFile(const QString &fileName);

    // Why it cannot be opened; null if it is open.
    std::optional<QString> open();
    QFile &file() { return m_file; }
    const QFile &file() const { return m_file; }
    // Lets it take another place in the same folder. Why it cannot; null if it can.
    std::optional<QString> setFileName(const QString &fileName);
    // Why what was written is not on the disk; null if it is. commit() does it as well, and has
    // less to do after it.
    std::optional<QString> flush();
    // Why what was written is not in place; then the old file is as it was.
    std::optional<QString> commit();

private:
    QString m_fileName;
    QTemporaryFile m_file;
};

} // namespace exporting
