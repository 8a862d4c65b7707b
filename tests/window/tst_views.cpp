// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/files.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/inbox/viewsmodel.h"
#include "workspace/viewfile.h"

#include <QAbstractItemModelTester>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::Window;
using widgets::ViewsModel;
using workspace::View;

namespace {

QStringList names(const Window &window)
{
    QStringList names;
    if (const auto *list = window.find<QListView>("Saved views"))
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names.append(list->model()->index(row, 0).data(Qt::EditRole).toString());
    return names;
}

void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(widget, key, modifiers);
}

} // namespace

class TestViews : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedWorld> m_world;

    // One that was saved earlier.
    View kept(const QString &name, const QString &teammate)
    {
        View view;
        view.id = name;
        view.name = name;
        view.filters.teammate = teammate;
        return view;
    }

    void keep(const QList<View> &views)
    {
        workspace::SettingsFile file(m_settingsFile);
        workspace::Settings(file, u"test"_s).setViews(views);
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString fileName = m_dir.filePath(name);
        support::writeFile(fileName, bytes);
        return fileName;
    }

    QByteArray lastQuery() const { return m_world->server.lastQuery(); }

private Q_SLOTS:
    void init()
    {
        WindowTest::init();
        m_world = std::make_unique<support::ScriptedWorld>();
        m_world->server.setFallback([](const auto &) { return support::page(1, 3); });
    }

    void aViewIsSavedNamedAndOpenedByKeyboard()
    {
        support::ManualClock clock(*quo::parseInstant(u"2026-03-10T12:00:00Z"_s));
        {
            Window window(m_world->client, clock, m_settingsFile);
            QTRY_VERIFY(window.rests());
            window.click("Exclude inactive");
            clock.advance(support::anyRest);
            QTRY_COMPARE(lastQuery(), "excludeInactive=true&maxResults=100");
            press(window.widget.get(), Qt::Key_S, Qt::ControlModifier);
            auto *list = window.find<QListView>("Saved views");
            QVERIFY(list);
            QCOMPARE(names(window), QStringList{u"Active only"_s}); // proposed, to be typed over
            auto *editor = list->findChild<QLineEdit *>();
            QVERIFY(editor);
            QTest::keyClicks(editor, u"My  view\r"_s);
            QTRY_COMPARE(names(window), QStringList{u"My view"_s});
            window.click("Clear filters");
            clock.advance(support::anyRest);
            QTRY_COMPARE(lastQuery(), "maxResults=100");
            QVERIFY(list->model()->index(0, 0).data(ViewsModel::DetailRole).toString() ==
                    u"changed");
            press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
            QTRY_COMPARE(lastQuery(), "excludeInactive=true&maxResults=100");
            QVERIFY(list->model()->index(0, 0).data(ViewsModel::DetailRole).toString() !=
                    u"changed");
        }
        Window again(m_world->client, clock, m_settingsFile);
        QCOMPARE(names(again), QStringList{u"My view"_s});
    }

    void columnsComeAndGoWithTheirView()
    {
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QHeaderView &header = *window.table()->horizontalHeader();
        const int id = inbox::columnIndex(u"id");
        press(window.widget.get(), Qt::Key_S, Qt::ControlModifier);
        header.showSection(id);
        header.moveSection(header.visualIndex(id), 0);
        press(window.widget.get(), Qt::Key_S, Qt::ControlModifier);
        press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(header.isSectionHidden(id));
        QCOMPARE(header.visualIndex(0), 0);
        press(window.widget.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(!header.isSectionHidden(id));
        QCOMPARE(header.visualIndex(id), 0);
    }

    // Wider than the list, which scrolls sideways then and has less room for rows.
    void columnsAreAsWideAsTheirViewSays()
    {
        View view = kept(u"A"_s, u"US1"_s);
        view.columns = {{u"assignedTo"_s, 150, true},
                        {u"name"_s, 200, true},
                        {u"id"_s, 220, false},
                        {u"createdAt"_s, 120, true}};
        keep({view});
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(lastQuery(), "userId=US1&maxResults=100");
        const QHeaderView &header = *window.table()->horizontalHeader();
        QVERIFY(header.length() > window.table()->viewport()->width());
        QCOMPARE(header.sectionSize(inbox::columnIndex(u"assignedTo")), 150);
        QCOMPARE(header.sectionSize(inbox::columnIndex(u"name")), 200);
        QCOMPARE(header.sectionSize(inbox::columnIndex(u"createdAt")), 120);
    }

    void aStartAfterACrashIsAsItWas()
    {
        keep({kept(u"A"_s, u"US1"_s), kept(u"B"_s, u"US2"_s)});
        {
            workspace::SettingsFile file(m_settingsFile);
            workspace::Settings(file, u"test"_s).setDefaultView(u"B"_s);
        }
        const int id = inbox::columnIndex(u"id");
        support::ManualClock clock(*quo::parseInstant(u"2026-03-10T12:00:00Z"_s));
        {
            Window window(m_world->client, clock, m_settingsFile);
            QTRY_VERIFY(window.rests());
            press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
            QTRY_COMPARE(lastQuery(), "userId=US1&maxResults=100");
            window.find<QLineEdit>("Search")->setText(u"is:unassigned"_s);
            window.table()->horizontalHeader()->showSection(id);
            // By itself, since a crash saves nothing.
            clock.advance(support::anyRest);
            QVERIFY(window.settings.shown() && window.settings.shown()->search == u"is:unassigned");
        }
        Window window(m_world->client, clock, m_settingsFile, QTimeZone::utc(),
                      widgets::InboxPage::Start::AsItWas);
        QTRY_COMPARE(lastQuery(), "userId=US1&maxResults=100");
        QCOMPARE(window.find<QLineEdit>("Search")->text(), u"is:unassigned"_s);
        QVERIFY(!window.table()->horizontalHeader()->isSectionHidden(id));
        const auto *views = window.find<QListView>("Saved views")->model();
        QCOMPARE(views->index(0, 0).data(ViewsModel::DetailRole).toString(), u"changed"_s);
    }

    void viewsOfAnotherWindowAppearAndStay()
    {
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        press(window.widget.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(names(window).size(), 1);
        workspace::SettingsFile otherFile(m_settingsFile);
        workspace::Settings other(otherFile, u"test"_s);
        other.setViews(other.views() + QList<View>{kept(u"Theirs"_s, u"US1"_s)});
        // Coming back to this one.
        QWidget elsewhere;
        elsewhere.show();
        elsewhere.activateWindow();
        QTRY_VERIFY(elsewhere.isActiveWindow());
        window.widget->activateWindow();
        QTRY_COMPARE(names(window).size(), 2);
        QCOMPARE(names(window).at(1), u"Theirs"_s);
        press(window.widget.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(other.views().size(), 3);
    }

    void aStartBeginsWithTheDefaultView()
    {
        keep({kept(u"A"_s, u"US1"_s), kept(u"B"_s, u"US2"_s)});
        {
            workspace::SettingsFile file(m_settingsFile);
            workspace::Settings(file, u"test"_s).setDefaultView(u"B"_s);
        }
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_COMPARE(lastQuery(), "userId=US2&maxResults=100");
        QVERIFY(window.find<QListView>("Saved views")
                    ->model()
                    ->index(1, 0)
                    .data()
                    .toString()
                    .contains(u"★"));
        QTRY_VERIFY(window.rests());
        QCOMPARE(m_world->server.requests().size(), 1);
    }

    void relativeRangesMoveAlong()
    {
        View week = kept(u"Week"_s, {});
        week.filters.updated.preset = workspace::DateFilter::Preset::Last7Days;
        keep({week});
        support::ManualClock clock(*quo::parseInstant(u"2026-03-10T12:00:00Z"_s));
        Window window(m_world->client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(lastQuery().startsWith("updatedAfter=2026-03-04"));
        clock.advance(std::chrono::hours(24));
        press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(lastQuery().startsWith("updatedAfter=2026-03-05"));
    }

    void viewsAreMovedRenamedAndDeletedWithUndo()
    {
        keep({kept(u"A"_s, u"US1"_s), kept(u"B"_s, u"US2"_s), kept(u"C"_s, u"US3"_s)});
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        auto *list = window.find<QListView>("Saved views");
        QVERIFY(list);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        press(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(names(window), (QStringList{u"B"_s, u"A"_s, u"C"_s}));
        press(list, Qt::Key_Down, Qt::AltModifier);
        press(list, Qt::Key_Down, Qt::AltModifier); // it is the last already
        QCOMPARE(names(window), (QStringList{u"B"_s, u"C"_s, u"A"_s}));
        press(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(names(window), (QStringList{u"B"_s, u"A"_s, u"C"_s}));
        press(list, Qt::Key_F2);
        QTest::keyClicks(list->findChild<QLineEdit *>(), u"Mine\r"_s);
        QTRY_COMPARE(names(window).at(1), u"Mine"_s);
        press(list, Qt::Key_Delete);
        QCOMPARE(names(window), (QStringList{u"B"_s, u"C"_s}));
        QVERIFY(window.texts().contains(u"‘Mine’ was deleted"));
        window.click("Undo delete");
        QCOMPARE(names(window), (QStringList{u"B"_s, u"Mine"_s, u"C"_s}));
        press(list, Qt::Key_Return);
        QTRY_COMPARE(lastQuery(), "userId=US1&maxResults=100");
        const QList<View> written = window.settings.views();
        QCOMPARE(written.at(1).name, u"Mine"_s);
    }

    void aViewIsWrittenToAFileAndReadBack()
    {
        View view = kept(u"To/share?"_s, u"US7"_s);
        view.filters.lines = {u"+14155550100"_s};
        keep({view});
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        auto *list = window.find<QListView>("Saved views");
        QVERIFY(list);
        list->setCurrentIndex(list->model()->index(0, 0));
        for (QAction *action : list->actions())
            if (action->text().contains(u"as &file"))
                action->trigger();
        auto *dialog = window.widget->findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->selectedFiles().first().endsWith(u"/To_share_.quoinview"));
        const QString file = m_dir.filePath(u"shared.quoinview"_s);
        auto *edit = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(edit);
        edit->setText(file); // keys would bring proposals, which take the click
        auto *buttons = dialog->findChild<QDialogButtonBox *>();
        QVERIFY(buttons && buttons->button(QDialogButtonBox::Save));
        QTest::mouseClick(buttons->button(QDialogButtonBox::Save), Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QVERIFY(window.texts().contains(u"no key"));
        const auto read = workspace::readViewFile(file);
        QVERIFY(read);
        QCOMPARE(read->filters, view.filters);
        QFile text(file);
        QVERIFY(text.open(QFile::ReadOnly) && !text.readAll().contains("canary-key"));
    }

    void aFileIsDroppedOnTheWindow()
    {
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(
            write(u"dropped.quoinview"_s, workspace::encodeView(kept(u"Dropped"_s, u"US5"_s))))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.page, &drop);
        QTRY_COMPARE(lastQuery(), "userId=US5&maxResults=100");
        QCOMPARE(names(window), QStringList{u"Dropped"_s});
        QCoreApplication::sendEvent(window.page, &drop); // the same again is no second view
        QCOMPARE(names(window), QStringList{u"Dropped"_s});
    }

    void aBadFileIsToldAndChangesNothing()
    {
        keep({kept(u"A"_s, u"US1"_s)});
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QByteArray bad = workspace::encodeView(kept(u"Bad"_s, u"US5"_s));
        window.page->openViewFile(
            write(u"bad.quoinview"_s,
                  bad.replace("\"excludeInactive\": false", "\"excludeInactive\": \"<b>no</b>\"")));
        QVERIFY(window.texts().contains(u"‘bad.quoinview’ was not opened"));
        QVERIFY(window.texts().contains(u"filters.excludeInactive"));
        window.page->openViewFile(m_dir.filePath(u"none.quoinview"_s));
        QVERIFY(window.texts().contains(u"‘none.quoinview’ was not opened"));
        QCOMPARE(names(window), QStringList{u"A"_s});
        // Nothing was asked for meanwhile.
        press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(lastQuery(), "userId=US1&maxResults=100");
        QTRY_VERIFY(window.rests());
        QCOMPARE(m_world->server.requests().size(), 2);
    }

    void theModelKeepsItsPromises()
    {
        ViewsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&model, &ViewsModel::viewsChanged);
        model.insert(0, kept(u"A"_s, {}));
        model.insert(1, kept(u"B"_s, {}));
        QVERIFY(model.moveRow({}, 0, {}, 2));
        QVERIFY(!model.moveRow({}, 0, {}, 1)); // onto itself
        QCOMPARE(model.views().first().name, u"B"_s);
        QVERIFY(!model.setData(model.index(0), u"  "_s, Qt::EditRole));
        QVERIFY(model.setData(model.index(0), u"C"_s, Qt::EditRole));
        QCOMPARE(model.take(0).name, u"C"_s);
        QCOMPARE(changed.size(), 5);
        model.setMarks({u"A"_s, true, u"A"_s});
        model.setViews({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestViews)
#include "tst_views.moc"
