// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clientpool.h"

#include "app/clients.h"

namespace app {

ClientPool::ClientPool(quo::Clock &clock, workspace::Proxy proxy)
    : m_clock(clock)
    , m_proxy(std::move(proxy))
{
}

quo::Client &ClientPool::clientOf(const workspace::Account &account, const quo::ApiKey &key)
{
    std::unique_ptr<quo::Client> &client = m_clients[account.id];
    if (!client)
        client = make(account.baseUrl, key);
    return *client;
}

std::unique_ptr<quo::Client> ClientPool::make(const QUrl &baseUrl, const quo::ApiKey &key) const
{
    return makeClient(baseUrl, key, m_proxy, m_clock);
}

void ClientPool::adopt(const QString &accountId, std::unique_ptr<quo::Client> client)
{
    m_clients[accountId] = std::move(client);
}

void ClientPool::forget(const QString &accountId)
{
    m_clients.erase(accountId);
}

void ClientPool::setProxy(const workspace::Proxy &proxy)
{
    m_proxy = proxy;
    for (const auto &[id, client] : m_clients)
        client->setProxy(toNetworkProxy(proxy));
}

} // namespace app
