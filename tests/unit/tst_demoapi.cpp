// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoactivity.h"
#include "demo/demoapi.h"
#include "support/warnings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using demo::DemoApi;
using demo::DemoConversation;
using demo::DemoRequest;
using demo::DemoWorkspace;
using demo::Millis;

namespace {

constexpr Millis present = Q_INT64_C(1767225600000); // 2026-01-01
constexpr Millis day = 24 * 3600 * 1000;

DemoRequest request(const QByteArray &path, const QByteArray &query)
{
    return {"GET", path, query, {{"authorization", "key"}, {"user-agent", "Test"}}};
}

QJsonObject body(const demo::DemoResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

} // namespace

class TestDemoApi : public QObject
{
    Q_OBJECT

    DemoApi m_api{DemoWorkspace::generate(7, 2000, present)};

    QJsonObject ask(const QByteArray &path, const QByteArray &query, int status = 200)
    {
        const demo::DemoResponse response = m_api.answer(request(path, query), 0);
        if (response.status != status)
            qWarning("%d: %s", response.status, response.body.constData());
        return body(response);
    }

    // Every item of every page, in order.
    QJsonArray walk(const QByteArray &path, const QByteArray &query)
    {
        QJsonArray all;
        QByteArray token;
        do {
            const QJsonObject page = ask(path, query + token);
            for (const QJsonValue item : page[u"data"].toArray())
                all.append(item);
            token =
                page[u"nextPageToken"].isNull()
                    ? QByteArray()
                    : "&pageToken=" + QUrl::toPercentEncoding(page[u"nextPageToken"].toString());
        } while (!token.isEmpty());
        return all;
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theSameSeedMakesTheSameWorkspace()
    {
        const DemoWorkspace one = DemoWorkspace::generate(3, 50, present);
        const DemoWorkspace same = DemoWorkspace::generate(3, 50, present);
        const DemoWorkspace other = DemoWorkspace::generate(4, 50, present);
        QCOMPARE(one.conversations.at(17).id, same.conversations.at(17).id);
        QCOMPARE(one.conversations.at(17).participants, same.conversations.at(17).participants);
        QVERIFY(one.conversations.at(17).id != other.conversations.at(17).id);
        QCOMPARE(one.lines.size(), 12);
        QCOMPARE(one.users.size(), 25);
    }

    void everyStateOccurs()
    {
        int groups = 0;
        QSet<QByteArray> states;
        for (const DemoConversation &c : m_api.workspace().conversations) {
            groups += c.participants.size() > 2;
            const auto note = [&states](const char *name, bool is) {
                if (is)
                    states.insert(name);
            };
            note("unassigned", !c.assignedTo);
            note("system", c.assignedTo && c.assignedTo->startsWith(u"SYU"));
            note("teammate", c.assignedTo && c.assignedTo->startsWith(u"US"));
            note("muted", c.mutedUntil && *c.mutedUntil > present);
            note("for good", c.mutedUntil && *c.mutedUntil > present + 365 * day);
            note("mute ended", c.mutedUntil && *c.mutedUntil < present);
            note("snoozed", c.snoozedUntil && *c.snoozedUntil > present);
            note("snooze ended", c.snoozedUntil && *c.snoozedUntil < present);
            note("deleted", c.deletedAt.has_value());
            note("no activity", !c.lastActivityAt);
            note("no createdAt", !c.createdAt);
            note("no name", !c.name);
            note("empty name", c.name && c.name->isEmpty());
            note("no number", c.participants.contains(u"anonymous"_s));
        }
        QVERIFY(groups > 20);
        QCOMPARE(states.size(), 14);
    }

    void theWalkAgreesWithAPlainScan_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("filter");
        // 1, 2: lines; 4: user; 8: created range; 16: updated range; 32: inactive
        for (int filter = 0; filter < 64; ++filter) {
            if ((filter & 3) == 3)
                continue;
            for (const int size : {1, 7, 50, 100}) {
                if (size == 1 && filter == 0)
                    continue; // 2,000 pages say no more than 286
                QByteArray query = "maxResults=" + QByteArray::number(size);
                const auto &workspace = m_api.workspace();
                query += (filter & 1) ? "&phoneNumbers=" + workspace.lines[3].id.toLatin1() : "";
                query += (filter & 2) ? "&phoneNumbers=" + workspace.lines[3].id.toLatin1() +
                                            "&phoneNumbers=%2B14155550100"
                                      : "";
                query += (filter & 4) ? "&userId=" + workspace.users[5].id.toLatin1() : "";
                query += (filter & 8) ? "&createdAfter=2025-03-01T00%3A00%3A00Z"
                                        "&createdBefore=2025-12-01T00:00:00.000Z"
                                      : "";
                query += (filter & 16) ? "&updatedAfter=2025-11-01T00%3A00%3A00%2B02:00"
                                         "&updatedBefore=2025-12-31T00:00:00Z"
                                       : "";
                query += (filter & 32) ? "&excludeInactive=true" : "";
                QTest::addRow("%d by %d", filter, size) << query << filter;
            }
        }
    }

    void theWalkAgreesWithAPlainScan()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, filter);
        const DemoWorkspace &workspace = m_api.workspace();
        const auto millis = [](const char *text) {
            return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate)
                .toMSecsSinceEpoch();
        };
        QStringList expected;
        for (const DemoConversation &c : workspace.conversations) {
            const bool line3 = c.line == 3;
            const bool line0 = workspace.lines[c.line].number == u"+14155550100";
            if ((filter & 1) && !line3)
                continue;
            if ((filter & 2) && !line3 && !line0)
                continue;
            if ((filter & 4) && !workspace.lines[c.line].users.contains(5))
                continue;
            if ((filter & 8) && !(c.createdAt && *c.createdAt >= millis("2025-03-01T00:00:00Z") &&
                                  *c.createdAt <= millis("2025-12-01T00:00:00Z")))
                continue;
            if ((filter & 16) && !(c.updatedAt && *c.updatedAt >= millis("2025-10-31T22:00:00Z") &&
                                   *c.updatedAt <= millis("2025-12-31T00:00:00Z")))
                continue;
            if ((filter & 32) && (c.deletedAt || !c.lastActivityAt))
                continue;
            expected.append(c.id);
        }
        QStringList walked;
        for (const QJsonValue item : walk("/v1/conversations", query))
            walked.append(item[u"id"].toString());
        QCOMPARE(walked, expected);
    }

    void whatTheContractDoesNotAllowIsRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("path");
        const auto add = [](const char *query, const char16_t *path) {
            QTest::newRow(query) << QByteArray(query) << QString::fromUtf16(path);
        };
        add("", u"/maxResults");
        add("maxResults=0", u"/maxResults");
        add("maxResults=101", u"/maxResults");
        add("maxResults=ten", u"/maxResults");
        add("maxResults=1&maxResults=2", u"/maxResults");
        add("maxResults=1&foo=bar", u"/foo");
        add("maxResults=1&phoneNumbers=", u"/phoneNumbers/0");
        add("maxResults=1&phoneNumbers=+15555555555", u"/phoneNumbers/0"); // a blank
        add("maxResults=1&phoneNumbers[]=PN1", u"/phoneNumbers[]");
        add("maxResults=1&phoneNumber=PN1", u"/phoneNumber"); // deprecated: never sent
        add("maxResults=1&userId=SYU1", u"/userId");
        add("maxResults=1&createdAfter=2026-01-01", u"/createdAfter");
        add("maxResults=1&createdAfter=2026-01-01T00:00:00+02:00", u"/createdAfter"); // a blank
        add("maxResults=1&updatedBefore=2026-02-30T00:00:00Z", u"/updatedBefore");
        add("maxResults=1&excludeInactive=1", u"/excludeInactive");
        add("maxResults=1&pageToken=bogus", u"/pageToken");
    }

    void whatTheContractDoesNotAllowIsRefused()
    {
        QFETCH(QByteArray, query);
        const QJsonObject error = ask("/v1/conversations", query, 400);
        QCOMPARE(error[u"code"].toString(), u"1000400"_s);
        QCOMPARE(error[u"status"].toInt(), 400);
        QTEST(error[u"errors"][0][u"path"].toString(), "path");
    }

    void aTokenIsBoundToItsQuery()
    {
        const QJsonObject page = ask("/v1/conversations", "maxResults=10");
        const QByteArray token = QUrl::toPercentEncoding(page[u"nextPageToken"].toString());
        ask("/v1/conversations", "maxResults=10&pageToken=" + token);
        const QJsonObject error =
            ask("/v1/conversations", "maxResults=10&excludeInactive=true&pageToken=" + token, 400);
        QCOMPARE(error[u"errors"][0][u"path"].toString(), u"/pageToken"_s);
    }

    void callersMustIntroduceThemselves()
    {
        DemoRequest anonymous = request("/v1/conversations", "maxResults=1");
        anonymous.headers.remove("user-agent");
        QCOMPARE(m_api.answer(anonymous, 0).status, 403);
        DemoRequest keyless = request("/v1/conversations", "maxResults=1");
        keyless.headers.remove("authorization");
        QCOMPARE(m_api.answer(keyless, 0).status, 401);
        keyless.headers.insert("authorization", "Bearer key");
        QCOMPARE(m_api.answer(keyless, 0).status, 401);
        QCOMPARE(body(m_api.answer(keyless, 0))[u"code"].toString(), u"1000401"_s);
        QCOMPARE(m_api.answer(request("/v1/nothing", ""), 0).status, 404);
        QCOMPARE(m_api.answer(request("/v1/conversations", "maxResults=1&phoneNumbers=PNother"), 0)
                     .status,
                 403);
    }

    void tooManyRequestsAreTurnedAway()
    {
        DemoApi api(DemoWorkspace::generate(1, 10, present), 10);
        const DemoRequest ask = request("/v1/conversations", "maxResults=1");
        for (int i = 0; i < 10; ++i)
            QCOMPARE(api.answer(ask, i).status, 200);
        QCOMPARE(api.answer(ask, 999).status, 429);
        QCOMPARE(api.answer(ask, 999).headers.at(0).first, "Retry-After");
        QCOMPARE(api.answer(ask, 1000).status, 200);
    }

    void neighboursAnswer()
    {
        const QJsonArray lines = ask("/v1/phone-numbers", "")[u"data"].toArray();
        QCOMPARE(lines.size(), 12);
        QVERIFY(!lines[0][u"users"].toArray().isEmpty());
        QCOMPARE(walk("/v1/users", "maxResults=10").size(), 25);

        int lastCalls = 0;
        int lastMessages = 0;
        for (const DemoConversation &c : m_api.workspace().conversations) {
            QStringList others = c.participants;
            others.removeAll(m_api.workspace().lines[c.line].number);
            if (others.size() != 1 || !others.first().startsWith(u'+') || !c.lastActivityAt)
                continue;
            const QByteArray who =
                "maxResults=100&phoneNumberId=" + m_api.workspace().lines[c.line].id.toLatin1() +
                "&participants=" + QUrl::toPercentEncoding(others.first());
            // The last activity is a message or a call.
            const QJsonArray messages = walk("/v1/messages", who);
            const QJsonArray calls = walk("/v1/calls", who);
            QVERIFY(!messages.isEmpty() || !calls.isEmpty());
            const bool isCall = messages[0][u"id"].toString() != *c.lastActivityId;
            const QJsonValue latest = isCall ? calls[0] : messages[0];
            QCOMPARE(latest[u"id"].toString(), *c.lastActivityId);
            QCOMPARE(latest[u"createdAt"].toString(), demo::isoTime(*c.lastActivityAt));
            (isCall ? lastCalls : lastMessages) += 1;
            if (lastCalls > 0 && lastMessages > 0)
                return;
        }
        QFAIL("no one-to-one conversations");
    }

    void contactsAreServedFiftyAPage()
    {
        const qsizetype conversations = m_api.workspace().conversations.size();
        const QJsonArray contacts = walk("/v1/contacts", "maxResults=50");
        QCOMPARE(contacts.size(), m_api.workspace().contacts.size());
        QVERIFY(contacts.size() > conversations);
        QSet<QString> ids;
        QSet<QString> numbers;
        for (const QJsonValue contact : contacts) {
            ids.insert(contact[u"id"].toString());
            const QJsonValue fields = contact[u"defaultFields"];
            QVERIFY(!fields[u"firstName"].toString().isEmpty());
            numbers.insert(fields[u"phoneNumbers"][0][u"value"].toString());
        }
        QCOMPARE(ids.size(), contacts.size());
        // Most, and not all, of those who write are in the address book.
        qsizetype known = 0;
        for (const DemoConversation &c : m_api.workspace().conversations)
            known += numbers.contains(c.participants.first());
        QVERIFY(known > conversations / 2 && known < conversations);
        ask("/v1/contacts", "maxResults=50&sources=public-api");
        QCOMPARE(ask("/v1/contacts", "maxResults=5&externalIds=x")[u"data"].toArray().size(), 0);
        QVERIFY(ask("/v1/contacts", "maxResults=51", 400).contains(u"errors"_s));
        QVERIFY(ask("/v1/contacts", "maxResults=0", 400).contains(u"errors"_s));
    }
};

QTEST_GUILESS_MAIN(TestDemoApi)
#include "tst_demoapi.moc"
