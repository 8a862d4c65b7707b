// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/preferences.h"

#include <QUrl>

namespace workspace {

QString Proxy::name(Kind kind)
{
    switch (kind) {
    case Kind::System:
        return QStringLiteral("system");
    case Kind::None:
        return QStringLiteral("none");
    case Kind::Http:
        return QStringLiteral("http");
    case Kind::Socks5:
        return QStringLiteral("socks5");
    }
    return {};
}

bool Proxy::isUsable() const
{
    if (kind == Kind::System || kind == Kind::None)
        return true;
    QUrl url;
    url.setHost(host, QUrl::StrictMode);
    return !url.host().isEmpty() && port > 0;
}

} // namespace workspace
