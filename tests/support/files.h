// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fail.h"

#include <QFile>

namespace support {

// All of a file; nothing where it cannot be read.
inline QByteArray readFile(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

// The test fails where it cannot be written.
inline void writeFile(const QString &fileName, const QByteArray &bytes,
                      const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
{
    QFile file(fileName);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        fail(QStringLiteral("cannot write ") + fileName, caller);
}

} // namespace support
