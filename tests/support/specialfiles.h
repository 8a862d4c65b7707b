// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/files.h"

#include <QDir>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

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

inline bool makePipe(const QString &fileName)
{
    return ::mkfifo(QFile::encodeName(fileName).constData(), 0600) == 0;
}

// The name must be a short one.
inline bool makeSocket(const QString &fileName)
{
    const QByteArray name = QFile::encodeName(fileName);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (size_t(name.size()) >= sizeof address.sun_path)
        return false;
    std::copy(name.begin(), name.end(), address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const bool isBound =
        ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return isBound;
}

// The test fails where it cannot be made.
inline void makeSpecialFile(const QString &what, const QString &fileName,
                            const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
{
    bool isMade = false;
    if (what == u"folder") {
        isMade = QDir().mkpath(fileName);
    } else if (what == u"pipe") {
        isMade = makePipe(fileName);
    } else if (what == u"socket") {
        isMade = makeSocket(fileName);
    } else if (what == u"link to a pipe") {
        const QString pipe = fileName + QStringLiteral(".pipe");
        isMade = makePipe(pipe) && QFile::link(pipe, fileName);
    } else if (what.startsWith(u"link to /")) {
        isMade = QFile::link(what.mid(8), fileName);
    } else if (what == u"1 GiB") {
        writeFile(fileName, {}, caller);
        isMade = QFile::resize(fileName, 1 << 30);
    }
    if (!isMade)
        fail(QStringLiteral("cannot make a ") + what, caller);
}

} // namespace support
#endif
