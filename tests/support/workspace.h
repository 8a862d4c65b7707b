// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/qtcompat.h"
#include "quo/instant.h"
#include "support/json.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QSet>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

namespace support {

// Quo as far as a walk sees it, over rows that a test may change while it is walked.
struct Workspace
{
    QList<QJsonObject> rows; // in the server's order
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

    QByteArray answer(const QByteArray &query) const
    {
        const QUrlQuery asked(QString::fromLatin1(query));
        const auto value = [&asked](const char *name) {
            return asked.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        };
        const QStringList askedLines =
            ignoresLines ? QStringList() : asked.allQueryItemValues(QStringLiteral("phoneNumbers"));
        const QString updatedAfter = ignoresUpdatedAfter ? QString() : value("updatedAfter");
        QList<QJsonObject> matching;
        for (const QJsonObject &row : rows)
            if ((askedLines.isEmpty() ||
                 askedLines.contains(row[QStringLiteral("phoneNumberId")].toString())) &&
                isAfter(row, "createdAt", value("createdAfter")) &&
                isAfter(row, "updatedAt", updatedAfter) &&
                !isAfter(row, "createdAt", value("createdBefore"), false))
                matching.append(row);
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

private:
    static QString idOf(const QJsonObject &row) { return row[QStringLiteral("id")].toString(); }

    static bool isAfter(const QJsonObject &row, const char *field, const QString &bound,
                        bool ifUnbounded = true)
    {
        if (bound.isEmpty())
            return ifUnbounded;
        return quo::parseInstant(row[QLatin1String(field)].toString()) > quo::parseInstant(bound);
    }

    int m_changes = 0;
};

} // namespace support
