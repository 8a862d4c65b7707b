// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ampersands.h"
#include "support/json.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/filters/chip.h"
#include "widgets/shell/workspacebutton.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::hostileNames;
using support::Window;

namespace {

QJsonObject conversationOf(const QJsonObject &replaced = {})
{
    QJsonObject fields{{u"phoneNumberId"_s, u"PN1"_s},
                       {u"assignedTo"_s, u"US1"_s},
                       {u"name"_s, u"First"_s},
                       {u"participants"_s, QJsonArray{u"+14155552671"_s}}};
    for (auto it = replaced.begin(); it != replaced.end(); ++it)
        fields.insert(it.key(), it.value());
    return support::conversation(u"CN1"_s, fields);
}

} // namespace

class TestMenus : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void anAmpersandInDataIsALetter()
    {
        for (const QString &name : hostileNames) {
            support::ScriptedWorld world;
            world.server.setFallback([&](const auto &) {
                return support::page({conversationOf({{u"name"_s, name}})});
            });
            Window window(world.client, world.clock, m_settingsFile);
            quo::Directory directory;
            directory.setLines({{u"PN1"_s, u"+14155550100"_s, name, {}}});
            directory.add({{u"US1"_s, name, u"Z"_s, {}}});
            window.names.setDirectory(directory);
            QTRY_VERIFY(window.rests());
            // Filters, a view and the workspace are called like that as well.
            workspace::Filters filters;
            filters.lines = {u"PN1"_s};
            filters.teammate = u"US1"_s;
            auto *menu = window.widget->findChild<widgets::WorkspaceMenu *>();
            widgets::WorkspaceMenu::State state;
            state.accounts = {{u"a"_s, name, {}}};
            state.currentId = u"a"_s;
            state.currentName = name;
            menu->setState(state);
            const widgets::WorkspaceButton workspaceButton(menu, window.widget->themeSource());
            QCOMPARE(support::shownText(workspaceButton.text()), name);
            QCOMPARE(workspaceButton.accessibleDescription(), name);
            workspace::View view;
            view.id = u"v"_s;
            view.name = name;
            view.filters = filters;
            window.settings.setViews({view});
            QEvent activated(QEvent::WindowActivate);
            QCoreApplication::sendEvent(window.page, &activated);
            window.select(0);
            QTest::keyClick(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
            QTRY_VERIFY(window.session.query().userId == u"US1");
            QTRY_VERIFY(window.rests());
            window.select(0);
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
            QCoreApplication::sendEvent(window.table(), &event);
            window.find<QToolButton>("More actions")->menu()->hide();
            QStringList problems = support::problemsIn(*window.widget);
            // The commands take their texts from all of these.
            QTest::keyClick(window.widget.get(), Qt::Key_K, Qt::ControlModifier);
            problems += support::problemsIn(*window.widget);
            window.widget->setFocus();
            QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
            // It was shown indeed, as chip, menu, command and view.
            const auto count = [&](const auto &texts) {
                int found = 0;
                for (const auto *item : texts)
                    found += support::shownText(item->text()).contains(name);
                return found;
            };
            int chips = 0; // which have no text in which Qt would read a mnemonic
            for (const auto *chip : window.widget->findChildren<widgets::Chip *>()) {
                chips += chip->accessibleName().contains(name);
                QCOMPARE(chip->text(), QString());
                QVERIFY(chip->shortcut().isEmpty());
            }
            QVERIFY(chips >= 2);
            QVERIFY(count(window.widget->findChildren<QAction *>()) >= 4);
            for (const auto *button : window.widget->findChildren<QAbstractButton *>())
                if (button->text().contains(support::wordOf(name)))
                    QVERIFY2(QKeySequence::mnemonic(button->text()).isEmpty(),
                             qPrintable(button->text()));
            QFile::remove(m_settingsFile);
        }
    }

    void theTitleOfTheWindowIsTheName()
    {
        workspace::SettingsFile file(m_settingsFile);
        workspace::ProgramSettings settings(file);
        quo::SystemClock clock;
        widgets::MainWindow window(settings, QLocale::c(), clock);
        for (const QString &name : hostileNames) {
            window.showPage(std::make_unique<QWidget>(), name);
            QCOMPARE(window.windowTitle().replace(u"[*][*]"_s, u"[*]"_s),
                     u"%1 – Quoin"_s.arg(name));
        }
    }

    void aMenuDoesWhatItSaidThoughTheRowChanges_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("action");
        for (const char *change : {"nothing", "unassigned", "reassigned", "leaves", "filtered away",
                                   "others come", "another query"})
            for (const char *action :
                 {"Open in Quo", "Copy as table", "Copy as JSON", "Copy number", "Copy ID",
                  "Filter by line: Support", "Filter by teammate: Dana Kim", "Same participants"})
                QTest::addRow("%s, %s", change, action)
                    << QString::fromLatin1(change) << QString::fromLatin1(action);
    }

    void aMenuDoesWhatItSaidThoughTheRowChanges()
    {
        QFETCH(QString, change);
        QFETCH(QString, action);
        support::ScriptedWorld world;
        QList<QJsonObject> rows{conversationOf()};
        world.server.setFallback([&rows](const auto &) { return support::page(rows); });
        Window window(world.client, world.clock, m_settingsFile);
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Support"_s, {}},
                            {u"PN2"_s, u"+14155550101"_s, u"Sales"_s, {}}});
        directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}}, {u"US2"_s, u"Raj"_s, u"Patel"_s, {}}});
        window.names.setDirectory(directory);
        QTRY_VERIFY(window.rests());
        window.select(0);
        QGuiApplication::clipboard()->clear();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(window.table(), &event);
        QMenu *menu = window.find<QToolButton>("More actions")->menu();
        QVERIFY(menu->isVisible());
        QAction *chosen = nullptr;
        for (QAction *candidate : menu->actions())
            if (support::shownText(candidate->text()).startsWith(action))
                chosen = candidate;
        QVERIFY2(chosen && chosen->isEnabled(), qPrintable(action));

        // Meanwhile.
        const auto refreshed = [&] {
            window.session.reload();
            return QTest::qWaitFor([&] { return window.rests(); });
        };
        const QString later = u"2026-05-05T00:00:00.000Z"_s;
        if (change == u"unassigned")
            rows = {conversationOf({{u"assignedTo"_s, QJsonValue()}, {u"updatedAt"_s, later}})};
        else if (change == u"reassigned")
            rows = {conversationOf({{u"assignedTo"_s, u"US2"_s},
                                    {u"phoneNumberId"_s, u"PN2"_s},
                                    {u"participants"_s, QJsonArray{u"+14155552699"_s}},
                                    {u"updatedAt"_s, later}})};
        else if (change == u"leaves")
            rows = {support::conversation(u"CN7"_s)};
        else if (change == u"others come")
            rows = {support::conversation(u"CN7"_s), support::conversation(u"CN8"_s),
                    conversationOf()};
        if (change == u"filtered away") {
            window.find<QLineEdit>("Search")->setText(u"nothing is like this"_s);
            QTRY_COMPARE(window.session.model().rowCount(), 0);
        } else if (change == u"another query") {
            rows = {support::conversation(u"CN7"_s)};
            quo::ConversationQuery query;
            query.phoneNumbers = {u"PN2"_s};
            window.session.setQuery(query);
            QTRY_VERIFY(window.rests());
        } else {
            QVERIFY(refreshed());
        }
        QVERIFY(menu->isVisible());

        // As it is chosen with the keyboard.
        support::LinkCatcher links;
        menu->setActiveAction(chosen);
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(!menu->isVisible());
        if (action.startsWith(u"Copy"))
            QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QString copied = QGuiApplication::clipboard()->text();
        if (action == u"Open in Quo") {
            QVERIFY2(links.opened.toString().contains(u"CN1"), qPrintable(links.opened.toString()));
        } else if (action == u"Copy as table") {
            QVERIFY2(copied.contains(u"First"), qPrintable(copied));
        } else if (action == u"Copy as JSON") {
            QVERIFY2(copied.contains(u"\"CN1\""), qPrintable(copied));
        } else if (action == u"Copy number") {
            QCOMPARE(copied, u"+14155552671"_s);
        } else if (action == u"Copy ID") {
            QCOMPARE(copied, u"CN1"_s);
        } else if (action.startsWith(u"Filter by line")) {
            QTRY_COMPARE(window.session.query().phoneNumbers, QStringList{u"PN1"_s});
        } else if (action.startsWith(u"Filter by teammate")) {
            QTRY_COMPARE(window.session.query().userId, u"US1"_s);
        } else {
            QTRY_VERIFY(window.texts().contains(u"just (415) 555-2671"));
        }
        // Keys mean what is selected now, not what the menu was about.
        QCoreApplication::processEvents();
        QGuiApplication::clipboard()->clear();
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        if (window.session.model().rowCount() > 0 &&
            window.session.model().rowAt(window.session.model().rowCount() - 1)->id() != u"CN1") {
            window.select(window.session.model().rowCount() - 1);
            window.table()->setFocus();
            QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
            QVERIFY(!QGuiApplication::clipboard()->text().contains(u"\"CN1\""));
        }
    }

    void aDropWithoutAFileDoesNothing_data()
    {
        QTest::addColumn<QByteArray>("uriList");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("\r\n");
        QTest::newRow("blanks") << QByteArray(" \r\n \r\n");
        QTest::newRow("comment") << QByteArray("# nothing\r\n");
        QTest::newRow("no address") << QByteArray("::::\r\n");
        QTest::newRow("elsewhere") << QByteArray("https://example.com/a.quoinview\r\n");
    }

    void aDropWithoutAFileDoesNothing()
    {
        QFETCH(QByteArray, uriList);
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QMimeData data;
        data.setData(u"text/uri-list"_s, uriList);
        const QPoint place = window.page->rect().center();
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QCoreApplication::sendEvent(window.page, &enter);
        QVERIFY(!enter.isAccepted());
        // Whatever the drag said.
        QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.page, &drop);
        QVERIFY(window.settings.views().isEmpty());
    }
};

QTEST_MAIN(TestMenus)
#include "tst_menus.moc"
