// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "workspace/preferences.h"

#include <QNetworkProxy>

#include <memory>

namespace app {

QNetworkProxy toNetworkProxy(const workspace::Proxy &proxy);

// Speaks to the server as this program. The clock must outlive it.
std::unique_ptr<quo::Client> makeClient(const QUrl &baseUrl, const quo::ApiKey &key,
                                        const workspace::Proxy &proxy, quo::Clock &clock);

} // namespace app
