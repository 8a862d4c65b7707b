// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clients.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace app {

QNetworkProxy toNetworkProxy(const workspace::Proxy &proxy)
{
    switch (proxy.kind) {
    case workspace::Proxy::Kind::System:
        break;
    case workspace::Proxy::Kind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case workspace::Proxy::Kind::Http:
        return QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host, proxy.port);
    case workspace::Proxy::Kind::Socks5:
        return QNetworkProxy(QNetworkProxy::Socks5Proxy, proxy.host, proxy.port);
    }
    return QNetworkProxy(QNetworkProxy::DefaultProxy);
}

std::unique_ptr<quo::Client> makeClient(const QUrl &baseUrl, const quo::ApiKey &key,
                                        const workspace::Proxy &proxy, quo::Clock &clock)
{
    quo::Client::Settings settings;
    settings.baseUrl = baseUrl;
    settings.key = key;
    settings.userAgent = "Quoin/" + QCoreApplication::applicationVersion().toLatin1();
    auto client = std::make_unique<quo::Client>(
        settings, clock, [] { return QRandomGenerator::global()->generateDouble(); });
    client->setProxy(toNetworkProxy(proxy));
    return client;
}

} // namespace app
