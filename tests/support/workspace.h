// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/qtcompat.h"
#include "quo/instant.h"
#include "support/json.h"
#include "support/scriptedserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

namespace support {

// Quo as far as a walk sees it, over rows that a test may change while it is walked.
struct Workspace
{
    QList<QJsonObject> rows;   // in the server's order
    QSet<QString> hiddenLines; // that the key may not see; requests for them are to be refused
    int pageCap = 100;
    bool ignoresLines = false;
    bool ignoresUpdatedAfter = false;
    // A token is then the number of rows before the page: rows that come and go shift all others.
    bool countsRows = false;

    static QStringList lines()
    {
        QStringList lines;
        for (int i = 0; i < 10; ++i)
            lines.append(QStringLiteral("PN%1").arg(i));
        return lines;
    }

    static Workspace generate(quint32 seed, int count, const QString &order)
    {
        QRandomGenerator random(seed);
        Workspace workspace;
        for (int i = 0; i < count; ++i) {
            // Few instants, so that many are equal, and some rows without any.
            const int minute = random.bounded(200);
            const QJsonValue created = random.bounded(20) == 0 ? QJsonValue() : at(minute);
            const QJsonValue active = random.bounded(5) == 0
                                          ? QJsonValue()
                                          : QJsonValue(at(minute + random.bounded(1000)));
            // Half of them on one line.
            const int line = random.bounded(2) == 0 ? 0 : random.bounded(int(lines().size()));
            workspace.rows.append(
                conversation(QStringLiteral("CN%1").arg(i),
                             {{QStringLiteral("phoneNumberId"), lines()[line]},
                              {QStringLiteral("createdAt"), created},
                              {QStringLiteral("updatedAt"), at(random.bounded(1000))},
                              {QStringLiteral("lastActivityAt"), active}}));
        }
        const auto key = [&order](const QJsonObject &row) { return row[order].toString(); };
        std::ranges::stable_sort(workspace.rows, std::greater(), key); // nulls last
        return workspace;
    }

    static QString at(int minute)
    {
        return QDateTime(QDate(2026, 1, 1), QTime(0, 0), common::utc)
            .addSecs(60 * minute)
            .toString(Qt::ISODateWithMs);
    }

    QSet<QString> ids() const
    {
        QSet<QString> ids;
        for (const QJsonObject &row : rows)
            ids.insert(idOf(row));
        return ids;
    }

    // All rows of a query. Bounds are inside, and a row without an instant is outside of every
    // range. A teammate sees every other line.
    QList<QJsonObject> matching(const QByteArray &query) const
    {
        const QUrlQuery asked(QString::fromLatin1(query));
        const auto value = [&asked](const char *name) { return valueOf(asked, name); };
        QStringList askedLines;
        if (!ignoresLines) {
            askedLines =
                asked.allQueryItemValues(QStringLiteral("phoneNumbers"), QUrl::FullyDecoded);
            for (QString &line : askedLines)
                if (line.startsWith(u'+'))
                    line = QStringLiteral("PN") + line.last(1);
        }
        const QString updatedAfter = ignoresUpdatedAfter ? QString() : value("updatedAfter");
        QList<QJsonObject> matching;
        for (const QJsonObject &row : rows) {
            const QString line = row[QStringLiteral("phoneNumberId")].toString();
            if (!hiddenLines.contains(line) &&
                (askedLines.isEmpty() || askedLines.contains(line)) &&
                sees(value("userId"), line) &&
                !(value("excludeInactive") == QLatin1String("true") && isInactive(row)) &&
                isAfter(row, "createdAt", value("createdAfter")) &&
                isAfter(row, "updatedAt", updatedAfter) &&
                isBefore(row, "createdAt", value("createdBefore")) &&
                isBefore(row, "updatedAt", value("updatedBefore")))
                matching.append(row);
        }
        return matching;
    }

    QByteArray answer(const QByteArray &query) const
    {
        const QUrlQuery asked(QString::fromLatin1(query));
        const auto value = [&asked](const char *name) { return valueOf(asked, name); };
        const QList<QJsonObject> matching = this->matching(query);
        const QString token = value("pageToken");
        qsizetype first = 0;
        if (countsRows)
            first = token.toInt();
        else if (!token.isEmpty()) // the last id that was seen: what comes before shifts nothing
            first = std::ranges::find(matching, token, idOf) - matching.begin() + 1;
        const qsizetype limit = qMin(pageCap, value("maxResults").toInt());
        const QList<QJsonObject> page = matching.mid(first, limit);
        if (first + page.size() >= matching.size())
            return support::page(page);
        return support::page(page,
                             countsRows ? QString::number(first + page.size()) : idOf(page.last()));
    }

    // One thing that happens to conversations: one comes, one is changed and goes to the top, or
    // one is gone without a trace.
    void change(QRandomGenerator &random, bool onlyRemoves)
    {
        const QString now = at(1001 + m_changes++ / 10);
        const qsizetype place = random.bounded(rows.size());
        switch (onlyRemoves ? 2 : random.bounded(3)) {
        case 0:
            rows.prepend(conversation(QStringLiteral("CNnew%1").arg(m_changes),
                                      {{QStringLiteral("createdAt"), now},
                                       {QStringLiteral("updatedAt"), now},
                                       {QStringLiteral("lastActivityAt"), now}}));
            break;
        case 1: {
            QJsonObject row = rows.takeAt(place);
            row[QStringLiteral("updatedAt")] = row[QStringLiteral("lastActivityAt")] = now;
            rows.prepend(row);
            break;
        }
        default:
            rows.removeAt(place);
        }
    }

    // What may happen to a conversation in a workspace in use, in any of its fields. False if no
    // row with a new 'updatedAt' tells of it, so that only reading everything again shows it.
    bool happen(QRandomGenerator &random)
    {
        const QString now = at(1001 + m_changes++ / 10);
        const qsizetype place = random.bounded(qMax(qsizetype(1), rows.size()));
        const int what = rows.isEmpty() ? 0 : random.bounded(12);
        if (what < 2) { // a new one
            rows.prepend(conversation(
                QStringLiteral("CNnew%1").arg(m_changes),
                {{QStringLiteral("phoneNumberId"), lines()[random.bounded(int(lines().size()))]},
                 {QStringLiteral("name"),
                  random.bounded(2) ? QJsonValue() : QJsonValue(QStringLiteral("Łucja 北 \"'"))},
                 {QStringLiteral("createdAt"), random.bounded(9) ? now : QJsonValue()},
                 {QStringLiteral("updatedAt"), now},
                 {QStringLiteral("lastActivityAt"), random.bounded(5) ? now : QJsonValue()}}));
            return true;
        }
        if (what == 2) { // one is gone without a trace
            m_gone.append(rows.takeAt(place));
            return false;
        }
        if (what == 3) { // one is back
            if (m_gone.isEmpty())
                return true;
            const bool isSilent = random.bounded(2) == 0;
            QJsonObject row = m_gone.takeAt(random.bounded(m_gone.size()));
            if (!isSilent)
                row[QStringLiteral("updatedAt")] = now;
            rows.insert(place, row);
            return !isSilent;
        }
        QJsonObject row = rows.takeAt(place);
        const auto set = [&row](const char *field, const QJsonValue &value) {
            row[QLatin1String(field)] = value;
        };
        switch (what) {
        case 4:
        case 5:
            set("lastActivityAt", now);
            set("lastActivityId", QStringLiteral("AC%1").arg(m_changes));
            break;
        case 6:
            set("assignedTo", random.bounded(3) ? QJsonValue(QStringLiteral("US%1").arg(place % 4))
                                                : QJsonValue());
            break;
        case 7:
            set("phoneNumberId", lines()[random.bounded(int(lines().size()))]);
            break;
        case 8:
            set(random.bounded(2) ? "snoozedUntil" : "mutedUntil",
                random.bounded(2) ? QJsonValue(at(random.bounded(9'000'000))) : QJsonValue());
            break;
        case 9:
            set("deletedAt", random.bounded(2) ? QJsonValue(now) : QJsonValue());
            break;
        case 10:
            set("participants", QJsonArray{QStringLiteral("anonymous"),
                                           QStringLiteral("+4930%1").arg(m_changes + 100000)});
            break;
        default: // without a new time
            set("name", random.bounded(2) ? QJsonValue(QString()) : QJsonValue());
            rows.insert(place, row);
            return false;
        }
        set("updatedAt", now);
        rows.prepend(row);
        return !hiddenLines.contains(row[QStringLiteral("phoneNumberId")].toString());
    }

    // Everything that a client may request, of ten lines and four teammates without contacts.
    QByteArray answer(const ScriptedServer::Request &request) const
    {
        if (request.line.startsWith("GET /v1/conversations"))
            return answer(request.query());
        QList<QJsonObject> data;
        if (request.line.startsWith("GET /v1/phone-numbers"))
            for (const QString &line : lines())
                if (!hiddenLines.contains(line))
                    data.append(
                        {{QStringLiteral("id"), line},
                         {QStringLiteral("number"), QStringLiteral("+1415555010") + line.back()},
                         {QStringLiteral("name"), QStringLiteral("Line ") + line.back()}});
        if (request.line.startsWith("GET /v1/users"))
            for (int i = 0; i < 4; ++i)
                data.append({{QStringLiteral("id"), QStringLiteral("US%1").arg(i)},
                             {QStringLiteral("firstName"), QStringLiteral("Teammate %1").arg(i)}});
        return support::page(data);
    }

    // To be refused.
    bool isHidden(const ScriptedServer::Request &request) const
    {
        const QStringList asked = QUrlQuery(QString::fromLatin1(request.query()))
                                      .allQueryItemValues(QStringLiteral("phoneNumbers"));
        return std::ranges::any_of(
            asked, [this](const QString &line) { return hiddenLines.contains(line); });
    }

private:
    static QString idOf(const QJsonObject &row) { return row[QStringLiteral("id")].toString(); }

    static QString valueOf(const QUrlQuery &query, const char *name)
    {
        return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    }

    static bool isAfter(const QJsonObject &row, const char *field, const QString &bound)
    {
        const auto instant = quo::parseInstant(row[QLatin1String(field)].toString());
        return bound.isEmpty() || (instant && *instant >= *quo::parseInstant(bound));
    }

    static bool isBefore(const QJsonObject &row, const char *field, const QString &bound)
    {
        const auto instant = quo::parseInstant(row[QLatin1String(field)].toString());
        return bound.isEmpty() || (instant && *instant <= *quo::parseInstant(bound));
    }

    // 'US0' sees even lines, 'US1' odd ones.
    static bool sees(const QString &user, const QString &line)
    {
        return user.isEmpty() || user.back().digitValue() % 2 == line.back().digitValue() % 2;
    }

    static bool isInactive(const QJsonObject &row)
    {
        return row[QStringLiteral("lastActivityAt")].isNull() ||
               !row[QStringLiteral("deletedAt")].isNull();
    }

    QList<QJsonObject> m_gone;
    int m_changes = 0;
};

} // namespace support
