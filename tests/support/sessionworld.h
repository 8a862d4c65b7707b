// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/qtcompat.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/session.h"
#include "words/columnwords.h"

#include <QAbstractItemModelTester>
#include <QUrlQuery>

#include <algorithm>

namespace support {

inline const inbox::Reader plainReader{QLocale::c(), QTimeZone::utc(), QStringLiteral("US")};

// A row that was changed at this minute of 2026-06-02, and was active then.
inline QJsonObject changedAt(const QString &id, int minute, QJsonObject replaced = {})
{
    const QString time =
        QStringLiteral("2026-06-02T12:%1:00.000Z").arg(minute, 2, 10, QLatin1Char('0'));
    replaced.insert(QStringLiteral("updatedAt"), time);
    replaced.insert(QStringLiteral("lastActivityAt"), time);
    return conversation(id, replaced);
}

// A session over a scripted server, by the latest activity. Time is stopped for the session only:
// the client's retries go on.
struct SessionWorld : ScriptedWorld
{
    explicit SessionWorld(
        const QString &now = QStringLiteral("2026-06-02T12:30:00Z"),
        const std::function<void(quo::Client::Settings &)> &change = [](auto &) {})
        : ScriptedWorld(change)
        , manual(*quo::parseInstant(now))
        , names(manual, plainReader)
        , session(client, manual, names, words::listWords())
        , tester(&session.model(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        tester.setUseFetchMore(false);
        session.setArrangement({.search = {}, .sort = inbox::latestFirst()});
    }

    void load(const QByteArray &body, const quo::ConversationQuery &query = {})
    {
        server.says(body);
        session.setQuery(query);
        QTRY_VERIFY(session.status().firstPageArrived && rests());
    }

    bool rests() const
    {
        const quo::PageWalk::State state = session.status().walk;
        return !session.status().refreshing && !session.status().isArranging &&
               (std::holds_alternative<quo::PageWalk::Idle>(state) ||
                std::holds_alternative<quo::PageWalk::Ended>(state));
    }

    // Nothing is under way, even if it has failed.
    bool isStill() const
    {
        const inbox::SessionStatus status = session.status();
        const auto isUnderWay = [](const quo::PageWalk::State &state) {
            return std::holds_alternative<quo::PageWalk::Fetching>(state) ||
                   std::holds_alternative<quo::PageWalk::Waiting>(state);
        };
        return !status.refreshing && !status.isArranging && !isUnderWay(status.walk) &&
               !isUnderWay(status.shownWalk);
    }

    const quo::ApiError *shownError()
    {
        shownState = session.status().shownWalk;
        const auto *failed = std::get_if<quo::PageWalk::Failed>(&shownState);
        return failed ? &failed->error : nullptr;
    }

    QStringList ids()
    {
        QStringList ids;
        for (int row = 0; row < session.model().rowCount(); ++row)
            ids.append(session.model().rowAt(row)->id());
        return ids;
    }

    QString asked(const char *parameter, int request = -1) const
    {
        const auto &requests = server.requests();
        const QUrlQuery query(QString::fromLatin1(
            requests.at(request < 0 ? requests.size() + request : request).query()));
        return query.queryItemValue(QLatin1String(parameter), QUrl::FullyDecoded);
    }

    ManualClock manual;
    inbox::Names names;
    Session session;
    QAbstractItemModelTester tester;
    quo::PageWalk::State shownState;
};

// A list as a server keeps it, by the latest activity and with offsets for tokens, so that rows
// which move while pages are read come twice or not at all.
class MovingList
{
public:
    explicit MovingList(ScriptedServer &server)
    {
        server.setFallback(
            [this](const ScriptedServer::Request &request) { return answer(request.query()); });
    }

    // Rows 'CN<from>' … 'CN<to>', the first of them the latest, a minute apart.
    void add(int from, int to)
    {
        for (int i = from; i <= to; ++i)
            rows.append(conversation(idOf(i), {{QStringLiteral("updatedAt"), timeOf(-i)},
                                               {QStringLiteral("lastActivityAt"), timeOf(-i)}}));
    }

    // It is active now, 'minute' minutes past the beginning, and so the first of all.
    void touch(const QString &id, int minute)
    {
        for (QJsonObject &row : rows) {
            if (row[QLatin1String("id")] != id)
                continue;
            row.insert(QStringLiteral("updatedAt"), timeOf(minute));
            row.insert(QStringLiteral("lastActivityAt"), timeOf(minute));
        }
    }

    void remove(const QString &id)
    {
        rows.removeIf([&id](const QJsonObject &row) { return row[QLatin1String("id")] == id; });
    }

    QStringList ids() const
    {
        QStringList ids;
        for (const QJsonObject &row : rows)
            ids.append(row[QLatin1String("id")].toString());
        ids.sort();
        return ids;
    }

    static QString idOf(int number)
    {
        return QStringLiteral("CN%1").arg(number, 4, 10, QLatin1Char('0'));
    }

    QList<QJsonObject> rows;
    int pageSize = 10;
    bool ignoresUpdatedAfter = false;
    std::function<void()> afterAnswer; // the list may move here
    int answers = 0;

private:
    static QString timeOf(int minute)
    {
        return QDateTime({2026, 6, 2}, {12, 0}, common::utc)
            .addSecs(qint64(minute) * 60)
            .toString(Qt::ISODateWithMs);
    }

    QByteArray answer(const QByteArray &encoded)
    {
        const QUrlQuery query(QString::fromLatin1(encoded));
        const auto value = [&query](const char *name) {
            return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        };
        const auto latest = [](const QJsonObject &row) {
            return quo::parseInstant(row[QLatin1String("lastActivityAt")].toString());
        };
        std::ranges::stable_sort(rows, std::ranges::greater(), latest);
        QList<QJsonObject> matching = rows;
        if (const auto after = quo::parseInstant(value("updatedAfter"));
            after && !ignoresUpdatedAfter)
            matching.removeIf([&after](const QJsonObject &row) {
                return quo::parseInstant(row[QLatin1String("updatedAt")].toString()) <= after;
            });
        if (const auto after = quo::parseInstant(value("createdAfter")))
            matching.removeIf([&after](const QJsonObject &row) {
                return *quo::parseInstant(row[QLatin1String("createdAt")].toString()) < *after;
            });
        if (const auto before = quo::parseInstant(value("createdBefore")))
            matching.removeIf([&before](const QJsonObject &row) {
                return *quo::parseInstant(row[QLatin1String("createdAt")].toString()) > *before;
            });
        const qsizetype from = value("pageToken").toInt();
        const qsizetype to = std::min(from + pageSize, matching.size());
        const QByteArray body =
            page(matching.mid(from, std::max(qsizetype(0), to - from)),
                 to < matching.size() ? std::optional(QString::number(to)) : std::nullopt);
        ++answers;
        if (afterAnswer)
            afterAnswer();
        return body;
    }
};

} // namespace support
