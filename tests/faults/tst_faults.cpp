// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/qtcompat.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/warnings.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using quo::ApiError;
using quo::milliseconds;
using support::ScriptedWorld;
using Kind = ApiError::Kind;

namespace {

void onlyOneTry(quo::Client::Settings &settings)
{
    settings.retry.rateLimitedTries = settings.retry.otherTries = settings.retry.unreadableTries =
        1;
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void documentedErrorsAreTyped_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("kind");
        QTest::newRow("400") << 400 << u"1000400"_s << int(Kind::BadParameter);
        QTest::newRow("402") << 402 << u"0201402"_s << int(Kind::NotPaid);
        QTest::newRow("401") << 401 << u"1000401"_s << int(Kind::RefusedKey);
        QTest::newRow("403") << 403 << u"1001403"_s << int(Kind::Forbidden);
        QTest::newRow("404") << 404 << u"1000404"_s << int(Kind::NotFound);
        QTest::newRow("429") << 429 << u"1000429"_s << int(Kind::RateLimited);
        QTest::newRow("500") << 500 << u"1001500"_s << int(Kind::Server);
    }

    void documentedErrorsAreTyped()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(int, kind);
        ScriptedWorld world(onlyOneTry);
        world.server.says(status,
                          support::errorBody(status, code, u"It failed"_s, u"/createdAfter"_s));
        const auto answer = world.ask();
        QVERIFY(answer && !*answer);
        const ApiError &error = answer->error();
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.code, code);
        QCOMPARE(error.message, u"It failed"_s);
        QCOMPARE(error.trace, u"trace-7"_s);
        QVERIFY(error.errorFor("createdAfter"_L1));
    }

    void brokenAnswersAreTyped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const QByteArray json = support::page(1, 3);
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        const QByteArray length = "Content-Length: " + QByteArray::number(json.size()) + "\r\n\r\n";
        QTest::newRow("HTML with 200")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                          "6\r\n\r\n<html>")
            << int(Kind::UnreadableAnswer);
        QTest::newRow("JSON that is called something else")
            << "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n" + length + json
            << int(Kind::UnreadableAnswer);
        QTest::newRow("empty body") << head + "Content-Length: 0\r\n\r\n"
                                    << int(Kind::UnreadableAnswer);
        QTest::newRow("no content")
            << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << int(Kind::UnreadableAnswer);
        QTest::newRow("cut with a length") << head + length + json.left(50) << int(Kind::Dropped);
        QTest::newRow("cut in chunks")
            << head + "Transfer-Encoding: chunked\r\n\r\n40\r\n" + json.left(0x20)
            << int(Kind::Dropped);
        QTest::newRow("cut chunks of a connection that closes")
            << head + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n" +
                   json.left(0x20) + "\r\n"
            << int(Kind::Dropped);
        QTest::newRow("cut headers") << head.left(20) << int(Kind::Dropped);
        QTest::newRow("nothing") << QByteArray() << int(Kind::Dropped);
        QTest::newRow("gateway") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: "
                                               "6\r\n\r\n<html>")
                                 << int(Kind::Server);
        QTest::newRow("redirect to itself")
            << QByteArray("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n")
            << int(Kind::Redirected);
    }

    void brokenAnswersAreTyped()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        ScriptedWorld world(onlyOneTry);
        // QNetworkAccessManager itself sends a request again whose connection closed without a
        // byte.
        for (int i = 0; i < 4; ++i)
            world.server.saysBytes(bytes, true);
        const auto answer = world.ask();
        QVERIFY(answer && !*answer);
        QCOMPARE(int(answer->error().kind), kind);
    }

    void jsonIsJsonByAnyOfItsNames_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isJson");
        for (const char *type :
             {"application/json", "text/json", "Text/JSON; charset=utf-8",
              "application/vnd.quo+json", "application/problem+json;v=1", "application/hal+json"})
            QTest::addRow("%s", type) << QByteArray(type) << true;
        for (const char *type : {"text/html", "text/plain", "application/xml", "text/jsonp"})
            QTest::addRow("%s", type) << QByteArray(type) << false;
    }

    void jsonIsJsonByAnyOfItsNames()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, isJson);
        ScriptedWorld world(onlyOneTry);
        world.server.says(200, support::page(1, 1), {}, type);
        const auto answer = world.ask();
        QVERIFY(answer);
        QCOMPARE(answer->has_value(), isJson);
    }

    void aProxyThatAsksForAPasswordIsNamed_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("none is given") << QString();
        QTest::newRow("a wrong one is given") << u"ana"_s;
    }

    void aProxyThatAsksForAPasswordIsNamed()
    {
        QFETCH(QString, user);
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QByteArray received;
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &received] {
                received += socket->readAll();
                if (received.endsWith("\r\n\r\n"))
                    socket->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                                  "Proxy-Authenticate: Basic realm=\"office\"\r\n"
                                  "Content-Length: 0\r\n\r\n");
            });
        });
        ScriptedWorld world([](quo::Client::Settings &settings) {
            onlyOneTry(settings);
            settings.baseUrl = QUrl(u"https://api.quo.example"_s);
        });
        world.client.setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s,
                                            proxy.serverPort(), user,
                                            user.isEmpty() ? QString() : u"pw"_s));
        const auto answer = world.ask();
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, Kind::ProxyPassword);
        QCOMPARE(received.contains("Proxy-Authorization: Basic " + QByteArray("ana:pw").toBase64()),
                 !user.isEmpty());
    }

    void aRefusedConnectionIsNoNetwork()
    {
        const QUrl nowhere = [] { return support::ScriptedServer().baseUrl(); }();
        ScriptedWorld world([&](quo::Client::Settings &s) { s.baseUrl = nowhere; });
        QCOMPARE(world.askInVain().kind, Kind::NoNetwork);
    }

    void aServerThatSpeaksNoTlsIsRefused()
    {
        // Plain bytes where a handshake is due.
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        ScriptedWorld world([&plain](quo::Client::Settings &settings) {
            onlyOneTry(settings);
            settings.baseUrl = QUrl(u"https://127.0.0.1:%1"_s.arg(plain.serverPort()));
        });
        QCOMPARE(world.askInVain().kind, Kind::Tls);
    }

    void silenceTimesOut()
    {
        ScriptedWorld world([](quo::Client::Settings &s) { s.idleTimeout = milliseconds(150); });
        world.server.staysSilent();
        QCOMPARE(world.askInVain().kind, Kind::Timeout);
        QCOMPARE(world.server.requests().size(), 1); // and is not tried again
    }

    void drippingDoesNotGoOnForEver()
    {
        QTcpServer dripping;
        QVERIFY(dripping.listen(QHostAddress::LocalHost));
        QTimer drip;
        connect(&dripping, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = dripping.nextPendingConnection();
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            connect(&drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        });
        drip.start(20);
        // Each byte renews the idle timeout, so only the total one can end this.
        ScriptedWorld world([&dripping](quo::Client::Settings &settings) {
            settings.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(dripping.serverPort()));
            settings.idleTimeout = milliseconds(10'000);
            settings.totalTimeout = milliseconds(300);
        });
        QCOMPARE(world.askInVain().kind, Kind::Timeout);
    }

    void nothingIsSentToTheTargetOfARedirect()
    {
        support::ScriptedServer other;
        ScriptedWorld world;
        world.server.saysBytes("HTTP/1.1 301 Moved\r\nLocation: " + other.baseUrl().toEncoded() +
                                   "/v1/conversations\r\nContent-Length: 0\r\n\r\n",
                               false);
        QCOMPARE(world.askInVain().kind, Kind::Redirected);
        QVERIFY(other.requests().isEmpty());
        QCOMPARE(world.server.requests().size(), 1);
    }

    void tooLargeABodyIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("announced")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                          "10737418240\r\n\r\n{");
        QTest::newRow("sent") << "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" +
                                     QByteArray(200'000, ' ');
        QTest::newRow("an error's")
            << "HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n" + QByteArray(200'000, ' ');
    }

    void tooLargeABodyIsNotRead()
    {
        QFETCH(QByteArray, bytes);
        ScriptedWorld world([](quo::Client::Settings &s) { s.maxBodySize = 100'000; });
        world.server.saysBytes(bytes, false);
        QCOMPARE(world.askInVain().kind, Kind::TooLarge);
    }

    void whatMayPassIsTriedAgain_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto status = [](const char *line) {
            return QByteArray("HTTP/1.1 ") + line + "\r\nContent-Length: 0\r\n\r\n";
        };
        QTest::newRow("429") << status("429 Too Many Requests");
        QTest::newRow("500") << status("500 Internal Server Error");
        QTest::newRow("503") << status("503 Service Unavailable");
        QTest::newRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: "
                                           "application/json\r\nContent-Length: 99\r\n\r\n{");
        QTest::newRow("cut chunks")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: "
                          "chunked\r\n\r\n40\r\n{");
    }

    void whatMayPassIsTriedAgain()
    {
        QFETCH(QByteArray, bytes);
        ScriptedWorld world;
        world.server.saysBytes(bytes, true);
        world.server.says(support::page(1, 3));
        const auto answer = world.ask();
        QVERIFY(answer && *answer);
        QCOMPARE((*answer)->rows.size(), 3);
        QCOMPARE(world.server.requests().size(), 2);
    }

    void triesEnd()
    {
        ScriptedWorld world;
        for (int i = 0; i < 10; ++i)
            world.server.says(503, {});
        QCOMPARE(world.askInVain().kind, Kind::Server);
        QCOMPARE(world.server.requests().size(), 4);
    }

    void retryAfterIsObeyedAndShown_data()
    {
        QTest::addColumn<QByteArray>("header");
        const QDateTime in7s = QDateTime({2026, 6, 1}, {12, 0, 7}, common::utc);
        QTest::newRow("seconds") << QByteArray("Retry-After: 7\r\n");
        QTest::newRow("HTTP date") << "Retry-After: " + httpDate(in7s) + "\r\n";
    }

    void retryAfterIsObeyedAndShown()
    {
        QFETCH(QByteArray, header);
        support::ManualClock clock(*quo::parseInstant(u"2026-06-01T12:00:00Z"_s));
        support::ScriptedServer server;
        quo::Client client(support::impatientSettings(server.baseUrl()), clock, [] { return 0.0; });
        server.says(429, {}, header);
        server.says(support::page(1, 3));
        bool done = false;
        const auto job = client.list(quo::conversationsRequest(), {}, quo::Priority::Looking,
                                     [&done](auto answer) { done = bool(answer); });
        QSignalSpy waiting(job.get(), &quo::Job::waitingChanged);
        clock.advance(milliseconds(0));
        QTRY_VERIFY(job->waiting());
        QCOMPARE(job->waiting()->until, clock.now() + std::chrono::seconds(7));
        QCOMPARE(job->waiting()->because.kind, Kind::RateLimited);
        QCOMPARE(waiting.size(), 1);

        // Everything else under this key waits as well.
        bool otherDone = false;
        const auto other = client.list(quo::conversationsRequest(), {}, quo::Priority::Looking,
                                       [&otherDone](auto) { otherDone = true; });
        clock.advance(milliseconds(6999));
        QCOMPARE(server.requests().size(), 1);
        server.says(support::page(1, 3));
        clock.advance(milliseconds(1));
        QTRY_VERIFY(done && otherDone);
        QCOMPARE(server.requests().size(), 3);
    }

    void tooLongAWaitIsReportedInstead()
    {
        ScriptedWorld world;
        world.server.says(429, {}, "Retry-After: 3600\r\n");
        const auto answer = world.ask();
        QCOMPARE(answer->error().kind, Kind::RateLimited);
        QCOMPARE(answer->error().retryAfter, milliseconds(3'600'000));
    }

    void aDestroyedJobNeverAnswers()
    {
        ScriptedWorld world;
        world.server.staysSilent();
        world.server.setFallback([](const auto &) { return support::page(1, 1); });
        int answers = 0;
        auto count = [&answers](auto) { ++answers; };
        auto early =
            world.client.list(quo::conversationsRequest(), {}, quo::Priority::Looking, count);
        early.reset();
        auto sent =
            world.client.list(quo::conversationsRequest(), {}, quo::Priority::Looking, count);
        QTRY_COMPARE(world.server.requests().size(), 1);
        sent.reset();
        QVERIFY(world.ask().value()); // another one's answer has come since
        QCOMPARE(answers, 0);
    }

    void aJobMayBeDestroyedByItsOwnAnswer()
    {
        ScriptedWorld world;
        world.server.says(support::page(1, 1));
        std::unique_ptr<quo::Job> job;
        bool done = false;
        job = world.client.list(quo::conversationsRequest(), {}, quo::Priority::Looking, [&](auto) {
            job.reset();
            done = true;
        });
        QTRY_VERIFY(done);
    }

    void noErrorHoldsTheKey()
    {
        ScriptedWorld world(onlyOneTry);
        world.server.says(
            401, support::errorBody(401, u"canary-key"_s, u"bad canary-key!"_s, u"/canary-key"_s));
        const ApiError error = world.askInVain();
        QCOMPARE(error.message, u"bad [key]!"_s);
        for (const QString &text : {error.code, error.message, error.trace, error.detail,
                                    error.errors.at(0).path, error.errors.at(0).message})
            QVERIFY(!text.contains(u"canary-key"));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
