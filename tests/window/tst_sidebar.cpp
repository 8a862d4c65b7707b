// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "support/json.h"
#include "support/looks.h"
#include "support/manualclock.h"
#include "support/menu.h"
#include "support/sidebar.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/sidebar.h"

#include <QApplication>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::bestContrast;
using support::clickItem;
using support::item;
using support::shownItems;
using support::sideBar;
using support::Window;
using widgets::SideBarModel;
using Kind = widgets::SideBarModel::Kind;

namespace {

QPalette dark()
{
    return support::paletteOf(support::darkDesktop());
}

} // namespace

// Ready views, lines and the keyboard. Saved views are in tst_views.
class TestSideBar : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedWorld> m_world;
    std::unique_ptr<Window> m_window;

    // Two unassigned ones, two of Dana's and one whose snooze has ended.
    static QByteArray rows()
    {
        const auto row = [](int n, const QJsonObject &replaced) {
            return support::conversation(u"CN%1"_s.arg(n), replaced);
        };
        const QJsonValue null;
        const QJsonObject nobody{{u"assignedTo"_s, null}, {u"snoozedUntil"_s, null}};
        const QJsonObject dana{{u"assignedTo"_s, u"US1"_s}, {u"snoozedUntil"_s, null}};
        const QJsonObject ended{{u"assignedTo"_s, u"US2"_s},
                                {u"snoozedUntil"_s, u"2025-01-01T00:00:00.000Z"_s}};
        return support::page(
            {row(1, nobody), row(2, nobody), row(3, dana), row(4, dana), row(5, ended)});
    }

    void open(const QByteArray &page = rows(), int lines = 3)
    {
        m_world->server.setFallback([page](const auto &) { return page; });
        m_window = std::make_unique<Window>(m_world->client, m_world->clock, m_settingsFile);
        quo::Directory directory;
        QList<quo::Line> known;
        for (int n = 1; n <= lines; ++n)
            known.append({u"PN%1"_s.arg(n), u"+1415555%1"_s.arg(n, 4, 10, QChar(u'0')),
                          u"Line %1"_s.arg(n), u"🛟"_s});
        directory.setLines(known);
        directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, u"dana@example.com"_s},
                       {u"US2"_s, u"Elif"_s, u"Yılmaz"_s, u"elif@example.com"_s}});
        m_window->names.setDirectory(directory);
        QTRY_VERIFY(m_window->rests());
    }

    QString countOf(const QString &name) const
    {
        return item(*m_window, name).data(SideBarModel::CountRole).toString();
    }

private Q_SLOTS:
    void init()
    {
        WindowTest::init();
        m_world = std::make_unique<support::ScriptedWorld>();
    }

    void cleanup() { m_window.reset(); }

    void everyReadyViewIsThere()
    {
        open();
        QCOMPARE(support::namesOf(*m_window, Kind::Ready),
                 (QStringList{u"All conversations"_s, u"Unassigned"_s, u"Assigned to me"_s,
                              u"Snooze ends today"_s, u"Snooze ended"_s}));
        QCOMPARE(shownItems(*m_window), QStringList{u"All conversations"_s});
    }

    void aReadyViewShowsWhatItCounts()
    {
        open();
        QTRY_COMPARE(countOf(u"Unassigned"_s), u"2"_s);
        QCOMPARE(countOf(u"Snooze ended"_s), u"1"_s);
        clickItem(*m_window, u"Unassigned"_s);
        QCOMPARE(shownItems(*m_window), QStringList{u"Unassigned"_s});
        QTRY_COMPARE(m_window->shownIds().size(), 2);
        clickItem(*m_window, u"Snooze ended"_s);
        QCOMPARE(shownItems(*m_window), QStringList{u"Snooze ended"_s});
        QTRY_COMPARE(m_window->shownIds(), QStringList{u"CN5"_s});
    }

    void afterClearingAllConversationsAreOpen()
    {
        open();
        clickItem(*m_window, u"Unassigned"_s);
        QCOMPARE(shownItems(*m_window), QStringList{u"Unassigned"_s});
        m_window->state.clear();
        QCOMPARE(shownItems(*m_window), QStringList{u"All conversations"_s});
        m_window->find<QLineEdit>("Search")->setText(u"ana"_s);
        QCOMPARE(shownItems(*m_window), QStringList()); // none of them shows that
    }

    void mineAsksOnceWhoIAm()
    {
        open();
        clickItem(*m_window, u"Assigned to me"_s);
        auto *field = m_window->find<QLineEdit>("Your name");
        QVERIFY(field && field->isVisible());
        QCOMPARE(shownItems(*m_window), QStringList{u"All conversations"_s});
        QTest::keyClicks(field, u"dana\r"_s);
        QVERIFY(!field->isVisible());
        QCOMPARE(m_window->settings.me(), u"US1"_s);
        QCOMPARE(shownItems(*m_window), QStringList{u"Assigned to me"_s});
        QTRY_COMPARE(m_window->shownIds().size(), 2);
        clickItem(*m_window, u"All conversations"_s);
        clickItem(*m_window, u"Assigned to me"_s);
        QVERIFY(!field->isVisible());
        QCOMPARE(shownItems(*m_window), QStringList{u"Assigned to me"_s});
        // And again where that is wanted.
        for (QAction *action : m_window->widget->findChildren<QAction *>())
            if (support::textOf(*action) == u"Change who I am…")
                action->trigger();
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, u"elif\r"_s);
        QCOMPARE(m_window->settings.me(), u"US2"_s);
        QTRY_COMPARE(m_window->shownIds(), QStringList{u"CN5"_s});
    }

    void aLineIsShownAloneOrInAddition()
    {
        open();
        const auto lines = [this] { return m_window->state.shown().filters.lines; };
        clickItem(*m_window, u"Line 1"_s);
        QCOMPARE(lines(), QStringList{u"PN1"_s});
        QCOMPARE(shownItems(*m_window), QStringList{u"Line 1"_s});
        clickItem(*m_window, u"Line 3"_s, Qt::ControlModifier);
        QCOMPARE(lines(), (QStringList{u"PN1"_s, u"PN3"_s}));
        QCOMPARE(shownItems(*m_window), (QStringList{u"Line 1"_s, u"Line 3"_s}));
        clickItem(*m_window, u"Line 1"_s, Qt::ControlModifier);
        QCOMPARE(lines(), QStringList{u"PN3"_s});
        clickItem(*m_window, u"Line 2"_s);
        QCOMPARE(lines(), QStringList{u"PN2"_s});
        // Of a number as well.
        m_window->state.change(&workspace::Filters::lines, {u"+14155550003"_s});
        QCOMPARE(shownItems(*m_window), QStringList{u"Line 3"_s});
        clickItem(*m_window, u"All conversations"_s);
        QCOMPARE(lines(), QStringList());
        // Beside a state.
        clickItem(*m_window, u"Unassigned"_s);
        clickItem(*m_window, u"Line 1"_s);
        QCOMPARE(shownItems(*m_window), (QStringList{u"Unassigned"_s, u"Line 1"_s}));
    }

    void manyLinesAreFolded()
    {
        open(rows(), 40);
        QCOMPARE(support::namesOf(*m_window, Kind::Line).size(), 6);
        clickItem(*m_window, u"34 more"_s);
        QCOMPARE(support::namesOf(*m_window, Kind::Line).size(), 40);
        clickItem(*m_window, u"Line 30"_s);
        clickItem(*m_window, u"Fewer"_s);
        QCOMPARE(support::namesOf(*m_window, Kind::Line).size(), 7);
        QCOMPARE(shownItems(*m_window), QStringList{u"Line 30"_s});
    }

    void symbolsOfLinesAreInTheirTipsAlone()
    {
        open();
        const QModelIndex line = item(*m_window, u"Line 1"_s);
        QVERIFY(!line.data().toString().contains(u"🛟"));
        QVERIFY(line.data(Qt::ToolTipRole).toString().contains(u"🛟"));
        QVERIFY(line.data(Qt::ToolTipRole).toString().contains(u"(415) 555-0001"));
        QVERIFY(line.data(Qt::AccessibleDescriptionRole).toString().contains(u"Line"));
    }

    void keysGoThroughAllItems()
    {
        open();
        QListView *list = sideBar(*m_window);
        list->setFocus(Qt::TabFocusReason);
        QCOMPARE(list->currentIndex().data().toString(), u"All conversations"_s);
        QStringList seen;
        for (int step = 0; step < 20; ++step) {
            if (seen.isEmpty() || seen.last() != list->currentIndex().data().toString())
                seen.append(list->currentIndex().data().toString());
            QTest::keyClick(list, Qt::Key_Down);
        }
        QCOMPARE(seen, (QStringList{u"All conversations"_s, u"Unassigned"_s, u"Assigned to me"_s,
                                    u"Snooze ends today"_s, u"Snooze ended"_s, u"Save as a view"_s,
                                    u"Line 1"_s, u"Line 2"_s, u"Line 3"_s}));
        // Moving opens nothing.
        QCOMPARE(shownItems(*m_window), QStringList{u"All conversations"_s});
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(m_window->state.shown().filters.lines, QStringList{u"PN3"_s});
        QTest::keyClick(list, Qt::Key_Up);
        QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_window->state.shown().filters.lines, (QStringList{u"PN3"_s, u"PN2"_s}));
        QTest::keyClicks(list, u"un"_s);
        QCOMPARE(list->currentIndex().data().toString(), u"Unassigned"_s);
        QTest::keyClick(list, Qt::Key_Home);
        QCOMPARE(list->currentIndex().data().toString(), u"All conversations"_s);
        QTest::keyClick(list, Qt::Key_Tab);
        QVERIFY(!list->hasFocus());
        QVERIFY(!list->isAncestorOf(QApplication::focusWidget()));
    }

    void aRailShowsIconsAndTheRestInTips()
    {
        open();
        auto *bar = m_window->widget->findChild<widgets::SideBar *>();
        QListView *list = sideBar(*m_window);
        bar->setRail(true);
        const widgets::Heights &heights = m_window->widget->themeSource().theme().heights;
        QCOMPARE(bar->minimumSizeHint().width(), heights.field + 2 * widgets::space::narrow);
        const QModelIndex unassigned = item(*m_window, u"Unassigned"_s);
        QTRY_COMPARE(list->visualRect(unassigned).height(), heights.field + widgets::space::tiny);
        QCOMPARE(unassigned.data(Qt::ToolTipRole).toString(), u"<qt>Unassigned, 2</qt>"_s);
        clickItem(*m_window, u"Unassigned"_s);
        QCOMPARE(shownItems(*m_window), QStringList{u"Unassigned"_s});
        // There is no room for a name to be typed in.
        QTest::keyClick(m_window->widget.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!list->findChild<QLineEdit *>());
        QVERIFY(m_window->texts().contains(u"Saved “Unassigned”"));
        bar->setRail(false);
        QTRY_COMPARE(list->visualRect(unassigned).height(), heights.item);
        // What is being typed is not lost.
        QTest::keyClick(m_window->widget.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        auto *editor = list->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"Typed"_s);
        bar->setRail(true);
        QTRY_VERIFY(!list->findChild<QLineEdit *>());
        QVERIFY(support::namesOf(*m_window, Kind::View).contains(u"Typed"_s));
    }

    void whatIsShownIsReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << QApplication::palette();
        QTest::newRow("dark") << dark();
    }

    void whatIsShownIsReadable()
    {
        QFETCH(QPalette, palette);
        const QPalette usual = QApplication::palette();
        QApplication::setPalette(palette);
        const auto restore = qScopeGuard([&usual] { QApplication::setPalette(usual); });
        open();
        clickItem(*m_window, u"Unassigned"_s);
        QListView *list = sideBar(*m_window);
        QTRY_VERIFY(m_window->rests());
        const QImage picture = list->viewport()->grab().toImage();
        const auto at = [&](const QString &name) {
            return picture.copy(list->visualRect(item(*m_window, name)));
        };
        for (const QString &name : {u"All conversations"_s, u"Unassigned"_s, u"Line 1"_s}) {
            const QImage row = at(name);
            QVERIFY2(bestContrast(row) >= 4.5, qPrintable(name));
            // The icon or dot alone, and the count.
            QVERIFY2(bestContrast(row.copy(12, 2, 24, row.height() - 4)) >= 3, qPrintable(name));
        }
        const QImage count = at(u"Unassigned"_s).copy(list->viewport()->width() - 40, 4, 28, 20);
        QVERIFY(bestContrast(count) >= 4.5);
        // Selected and not cannot be mistaken for each other.
        QVERIFY(at(u"Unassigned"_s).pixelColor(20, 3) != at(u"Snooze ended"_s).pixelColor(20, 3));
    }

    void theFocusIsShownForKeysAlone()
    {
        open();
        QListView *list = sideBar(*m_window);
        m_window->widget->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window->widget.get()));
        const QModelIndex all = item(*m_window, u"All conversations"_s);
        const auto picture = [&] {
            return list->viewport()->grab(list->visualRect(all)).toImage();
        };
        const QImage before = picture();
        clickItem(*m_window, u"All conversations"_s);
        list->clearFocus();
        QCOMPARE(picture(), before);
        list->setFocus(Qt::TabFocusReason);
        QVERIFY(picture() != before);
    }
};

QTEST_MAIN(TestSideBar)
#include "tst_sidebar.moc"
