// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace support {

// All of a file; nothing where it cannot be read.
inline QByteArray readFile(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

// A test that cannot write cannot go on.
inline void writeFile(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(fileName));
}

} // namespace support
