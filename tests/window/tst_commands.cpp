// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/export/exportdialog.h"
#include "widgets/shell/commandpalette.h"
#include "widgets/shell/shortcutsheet.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using support::Window;
using widgets::PaletteModel;

class TestCommands : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedWorld> m_world;
    std::unique_ptr<Window> m_window;

    QLineEdit *field() const { return m_window->find<QLineEdit>("Command palette"); }

    QListView *results() const { return m_window->find<QListView>("Results"); }

    bool isOpen() const
    {
        return m_window->widget->findChild<widgets::CommandPalette *>()->isVisible();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        // The offscreen platform has no window manager that would activate it once a popup is shut.
        m_window->widget->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_window->widget.get());
        QTest::keyClick(m_window->widget.get(), key, modifiers);
    }

    // Names that are listed, with their keys.
    QMap<QString, QString> listed() const
    {
        const QAbstractItemModel *model = results()->model();
        QMap<QString, QString> entries;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (!index.data(PaletteModel::IsHeadingRole).toBool())
                entries.insert(index.data().toString(),
                               index.data(PaletteModel::KeysRole).toString());
        }
        return entries;
    }

    // 'Commands/Export': each entry behind its heading, as they are listed.
    QStringList grouped() const
    {
        const QAbstractItemModel *model = results()->model();
        QString heading;
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data(PaletteModel::IsHeadingRole).toBool())
                heading = index.data().toString();
            else
                all.append(heading + u'/' + index.data().toString());
        }
        return all;
    }

    bool isOn(const QString &name) const
    {
        const QModelIndexList found = results()->model()->match(
            results()->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        return !found.isEmpty() && found.first().data(Qt::CheckStateRole).isValid();
    }

    QString current() const { return results()->currentIndex().data().toString(); }

private Q_SLOTS:
    void init()
    {
        WindowTest::init();
        m_world = std::make_unique<support::ScriptedWorld>();
        m_world->server.setFallback([](const auto &) { return support::page(1, 3); });
        m_window = std::make_unique<Window>(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(m_window->rests());
    }

    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

    void aCommandIsFoundByItsNameAndDone()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(isOpen());
        QVERIFY(field()->hasFocus());
        QTest::keyClicks(field(), u"exp"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(!isOpen());
        QTRY_VERIFY(m_window->widget->findChild<widgets::ExportDialog *>());
    }

    void whatCannotBeDoneIsNotListed()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(listed().contains(u"Active only"_s));
        QVERIFY(!listed().contains(u"Clear filters and search"_s));
        QTest::keyClicks(field(), u"active only"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(m_world->server.lastQuery().contains("excludeInactive=true"));
        QVERIFY(!isOpen());
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(isOpen());
        QVERIFY(field()->text().isEmpty());
        QVERIFY(listed().contains(u"Clear filters and search"_s));
        QVERIFY(isOn(u"Active only"_s));
    }

    void menusAreListedAsTheyWouldOpen()
    {
        m_window->select(0);
        press(Qt::Key_K, Qt::ControlModifier);
        const QStringList names = listed().keys();
        QVERIFY(names.contains(u"Columns: Line"_s));
        QVERIFY(names.contains(u"Refresh: Every minute"_s));
        QVERIFY(names.contains(u"Conversations: Copy as table"_s));
        // Which are named after what is selected.
        QVERIFY(!names.filter(u"Conversations: Filter by line: "_s).isEmpty());
        QCOMPARE(names.filter(u"&"_s), QStringList());
        // Below what is about the whole window.
        const QStringList commands = grouped().filter(QRegularExpression(u"^Commands/"_s));
        QCOMPARE(commands.first(), u"Commands/Active only"_s);
        QVERIFY(commands.last().contains(u": "));
        // Nothing is listed twice, and the palette does not list itself.
        QVERIFY(names.filter(u"Open view"_s).isEmpty());
        QVERIFY(!names.contains(u"Command palette"_s));
    }

    void escapeGoesBackToTheList()
    {
        m_window->table()->setFocus();
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field(), u"nothing is called so"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(isOpen());
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!isOpen());
        QVERIFY(m_window->table()->hasFocus());
    }

    void aStateIsFoundBesidesItsColumn()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field(), u"snoo"_s);
        const QStringList found = grouped();
        QVERIFY(found.contains(u"Filter by/State: Snoozed"_s));
        QVERIFY(found.contains(u"Commands/Columns: Snoozed until"_s));
        QVERIFY(found.contains(u"Go to view/Snooze ended"_s));
        while (current() != u"State: Snoozed" && current() != u"Columns: Snoozed until")
            QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(m_window->state.shown().search, u"is:snoozed"_s);
        // What was used last comes first.
        press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(grouped().filter(u"Filter by/"_s), QStringList{u"Filter by/State: Snoozed"_s});
    }

    void aViewIsOpened()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field(), u"unass"_s);
        QCOMPARE(current(), u"Unassigned"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(m_window->state.shown().search, u"is:unassigned"_s);
    }

    void aConversationIsFoundThoughTheListHidesIt()
    {
        const QString name = m_window->session.model().index(1, 0).data().toString();
        m_window->state.change(&workspace::View::search, u"nobody has this name"_s);
        QTRY_VERIFY(m_window->shownIds().isEmpty());
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field(), name);
        QTRY_COMPARE(results()->model()->index(0, 0).data().toString(), u"Conversations"_s);
        // The first hit is chosen.
        QTRY_COMPARE(results()->currentIndex().row(), 1);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(m_window->shownIds().size(), 1);
        QTRY_VERIFY(m_window->table()->currentIndex().isValid());
    }

    void nothingFoundIsSaid()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field(), u"nothing is called so"_s);
        const auto *palette = m_window->widget->findChild<widgets::CommandPalette *>();
        const QList<QLabel *> labels = palette->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text() == u"No results";
        }));
        QVERIFY(!results()->isVisible());
        // No blank room is left below.
        QVERIFY(palette->height() < 3 * field()->height());
    }

    void theSheetHasAllKeys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("F1") << int(Qt::Key_F1) << 0;
        QTest::newRow("Ctrl+?") << int(Qt::Key_Question) << int(Qt::ControlModifier);
    }

    void theSheetHasAllKeys()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        press(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        auto *sheet = m_window->widget->findChild<widgets::ShortcutSheet *>();
        QVERIFY(sheet->isVisible());
        QMap<QString, QString> entries;
        const QList<QLabel *> labels = sheet->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (!label->accessibleDescription().isEmpty())
                entries.insert(label->accessibleName().isEmpty() ? label->text()
                                                                 : label->accessibleName(),
                               label->accessibleDescription());
        QCOMPARE(entries.value(u"Search"_s), u"Ctrl+F, /"_s);
        QCOMPARE(entries.value(u"Next conversation"_s), u"J, Down"_s);
        QCOMPARE(entries.value(u"Filter by line"_s), u"Ctrl+L"_s);
        QVERIFY(entries.value(u"Refresh"_s).startsWith(u"F5"));
        QCOMPARE(entries.value(u"Refresh: Reload everything"_s), u"Shift+F5"_s);
        QCOMPARE(entries.value(u"Export"_s), u"Ctrl+E"_s);
        QCOMPARE(entries.value(u"Views: Open view 9"_s), u"Ctrl+9"_s);
        QCOMPARE(entries.value(u"Conversations: Open in Quo"_s), u"Ctrl+O"_s);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }

    void noKeysAreForTwo()
    {
        QSet<QKeySequence> seen;
        for (const QAction *action : m_window->widget->findChildren<QAction *>()) {
            if (action->shortcutContext() != Qt::WindowShortcut)
                continue;
            const QList<QKeySequence> all = action->shortcuts();
            for (const QKeySequence &keys : all) {
                QVERIFY2(!seen.contains(keys), qPrintable(keys.toString()));
                seen.insert(keys);
            }
        }
        QVERIFY(seen.size() > 15);
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
