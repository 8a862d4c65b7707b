// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodedirectory.h"

#include "quo/decodedlist.h"

namespace quo {

namespace {

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
    const auto list = decodeList(body);
    if (!list)
        return Unexpected{list.error()};
    LinesAnswer answer;
    for (const QJsonValue entry : list->data) {
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
    const auto list = decodeList(body);
    if (!list)
        return Unexpected{list.error()};
    TeammatesPage page;
    page.teammates = teammatesOf(list->data);
    page.nextPageToken = list->nextPageToken;
    return page;
}

} // namespace quo
