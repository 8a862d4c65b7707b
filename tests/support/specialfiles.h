// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/files.h"

#include <QDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace support {

// What may stand where a file is expected, and must be neither waited for nor read without end: a
// column 'what' of it, for makeSpecialFile().
inline void addSpecialFiles()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
         {"folder", "pipe", "socket", "link to a pipe", "link to /dev/zero", "link to /dev/tty",
          "link to /proc/kmsg", "link to /proc/self/maps", "1 GiB"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

inline bool makeSpecialFile(const QString &what, const QString &fileName)
{
#ifdef Q_OS_UNIX
    const QByteArray name = QFile::encodeName(fileName);
    if (what == u"folder")
        return QDir().mkpath(fileName);
    if (what == u"pipe")
        return ::mkfifo(name.constData(), 0600) == 0;
    if (what == u"socket") {
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        if (size_t(name.size()) >= sizeof address.sun_path)
            return false;
        std::copy(name.begin(), name.end(), address.sun_path);
        const bool isBound =
            ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        ::close(socket);
        return isBound;
    }
    if (what == u"link to a pipe")
        return ::mkfifo((name + ".pipe").constData(), 0600) == 0 &&
               QFile::link(fileName + QStringLiteral(".pipe"), fileName);
    if (what.startsWith(u"link to /"))
        return QFile::link(what.mid(8), fileName);
    if (what == u"1 GiB") {
        writeFile(fileName, {});
        return ::truncate(name.constData(), 1 << 30) == 0;
    }
#else
    Q_UNUSED(what)
    Q_UNUSED(fileName)
#endif
    return false;
}

} // namespace support
