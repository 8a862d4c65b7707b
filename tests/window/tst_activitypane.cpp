// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/manualclock.h"
#include "support/texts.h"
#include "support/window.h"
#include "support/windowtest.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using support::Window;

namespace {

QJsonObject message(int minute, const QString &text, const QJsonObject &replaced = {})
{
    QJsonObject object{
        {u"id"_s, u"AC%1"_s.arg(minute)},
        {u"direction"_s, u"incoming"_s},
        {u"from"_s, u"+14155552671"_s},
        {u"text"_s, text},
        {u"createdAt"_s, QTime(0, 0).addSecs(minute * 60).toString(u"'2026-06-02T'HH:mm:ss'Z'"_s)}};
    for (auto it = replaced.begin(); it != replaced.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

// Serves one conversation, and for it what 'messages' and 'calls' say to a request.
void serve(support::ScriptedWorld &world,
           const std::function<QByteArray(const QByteArray &)> &messages,
           const QStringList &participants = {u"+14155552671"_s})
{
    world.server.setFallback([=](const support::ScriptedServer::Request &request) {
        if (request.line.startsWith("GET /v1/conversations"))
            return support::page({support::conversation(
                u"CN1"_s, {{u"participants"_s, QJsonArray::fromStringList(participants)}})});
        return request.line.startsWith("GET /v1/messages") ? messages(request.query())
                                                           : support::page({});
    });
}

QListView *list(const Window &window)
{
    return window.find<QListView>("Messages and calls");
}

void openActivity(Window &window)
{
    window.openDetails("activity");
    window.select(0);
}

} // namespace

class TestActivityPane : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void activityIsReadOnceItsTabIsOpen()
    {
        support::DemoWorld world(60);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(3);
        const auto asked = [&world] {
            int count = 0;
            for (const demo::DemoRequest &request : world.requests())
                count += request.path == "/v1/messages";
            return count;
        };
        auto *list = window.find<QListView>("Messages and calls");
        QVERIFY(list);
        QVERIFY(!window.activity.thread()); // hidden, it asks for nothing
        window.openDetails("activity");
        QTRY_VERIFY(list->model()->rowCount() > 0);
        QCOMPARE(asked(), 1);
        QTRY_COMPARE(list->verticalScrollBar()->value(), list->verticalScrollBar()->maximum());
        // Another conversation, another thread.
        window.select(4);
        QCOMPARE(list->model()->rowCount(), 0);
        QTRY_VERIFY(list->model()->rowCount() > 0);
        QCOMPARE(asked(), 2);
        QCOMPARE(window.activity.thread()->key().conversationId,
                 window.table()->selectedRow()->id());
    }

    void aShortPageOfActivityIsFollowedByTheNext()
    {
        // What does not fill the pane cannot be scrolled.
        support::ScriptedWorld world;
        world.server.setFallback([](const support::ScriptedServer::Request &request) {
            const auto item = [](const QString &id, const QJsonValue &next) {
                const QJsonArray data{QJsonObject{{u"id"_s, id}, {u"text"_s, u"Hi"_s}}};
                return QJsonDocument({{u"data"_s, data}, {u"nextPageToken"_s, next}}).toJson();
            };
            if (request.line.startsWith("GET /v1/conversations"))
                return support::page(1, 1);
            if (request.line.startsWith("GET /v1/calls"))
                return support::page({});
            return request.line.contains("pageToken=b")   ? item(u"AC1"_s, {})
                   : request.line.contains("pageToken=a") ? item(u"AC2"_s, u"b"_s)
                                                          : item(u"AC3"_s, u"a"_s);
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.openDetails("activity");
        window.select(0);
        QTRY_COMPARE(window.find<QListView>("Messages and calls")->model()->rowCount(), 3);
        QTRY_COMPARE(window.textOf("Activity status"), u"Start of conversation"_s);
    }

    void scrollingUpAsksForOlderAndStaysInPlace()
    {
        support::ScriptedWorld world;
        serve(world, [](const QByteArray &query) {
            const int last = query.contains("pageToken=older") ? 49 : 99;
            QList<QJsonObject> messages;
            for (int minute = last; minute > last - 50; --minute)
                messages.append(message(minute, u"Hello %1"_s.arg(minute)));
            return support::page(messages, last == 99 ? std::optional(u"older"_s) : std::nullopt);
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        openActivity(window);
        QListView *const items = list(window);
        QTRY_COMPARE(items->model()->rowCount(), 50);
        QScrollBar &bar = *items->verticalScrollBar();
        QTRY_COMPARE(bar.value(), bar.maximum());
        QVERIFY(bar.maximum() > 2 * items->viewport()->height()); // so nothing is asked for yet
        const qsizetype asked = world.server.requests().size();
        bar.triggerAction(QScrollBar::SliderToMinimum);
        // The first has its day above it, which another will have then.
        const int y = items->visualRect(items->model()->index(1, 0)).top();
        QTRY_COMPARE(items->model()->rowCount(), 100);
        QCOMPARE(world.server.requests().size(), asked + 1);
        QCOMPARE(items->visualRect(items->model()->index(51, 0)).top(), y);
        QCOMPARE(items->model()->index(0, 0).data().toString(), u"Hello 0"_s);
        QCOMPARE(window.textOf("Activity status"), u"Start of conversation"_s);
    }

    void anEndlessThreadIsReadOnlyAsFarAsSomebodyScrolls()
    {
        support::ScriptedWorld world;
        int page = 0;
        serve(world, [&page](const QByteArray &) {
            QList<QJsonObject> messages;
            for (int i = 0; i < 50; ++i)
                messages.append(message(1400 - page * 50 - i, u"Hello"_s));
            return support::page(messages, u"page%1"_s.arg(++page));
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        openActivity(window);
        for (int scrolls = 1; scrolls <= 5; ++scrolls) {
            QTRY_COMPARE(list(window)->model()->rowCount(), scrolls * 50);
            QTRY_VERIFY(!window.activity.isLoading());
            QCOMPARE(page, scrolls);
            list(window)->verticalScrollBar()->triggerAction(QScrollBar::SliderToMinimum);
        }
    }

    void aLinkSaysWhereItGoesBeforeItOpens()
    {
        support::ScriptedWorld world;
        serve(world, [](const QByteArray &) {
            return support::page({message(1, u"<a href='https://good.example'>Pay</a> at "
                                             "https://evil.example/a?b=1&c=2 please"_s)});
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        openActivity(window);
        QTRY_COMPARE(list(window)->model()->rowCount(), 1);
        support::LinkCatcher links;
        // A click on the text opens nothing.
        QTest::mouseClick(list(window)->viewport(), Qt::LeftButton, {},
                          list(window)->visualRect(list(window)->model()->index(0, 0)).center());
        QVERIFY(links.opened.isEmpty());
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(list(window), &byKey);
        auto *menu = list(window)->parent()->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QStringList texts;
        for (QAction *action : menu->actions()) {
            texts.append(action->text());
            action->trigger();
        }
        QCOMPARE(texts, (QStringList{u"&Copy text"_s, u"Open https://good.example"_s,
                                     u"Open https://evil.example/a?b=1&&c=2"_s}));
        QCOMPARE(links.opened, QUrl(u"https://evil.example/a?b=1&c=2"_s));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"<a href="));
        menu->close();
    }

    void readersOfTheScreenHearWhoAndWhen()
    {
        support::ScriptedWorld world;
        serve(world, [](const QByteArray &) {
            return support::page({message(5, u"Thanks"_s,
                                          {{u"direction"_s, u"outgoing"_s},
                                           {u"userId"_s, u"US1"_s},
                                           {u"status"_s, u"delivered"_s}}),
                                  message(1, QString())});
        });
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        openActivity(window);
        clock.advance(std::chrono::seconds(1));
        QTRY_COMPARE(list(window)->model()->rowCount(), 2);
        const auto spoken = [&](int row) {
            return support::plainSpaces(
                list(window)->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        };
        QCOMPARE(spoken(0), u"(415) 555-2671, Today, 12:01 AM: Attachment"_s);
        quo::Directory directory;
        directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}}});
        window.names.setDirectory(directory);
        QCOMPARE(spoken(1), u"Dana Kim, Today, 12:05 AM, Delivered: Thanks"_s);
    }

    void aGroupIsToldThatCallsAreMissing()
    {
        support::ScriptedWorld world;
        serve(world, [](const QByteArray &) { return support::page({message(1, u"Hi"_s)}); },
              {u"+14155552671"_s, u"+14155552672"_s});
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        openActivity(window);
        QTRY_COMPARE(list(window)->model()->rowCount(), 1);
        QVERIFY(window.texts().contains(u"Calls in group conversations aren't available from Quo"));
        QCOMPARE(window.textOf("Activity status"), u"Start of messages"_s);
        for (const auto &request : world.server.requests())
            QVERIFY(!request.line.startsWith("GET /v1/calls"));
    }

    void onlyAWholeConversationBeginsHere_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<bool>("canRetry");
        const QJsonObject hi = message(5, u"Hi"_s);
        QTest::newRow("whole") << support::page({hi}) << u"Start of conversation"_s << QString()
                               << false;
        QTest::newRow("empty") << support::page({}) << u"No messages or calls yet"_s << QString()
                               << false;
        QTest::newRow("unreadable")
            << support::page({hi, QJsonObject{{u"text"_s, u"no id"_s}}, QJsonObject()})
            << u"Some of this conversation couldn’t be loaded"_s
            << u"Left out messages that couldn’t be read: 2."_s << false;
        QTest::newRow("all unreadable")
            << support::page({QJsonObject()}) << u"Some of this conversation couldn’t be loaded"_s
            << u"Left out messages that couldn’t be read: 1."_s << false;
        QTest::newRow("of another conversation")
            << support::page({hi, message(4, u"Not here"_s, {{u"conversationId"_s, u"CN2"_s}})})
            << u"Some of this conversation couldn’t be loaded"_s
            << u"Left out messages that belong to another conversation: 1."_s << false;
        QTest::newRow("another conversation's alone")
            << support::page({message(4, u"Not here"_s, {{u"conversationId"_s, u"CN2"_s}})},
                             u"older"_s)
            << u"Some of this conversation couldn’t be loaded"_s
            << u"Left out messages that belong to another conversation: 1."_s << true;
        QTest::newRow("this conversation's own")
            << support::page({message(4, u"Here"_s, {{u"conversationId"_s, u"CN1"_s}})})
            << u"Start of conversation"_s << QString() << false;
        QTest::newRow("in circles")
            << support::page({hi}, u"again"_s) << u"Some of this conversation couldn’t be loaded"_s
            << u"Couldn’t load older messages. Quo keeps sending pages"_s << true;
    }

    void onlyAWholeConversationBeginsHere()
    {
        QFETCH(QByteArray, messages);
        support::ScriptedWorld world;
        serve(world, [messages](const QByteArray &) { return messages; });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        openActivity(window);
        const auto *status = window.find<QLabel>("Activity status");
        QVERIFY(status);
        const auto *problemLabel = window.find<QLabel>("Activity problem");
        QVERIFY(problemLabel);
        QTRY_VERIFY(window.activity.thread() && window.activity.thread()->isStarted());
        QTRY_VERIFY(!window.activity.isLoading());
        QTEST(status->text(), "status");
        QFETCH(QString, problem);
        QVERIFY2(problemLabel->text().contains(problem), qPrintable(problemLabel->text()));
        QCOMPARE(problemLabel->isVisible(), !problem.isEmpty());
        QTEST(window.find<QPushButton>("Retry activity")->isVisible(), "canRetry");
        QVERIFY(!window.texts().contains(u"Not here"));
    }

    void nobodyTakesPart()
    {
        support::ScriptedWorld world;
        serve(world, [](const QByteArray &) { return support::page({}); }, {});
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        openActivity(window);
        QTRY_COMPARE(window.textOf("Activity status"),
                     u"Messages aren’t available: Quo doesn’t list anyone in this conversation"_s);
    }

    void olderOnesAreSaidToBeThere()
    {
        support::ScriptedWorld world;
        serve(world, [](const QByteArray &) {
            QList<QJsonObject> messages;
            for (int minute = 99; minute > 49; --minute)
                messages.append(message(minute, u"Hello"_s));
            return support::page(messages, u"older"_s);
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        openActivity(window);
        QTRY_COMPARE(window.textOf("Activity status"), u"Scroll up for older messages and calls"_s);
    }

    void refusedMessagesAreSaidWhereTheyWouldStand()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.limits.inFlight = 1; });
        world.server.says(support::page(1, 1));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        world.server.says(403, support::errorBody(403, u"0202403"_s, u"Not yours"_s));
        world.server.says(support::page({message(2, {})}));
        openActivity(window);
        const auto *problem = window.find<QLabel>("Activity problem");
        QVERIFY(problem);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(u"Couldn’t load messages. The key’s owner has no access"),
                 qPrintable(problem->text()));
        QVERIFY(problem->text().contains(u"Not yours"));
        QTRY_COMPARE(list(window)->model()->rowCount(), 1); // the call
        world.server.says(support::page({message(1, u"Hi"_s)}));
        window.click("Retry activity");
        QTRY_COMPARE(list(window)->model()->rowCount(), 2);
        QVERIFY(!problem->isVisible());
    }

    void aReasonThatMessagesAndCallsShareIsSaidOnce()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.limits.inFlight = 1; });
        world.server.says(support::page(1, 1));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QByteArray refusal = support::errorBody(403, u"0202403"_s, u"Not yours"_s);
        world.server.says(403, refusal);
        world.server.says(403, refusal);
        openActivity(window);
        const auto *problem = window.find<QLabel>("Activity problem");
        QVERIFY(problem);
        QTRY_VERIFY(problem->isVisible());
        QTRY_VERIFY(!window.activity.isLoading());
        QTRY_VERIFY2(problem->text().contains(
                         u"Couldn’t load messages and calls. The key’s owner has no access."),
                     qPrintable(problem->text()));
        QCOMPARE(problem->text().count(u"Not yours"), 1);
    }

    void holdingTheDownKeyCostsNoRequest()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 1001));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        serve(world, [](const QByteArray &) { return support::page({message(1, u"Hi"_s)}); });
        openActivity(window);
        window.table()->setFocus();
        const qsizetype before = world.server.requests().size();
        for (int press = 0; press < 1000; ++press) {
            QTest::keyClick(window.table(), Qt::Key_Down);
            clock.advance(quo::milliseconds(30)); // as fast as keys repeat
        }
        QCOMPARE(window.table()->selectedRow()->id(), u"CN1001"_s);
        QCoreApplication::processEvents();
        QCOMPARE(world.server.requests().size(), before);
        clock.advance(std::chrono::seconds(1));
        QTRY_COMPARE(list(window)->model()->rowCount(), 1);
        QCOMPARE(world.server.requests().size(), before + 2); // messages and calls of the last
    }

    void theTabThatWasOpenOpensAgain()
    {
        support::DemoWorld world(5);
        {
            Window window(*world.client, world.clock, m_settingsFile);
            QTRY_VERIFY(window.rests());
            openActivity(window);
        }
        Window window(*world.client, world.clock, m_settingsFile);
        QCOMPARE(window.widget->findChild<widgets::DetailsPane *>()->openTab(), u"activity"_s);
    }
};

QTEST_MAIN(TestActivityPane)
#include "tst_activitypane.moc"
