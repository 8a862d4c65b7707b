// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoresponse.h"

#include <QJsonDocument>

namespace demo {

namespace {

QByteArray toBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

DemoResponse success(const QJsonObject &body)
{
    return {200, toBytes(body), {}};
}

DemoResponse failure(int status, const QString &code, const QString &title, const QString &message,
                     const QJsonArray &errors)
{
    QJsonObject body{{QStringLiteral("message"), message},
                     {QStringLiteral("code"), code},
                     {QStringLiteral("status"), status},
                     {QStringLiteral("docs"), QStringLiteral("https://quo.com/docs")},
                     {QStringLiteral("title"), title},
                     {QStringLiteral("trace"), QStringLiteral("demo-trace-%1").arg(code)}};
    if (!errors.isEmpty())
        body.insert(QStringLiteral("errors"), errors);
    if (status == 403)
        body.insert(QStringLiteral("description"), title);
    return {status, toBytes(body), {}};
}

QString codeOf(const char *prefix, int status)
{
    return QStringLiteral("%1%2").arg(QLatin1String(prefix)).arg(status, 4, 10, QLatin1Char('0'));
}

DemoResponse badRequest(const char *codePrefix, const QJsonArray &errors)
{
    return failure(400, codeOf(codePrefix, 400), QStringLiteral("Bad Request"),
                   errors.first()[QStringLiteral("message")].toString(), errors);
}

} // namespace demo
