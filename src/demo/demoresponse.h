// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace demo {

struct DemoResponse
{
    int status = 200;
    QByteArray body; // JSON
    QList<std::pair<QByteArray, QByteArray>> headers;
};

DemoResponse success(const QJsonObject &body);

// The body that the API documents: {message, code, status, docs, title, trace?, errors?,
// description?}. 'code' is the API's own.
DemoResponse failure(int status, const QString &code, const QString &title, const QString &message,
                     const QJsonArray &errors = {});
// A 400 with at least one error. 'codePrefix' is the endpoint's.
DemoResponse badRequest(const char *codePrefix, const QJsonArray &errors);

// '1000400' of '100' and 400.
QString codeOf(const char *prefix, int status);

} // namespace demo
