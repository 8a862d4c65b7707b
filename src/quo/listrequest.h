// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/expected.h"
#include "quo/skippedrow.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QUrl>

#include <optional>

namespace quo {

// The number of entries on a page of a list. It is the documented maximum for contacts, and that of
// older accounts for any list. Pages of conversations may be larger.
inline constexpr char usualPageSize[] = "maxResults=50";

// A request to a list endpoint, and how its entries are read. '.github/CONTRIBUTING.md' says how to
// add one.
template <class T>
struct ListRequest
{
    QString path;     // '/v1/users'
    QByteArray query; // percent-encoded, with the page size and without the token; may be empty
    Expected<T, SkippedRow> (*decodeRow)(const QJsonValue &entry, qsizetype index);
    // A hash of the part of an entry that identifies it when it comes again.
    size_t (*keyOf)(const T &row);

    // The query part of the URL of one page; null means the first.
    QByteArray encoded(const std::optional<QString> &pageToken) const
    {
        if (!pageToken)
            return query;
        return query + (query.isEmpty() ? "" : "&") +
               "pageToken=" + QUrl::toPercentEncoding(*pageToken);
    }
};

} // namespace quo
