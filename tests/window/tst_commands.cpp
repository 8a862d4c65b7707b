// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/pickermodel.h"
#include "widgets/export/exportdialog.h"
#include "widgets/shell/commandpalette.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Window;

class TestCommands : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedWorld> m_world;
    std::unique_ptr<Window> m_window;

    QLineEdit *field() const { return m_window->find<QLineEdit>("Commands"); }

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

    // Names that are listed, with what stands beside them.
    QMap<QString, QString> listed() const
    {
        const QAbstractItemModel *model =
            m_window->find<QListView>("Commands to choose from")->model();
        QMap<QString, QString> entries;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            entries.insert(index.data().toString(),
                           index.data(widgets::PickerModel::DetailRole).toString());
        }
        return entries;
    }

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
        QVERIFY(listed().value(u"Active only"_s).startsWith(u'✓'));
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
        const QAbstractItemModel *model =
            m_window->find<QListView>("Commands to choose from")->model();
        QCOMPARE(model->index(0, 0).data().toString(), u"Active only"_s);
        QVERIFY(model->index(model->rowCount() - 1, 0).data().toString().contains(u": "));
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
        QVERIFY(isOpen());
        const QMap<QString, QString> entries = listed();
        QCOMPARE(entries.value(u"Search"_s), u"Ctrl+F"_s);
        QCOMPARE(entries.value(u"Filter by line"_s), u"Ctrl+L"_s);
        QCOMPARE(entries.value(u"Refresh"_s), u"F5"_s);
        QCOMPARE(entries.value(u"Refresh: Reload everything"_s), u"Shift+F5"_s);
        QCOMPARE(entries.value(u"Export"_s), u"Ctrl+E"_s);
        QCOMPARE(entries.value(u"Views: Open view 9"_s), u"Ctrl+9"_s);
        QCOMPARE(entries.value(u"Conversations: Open in Quo"_s), u"Ctrl+O"_s);
        for (const QString &keys : entries)
            QVERIFY(!keys.isEmpty());
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
