// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/window.h"
#include "support/windowtest.h"

#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using quo::PageWalk;
using support::Window;

// What a failed page of the list says and offers while something else is asked for.
class TestRetry : public support::WindowTest
{
    Q_OBJECT

    static bool hasFailed(const Window &window)
    {
        return std::holds_alternative<PageWalk::Failed>(window.session.status().shownWalk);
    }

    static QPushButton *retryButton(const Window &window)
    {
        const QList<QPushButton *> buttons = window.table()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            if (button->accessibleName() == u"Try again" && button->isVisible())
                return button;
        return nullptr;
    }

    static void scrollToEnd(const Window &window)
    {
        QScrollBar &bar = *window.table()->verticalScrollBar();
        bar.setValue(bar.maximum());
    }

private Q_SLOTS:
    void retryInTheListWorksWhileARefreshRuns()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.retry.otherTries = 1; });
        world.server.says(support::page(1, 100, u"a"_s));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_COMPARE(window.session.model().rowCount(), 100);
        QTRY_VERIFY(window.rests());
        world.server.staysSilent(); // to the refresh
        window.session.refresh();
        QTRY_COMPARE(world.server.requests().size(), 2);
        world.server.says(403, support::errorBody(403, u"1001403"_s, u"no"_s));
        scrollToEnd(window);
        QTRY_VERIFY(hasFailed(window));
        QVERIFY(window.session.status().refreshing);
        world.server.says(support::page(101, 105));
        scrollToEnd(window);
        QPushButton *const retry = retryButton(window);
        QVERIFY(retry && retry->isEnabled());
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(window.session.model().rowCount(), 105);
        QVERIFY(!retryButton(window));
        QVERIFY(window.session.status().refreshing); // which goes on
    }

    void theListGoesOnOnceTheConnectionIsBack()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.retry.otherTries = 1; });
        world.server.says(support::page(1, 100, u"a"_s));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_COMPARE(window.session.model().rowCount(), 100);
        QTRY_VERIFY(window.rests());
        world.server.goAway();
        scrollToEnd(window);
        QTRY_VERIFY(hasFailed(window));
        QVERIFY(window.texts().contains(u"Can’t reach Quo"));
        world.server.comeBack();
        world.server.setFallback([](const support::ScriptedServer::Request &request) {
            return request.line.contains("pageToken=a") ? support::page(101, 105)
                                                        : support::page({});
        });
        window.session.refresh();
        // Without a press.
        QTRY_COMPARE(window.session.model().rowCount(), 105);
        QTRY_VERIFY(!window.texts().contains(u"Can’t reach Quo"));
        QVERIFY(!retryButton(window));
        QVERIFY(!window.session.status().offlineSince);
    }
};

QTEST_MAIN(TestRetry)
#include "tst_retry.moc"
