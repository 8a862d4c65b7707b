// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace quo {

// How one page of any list but the conversations is asked for; a null token means the first. As
// many entries as contacts are documented to allow, and as the older accounts allow of any list.
inline QByteArray pageQuery(const std::optional<QString> &pageToken)
{
    QByteArray query = "maxResults=50";
    if (pageToken)
        query += "&pageToken=" + QUrl::toPercentEncoding(*pageToken);
    return query;
}

} // namespace quo
