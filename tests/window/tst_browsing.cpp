// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/manualclock.h"
#include "support/texts.h"
#include "support/window.h"
#include "support/windowtest.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProxyStyle>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;
using inbox::SessionStatus;
using support::Window;

namespace {

// A desktop's own style, which knows how it paints a selection.
class DesktopStyle : public QProxyStyle
{
public:
    explicit DesktopStyle(int &selectedCells)
        : m_selectedCells(selectedCells)
    {
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        if (element == CE_ItemViewItem &&
            qobject_cast<const widgets::ConversationTable *>(widget) &&
            option->state & State_Selected)
            ++m_selectedCells;
        QProxyStyle::drawControl(element, option, painter, widget);
    }

private:
    int &m_selectedCells;
};

} // namespace

class TestBrowsing : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlIsFoundByItsName()
    {
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        for (const char *name : {"Conversations", "Lines", "Teammate", "Created from", "Created to",
                                 "Updated from", "Updated to", "Exclude inactive", "Clear filters",
                                 "Refresh", "Retry", "Assignment", "Mute", "Snooze"})
            QVERIFY(window.find<QWidget>(name)); // find() ends the test otherwise
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
        QCOMPARE(window.find<QLabel>("Completeness")->text(), u"complete, 5,000"_s);
    }

    void theNextPageIsAskedForBeforeTheEndIsReached()
    {
        support::DemoWorld world(300);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QCOMPARE(world.queries().size(), 1);
        QCOMPARE(window.find<QLabel>("Completeness")->text(), u"first 100, more exist"_s);
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
        QCOMPARE(window.find<QLabel>("Assignment")->text(), u"Unassigned"_s);
        QCOMPARE(window.find<QLabel>("Mute")->text(), u"Not muted"_s);
        QCOMPARE(window.find<QLabel>("Snooze")->text(), u"Not snoozed"_s);
        QTest::keyClick(window.table(), Qt::Key_Down);
        QCOMPARE(window.find<QLabel>("Assignment")->text(), u"Assigned to US1"_s);
        QCOMPARE(window.find<QLabel>("Mute")->text(), u"Muted"_s);
        QCOMPARE(support::plainSpaces(window.find<QLabel>("Snooze")->text()),
                 u"Snoozed until 3:00 PM, in 3 h"_s);
        // Markup in a name is text.
        const auto *title = window.find<QLabel>("Selected conversation");
        QCOMPARE(title->text(), u"<b>Ana</b>"_s);
        QCOMPARE(title->textFormat(), Qt::PlainText);
        QTest::mouseClick(window.find<QToolButton>("Copy: Conversation ID"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"CN2"_s);
        QTest::mouseClick(window.find<QToolButton>("Copy: Conversation"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"<b>Ana</b>"_s);
        QVERIFY(!window.find<QToolButton>("Copy: Deleted")->isEnabled());
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
        QCOMPARE(window.find<QLabel>("Assignment")->text(), u"Assigned to Dana Kim"_s);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(window.table()->selectedRow()->id(), u"CN2"_s);
        QTest::mouseClick(window.find<QToolButton>("Copy: Line"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"PN1"_s);
        QTest::mouseClick(window.find<QToolButton>("Copy: Last updated"), Qt::LeftButton);
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
        QTest::mouseClick(window.find<QToolButton>("Exclude inactive"), Qt::LeftButton);
        clock.advance(support::anyRest);
        QTRY_COMPARE(window.session.status().loaded, 5);
        QVERIFY(!othersSelected);
        QTRY_VERIFY(window.table()->selectedRow());
        QCOMPARE(window.table()->selectedRow()->id(), u"CN4"_s);
    }

    void whatIsSelectedAgainFarBelowDoesNotScrollTheList()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 5));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(3); // CN4
        world.server.says(support::page(11, 65, u"a"_s));
        world.server.says(support::page(4, 5));
        QTest::mouseClick(window.find<QToolButton>("Exclude inactive"), Qt::LeftButton);
        clock.advance(support::anyRest);
        QTRY_COMPARE(window.table()->currentIndex().row(), 55);
        QCOMPARE(window.table()->verticalScrollBar()->value(), 0);
    }

    void columnsWindowAndFiltersSurviveARestart()
    {
        support::DemoWorld world(50);
        const int name = inbox::columnIndex(u"name");
        const int id = inbox::columnIndex(u"id");
        QList<int> splitterSizes;
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        {
            Window window(*world.client, clock, m_settingsFile);
            QTRY_VERIFY(window.rests());
            window.widget->resize(700, 555); // within the 800 of the offscreen screen
            auto *splitter = window.widget->findChild<QSplitter *>();
            splitter->setSizes({400, splitter->width() - 400});
            splitterSizes = splitter->sizes();
            QHeaderView &header = *window.table()->horizontalHeader();
            header.resizeSection(name, 321);
            header.moveSection(header.visualIndex(id), 0);
            // Through the chooser, as a user does it.
            QMenu *menu = window.find<QToolButton>("Columns")->menu();
            Q_EMIT menu->aboutToShow();
            for (QAction *action : menu->actions())
                if (action->text() == u"Conversation ID")
                    action->trigger();
            QTest::mouseClick(window.find<QToolButton>("Exclude inactive"), Qt::LeftButton);
            clock.advance(support::anyRest);
            QTRY_VERIFY(world.queries().last().contains("excludeInactive=true"));
            window.widget->close();
        }
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QHeaderView &header = *window.table()->horizontalHeader();
        QCOMPARE(window.widget->size(), QSize(700, 555));
        QCOMPARE(window.widget->findChild<QSplitter *>()->sizes(), splitterSizes);
        QCOMPARE(header.sectionSize(name), 321);
        QCOMPARE(header.visualIndex(id), 0);
        QVERIFY(!header.isSectionHidden(id));
        QVERIFY(world.queries().last().contains("excludeInactive=true"));
        QVERIFY(window.find<QToolButton>("Exclude inactive")->isChecked());
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

    void theDesktopsStyleDrawsTheSelection()
    {
        int selectedCells = 0;
        QApplication::setStyle(new DesktopStyle(selectedCells));
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(2);
        QTRY_COMPARE_GE(selectedCells, 6); // all columns of the row
        QApplication::setStyle(u"fusion"_s);
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
        QMenu *menu = window.find<QToolButton>("Columns")->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions())
            if (action->isChecked())
                action->trigger();
        const QHeaderView &header = *window.table()->horizontalHeader();
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
