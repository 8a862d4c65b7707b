// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace workspace {

// A workspace that was signed in to. Its key is not here: see KeyStore.
struct Account
{
    QString id;   // generated here; settings and keychain use it
    QString name; // as the user calls it
    QUrl baseUrl;

    bool operator==(const Account &) const = default;
};

} // namespace workspace
