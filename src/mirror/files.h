// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/problem.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace mirror {

Problem::Kind kindOfSystemError(int error); // an errno

bool exists(const QString &fileName);   // whatever it is, and also a link to nothing
QString logOf(const QString &fileName); // the write-ahead log beside it
bool hasLog(const QString &fileName);   // it is there, and not empty
// Something else than a regular file is in the place of the file or of one beside it.
std::optional<Problem> otherThanFiles(const QString &fileName);

// Both whatever the umask says.
std::optional<Problem> makeFolder(const QString &fileName); // 0700, if it is not there
// Makes an empty file, 0600, if there is none; takes the rights of others to an earlier one away.
std::optional<Problem> makePrivate(const QString &fileName);

// Gives a damaged file and those beside it another name, and removes earlier ones. Null, or why
// not.
std::optional<Problem> setAside(const QString &fileName, QString &aside);
// Removes the write-ahead log and the like of a file that is not there any more.
void removeLeftovers(const QString &fileName);
// The file, those beside it and those that were set aside, as far as they are there.
QStringList allFiles(const QString &fileName);

// The right to write a file, as long as this lives: a lock on a file beside it.
class WriterLock
{
public:
    virtual ~WriterLock() = default;
    // InUse if another has it, in this process or in another one.
    static std::optional<Problem> take(const QString &fileName, std::unique_ptr<WriterLock> &lock);
};

} // namespace mirror
