// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "support/json.h"
#include "support/warnings.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using quo::ConversationQuery;

namespace {

// What the server reads of a query, decoded as servers do it: '+' is a blank.
QList<std::pair<QByteArray, QByteArray>> readByServer(const QByteArray &query)
{
    QList<std::pair<QByteArray, QByteArray>> pairs;
    for (QByteArray pair : query.split('&')) {
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        pairs.emplaceBack(QByteArray::fromPercentEncoding(pair.left(equals)),
                          QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
    }
    return pairs;
}

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theRequestLineIsAsTheContractWantsIt()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 1));
        ConversationQuery query;
        query.phoneNumbers = {u"+15555555555"_s, u"PN1"_s};
        query.updatedAfter = quo::parseInstant(u"2026-01-01T02:00:00+02:00"_s);
        const auto answer = world.ask(query);
        QVERIFY(answer && *answer);
        QCOMPARE(world.server.requests().size(), 1);
        QCOMPARE(world.server.requests().at(0).line,
                 "GET /v1/conversations?phoneNumbers=%2B15555555555&phoneNumbers=PN1"
                 "&updatedAfter=2026-01-01T00%3A00%3A00Z&maxResults=100 HTTP/1.1");
    }

    void aBodyThatComesInManyPiecesIsReadWhole()
    {
        const QByteArray body = support::page(1, 8000);
        QVERIFY(body.size() > 2 << 20); // more than is read, or kept unread, at a time
        support::ScriptedWorld world;
        world.server.says(body);
        const auto answer = world.ask();
        QVERIFY(answer && *answer);
        QCOMPARE((*answer)->rows.size(), 8000);
    }

    void everyCombinationOfParametersArrives()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) { return support::page(1, 1); });
        for (int chosen = 0; chosen < 256; ++chosen) {
            ConversationQuery query;
            QList<std::pair<QByteArray, QByteArray>> expected;
            const auto add = [&expected](const char *name, const QByteArray &value) {
                expected.emplaceBack(QByteArray(name), value);
            };
            const auto time = [](const char *text) {
                return quo::parseInstant(QString::fromLatin1(text));
            };
            if (chosen & 1) {
                query.phoneNumbers = {u"+15555555555"_s, u"PN1+/&="_s};
                add("phoneNumbers", "+15555555555");
                add("phoneNumbers", "PN1+/&=");
            }
            if (chosen & 2) {
                query.userId = u"US+1"_s;
                add("userId", "US+1");
            }
            if (chosen & 4) {
                query.createdAfter = time("2026-01-01T00:00:00+05:30");
                add("createdAfter", "2025-12-31T18:30:00Z");
            }
            if (chosen & 8) {
                query.createdBefore = time("2026-02-01T00:00:00.001Z");
                add("createdBefore", "2026-02-01T00:00:00.001Z");
            }
            if (chosen & 16) {
                query.updatedAfter = time("2026-03-01T00:00:00Z");
                add("updatedAfter", "2026-03-01T00:00:00Z");
            }
            if (chosen & 32) {
                query.updatedBefore = time("2026-04-01T00:00:00Z");
                add("updatedBefore", "2026-04-01T00:00:00Z");
            }
            query.excludeInactive = chosen & 64;
            if (query.excludeInactive)
                add("excludeInactive", "true");
            query.maxResults = 1 + chosen % 100;
            add("maxResults", QByteArray::number(query.maxResults));
            std::optional<QString> pageToken;
            if (chosen & 128) {
                pageToken = u"to+ken=="_s;
                add("pageToken", "to+ken==");
            }
            QVERIFY(world.ask(query, pageToken).value());
            QCOMPARE(readByServer(world.server.lastQuery()), expected);
        }
        QCOMPARE(world.server.requests().size(), 256);
    }

    void theKeyIsBareAndTheProgramSaysItsName()
    {
        support::ScriptedWorld world([](quo::Client::Settings &settings) {
            settings.key = quo::ApiKey::fromUserInput(u"  Bearer  abc123 \n"_s);
        });
        world.server.says(200, support::page(1, 1), "Set-Cookie: a=b\r\n");
        world.server.says(support::page(1, 1));
        QVERIFY(world.ask().value());
        QVERIFY(world.ask().value());
        const auto &headers = world.server.requests().at(1).headers;
        QCOMPARE(headers.value("authorization"), "abc123");
        QCOMPARE(headers.value("user-agent"), "Quoin/test");
        QVERIFY(!headers.contains("cookie"));
    }

    void eachTryIsLoggedWithoutPersonalData()
    {
        support::ScriptedWorld world;
        const QByteArray page = support::page(1, 3);
        world.server.says(page);
        world.server.says(429, support::errorBody(429, u"1"_s, u"canary-key is too fast"_s),
                          "Retry-After: 0\r\n");
        world.server.says(page);
        world.server.says(403, support::errorBody(403, u"2"_s, u"not +15555550123"_s));
        world.server.says(200, "<html>Dana</html>", {}, "text/html");
        world.server.saysBytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nDana", true);
        world.server.says(page);
        ConversationQuery query;
        query.phoneNumbers = {u"+15555550123"_s, u"PNsecret"_s};
        query.userId = u"USsecret"_s;
        for (int request = 0; request < 4; ++request)
            QVERIFY(world.ask(query, u"secret-token"_s).has_value());
        const QStringList lines = world.client.requestLog().lines();
        static const QRegularExpression form(u"^\\S+Z GET /v1/conversations (\\d+), \\d+ ms, "
                                             "try (\\d+), (\\w+), (\\d+) bytes$"_s);
        QStringList found;
        for (const QString &line : lines) {
            const QRegularExpressionMatch match = form.match(line);
            QVERIFY2(match.hasMatch(), qPrintable(line));
            found.append(match.captured(1) + u' ' + match.captured(2) + u' ' + match.captured(3));
            for (const char *secret : {"canary", "5555", "secret", "Dana", "token"})
                QVERIFY2(!line.contains(QLatin1String(secret)), qPrintable(line));
        }
        QCOMPARE(found, (QStringList{u"200 1 ok"_s, u"429 1 RateLimited"_s, u"200 2 ok"_s,
                                     u"403 1 Forbidden"_s, u"200 1 UnreadableAnswer"_s,
                                     u"200 2 Dropped"_s, u"200 3 ok"_s}));
        QVERIFY(lines.first().endsWith(u", %1 bytes"_s.arg(page.size())));
    }

    void cancelledRequestsAreLogged()
    {
        support::ScriptedWorld world;
        world.server.staysSilent();
        auto job = world.client.list(quo::conversationsRequest(), {}, quo::Priority::Looking,
                                     [](const auto &) {});
        QTRY_COMPARE(world.server.requests().size(), 1);
        QVERIFY(world.client.requestLog().lines().isEmpty());
        job.reset();
        const QStringList lines = world.client.requestLog().lines();
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.first().contains(u" 0, "_s) && lines.first().contains(u"Stopped"_s),
                 qPrintable(lines.first()));
    }

    void theLogKeepsTheLatestAndNoIds()
    {
        quo::RequestLog log;
        for (int status = 1; status <= 250; ++status)
            log.add({.endedAt = {}, .path = u"/v1/calls/AC12/notes"_s, .httpStatus = status});
        const QStringList lines = log.lines();
        QCOMPARE(lines.size(), 200);
        QVERIFY2(lines.first().contains(u"GET /v1/calls/…/notes 51,"_s), qPrintable(lines.first()));
        QVERIFY2(lines.last().contains(u" 250, "_s), qPrintable(lines.last()));
    }

    void aBaseUrlKeepsItsPath()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.baseUrl.setPath(u"/proxy/quo"_s); });
        world.server.says(support::page(1, 1));
        QVERIFY(world.ask().value());
        QVERIFY(world.server.requests().at(0).line.startsWith("GET /proxy/quo/v1/conversations?"));
    }

    void aBaseUrlMayEndInTheVersion_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("path");
        QTest::newRow("plain") << u"http://localhost:%1"_s << u""_s;
        QTest::newRow("slash") << u"http://localhost:%1/"_s << u""_s;
        QTest::newRow("slashes") << u"http://localhost:%1///"_s << u""_s;
        QTest::newRow("version") << u"http://localhost:%1/v1"_s << u""_s;
        QTest::newRow("version and slashes") << u"http://localhost:%1/v1//"_s << u""_s;
        QTest::newRow("upper case") << u"HTTP://LocalHost:%1/V1/"_s << u""_s;
        QTest::newRow("blanks") << u" \thttp://localhost:%1/v1 \n"_s << u""_s;
        QTest::newRow("deeper") << u"http://localhost:%1/proxy/quo/v1/"_s << u"/proxy/quo"_s;
        QTest::newRow("only alike") << u"http://localhost:%1/apiv1"_s << u"/apiv1"_s;
        QTest::newRow("encoded") << u"http://localhost:%1/a%20b%2Fc/v1"_s << u"/a%20b%2Fc"_s;
    }

    void aBaseUrlMayEndInTheVersion()
    {
        QFETCH(QString, typed);
        QFETCH(QString, path);
        QString port;
        support::ScriptedWorld world([&](quo::Client::Settings &settings) {
            port = QString::number(settings.baseUrl.port());
            const auto parsed = quo::parseBaseUrl(QString(typed).replace(u"%1"_s, port));
            QVERIFY(parsed);
            settings.baseUrl = *parsed;
            settings.baseUrl.setHost(u"127.0.0.1"_s); // where the server listens
        });
        world.server.says(support::page(1, 1));
        QVERIFY(world.ask().value());
        QVERIFY2(world.server.requests().at(0).line.startsWith("GET " + path.toLatin1() +
                                                               "/v1/conversations?"),
                 world.server.requests().at(0).line.constData());
    }

    void whatABaseUrlCannotHaveIsNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("problem");
        using Problem = quo::BaseUrlProblem;
        QTest::newRow("query") << u"https://api.quo.com/v1?x=1"_s << int(Problem::HasQuery);
        QTest::newRow("empty query") << u"https://api.quo.com?"_s << int(Problem::HasQuery);
        QTest::newRow("fragment") << u"https://api.quo.com/#top"_s << int(Problem::HasQuery);
        QTest::newRow("user") << u"https://ana@api.quo.com"_s << int(Problem::HasUser);
        QTest::newRow("password") << u"https://ana:pw@api.quo.com"_s << int(Problem::HasUser);
        QTest::newRow("plain") << u"http://api.quo.com/v1"_s << int(Problem::Insecure);
        for (const char *typed : {"", " ", "api.quo.com", "/v1", "ftp://api.quo.com", "https://",
                                  "https:///v1", "https://a b", "https://api.quo.com:99999", "foo"})
            QTest::addRow("'%s'", typed) << QString::fromLatin1(typed) << int(Problem::NotAUrl);
    }

    void whatABaseUrlCannotHaveIsNamed()
    {
        QFETCH(QString, typed);
        QFETCH(int, problem);
        const auto parsed = quo::parseBaseUrl(typed);
        QVERIFY(!parsed);
        QCOMPARE(int(parsed.error()), problem);
    }

    void plainHttpIsForThisMachineAlone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("acceptable");
        QTest::newRow("quo") << u"https://api.quo.com"_s << true;
        QTest::newRow("plain") << u"http://api.quo.com"_s << false;
        QTest::newRow("localhost") << u"http://localhost:8080"_s << true;
        QTest::newRow("127.0.0.1") << u"http://127.0.0.1:8080"_s << true;
        QTest::newRow("::1") << u"http://[::1]:8080"_s << true;
        QTest::newRow("looks like it") << u"http://localhost.example.com"_s << false;
        QTest::newRow("neighbour") << u"http://192.168.1.2"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("nothing") << u""_s << false;
    }

    void plainHttpIsForThisMachineAlone()
    {
        QFETCH(QString, url);
        QTEST(quo::checkedBaseUrl(QUrl(url)).has_value(), "acceptable");
    }

    void withoutAKeyNothingIsSent()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.key = quo::ApiKey(); });
        QCOMPARE(world.askInVain().kind, quo::ApiError::Kind::NoKey);
        QVERIFY(world.server.requests().isEmpty());
    }

    void toAnInsecureAddressNothingIsSent()
    {
        support::ScriptedWorld world([](quo::Client::Settings &settings) {
            settings.baseUrl = QUrl(u"http://api.quo.com"_s);
        });
        QCOMPARE(world.askInVain().kind, quo::ApiError::Kind::InsecureUrl);
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
