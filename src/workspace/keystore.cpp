// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/keystore.h"

#include <qt6keychain/keychain.h>

namespace workspace {

namespace {

std::optional<KeyProblem> keyProblemOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return std::nullopt;
    case QKeychain::EntryNotFound:
        return KeyProblem{KeyProblem::Kind::NotFound, job.errorString()};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeyProblem{KeyProblem::Kind::Denied, job.errorString()};
    default:
        // libsecret reports a missing service only as text.
        return KeyProblem{KeyProblem::Kind::NoKeychain, job.errorString()};
    }
}

// The job deletes itself when it ends. It has no parent, since libsecret writes into it until then.
void start(QKeychain::Job *job, const QString &accountId)
{
    job->setInsecureFallback(false); // never into a settings file
    job->setKey(accountId);
    job->start();
}

} // namespace

KeyStore::KeyStore(const QString &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

void KeyStore::read(const QString &accountId, QObject *context,
                    std::function<void(quo::Expected<quo::ApiKey, KeyProblem>)> callback)
{
    if (m_sessionKeys.contains(accountId)) {
        const auto call = [key = m_sessionKeys.value(accountId), callback = std::move(callback)] {
            callback(key);
        };
        QMetaObject::invokeMethod(context, call, Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    connect(job, &QKeychain::Job::finished, context, [job, callback = std::move(callback)] {
        if (const std::optional<KeyProblem> problem = keyProblemOf(*job))
            callback(quo::Unexpected{*problem});
        else
            callback(quo::ApiKey::fromUserInput(QString::fromUtf8(job->binaryData())));
    });
    start(job, accountId);
}

void KeyStore::write(const QString &accountId, const quo::ApiKey &key, QObject *context,
                     std::function<void(std::optional<KeyProblem>)> callback)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(key.authorizationHeader());
    // Kept at once, so that a read returns the new key while the keychain is still busy.
    m_sessionKeys.insert(accountId, key);
    connect(job, &QKeychain::Job::finished, this, [this, job, accountId] {
        if (job->error() == QKeychain::NoError)
            m_sessionKeys.remove(accountId);
    });
    connect(job, &QKeychain::Job::finished, context,
            [job, callback = std::move(callback)] { callback(keyProblemOf(*job)); });
    start(job, accountId);
}

void KeyStore::remove(const QString &accountId, QObject *context,
                      std::function<void(std::optional<KeyProblem>)> callback)
{
    m_sessionKeys.remove(accountId);
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    connect(job, &QKeychain::Job::finished, context, [job, callback = std::move(callback)] {
        const std::optional<KeyProblem> problem = keyProblemOf(*job);
        const bool isGone = !problem || problem->kind == KeyProblem::Kind::NotFound;
        callback(isGone ? std::nullopt : problem);
    });
    start(job, accountId);
}

} // namespace workspace
