// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/expected.h"

#include <QByteArray>
#include <QString>

namespace workspace {

// Why a file is not read.
struct FileProblem
{
    enum class Kind {
        Missing,
        NotAFile, // a folder, a device, a pipe, a socket, or a file of the system's own
        TooLarge,
        Unreadable, // for the reason in 'detail'
    };

    Kind kind = Kind::Unreadable;
    QString detail = {};
};

// All of a file, if it is a regular one of at most 'mostBytes'. Links are followed. It never waits,
// whatever is found under that name. Any thread may call it.
quo::Expected<QByteArray, FileProblem> readRegularFile(const QString &fileName, qint64 mostBytes);

// Whether something else than a regular file has that name, so that it must be neither read nor
// replaced.
bool isOtherThanAFile(const QString &fileName);

#ifdef Q_OS_UNIX
// Opens a regular file for writing, after making or emptying it, for its owner alone (0600); -1
// where that cannot be done. It never waits, and follows no link.
int openForWriting(const QString &fileName);
#endif

} // namespace workspace
