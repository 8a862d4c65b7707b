// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodedirectory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace quo {

namespace {

Expected<QJsonObject, ApiError> objectWithData(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (object.value(QLatin1String("data")).isArray())
        return object;
    ApiError error;
    error.kind = ApiError::Kind::UnreadableAnswer;
    error.httpStatus = 200;
    error.detail = QStringLiteral("no usable data");
    return Unexpected{error};
}

QList<Teammate> teammatesOf(const QJsonArray &array)
{
    QList<Teammate> teammates;
    for (const QJsonValue entry : array) {
        const Teammate teammate{
            entry[QLatin1String("id")].toString(), entry[QLatin1String("firstName")].toString(),
            entry[QLatin1String("lastName")].toString(), entry[QLatin1String("email")].toString()};
        if (!teammate.id.isEmpty())
            teammates.append(teammate);
    }
    return teammates;
}

} // namespace

Expected<LinesAnswer, ApiError> decodeLines(const QByteArray &body)
{
    const auto object = objectWithData(body);
    if (!object)
        return Unexpected{object.error()};
    LinesAnswer answer;
    const QJsonArray data = object->value(QLatin1String("data")).toArray();
    for (const QJsonValue entry : data) {
        const Line line{
            entry[QLatin1String("id")].toString(), entry[QLatin1String("number")].toString(),
            entry[QLatin1String("name")].toString(), entry[QLatin1String("symbol")].toString()};
        if (line.id.isEmpty())
            continue;
        answer.lines.append(line);
        answer.users.append(teammatesOf(entry[QLatin1String("users")].toArray()));
    }
    return answer;
}

Expected<TeammatesPage, ApiError> decodeTeammates(const QByteArray &body)
{
    const auto object = objectWithData(body);
    if (!object)
        return Unexpected{object.error()};
    TeammatesPage page;
    page.teammates = teammatesOf(object->value(QLatin1String("data")).toArray());
    const QJsonValue token = object->value(QLatin1String("nextPageToken"));
    if (token.isString())
        page.nextPageToken = token.toString();
    return page;
}

} // namespace quo
