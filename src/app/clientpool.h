// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "workspace/account.h"
#include "workspace/preferences.h"

#include <map>
#include <memory>

namespace app {

// The clients of all accounts, for as long as the program runs: each paces the requests of its key
// and knows its server, so an account that is opened again gets the one that it had.
class ClientPool
{
public:
    // The clock must outlive the pool.
    ClientPool(quo::Clock &clock, workspace::Proxy proxy);

    // The account's client; the key is for one that has to be made.
    quo::Client &clientOf(const workspace::Account &account, const quo::ApiKey &key);

    // One that belongs to no account yet, for a key that is to be tried.
    std::unique_ptr<quo::Client> make(const QUrl &baseUrl, const quo::ApiKey &key) const;

    // From now on the account's. Nothing may use the one before any more.
    void adopt(const QString &accountId, std::unique_ptr<quo::Client> client);

    // Nothing may use it any more.
    void forget(const QString &accountId);

    // For the clients that the pool has and for those that it will make.
    void setProxy(const workspace::Proxy &proxy);

private:
    quo::Clock &m_clock;
    workspace::Proxy m_proxy;
    std::map<QString, std::unique_ptr<quo::Client>> m_clients; // by account id
};

} // namespace app
