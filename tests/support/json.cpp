// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace support {

QJsonObject conversation(const QString &id, const QJsonObject &replaced)
{
    QJsonObject object{
        {QStringLiteral("id"), id},
        {QStringLiteral("phoneNumberId"), QStringLiteral("PN1")},
        {QStringLiteral("participants"), QJsonArray{QStringLiteral("+14155552671")}},
        {QStringLiteral("name"), QStringLiteral("Ana Lopes")},
        {QStringLiteral("assignedTo"), QStringLiteral("US1")},
        {QStringLiteral("lastActivityId"), QStringLiteral("AC1")},
        {QStringLiteral("createdAt"), QStringLiteral("2026-01-01T00:00:00.000Z")},
        {QStringLiteral("updatedAt"), QStringLiteral("2026-01-02T00:00:00.000Z")},
        {QStringLiteral("lastActivityAt"), QStringLiteral("2026-01-02T00:00:00.000Z")},
        {QStringLiteral("mutedUntil"), QJsonValue()},
        {QStringLiteral("snoozedUntil"), QJsonValue()},
        {QStringLiteral("deletedAt"), QJsonValue()},
    };
    for (auto it = replaced.begin(); it != replaced.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QByteArray page(const QList<QJsonObject> &rows, const std::optional<QString> &nextPageToken)
{
    QJsonArray data;
    for (const QJsonObject &row : rows)
        data.append(row);
    return QJsonDocument(QJsonObject{{QStringLiteral("data"), data},
                                     {QStringLiteral("totalItems"), data.size()},
                                     {QStringLiteral("nextPageToken"),
                                      nextPageToken ? QJsonValue(*nextPageToken) : QJsonValue()}})
        .toJson(QJsonDocument::Compact);
}

QByteArray page(int from, int to, const std::optional<QString> &nextPageToken)
{
    QList<QJsonObject> rows;
    for (int i = from; i <= to; ++i)
        rows.append(conversation(QStringLiteral("CN%1").arg(i)));
    return page(rows, nextPageToken);
}

QByteArray errorBody(int status, const QString &code, const QString &message, const QString &path)
{
    QJsonObject body{{QStringLiteral("message"), message},
                     {QStringLiteral("code"), code},
                     {QStringLiteral("status"), status},
                     {QStringLiteral("docs"), QStringLiteral("https://quo.com/docs")},
                     {QStringLiteral("title"), QStringLiteral("Title")},
                     {QStringLiteral("trace"), QStringLiteral("trace-7")}};
    if (!path.isEmpty())
        body.insert(QStringLiteral("errors"),
                    QJsonArray{QJsonObject{
                        {QStringLiteral("path"), path},
                        {QStringLiteral("message"), message},
                        {QStringLiteral("schema"),
                         QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}}});
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace support
