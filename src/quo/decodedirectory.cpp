// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodedirectory.h"

#include "quo/decodedlist.h"

namespace quo {

namespace {

QList<Teammate> teammatesOf(const QJsonArray &array, QList<SkippedRow> &skipped)
{
    QList<Teammate> teammates;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue entry = array.at(i);
        FieldReader read(entry, i);
        const QString id = read.id(QLatin1String("id"));
        if (read.problem())
            skipped.append(*read.problem());
        else
            teammates.append({id, entry[QLatin1String("firstName")].toString(),
                              entry[QLatin1String("lastName")].toString(),
                              entry[QLatin1String("email")].toString()});
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
    answer.isWhole = !list->nextPageToken;
    for (qsizetype i = 0; i < list->data.size(); ++i) {
        const QJsonValue entry = list->data.at(i);
        FieldReader read(entry, i);
        const QString id = read.id(QLatin1String("id"));
        if (read.problem()) {
            answer.skippedLines.append(*read.problem());
            continue;
        }
        Line line{id, entry[QLatin1String("number")].toString(),
                  entry[QLatin1String("name")].toString(),
                  entry[QLatin1String("symbol")].toString()};
        const QList<Teammate> users =
            teammatesOf(entry[QLatin1String("users")].toArray(), answer.skippedUsers);
        for (const Teammate &user : users)
            line.members.append(user.id);
        answer.lines.append(line);
        answer.users.append(users);
    }
    return answer;
}

Expected<TeammatesPage, ApiError> decodeTeammates(const QByteArray &body)
{
    const auto list = decodeList(body);
    if (!list)
        return Unexpected{list.error()};
    TeammatesPage page;
    page.teammates = teammatesOf(list->data, page.skipped);
    page.nextPageToken = list->nextPageToken;
    return page;
}

} // namespace quo
