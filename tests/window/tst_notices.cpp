// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodedirectory.h"
#include "support/json.h"
#include "support/looks.h"
#include "support/manualclock.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/announcer.h"
#include "widgets/common/controls.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/noticewidget.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::bestContrast;
using support::Window;
using widgets::MessageBar;
using widgets::NoticeWidget;
using Stay = MessageBar::Stay;
using Tone = MessageBar::Tone;

namespace {

// With a name that a search finds.
QByteArray rows(int count, const std::optional<QString> &next = {})
{
    return support::page(1, count, next);
}

MessageBar *barOf(const Window &window)
{
    return window.page->findChild<MessageBar *>();
}

QString textOf(const QWidget &bar)
{
    for (const QLabel *label : bar.findChildren<QLabel *>())
        if (label->isVisible() && !label->text().isEmpty())
            return label->text();
    return {};
}

QStringList buttonsOf(const QWidget &where)
{
    QStringList names;
    for (const QPushButton *button : where.findChildren<QPushButton *>())
        if (button->isVisible())
            names.append(button->text());
    return names;
}

void keepPicture(QWidget &widget, const char *name)
{
    if (const QString folder = qEnvironmentVariable("QUOIN_LOOKS"); !folder.isEmpty())
        widget.grab().save(folder + u'/' + QString::fromUtf8(name) + u".png"_s);
}

} // namespace

// What is said in the place of the list, at its end and above it, and what can be done against it.
class TestNotices : public support::WindowTest
{
    Q_OBJECT

    static NoticeWidget *noticeOf(const Window &window)
    {
        return window.table()->findChild<NoticeWidget *>();
    }

private Q_SLOTS:
    void aSearchWithoutMatchesIsClearedByOnePress()
    {
        support::ScriptedWorld world;
        world.server.says(rows(3));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_COMPARE(window.shownIds().size(), 3);
        window.state.change(&workspace::View::search, u"qqqqzz"_s);
        QTRY_COMPARE(noticeOf(window)->notice().title, u"No conversations match"_s);
        QCOMPARE(buttonsOf(*noticeOf(window)), QStringList{u"Clear search"_s});
        QVERIFY(window.texts().contains(u"Searched all 3 for “qqqqzz”."));
        keepPicture(*window.widget, "no match");
        window.click("Clear search");
        QTRY_COMPARE(window.shownIds().size(), 3);
        QCOMPARE(window.state.shown().search, QString());
        QVERIFY(!noticeOf(window)->isVisible());
    }

    void aSearchOnOneLineGoesOnOverAllLines()
    {
        support::DemoWorld world(50);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        workspace::View view = window.state.shown();
        view.filters.lines = {window.session.model().rowAt(0)->phoneNumberId()};
        view.search = u"qqqqzz"_s;
        window.state.open(view);
        const QStringList both{u"Clear search"_s, u"Search all lines"_s};
        QTRY_COMPARE(buttonsOf(*noticeOf(window)), both);
        window.click("Search all lines");
        QCOMPARE(window.state.shown().filters.lines, QStringList());
        QCOMPARE(window.state.shown().search, u"qqqqzz"_s);
        QTRY_COMPARE(buttonsOf(*noticeOf(window)), QStringList{u"Clear search"_s});
    }

    void filtersThatNothingMatchesAreClearedByOnePress()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) { return support::page(1, 0); });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QCOMPARE(noticeOf(window)->notice().title, u"No conversations yet"_s);
        QCOMPARE(buttonsOf(*noticeOf(window)), QStringList());
        workspace::View view = window.state.shown();
        view.filters.excludeInactive = true;
        window.state.open(view);
        QTRY_COMPARE(buttonsOf(*noticeOf(window)), QStringList{u"Clear filters"_s});
        window.click("Clear filters");
        QCOMPARE(window.state.shown().filters, workspace::Filters());
        QTRY_COMPARE(noticeOf(window)->notice().title, u"No conversations yet"_s);
    }

    void aRefusedKeyCanBeChangedWhereItIsSaid()
    {
        support::ScriptedWorld world;
        world.server.says(401, support::errorBody(401, u"1000401"_s, u"The API says so"_s));
        Window window(world.client, world.clock, m_settingsFile);
        auto *menu = window.widget->findChild<widgets::WorkspaceMenu *>();
        menu->setState(
            {.accounts = {}, .currentId = u"test"_s, .currentName = u"Test"_s, .canSignOut = true});
        QTRY_VERIFY(noticeOf(window)->isVisible());
        QVERIFY(window.texts().contains(u"Quo didn’t accept the API key"));
        const QStringList buttons{u"Change key…"_s, u"Try again"_s, u"Show technical details"_s};
        QCOMPARE(buttonsOf(*noticeOf(window)), buttons);
        QVERIFY(!window.texts().contains(u"HTTP 401"));
        window.click("Show technical details");
        QVERIFY(window.texts().contains(u"HTTP 401"));
        keepPicture(*window.widget, "refused key");
        QVERIFY(window.texts().contains(u"The API says so"));
        QSignalSpy changes(menu, &widgets::WorkspaceMenu::changeKeyRequested);
        window.click("Change key…");
        QCOMPARE(changes.count(), 1);
        world.server.says(rows(3));
        window.click("Try again");
        QTRY_COMPARE(window.shownIds().size(), 3);
        QVERIFY(window.table()->hasFocus()); // which the button had
    }

    void aKeyFromElsewhereIsNotOfferedToBeChanged()
    {
        support::ScriptedWorld world;
        world.server.says(401, support::errorBody(401, u"1000401"_s, u"no"_s));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(noticeOf(window)->isVisible());
        const QStringList buttons{u"Try again"_s, u"Show technical details"_s};
        QCOMPARE(buttonsOf(*noticeOf(window)), buttons);
    }

    void aFailureBelowRowsIsOneQuietLine()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.retry.otherTries = 1; });
        world.server.says(rows(40, u"a"_s));
        world.server.says(500, {});
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(!window.session.status().completeness.failures.isEmpty());
        window.table()->verticalScrollBar()->setValue(
            window.table()->verticalScrollBar()->maximum());
        QCOMPARE(noticeOf(window)->height(), window.widget->themeSource().theme().heights.notice);
        QVERIFY(buttonsOf(*noticeOf(window)).contains(u"Try again"_s));
        keepPicture(*window.widget, "end of the list");
    }

    void anOrderOfAPartIsSaidAboveAndAllIsLoadedFromThere()
    {
        support::DemoWorld world(300);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const int before = window.table()->rowHeight(0);
        window.state.change(&workspace::View::sort, {{u"lastActivityAt"_s, false}});
        QTRY_VERIFY(barOf(window)->isVisible());
        QVERIFY(textOf(*barOf(window)).startsWith(u"Oldest of the first 100."));
        QCOMPARE(buttonsOf(*barOf(window)), QStringList{u"Load all"_s});
        QCOMPARE(window.table()->rowHeight(0), before);
        keepPicture(*window.widget, "part sorted");
        QTest::mouseClick(barOf(window)->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(window.session.status().loaded, 300);
        QTRY_VERIFY(!barOf(window)->isVisible());
    }

    void aShortRefreshDoesNotFlashInTheStatusLine()
    {
        support::ScriptedWorld world;
        world.server.says(rows(40));
        support::ManualClock clock(world.clock.now());
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QString before = window.textOf("Completeness");
        world.server.staysSilent();
        window.click("Refresh");
        QVERIFY(window.session.status().refreshing);
        QCOMPARE(window.textOf("Completeness"), before); // it may be over in a moment
        QVERIFY(!window.find<QPushButton>("Stop loading")->isVisible());
        clock.advance(std::chrono::seconds(1));
        QCOMPARE(window.textOf("Completeness"), u"Checking for changes…"_s);
        window.click("Stop loading");
        QVERIFY(!window.session.status().refreshing);
        QVERIFY(!window.find<QPushButton>("Stop loading")->isVisible());
    }

    void aLongWaitIsCountedDownOnceAndStopped()
    {
        support::ScriptedWorld world;
        world.server.says(rows(40));
        support::ManualClock clock(world.clock.now());
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        world.server.says(429, {}, "Retry-After: 60\r\n");
        window.click("Refresh");
        QTRY_COMPARE(window.session.status().load.rateLimited, 1);
        QTRY_VERIFY(window.session.status().load.pause > quo::milliseconds(0));
        QVERIFY(!barOf(window)->isVisible()); // it may be over in a moment
        clock.advance(std::chrono::seconds(1));
        QVERIFY(barOf(window)->isVisible());
        QVERIFY(textOf(*barOf(window)).startsWith(u"Quo’s rate limit is reached. Trying again in"));
        const QString first = textOf(*barOf(window));
        auto *announcer = window.widget->findChild<widgets::Announcer *>();
        clock.advance(std::chrono::seconds(1));
        QVERIFY(announcer->accessibleName().contains(first));
        announcer->setAccessibleName({});
        clock.advance(std::chrono::seconds(5));
        QVERIFY(textOf(*barOf(window)) != first);
        QVERIFY(!announcer->accessibleName().contains(u"Trying again")); // heard once
        QCOMPARE(buttonsOf(*barOf(window)), QStringList{u"Stop"_s});
        QCOMPARE(window.texts().count(u"Trying again"), 1); // nowhere else
        keepPicture(*window.widget, "rate limit");
        QTest::mouseClick(barOf(window)->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(!textOf(*barOf(window)).contains(u"Trying again"));
    }

    // The key is over its limit because of something else.
    void aPauseOfTheKeyIsSaidInTheListThatWaitsForIt()
    {
        support::ScriptedWorld world;
        world.server.says(rows(3));
        support::ManualClock clock(world.clock.now());
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        world.server.says(429, {}, "Retry-After: 60\r\n");
        const auto other =
            world.client.list(quo::linesRequest(), {}, quo::Priority::Looking, [](const auto &) {});
        QTRY_VERIFY(window.session.status().load.pause > quo::milliseconds(0));
        workspace::View view = window.state.shown();
        view.filters.excludeInactive = true;
        window.state.open(view);
        clock.advance(std::chrono::seconds(2));
        QVERIFY(noticeOf(window)->isVisible() || barOf(window)->isVisible());
        QVERIFY(window.texts().contains(u"Quo’s rate limit is reached. Continuing in"));
    }

    void ofSeveralMessagesTheMostUrgentIsShown()
    {
        support::ScriptedWorld world;
        support::ManualClock clock(world.clock.now());
        widgets::MainWindow window(programSettings(), QLocale::c(), clock);
        window.showPage(std::make_unique<QWidget>(), u"Test"_s);
        window.show();
        MessageBar &bar = window.messages();
        bar.show({u"calm"_s, u"It is calm."_s});
        QCOMPARE(textOf(bar), u"It is calm."_s);
        const int height = bar.height();
        bar.show({u"error"_s, u"It is wrong."_s, {}, Stay::UntilClosed, Tone::Error});
        bar.show({u"attention"_s, u"It is odd."_s, {}, Stay::UntilClosed, Tone::Attention});
        QCOMPARE(textOf(bar), u"It is wrong."_s);
        QCOMPARE(bar.height(), height);
        auto *next = bar.findChild<QToolButton *>();
        QCOMPARE(next->text(), u"1 of 3"_s);
        keepPicture(bar, "several");
        next->click();
        QCOMPARE(textOf(bar), u"It is odd."_s);
        QCOMPARE(next->text(), u"2 of 3"_s);
        bar.remove(u"odd"_s); // there is none
        bar.remove(u"attention"_s);
        QCOMPARE(textOf(bar), u"It is wrong."_s);
        bar.remove(u"error"_s);
        QCOMPARE(textOf(bar), u"It is calm."_s);
        QVERIFY(!next->isVisible());
        bar.remove(u"calm"_s);
        QVERIFY(!bar.isVisible());
    }

    void whatOnlyConfirmsGoesByItselfUnlessItIsLookedAt()
    {
        support::ScriptedWorld world;
        support::ManualClock clock(world.clock.now());
        widgets::MainWindow window(programSettings(), QLocale::c(), clock);
        window.showPage(std::make_unique<QLineEdit>(), u"Test"_s);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        MessageBar &bar = window.messages();
        bar.show({u"standing"_s, u"It is wrong."_s, {}, Stay::WhileTrue, Tone::Error});
        bool opened = false;
        bar.show({u"done"_s,
                  u"Exported 20 conversations."_s,
                  {{u"Open"_s, [&opened] { opened = true; }}, {u"Show in folder"_s, [] {}}},
                  Stay::Briefly});
        QCOMPARE(textOf(bar), u"Exported 20 conversations."_s);
        const QStringList buttons{u"Open"_s, u"Show in folder"_s};
        QCOMPARE(buttonsOf(bar), buttons);
        clock.advance(std::chrono::seconds(7));
        QVERIFY(!opened);
        bar.findChild<QPushButton *>()->setFocus();
        clock.advance(std::chrono::minutes(1));
        QCOMPARE(textOf(bar), u"Exported 20 conversations."_s);
        QTest::keyClick(bar.findChild<QPushButton *>(), Qt::Key_Space);
        QVERIFY(opened);
        window.findChild<QLineEdit *>()->setFocus();
        clock.advance(std::chrono::seconds(7));
        QCOMPARE(textOf(bar), u"Exported 20 conversations."_s);
        clock.advance(std::chrono::seconds(2));
        QCOMPARE(textOf(bar), u"It is wrong."_s);
        clock.advance(std::chrono::minutes(1));
        QVERIFY(bar.isVisible());
    }

    void theProgramsMessagesAreShownWhereThePageHasItsOwn()
    {
        support::ScriptedWorld world;
        support::ManualClock clock(world.clock.now());
        widgets::MainWindow window(programSettings(), QLocale::c(), clock);
        auto newPage = std::make_unique<QWidget>();
        auto *place = new MessageBar(window.themeSource(), clock, newPage.get());
        window.showPage(std::move(newPage), u"Test"_s);
        window.show();
        MessageBar &bar = window.messages();
        bar.show({u"before"_s, u"It was said before."_s});
        QVERIFY(bar.isVisible());
        bar.lendTo(*place);
        QVERIFY(!bar.isVisible());
        QCOMPARE(textOf(*place), u"It was said before."_s);
        bar.show({u"after"_s, u"It is said now."_s});
        QVERIFY(!bar.isVisible());
        QCOMPARE(textOf(*place), u"It is said now."_s);
        bar.setText(u"after"_s, u"It changes."_s);
        QCOMPARE(textOf(*place), u"It changes."_s);
        for (QToolButton *button : place->findChildren<QToolButton *>())
            if (button->accessibleName() == u"Close this message")
                button->click();
        QCOMPARE(textOf(*place), u"It was said before."_s);
        window.showPage(std::make_unique<QWidget>(), u"Another"_s);
        QVERIFY(bar.isVisible());
        QCOMPARE(textOf(bar), u"It was said before."_s); // what was closed does not come back
        bar.remove(u"before"_s);
        QVERIFY(!bar.isVisible());
    }

    void aLongMessageIsElidedAndItsButtonsStayInView_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void aLongMessageIsElidedAndItsButtonsStayInView()
    {
        QFETCH(Qt::LayoutDirection, direction);
        support::ScriptedWorld world;
        world.server.says(rows(40));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.widget->setLayoutDirection(direction);
        window.widget->resize(640, 420);
        const QString text = u"Nothing of this fits into a line of a small window. "_s.repeated(5);
        MessageBar &bar = *barOf(window);
        bar.show({u"long"_s, text, {{u"Open"_s, [] {}}, {u"Show in folder"_s, [] {}}}});
        QCoreApplication::processEvents();
        QCOMPARE(window.widget->size(), QSize(640, 420));
        const widgets::Heights &heights = window.widget->themeSource().theme().heights;
        QCOMPARE(bar.height(), heights.notice + 2 * widgets::space::tiny);
        const auto *label = bar.findChildren<QLabel *>().at(1);
        QCOMPARE(label->text(), text);
        QVERIFY(label->toolTip().contains(u"Nothing of this fits"));
        for (const QAbstractButton *button : bar.findChildren<QAbstractButton *>())
            if (button->isVisible()) {
                QVERIFY(bar.rect().contains(button->geometry()));
                QVERIFY(!label->geometry().intersects(button->geometry()));
                QVERIFY(button->width() >= button->minimumSizeHint().width());
            }
        keepPicture(*window.widget, QTest::currentDataTag());
    }

    void everyToneCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << QPalette(Qt::white, u"#f3f4f6"_s);
        QTest::newRow("dark") << QPalette(u"#3a3d42"_s, u"#202327"_s);
    }

    void everyToneCanBeRead()
    {
        QFETCH(QPalette, palette);
        support::ScriptedWorld world;
        support::ManualClock clock(world.clock.now());
        widgets::MainWindow window(programSettings(), QLocale::c(), clock);
        window.setPalette(palette);
        window.showPage(std::make_unique<QWidget>(), u"Test"_s);
        window.show();
        MessageBar &bar = window.messages();
        for (const Tone tone : {Tone::Calm, Tone::Attention, Tone::Error}) {
            bar.show({u"one"_s,
                      u"Something is to be read."_s,
                      {{u"Try again"_s, [] {}}},
                      Stay::UntilClosed,
                      tone});
            QCoreApplication::processEvents();
            const QImage picture = bar.grab().toImage();
            keepPicture(bar, qPrintable(u"tone %1, %2"_s.arg(int(tone)).arg(
                                 QString::fromUtf8(QTest::currentDataTag()))));
            for (const QWidget *part : {static_cast<QWidget *>(bar.findChildren<QLabel *>().at(1)),
                                        static_cast<QWidget *>(bar.findChild<QPushButton *>())}) {
                const double found = bestContrast(picture.copy(part->geometry()));
                QVERIFY2(found >= 4.5, qPrintable(u"%1: %2"_s.arg(int(tone)).arg(found)));
            }
        }
    }

private:
    workspace::ProgramSettings &programSettings()
    {
        m_file = std::make_unique<workspace::SettingsFile>(m_settingsFile);
        m_program = std::make_unique<workspace::ProgramSettings>(*m_file);
        return *m_program;
    }

    std::unique_ptr<workspace::SettingsFile> m_file;
    std::unique_ptr<workspace::ProgramSettings> m_program;
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
