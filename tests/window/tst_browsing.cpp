// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/manualclock.h"
#include "support/menu.h"
#include "support/texts.h"
#include "support/window.h"
#include "support/windowtest.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QSplitter>
#include <QToolButton>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;
using inbox::SessionStatus;
using support::Window;

namespace {

// What a user types into, presses or chooses from, but for the parts that Qt makes such of.
bool isControl(const QWidget &widget)
{
    if (widget.objectName().startsWith(u"qt_") || qobject_cast<const QHeaderView *>(&widget) ||
        qobject_cast<const QAbstractSpinBox *>(widget.parent()) ||
        qobject_cast<const QComboBox *>(widget.parent()) ||
        qobject_cast<const QLineEdit *>(widget.parent()) ||
        qobject_cast<const QAbstractItemView *>(widget.parent()))
        return false;
    return qobject_cast<const QAbstractButton *>(&widget) ||
           qobject_cast<const QLineEdit *>(&widget) ||
           qobject_cast<const QAbstractSpinBox *>(&widget) ||
           qobject_cast<const QComboBox *>(&widget) ||
           qobject_cast<const QAbstractItemView *>(&widget);
}

// As a screen reader says it.
QString nameOf(QWidget &widget)
{
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

QString described(const QWidget &widget)
{
    const auto classOf = [](const QObject &object) {
        return QString::fromLatin1(object.metaObject()->className());
    };
    return u"%1 ‘%2’ in %3 ‘%4’"_s.arg(classOf(widget), widget.objectName(),
                                       classOf(*widget.parent()), widget.parent()->objectName());
}

// Knows which widgets are laid out or painted.
class WorkWatch : public QObject
{
public:
    WorkWatch() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (const auto *widget = qobject_cast<QWidget *>(watched);
            widget && (event->type() == QEvent::Paint || event->type() == QEvent::LayoutRequest))
            m_done.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                          widget->accessibleName());
        return false;
    }

    // Since the last call, and what is left to do.
    QStringList take()
    {
        for (int turn = 0; turn < 10; ++turn)
            QCoreApplication::processEvents();
        return std::exchange(m_done, {});
    }

private:
    QStringList m_done;
};

// With the mouse, to the right.
void drag(QWidget &handle, int by)
{
    const QPoint start = handle.mapToGlobal(handle.rect().center());
    const QPoint end = start + QPoint(by, 0);
    QTest::mousePress(&handle, Qt::LeftButton, {}, handle.mapFromGlobal(start));
    QTest::mouseMove(&handle, handle.mapFromGlobal(end));
    QTest::mouseRelease(&handle, Qt::LeftButton, {}, handle.mapFromGlobal(end));
}

} // namespace

class TestBrowsing : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlIsFoundByItsName()
    {
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(0);
        int controls = 0;
        const QList<QWidget *> all = window.widget->findChildren<QWidget *>();
        for (QWidget *widget : all) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool isUnused = button && button->isHidden() && button->text().isEmpty() &&
                                  button->icon().isNull(); // has nothing to do yet
            if (!isControl(*widget) || isUnused)
                continue;
            ++controls;
            QVERIFY2(!nameOf(*widget).isEmpty(), qPrintable(described(*widget)));
        }
        QVERIFY2(controls > 60, qPrintable(QString::number(controls)));
        for (const char *name :
             {"Conversations", "Line", "State", "Assigned to", "Quo user", "Created from",
              "Created to", "Changed from", "Changed to", "Active only", "Clear filters and search",
              "Refresh", "Mute", "Snooze"})
            QVERIFY2(std::ranges::any_of(all,
                                         [name](QWidget *widget) {
                                             return nameOf(*widget) == QString::fromUtf8(name);
                                         }),
                     name);
    }

    void aStatusThatSaysTheSameCostsNothing()
    {
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(0);
        WorkWatch watch;
        QTRY_COMPARE(watch.take(), QStringList());
        window.widget->update();
        QVERIFY(!watch.take().isEmpty());
        Q_EMIT window.session.statusChanged();
        QCOMPARE(watch.take(), QStringList());
    }

    void scrollingAloneReachesEveryConversation()
    {
        support::DemoWorld world(5000);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const auto isComplete = [&] { return window.session.status().completeness.isWhole(); };
        QScrollBar *scrollBar = window.table()->verticalScrollBar();
        for (int page = 0; page < 2000 && !isComplete(); ++page) {
            scrollBar->triggerAction(QScrollBar::SliderPageStepAdd);
            QCoreApplication::processEvents(); // so that the view takes in what it asks for
            QTRY_VERIFY(window.rests());
        }
        QVERIFY(isComplete());
        const QStringList ids = window.shownIds();
        QCOMPARE(ids.size(), 5000);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 5000);
        // No page was asked for twice until the end was reached; then the list is checked.
        QSet<QString> tokens;
        const QList<QByteArray> queries = world.queries().first(50);
        for (const QByteArray &query : queries)
            tokens.insert(QUrlQuery(QString::fromUtf8(query)).queryItemValue(u"pageToken"_s));
        QCOMPARE(tokens.size(), 50);
        QCOMPARE(support::undated(window.textOf("Completeness")), u"All 5,000"_s);
    }

    void theNextPageIsAskedForBeforeTheEndIsReached()
    {
        support::DemoWorld world(300);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QCOMPARE(world.queries().size(), 1);
        QCOMPARE(support::undated(window.textOf("Completeness")), u"First 100"_s);
        QScrollBar *scrollBar = window.table()->verticalScrollBar();
        QTRY_VERIFY(scrollBar->maximum() > 0); // laid out
        scrollBar->setValue(scrollBar->maximum() / 2);
        QTRY_COMPARE(window.session.status().loaded, 200);
        QVERIFY(scrollBar->value() < scrollBar->maximum());
    }

    void theKeyboardWalksAndTheDetailsFollow()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(
            {support::conversation(u"CN1"_s, {{u"assignedTo"_s, QJsonValue()}}),
             support::conversation(u"CN2"_s, {{u"name"_s, u"<b>Ana</b>"_s},
                                              {u"mutedUntil"_s, u"9999-12-31T23:59:59.999Z"_s},
                                              {u"snoozedUntil"_s, u"2026-06-02T15:00:00Z"_s}})}));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QVERIFY(window.table()->hasFocus());
        QTest::keyClick(window.table(), Qt::Key_Down);
        if (window.table()->selectedRow()->id() == u"CN2") // Qt starts at the first or second row
            QTest::keyClick(window.table(), Qt::Key_Up);
        QCOMPARE(window.textOf("Assigned to"), u"Nobody"_s);
        QCOMPARE(window.textOf("Mute"), u"Off"_s);
        QCOMPARE(window.textOf("Snooze"), u"Off"_s);
        QTest::keyClick(window.table(), Qt::Key_Down);
        QCOMPARE(window.textOf("Assigned to"), u"US1"_s);
        QCOMPARE(window.textOf("Mute"), u"On"_s);
        QCOMPARE(support::plainSpaces(window.textOf("Snooze")), u"Until 3:00 PM"_s);
        // Markup in a name is text.
        const auto *title = window.find<QLabel>("Selected conversation");
        QVERIFY(title);
        QCOMPARE(title->text(), u"<b>Ana</b>"_s);
        QCOMPARE(title->textFormat(), Qt::PlainText);
        window.click("Copy: Conversation ID");
        QCOMPARE(QGuiApplication::clipboard()->text(), u"CN2"_s);
        window.click("Copy: Conversation");
        QCOMPARE(QGuiApplication::clipboard()->text(), u"<b>Ana</b>"_s);
        QVERIFY(!window.find<QToolButton>("Copy: Deleted")->isVisible());
    }

    void namesTakeThePlaceOfIdsWhenTheyCome()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 3));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(1);
        const auto cell = [&](const char16_t *column) {
            return window.session.model().index(1, inbox::columnIndex(column)).data().toString();
        };
        QCOMPARE(cell(u"phoneNumberId"), u"PN1"_s);
        QSignalSpy reset(&window.session.model(), &QAbstractItemModel::modelReset);
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Support"_s, {}}});
        directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}}});
        window.names.setDirectory(directory);
        QCOMPARE(cell(u"phoneNumberId"), u"Support"_s);
        QCOMPARE(cell(u"assignedTo"), u"Dana Kim"_s);
        QCOMPARE(window.textOf("Assigned to"), u"Dana Kim"_s);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(window.table()->selectedRow()->id(), u"CN2"_s);
        window.click("Copy: Line");
        QCOMPARE(QGuiApplication::clipboard()->text(), u"PN1"_s);
        window.click("Copy: Last changed");
        QCOMPARE(QGuiApplication::clipboard()->text(), u"2026-01-02T00:00:00Z"_s);
    }

    void refreshKeepsSelectionAndPlace()
    {
        support::DemoWorld world(600);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        while (window.session.status().loaded < 300) {
            window.session.wantMore();
            QTRY_VERIFY(window.rests());
        }
        window.select(150);
        window.table()->scrollTo(window.session.model().index(200, 0),
                                 QAbstractItemView::PositionAtTop);
        QTRY_VERIFY(window.rests());
        const QString selected = window.table()->selectedRow()->id();
        const int top = window.table()->rowAt(0);
        QTest::keyClick(window.widget.get(), Qt::Key_F5, Qt::ShiftModifier);
        QVERIFY(window.session.status().refreshing);
        QTRY_VERIFY(window.rests());
        QCOMPARE(window.table()->selectedRow()->id(), selected);
        QCOMPARE(window.table()->rowAt(0), top);
    }

    void theSelectionComesBackWithItsRow()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 5));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(3); // CN4
        world.server.says(support::page(11, 13, u"a"_s));
        world.server.says(support::page(4, 5));
        bool othersSelected = false;
        connect(window.table(), &widgets::ConversationTable::selectedRowsChanged, this, [&] {
            const auto row = window.table()->selectedRow();
            othersSelected = othersSelected || (row && row->id() != u"CN4");
        });
        window.click("Active only");
        clock.advance(support::anyRest);
        QTRY_COMPARE(window.shownIds(),
                     (QStringList{u"CN4"_s, u"CN5"_s, u"CN11"_s, u"CN12"_s, u"CN13"_s}));
        QVERIFY(!othersSelected);
        QTRY_VERIFY(window.table()->selectedRow());
        QCOMPARE(window.table()->selectedRow()->id(), u"CN4"_s);
    }

    void whatIsSelectedAgainFarBelowDoesNotScrollTheList()
    {
        support::ScriptedWorld world;
        const QJsonObject longAgo{{u"lastActivityAt"_s, u"2020-01-01T00:00:00Z"_s}};
        QList<QJsonObject> early;
        for (int number = 1; number <= 5; ++number)
            early.append(support::conversation(u"CN%1"_s.arg(number), longAgo));
        world.server.says(support::page(early));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(3); // CN4
        world.server.says(support::page(11, 65, u"a"_s));
        world.server.says(support::page(early.mid(3)));
        window.click("Active only");
        clock.advance(support::anyRest);
        QTRY_COMPARE(window.table()->currentIndex().row(), 55);
        QCOMPARE(window.table()->verticalScrollBar()->value(), 0);
    }

    void columnsWindowAndFiltersSurviveARestart()
    {
        support::DemoWorld world(50);
        const int name = inbox::columnIndex(u"name");
        const int id = inbox::columnIndex(u"id");
        int sideBar = 0;
        int details = 0;
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        {
            Window window(*world.client, clock, m_settingsFile);
            QTRY_VERIFY(window.rests());
            const QList<QSplitter *> splitters = window.widget->findChildren<QSplitter *>();
            QCOMPARE(splitters.size(), 2); // side bar and work, list and details
            drag(*splitters[0]->handle(1), 250 - splitters[0]->sizes().first());
            drag(*splitters[1]->handle(1), splitters[1]->sizes().last() - 400);
            sideBar = splitters[0]->sizes().first();
            details = splitters[1]->sizes().last();
            QVERIFY(sideBar > 240 && details > 390);
            window.widget->resize(700, 555); // within the 800 of the offscreen screen
            QHeaderView &header = *window.table()->horizontalHeader();
            header.resizeSection(name, 321);
            header.moveSection(header.visualIndex(id), 0);
            // Through the chooser, as a user does it.
            const auto *columns = window.find<QToolButton>("Columns");
            QVERIFY(columns);
            support::choose(*columns->menu(), u"Conversation ID"_s);
            window.click("Active only");
            clock.advance(support::anyRest);
            QTRY_VERIFY(world.queries().last().contains("excludeInactive=true"));
            window.widget->close();
        }
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QHeaderView &header = *window.table()->horizontalHeader();
        QCOMPARE(window.widget->size(), QSize(700, 555));
        window.widget->resize(1280, 780);
        const QList<QSplitter *> splitters = window.widget->findChildren<QSplitter *>();
        QTRY_COMPARE(splitters[0]->sizes().first(), sideBar);
        QCOMPARE(splitters[1]->sizes().last(), details);
        QCOMPARE(header.sectionSize(name), 321);
        QCOMPARE(header.visualIndex(id), 0);
        QVERIFY(!header.isSectionHidden(id));
        QVERIFY(world.queries().last().contains("excludeInactive=true"));
        QVERIFY(window.find<QAbstractButton>("Active only")->isChecked());
    }

    void columnsFitTheWindowUntilSomebodyArrangesThem()
    {
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QHeaderView &header = *window.table()->horizontalHeader();
        const int name = inbox::columnIndex(u"name");
        for (const int width : {1024, 1600}) {
            window.widget->resize(width, 640);
            QCOMPARE(window.table()->horizontalScrollBar()->maximum(), 0);
            QVERIFY(header.sectionSize(name) > window.table()->viewport()->width() / 5);
        }
        header.resizeSection(name, 123);
        window.widget->resize(1300, 640);
        QCOMPARE(header.sectionSize(name), 123);
    }

    void theListKeepsHalfOfANarrowWindow()
    {
        support::DemoWorld world(20);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.widget->resize(1024, 640);
        QTRY_COMPARE(window.widget->width(), 1024);
        QTRY_COMPARE_GE(window.table()->width() * 2, 1024);
    }

    void theLastColumnCannotBeHidden()
    {
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        const auto *columns = window.find<QToolButton>("Columns");
        QVERIFY(columns);
        QMenu &menu = *columns->menu();
        const QHeaderView &header = *window.table()->horizontalHeader();
        const QAction *last = nullptr; // of those that were shown
        for (const QAction *action : menu.actions()) {
            menu.popup(QPoint()); // which says what can be chosen
            if (action->isChecked()) {
                last = action;
                if (action->isEnabled())
                    support::choose(menu, support::textOf(*action));
            }
            menu.close();
        }
        QVERIFY(last && last->isChecked() && !last->isEnabled());
        QCOMPARE(header.hiddenSectionCount(), header.count() - 1);
    }

    void headersSayWhatTheyMean()
    {
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        const auto &model = window.session.model();
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(
                !model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
};

QTEST_MAIN(TestBrowsing)
#include "tst_browsing.moc"
