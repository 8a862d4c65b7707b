// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodedirectory.h"

#include "quo/decodedlist.h"

namespace quo {

namespace {

Expected<Teammate, SkippedRow> decodeTeammate(const QJsonValue &entry, qsizetype index)
{
    FieldReader read(entry, index);
    const QString id = read.id(QLatin1String("id"));
    return read.readAs(Teammate{id, entry[QLatin1String("firstName")].toString(),
                                entry[QLatin1String("lastName")].toString(),
                                entry[QLatin1String("email")].toString()});
}

Expected<LineAndUsers, SkippedRow> decodeLine(const QJsonValue &entry, qsizetype index)
{
    FieldReader read(entry, index);
    const QString id = read.id(QLatin1String("id"));
    LineAndUsers found{{id, entry[QLatin1String("number")].toString(),
                        entry[QLatin1String("name")].toString(),
                        entry[QLatin1String("symbol")].toString()},
                       {},
                       {}};
    const QJsonArray users = entry[QLatin1String("users")].toArray();
    for (qsizetype i = 0; i < users.size(); ++i) {
        const auto user = decodeTeammate(users.at(i), i);
        if (user) {
            found.line.members.append(user->id);
            found.users.append(*user);
        } else {
            found.skippedUsers.append(user.error());
        }
    }
    return read.readAs(std::move(found));
}

} // namespace

ListRequest<LineAndUsers> linesRequest()
{
    return {QStringLiteral("/v1/phone-numbers"), {}, decodeLine, [](const LineAndUsers &entry) {
                return qHash(entry.line.id);
            }};
}

ListRequest<Teammate> teammatesRequest()
{
    return {QStringLiteral("/v1/users"), usualPageSize, decodeTeammate,
            [](const Teammate &teammate) { return qHash(teammate.id); }};
}

Expected<ListPage<LineAndUsers>, ApiError> decodeLines(const QByteArray &body)
{
    return decodeListPage(body, decodeLine);
}

Expected<ListPage<Teammate>, ApiError> decodeTeammates(const QByteArray &body)
{
    return decodeListPage(body, decodeTeammate);
}

} // namespace quo
