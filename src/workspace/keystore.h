// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apikey.h"
#include "quo/expected.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace workspace {

// Why the system's keychain did not do what was asked.
struct KeyProblem
{
    enum class Kind { NotFound, Denied, NoKeychain };

    Kind kind = Kind::NoKeychain;
    QString detail; // what the keychain says
};

// The keys of the workspaces, in the system's keychain and nowhere else. Where no keychain runs, a
// key holds until the program ends. Every callback is called once, from the event loop, and not at
// all once its context is gone.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    // 'service' is under what the keychain lists the keys.
    explicit KeyStore(const QString &service, QObject *parent = nullptr);

    void read(const QString &accountId, QObject *context,
              std::function<void(quo::Expected<quo::ApiKey, KeyProblem>)> done);
    // Null: the keychain has it. Otherwise it is kept for this session, and the problem says why.
    void write(const QString &accountId, const quo::ApiKey &key, QObject *context,
               std::function<void(std::optional<KeyProblem>)> done);
    // Null: it is gone, or was never there.
    void remove(const QString &accountId, QObject *context,
                std::function<void(std::optional<KeyProblem>)> done);

private:
    const QString m_service;
    QHash<QString, quo::ApiKey> m_sessionKeys; // by account id
};

} // namespace workspace
