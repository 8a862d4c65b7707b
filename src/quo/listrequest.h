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

// How many entries a page of a list has. The conversations may have more; this is what contacts are
// documented to allow, and what older accounts allow for any list.
inline constexpr char usualPageSize[] = "maxResults=50";

// What a list endpoint is asked for, and how its entries are read. '.github/CONTRIBUTING.md' says
// how to add one.
template <class T>
struct ListRequest
{
    QString path;     // '/v1/users'
    QByteArray query; // percent-encoded, with the page size and without the token; may be empty
    Expected<T, SkippedRow> (*decodeRow)(const QJsonValue &entry, qsizetype index);
    // A hash of what makes an entry the same one wherever it comes again.
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
