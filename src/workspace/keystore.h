// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apikey.h"
#include "quo/expected.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace workspace {

// Why the system's keychain refused a request.
struct KeyProblem
{
    enum class Kind { NotFound, Denied, NoKeychain };

    Kind kind = Kind::NoKeychain;
    QString detail; // the keychain's own words
};

// The keys of the workspaces, kept in the system's keychain and nowhere else. If no keychain runs,
// a key is kept in memory until the program ends. Each callback is called once, from the event
// loop, unless its context has been destroyed.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    // The keychain lists the keys under 'service'.
    explicit KeyStore(const QString &service, QObject *parent = nullptr);

    void read(const QString &accountId, QObject *context,
              std::function<void(quo::Expected<quo::ApiKey, KeyProblem>)> callback);
    // Calls back with null if the keychain has the key. Otherwise the key is kept for this session,
    // and the problem says why.
    void write(const QString &accountId, const quo::ApiKey &key, QObject *context,
               std::function<void(std::optional<KeyProblem>)> callback);
    // Calls back with null if the keychain does not have the key any more, or never had it.
    void remove(const QString &accountId, QObject *context,
                std::function<void(std::optional<KeyProblem>)> callback);

private:
    const QString m_service;
    QHash<QString, quo::ApiKey> m_sessionKeys; // by account id
};

} // namespace workspace
