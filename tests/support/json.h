// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace support {

// A row of GET /v1/conversations with all 12 fields, some of them replaced.
QJsonObject conversation(const QString &id, const QJsonObject &replaced = {});

// A page's body. A null token ends the walk.
QByteArray page(const QList<QJsonObject> &rows, const std::optional<QString> &nextPageToken = {});
// One with rows named 'CN<from>' … 'CN<to>'.
QByteArray page(int from, int to, const std::optional<QString> &nextPageToken = {});

// An error body as documented.
QByteArray errorBody(int status, const QString &code, const QString &message,
                     const QString &path = {});

} // namespace support
