// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apikey.h"
#include "quo/expected.h"
#include "workspace/account.h"
#include "workspace/atomicfile.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace workspace {

// The file in which a workspace is kept on this computer, and which server and key its rows come
// from. The mark is salted with random bytes that never leave this computer, so nobody can tell
// from it, or from a file's name, which key that was.
struct MirrorFile
{
    QString fileName;
    QByteArray owner; // printable

    bool operator==(const MirrorFile &) const = default;
};

// The file of an account. Another key of the account has the same file with another owner.
QString mirrorFileName(const QString &folder, const QString &accountId);

// The folder and the salt in it are made if there are none yet. Fails if they cannot be made or
// read. The salt belongs to its owner alone (0600).
quo::Expected<MirrorFile, WriteProblem> mirrorFileOf(const QString &folder, const Account &account,
                                                     const quo::ApiKey &key);
// The file of a key from outside, which belongs to no account: one for each server and key.
quo::Expected<MirrorFile, WriteProblem> mirrorFileOf(const QString &folder, const QUrl &baseUrl,
                                                     const quo::ApiKey &key);

} // namespace workspace
