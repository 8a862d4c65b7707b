// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace quo {

// Quo's own program in a browser.
inline QUrl webApp()
{
    return QUrl(QStringLiteral("https://my.quo.com"));
}

// Where it shows a conversation, as seen in the field: '/inbox/<PN…>/c/<CN…>'.
inline QUrl conversationAddress(QUrl app, const QString &phoneNumberId, const QString &id)
{
    const auto segment = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    app.setPath(QStringLiteral("/inbox/%1/c/%2").arg(segment(phoneNumberId), segment(id)),
                QUrl::TolerantMode);
    return app;
}

} // namespace quo
