// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/expected.h"

#include <QByteArray>
#include <QString>

namespace workspace {

// Why a file was not read.
struct FileProblem
{
    enum class Kind {
        Missing,
        NotAFile, // a folder, a device, a pipe, a socket or a file of /proc or /sys
        TooLarge,
        Unreadable, // for the reason in 'detail'
    };

    Kind kind = Kind::Unreadable;
    QString detail = {};
};

// Reads a whole file, if it is a regular file of at most 'mostBytes'. Links are followed. Never
// waits, whatever has that name. Any thread may call it.
quo::Expected<QByteArray, FileProblem> readRegularFile(const QString &fileName, qint64 mostBytes);

// Whether something other than a regular file has that name. It must be neither read nor replaced.
bool isOtherThanAFile(const QString &fileName);

#ifdef Q_OS_UNIX
// Creates or empties a regular file for its owner alone (0600) and opens it for writing. Returns
// the descriptor, or -1 on failure. Never waits, and follows no link.
int openForWriting(const QString &fileName);
#endif

} // namespace workspace
