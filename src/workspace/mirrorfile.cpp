// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/mirrorfile.h"

#include "workspace/regularfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

constexpr qsizetype saltSize = 32;   // bytes
constexpr qsizetype hashInName = 24; // hexadecimal digits

quo::Unexpected<WriteProblem> saltFailed(const QString &detail)
{
    return {{WriteProblem::Kind::Failed, detail}};
}

QByteArray newSalt()
{
    QByteArray salt(saltSize, Qt::Uninitialized);
    QRandomGenerator::system()->generate(salt.begin(), salt.end());
    return salt;
}

quo::Expected<QByteArray, WriteProblem> readSalt(const QString &folder)
{
    const QString fileName = folder + "/salt"_L1;
    auto salt = readRegularFile(fileName, saltSize);
    if (salt && salt->size() == saltSize)
        return std::move(*salt);
    if (!salt && salt.error().kind == FileProblem::Kind::Unreadable)
        return saltFailed(salt.error().detail);
    if (!QDir().mkpath(folder))
        return saltFailed(QDir::toNativeSeparators(folder));
    if (salt || salt.error().kind == FileProblem::Kind::TooLarge) {
        // Damaged: what was kept with the salt before counts as another key's.
        if (auto problem = writeWhole(fileName, newSalt(), Readers::Owner))
            return quo::Unexpected{std::move(*problem)};
    } else if (salt.error().kind == FileProblem::Kind::Missing) {
        // If another process makes one at the same moment, the first stays.
        QTemporaryFile file(fileName + ".XXXXXX"_L1);
        if (!file.open() || file.write(newSalt()) != saltSize || !file.flush())
            return saltFailed(file.errorString());
        if (file.rename(fileName))
            file.setAutoRemove(false);
        else if (!QFile::exists(fileName))
            return saltFailed(file.errorString());
    }
    salt = readRegularFile(fileName, saltSize);
    if (salt && salt->size() == saltSize)
        return std::move(*salt);
    return quo::Unexpected{
        !salt && salt.error().kind == FileProblem::Kind::NotAFile
            ? WriteProblem{WriteProblem::Kind::NotAFile}
            : WriteProblem{WriteProblem::Kind::Failed, salt ? fileName : salt.error().detail}};
}

QByteArray ownerMark(const QByteArray &salt, const QUrl &baseUrl, const quo::ApiKey &key)
{
    return QMessageAuthenticationCode::hash(baseUrl.toEncoded() + '\n' + key.authorizationHeader(),
                                            salt, QCryptographicHash::Sha256)
        .toHex();
}

} // namespace

QString mirrorFileName(const QString &folder, const QString &accountId)
{
    // Ids come from a file that people can edit.
    return folder + "/workspace-"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(accountId)) +
           ".sqlite"_L1;
}

quo::Expected<MirrorFile, WriteProblem> mirrorFileOf(const QString &folder, const Account &account,
                                                     const quo::ApiKey &key)
{
    auto salt = readSalt(folder);
    if (!salt)
        return quo::Unexpected{std::move(salt.error())};
    return MirrorFile{mirrorFileName(folder, account.id), ownerMark(*salt, account.baseUrl, key)};
}

quo::Expected<MirrorFile, WriteProblem> mirrorFileOf(const QString &folder, const QUrl &baseUrl,
                                                     const quo::ApiKey &key)
{
    auto salt = readSalt(folder);
    if (!salt)
        return quo::Unexpected{std::move(salt.error())};
    const QByteArray owner = ownerMark(*salt, baseUrl, key);
    return MirrorFile{mirrorFileName(folder, QString::fromLatin1(owner.first(hashInName))), owner};
}

} // namespace workspace
