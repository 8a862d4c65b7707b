// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/texts.h"
#include "support/window.h"
#include "support/windowtest.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTcpServer>
#include <QToolButton>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using support::Window;

namespace {

QPushButton *visibleButton(const Window &window, const char *name)
{
    for (QPushButton *button : window.widget->findChildren<QPushButton *>())
        if (button->accessibleName() == QLatin1String(name) && button->isVisible())
            return button;
    return nullptr;
}

} // namespace

class TestFailures : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void failureOfALaterPageKeepsTheRowsAndRetryGoesOn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto body = [](int status, const char16_t *code) {
            const QByteArray json =
                support::errorBody(status, QString::fromUtf16(code), u"The API says so"_s);
            return "HTTP/1.1 " + QByteArray::number(status) +
                   " Status\r\nContent-Type: application/json\r\nContent-Length: " +
                   QByteArray::number(json.size()) + "\r\n\r\n" + json;
        };
        QTest::newRow("400") << body(400, u"1000400")
                             << u"Quo didn’t accept the request: The API says so"_s;
        QTest::newRow("402") << body(402, u"0201402") << u"Quo subscription has expired"_s;
        QTest::newRow("409") << body(409, u"1000409")
                             << u"Quo didn’t accept the request: The API says so"_s;
        QTest::newRow("401") << body(401, u"1000401") << u"didn’t accept the API key"_s;
        QTest::newRow("403") << body(403, u"1001403") << u"No access to one of these lines"_s;
        QTest::newRow("404") << body(404, u"1000404") << u"doesn’t know this address"_s;
        QTest::newRow("429") << body(429, u"1000429") << u"rate limit is reached"_s;
        QTest::newRow("500") << body(500, u"1001500") << u"having problems (server error)"_s;
        QTest::newRow("HTML") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: "
                                            "text/html\r\nContent-Length: 6\r\n\r\n<html>")
                              << u"A proxy or login page may be in the way"_s;
        QTest::newRow("empty") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: "
                                             "application/json\r\nContent-Length: 0\r\n\r\n")
                               << u"A proxy or login page may be in the way"_s;
        QTest::newRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: "
                                           "application/json\r\nContent-Length: 99\r\n\r\n{")
                             << u"The connection dropped"_s;
        QTest::newRow("redirect") << QByteArray(
                                         "HTTP/1.1 302 Found\r\nLocation: "
                                         "https://other.example/\r\nContent-Length: 0\r\n\r\n")
                                  << u"another address"_s;
    }

    void failureOfALaterPageKeepsTheRowsAndRetryGoesOn()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        support::ScriptedWorld world([](quo::Client::Settings &s) {
            s.retry.otherTries = s.retry.rateLimitedTries = s.retry.unreadableTries = 1;
        });
        world.server.says(support::page(1, 40, u"a"_s));
        // A 400 on a token starts over once, so it takes a second one to fail.
        const bool startsOver = bytes.startsWith("HTTP/1.1 400");
        for (int i = 0; i < (startsOver ? 2 : 1); ++i)
            world.server.saysBytes(bytes, true);
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(!window.session.status().completeness.failures.isEmpty());
        QCOMPARE(window.shownIds().size(), 40);
        QVERIFY(support::undated(window.textOf("Completeness")).endsWith(u". First 40"));

        QScrollBar *scrollBar = window.table()->verticalScrollBar();
        scrollBar->setValue(scrollBar->maximum());
        QVERIFY2(window.texts().contains(says), qPrintable(window.texts()));
        if (!window.texts().contains(u"The API says so") && bytes.contains("The API says so"))
            window.click("Details");
        if (bytes.contains("The API says so"))
            QVERIFY(window.texts().contains(u"The API says so"));
        QVERIFY(!window.texts().contains(u"canary-key"));

        // The wheel asks for nothing while it has failed.
        const qsizetype before = world.server.requests().size();
        for (int tick = 0; tick < 20; ++tick) {
            QWheelEvent wheel({10, 10}, window.table()->mapToGlobal(QPoint(10, 10)), {}, {0, -120},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(window.table()->viewport(), &wheel);
        }
        QCoreApplication::processEvents();
        QCOMPARE(world.server.requests().size(), before);

        world.server.says(support::page(41, 45));
        world.server.setFallback([](const auto &) { return support::page(1, 45); }); // to check
        QPushButton *retry = visibleButton(window, "Try again");
        QVERIFY(retry);
        retry->setFocus();
        QTest::keyClick(retry, Qt::Key_Space);
        QTRY_COMPARE(support::undated(window.textOf("Completeness")), u"All 45"_s);
        QCOMPARE(world.server.requests().at(before).line,
                 world.server.requests().at(before - 1).line);
        QVERIFY(!visibleButton(window, "Try again"));
    }

    void aRefusedConnectionIsSaidInTheMiddleAndRetryWorks()
    {
        // A port that nothing listens on yet.
        auto server = std::make_unique<QTcpServer>();
        QVERIFY(server->listen(QHostAddress::LocalHost));
        const quint16 port = server->serverPort();
        server.reset();
        support::ScriptedWorld world([port](quo::Client::Settings &s) {
            s.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(visibleButton(window, "Try again"));
        QVERIFY(window.texts().contains(u"Can’t reach Quo"));
        QVERIFY(window.textOf("Completeness").startsWith(u"Offline since"));

        demo::DemoServer::Settings settings;
        settings.port = port;
        settings.conversations = 30;
        settings.now = support::demoPresent;
        demo::DemoServer demoServer(settings);
        QVERIFY(demoServer.start());
        window.click("Try again");
        QTRY_COMPARE(window.shownIds().size(), 30);
        QTRY_COMPARE(support::undated(window.textOf("Completeness")), u"All 30"_s);
    }

    void aTimeoutIsSaid()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &s) { s.idleTimeout = quo::milliseconds(100); });
        world.server.staysSilent();
        Window window(world.client, world.clock, m_settingsFile);
        QCOMPARE(window.textOf("Completeness"), u"Loading…"_s);
        QTRY_VERIFY(window.texts().contains(u"didn’t answer in time"));
        world.server.says(support::page(1, 3));
        window.click("Try again");
        QTRY_COMPARE(window.shownIds().size(), 3);
    }

    void aWaitIsShownAndCanBeStopped_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::newRow("with Retry-After") << QByteArray("Retry-After: 100\r\n");
        QTest::newRow("without") << QByteArray();
    }

    void aWaitIsShownAndCanBeStopped()
    {
        QFETCH(QByteArray, retryAfter);
        support::ScriptedWorld world(
            [](quo::Client::Settings &s) { s.retry.firstDelay = quo::milliseconds(30'000); });
        world.server.says(429, {}, retryAfter);
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(visibleButton(window, "Stop"));
        QVERIFY2(window.texts().contains(u"Trying again in "), qPrintable(window.texts()));
        window.click("Stop");
        QCOMPARE(window.textOf("Completeness"), u"Rate limit reached. Nothing read yet"_s);
        QVERIFY(visibleButton(window, "Try again"));
    }

    void aFilterThatIsSetDuringAWaitSaysWhyItWaits()
    {
        support::ScriptedWorld world;
        world.server.says(429, {}, "Retry-After: 100\r\n");
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(visibleButton(window, "Stop"));
        quo::ConversationQuery other;
        other.phoneNumbers = QStringList{u"PN1"_s};
        window.session.setQuery(other);
        QTRY_VERIFY(window.texts().contains(u"Quo’s rate limit is reached. Continuing in "));
        QCOMPARE(world.server.requests().size(), 1);
        window.click("Stop");
        QVERIFY(!window.texts().contains(u"Continuing in "));
    }

    void aWaitFarFromTheEndCanBeStoppedAboveTheRows()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 55, u"a"_s)); // so few that the next page is wanted
        world.server.says(429, {}, "Retry-After: 100\r\n");
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(visibleButton(window, "Stop"));
        window.click("Stop");
        QCOMPARE(support::undated(window.textOf("Completeness")),
                 u"Rate limit reached. First 55"_s);
        QVERIFY(!visibleButton(window, "Stop"));
    }

    void aFailedRefreshIsSaidAboveTheRows()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 40));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        world.server.says(401, support::errorBody(401, u"1000401"_s, u"Unauthorized"_s));
        window.click("Refresh");
        QTRY_VERIFY(
            window.texts().contains(u"Automatic refresh is off. Quo didn’t accept the API key."));
        QCOMPARE(window.shownIds().size(), 40);
        QCOMPARE(support::undated(window.textOf("Completeness")), u"All 40"_s);
        world.server.says(support::page(1, 41));
        window.click("Try again");
        QTRY_COMPARE(window.shownIds().size(), 41);
        QVERIFY(!window.texts().contains(u"Automatic refresh is off"));
    }

    void leftOutRowsAndIgnoredFiltersAreSaid()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) {
            return support::page(
                {support::conversation(u"CN1"_s, {{u"participants"_s, u"x"_s}}),
                 support::conversation(u"CN2"_s, {{u"updatedAt"_s, u"1999-01-01T00:00:00Z"_s}})});
        });
        workspace::SettingsFile file(m_settingsFile);
        workspace::Settings(file, u"test"_s).setFilters([] {
            workspace::Filters filters;
            filters.updated.preset = workspace::DateFilter::Preset::Today;
            return filters;
        }());
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QVERIFY(window.texts().contains(u"Left out 1 conversations that couldn’t be read."));
        QVERIFY(!window.texts().contains(u"Reasons:"));
        window.click("Details");
        QVERIFY(window.texts().contains(u"Reasons: “participants” has the wrong type (1)."));
        QVERIFY(window.texts().contains(u"Quo ignored the filter “Changed from”."));
    }
};

QTEST_MAIN(TestFailures)
#include "tst_failures.moc"
