// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/files.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/menu.h"
#include "support/sidebar.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/inbox/sidebarmodel.h"
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
using support::item;
using support::sideBar;
using support::Window;
using Kind = widgets::SideBarModel::Kind;
using widgets::SideBarModel;
using workspace::View;

namespace {

QStringList names(const Window &window)
{
    return support::namesOf(window, Kind::View);
}

// What a screen reader says of it, beside its name.
QString description(const QModelIndex &index)
{
    return index.data(Qt::AccessibleDescriptionRole).toString();
}

bool isChanged(const QModelIndex &index)
{
    return index.data(SideBarModel::IsChangedRole).toBool();
}

// In place of the button of a message, which has no name of its own.
void clickButton(const Window &window, const QString &text)
{
    for (QPushButton *button : window.widget->findChildren<QPushButton *>())
        if (button->isVisible() && QString(button->text()).remove(u'&') == text)
            return QTest::mouseClick(button, Qt::LeftButton);
    support::fail(u"no button says "_s + text);
}

// What the window asks for, whether the server has to be asked or not.
QByteArray wanted(const Window &window)
{
    return window.session.query().encoded(quo::ArrayStyle::Plain);
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
            window.click("Active only");
            clock.advance(support::anyRest);
            QTRY_COMPARE(wanted(window), "excludeInactive=true&maxResults=100");
            press(window.widget.get(), Qt::Key_S, Qt::ControlModifier);
            auto *list = sideBar(window);
            QVERIFY(list);
            QCOMPARE(names(window), QStringList{u"Active only"_s}); // proposed, to be typed over
            auto *editor = list->findChild<QLineEdit *>();
            QVERIFY(editor);
            QTest::keyClicks(editor, u"My  view\r"_s);
            QTRY_COMPARE(names(window), QStringList{u"My view"_s});
            window.click("Clear filters and search");
            clock.advance(support::anyRest);
            QTRY_COMPARE(wanted(window), "maxResults=100");
            press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
            QTRY_COMPARE(wanted(window), "excludeInactive=true&maxResults=100");
            QVERIFY(!isChanged(item(window, u"My view"_s)));
            window.click("Remove filter: Active only");
            QVERIFY(isChanged(item(window, u"My view"_s)));
            QVERIFY(description(item(window, u"My view"_s)).contains(u"changed"));
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
        press(window.widget.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
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
        QTRY_COMPARE(wanted(window), "userId=US1&maxResults=100");
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
            QTRY_COMPARE(wanted(window), "userId=US1&maxResults=100");
            window.find<QLineEdit>("Search")->setText(u"is:unassigned"_s);
            window.table()->horizontalHeader()->showSection(id);
            // By itself, since a crash saves nothing.
            clock.advance(support::anyRest);
            QVERIFY(window.settings.shown() && window.settings.shown()->search == u"is:unassigned");
        }
        Window window(m_world->client, clock, m_settingsFile, QTimeZone::utc(),
                      widgets::InboxPage::Start::AsItWas);
        QTRY_COMPARE(wanted(window), "userId=US1&maxResults=100");
        QCOMPARE(window.state.shown().search, u"is:unassigned"_s);
        QVERIFY(!window.table()->horizontalHeader()->isSectionHidden(id));
        QVERIFY(isChanged(item(window, u"A"_s)));
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
        press(window.widget.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
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
        QTRY_COMPARE(wanted(window), "userId=US2&maxResults=100");
        QVERIFY(description(item(window, u"B"_s)).contains(u"opens at startup"));
        QVERIFY(!description(item(window, u"A"_s)).contains(u"opens at startup"));
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
        QTRY_VERIFY(wanted(window).startsWith("updatedAfter=2026-03-04"));
        clock.advance(std::chrono::hours(24));
        press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(wanted(window).startsWith("updatedAfter=2026-03-05"));
    }

    void viewsAreMovedRenamedAndDeletedWithUndo()
    {
        keep({kept(u"A"_s, u"US1"_s), kept(u"B"_s, u"US2"_s), kept(u"C"_s, u"US3"_s)});
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        auto *list = sideBar(window);
        QVERIFY(list);
        list->setFocus();
        list->setCurrentIndex(item(window, u"A"_s));
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
        QVERIFY(window.texts().contains(u"Deleted “Mine”"));
        clickButton(window, u"Undo"_s);
        QCOMPARE(names(window), (QStringList{u"B"_s, u"Mine"_s, u"C"_s}));
        press(list, Qt::Key_Return);
        QTRY_COMPARE(wanted(window), "userId=US1&maxResults=100");
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
        auto *list = sideBar(window);
        QVERIFY(list);
        list->setCurrentIndex(item(window, u"To/share?"_s));
        for (QAction *action : list->actions())
            if (support::textOf(*action) == u"Share…")
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
        QVERIFY(window.texts().contains(u"not your API key"));
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
        QTRY_COMPARE(wanted(window), "userId=US5&maxResults=100");
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
        QVERIFY(window.texts().contains(u"Couldn't open “bad.quoinview”"));
        QVERIFY(window.texts().contains(u"filters.excludeInactive"));
        window.page->openViewFile(m_dir.filePath(u"none.quoinview"_s));
        QVERIFY(window.texts().contains(u"Couldn't open “none.quoinview”"));
        QCOMPARE(names(window), QStringList{u"A"_s});
        // Nothing was asked for meanwhile.
        press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(wanted(window), "userId=US1&maxResults=100");
        QTRY_VERIFY(window.rests());
        QCOMPARE(m_world->server.requests().size(), 2);
    }

    // A view that is open is not asked about, and one that is not is not guessed.
    void savingGoesIntoTheOpenView()
    {
        keep({kept(u"A"_s, u"US1"_s)});
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        press(window.widget.get(), Qt::Key_1, Qt::ControlModifier);
        window.find<QLineEdit>("Search")->setText(u"is:muted"_s);
        QVERIFY(isChanged(item(window, u"A"_s)));
        press(window.widget.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(names(window), QStringList{u"A"_s});
        QVERIFY(!isChanged(item(window, u"A"_s)));
        QVERIFY(window.texts().contains(u"Saved “A”"));
        QCOMPARE(window.settings.views().first().search, u"is:muted"_s);
        QCOMPARE(window.settings.views().first().filters.teammate, u"US1"_s);
        press(window.widget.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(names(window).size(), 2);
    }

    void whatIsTypedStaysWhileCountsChange()
    {
        keep({kept(u"A"_s, u"US1"_s)});
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        auto *list = sideBar(window);
        list->setFocus();
        list->setCurrentIndex(item(window, u"A"_s));
        press(list, Qt::Key_F2);
        auto *editor = list->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"Half a na"_s);
        QSignalSpy changed(list->model(), &QAbstractItemModel::dataChanged);
        window.find<QLineEdit>("Search")->setText(u"is:muted"_s);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(editor->text(), u"Half a na"_s);
        QTest::keyClicks(editor, u"me\r"_s);
        QTRY_COMPARE(names(window), QStringList{u"Half a name"_s});
    }

    void viewsAreDraggedToAnotherPlace()
    {
        keep({kept(u"A"_s, u"US1"_s), kept(u"B"_s, u"US2"_s), kept(u"C"_s, u"US3"_s)});
        Window window(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        auto *list = sideBar(window);
        const std::unique_ptr<QMimeData> data(list->model()->mimeData({item(window, u"A"_s)}));
        QVERIFY(data);
        const auto dropAt = [&](const QPoint &position) {
            QDragEnterEvent enter(position, Qt::MoveAction, data.get(), Qt::LeftButton, {});
            QCoreApplication::sendEvent(list->viewport(), &enter);
            QDragMoveEvent move(position, Qt::MoveAction, data.get(), Qt::LeftButton, {});
            QCoreApplication::sendEvent(list->viewport(), &move);
            QDropEvent drop(position, Qt::MoveAction, data.get(), Qt::LeftButton, {});
            QCoreApplication::sendEvent(list->viewport(), &drop);
            return enter.isAccepted() && move.isAccepted() && drop.isAccepted();
        };
        const QRect last = list->visualRect(item(window, u"C"_s));
        QVERIFY(dropAt({last.center().x(), last.bottom() - 2}));
        QCOMPARE(names(window), (QStringList{u"B"_s, u"C"_s, u"A"_s}));
        const QRect all = list->visualRect(item(window, u"All conversations"_s));
        QVERIFY(!dropAt(all.center())); // ready views keep their places
        QCOMPARE(names(window), (QStringList{u"B"_s, u"C"_s, u"A"_s}));
        QCOMPARE(window.settings.views().last().name, u"A"_s);
    }

    void theModelKeepsItsPromises()
    {
        SideBarModel model(QLocale::c());
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto listed = [&model] {
            QStringList names;
            for (int row = 0; row < model.rowCount(); ++row)
                names.append(model.index(row).data().toString());
            return names;
        };
        QCOMPARE(listed(), (QStringList{u"Views"_s, u"Save as a view"_s}));
        model.setReadyViews({{u"all"_s, u"All"_s, widgets::Drawing::Conversations}});
        model.setViews({kept(u"A"_s, {}), kept(u"B"_s, {}), kept(u"C"_s, {})});
        const QPersistentModelIndex b = model.index(model.rowOf(Kind::View, u"B"_s));
        model.setViews({kept(u"C"_s, {}), kept(u"B"_s, {}), kept(u"A"_s, {})});
        QCOMPARE(listed(), (QStringList{u"All"_s, u"Views"_s, u"C"_s, u"B"_s, u"A"_s}));
        QCOMPARE(b.data().toString(), u"B"_s); // what moves stays the same item
        QSignalSpy renamed(&model, &SideBarModel::renamed);
        QVERIFY(!model.setData(b, u"  "_s, Qt::EditRole));
        QVERIFY(model.setData(b, u"D"_s, Qt::EditRole));
        QCOMPARE(renamed.takeFirst(), (QVariantList{u"B"_s, u"D"_s}));
        QVERIFY(!model.setData(model.index(0), u"D"_s, Qt::EditRole)); // a ready view
        QList<SideBarModel::Line> lines;
        for (int line = 0; line < 10; ++line)
            lines.append({u"PN%1"_s.arg(line), u"Line %1"_s.arg(line), u"Line"_s, line % 9});
        model.setLines(lines);
        QCOMPARE(listed().mid(5),
                 (QStringList{u"Lines"_s, u"Line 0"_s, u"Line 1"_s, u"Line 2"_s, u"Line 3"_s,
                              u"Line 4"_s, u"Line 5"_s, u"4 more"_s}));
        model.setMarks({{u"PN8"_s, u"C"_s}, u"C"_s, u"A"_s});
        QCOMPARE(listed().mid(11), (QStringList{u"Line 5"_s, u"Line 8"_s, u"3 more"_s}));
        model.setAllLinesListed(true);
        QCOMPARE(listed().mid(15), (QStringList{u"Line 9"_s, u"Fewer"_s}));
        model.setCounts({{u"PN1"_s, {1234, true}}, {u"A"_s, {7, false}}});
        const auto countOf = [&model](Kind kind, const QString &id) {
            return model.index(model.rowOf(kind, id)).data(SideBarModel::CountRole).toString();
        };
        QCOMPARE(countOf(Kind::Line, u"PN1"_s), u"1234+"_s);
        QCOMPARE(countOf(Kind::View, u"A"_s), u"7"_s);
        QCOMPARE(countOf(Kind::View, u"B"_s), QString());
        model.setViews({});
        model.setLines({});
        QCOMPARE(listed(), (QStringList{u"All"_s, u"Views"_s, u"Save as a view"_s}));
    }
};

QTEST_MAIN(TestViews)
#include "tst_views.moc"
