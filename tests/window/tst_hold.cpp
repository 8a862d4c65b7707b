// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/manualclock.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/announcer.h"
#include "widgets/export/exportdialog.h"
#include "widgets/inbox/conversationactions.h"
#include "widgets/inbox/newsbutton.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QWindow>

using namespace Qt::StringLiterals;
using support::page;
using support::Window;

namespace {

// Changed just now, and active at this minute of 12 o'clock.
QJsonObject activeAt(const QString &id, int minute)
{
    return support::conversation(
        id,
        {{u"updatedAt"_s, u"2026-06-02T12:59:00Z"_s},
         {u"lastActivityAt"_s, u"2026-06-02T12:%1:00Z"_s.arg(minute, 2, 10, QLatin1Char('0'))}});
}

} // namespace

// What becomes of the rows while somebody points at them, selects them, or has a menu open about
// them, and others write to them.
class TestHold : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedWorld> m_scripted;
    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<Window> m_window;

    // CN1, CN2 … the first of them the latest.
    void open(int rows)
    {
        QList<QJsonObject> all;
        for (int i = 1; i <= rows; ++i)
            all.append(activeAt(u"CN%1"_s.arg(i), 50 - i / 2));
        m_scripted->server.says(page(all));
        m_window = std::make_unique<Window>(m_scripted->client, *m_clock, m_settingsFile);
        QTRY_VERIFY(m_window->rests());
        table().setFocus();
        leave();
    }

    widgets::ConversationTable &table() const { return *m_window->table(); }
    widgets::NewsButton &news() const { return *table().findChild<widgets::NewsButton *>(); }
    QString newsText() const
    {
        return news().isVisible() ? news().findChild<QPushButton *>()->text() : QString();
    }

    // A refresh that nobody asked for.
    void refresh(const QList<QJsonObject> &changes)
    {
        const qsizetype asked = m_scripted->server.requests().size();
        m_scripted->server.says(page(changes));
        m_window->session.refreshByItself();
        QTRY_VERIFY(m_scripted->server.requests().size() > asked && m_window->rests());
        QCoreApplication::processEvents();
    }

    // As the hand does it, so that widgets are entered and left.
    void movePointer(const QWidget &widget, QPoint place) const
    {
        QWindow *window = m_window->widget->windowHandle();
        QTest::mouseMove(window, widget.mapTo(m_window->widget.get(), place));
        QCoreApplication::processEvents();
    }
    void pointAt(int position, int dx = 0) const
    {
        const QRect cell = table().visualRect(table().model()->index(position, 0));
        movePointer(*table().viewport(), cell.center() + QPoint(dx, 0));
    }
    void leave() const { movePointer(*m_window->widget, {2, m_window->widget->height() - 3}); }
    // Longer than the list waits before it is let go.
    void rest() const
    {
        QCoreApplication::processEvents();
        m_clock->advance(std::chrono::seconds(1));
        QCoreApplication::processEvents();
    }

    QString first() const { return m_window->session.model().rowAt(0)->id(); }
    int topOf(const QString &id) const
    {
        return table().rowViewportPosition(m_window->session.model().positionOf(id));
    }

private Q_SLOTS:
    void init() // hides that of the window's tests, which it calls
    {
        WindowTest::init();
        m_scripted = std::make_unique<support::ScriptedWorld>();
        m_clock =
            std::make_unique<support::ManualClock>(*quo::parseInstant(u"2026-06-02T13:00:00Z"_s));
    }

    void cleanup()
    {
        m_window.reset();
        m_clock.reset();
        m_scripted.reset();
    }

    void withoutAnybodyThereRowsComeAtOnce()
    {
        open(40);
        refresh({activeAt(u"CN99"_s, 55)});
        QCOMPARE(first(), u"CN99"_s);
        QCOMPARE(newsText(), QString());
    }

    void nothingMovesUnderThePointer()
    {
        open(40);
        pointAt(3);
        refresh({activeAt(u"CN98"_s, 55), activeAt(u"CN99"_s, 56), activeAt(u"CN4"_s, 57)});
        QCOMPARE(m_window->shownIds().first(4),
                 (QStringList{u"CN1"_s, u"CN2"_s, u"CN3"_s, u"CN4"_s}));
        QCOMPARE(newsText(), u"3 new"_s);
        // Not even after a long time, or when the pointer moves on.
        pointAt(5);
        m_clock->advance(std::chrono::minutes(10));
        QCOMPARE(first(), u"CN1"_s);
        leave();
        QCOMPARE(first(), u"CN1"_s); // it may come back at once
        pointAt(2);
        rest();
        QCOMPARE(first(), u"CN1"_s);
        leave();
        rest();
        QCOMPARE(m_window->shownIds().first(3), (QStringList{u"CN4"_s, u"CN99"_s, u"CN98"_s}));
        QCOMPARE(newsText(), QString());
    }

    void whatWasOnlyReadLaterIsNotNew()
    {
        QList<QJsonObject> rows;
        for (int i = 1; i <= 90; ++i)
            rows.append(activeAt(u"CN%1"_s.arg(i), 50 - i / 2));
        m_scripted->server.says(page(rows, u"a"_s));
        m_window = std::make_unique<Window>(m_scripted->client, *m_clock, m_settingsFile);
        QTRY_VERIFY(m_window->rests());
        pointAt(3);
        // They belong above the rows that are there.
        m_scripted->server.says(page({activeAt(u"CN91"_s, 55), activeAt(u"CN92"_s, 56)}, u"b"_s));
        m_window->session.wantMore();
        QTRY_COMPARE(newsText(), u"2 more"_s);
        QCOMPARE(first(), u"CN1"_s);
        refresh({activeAt(u"CN99"_s, 57)});
        QCOMPARE(newsText(), u"1 new"_s);
        // Also one that is news only now.
        refresh({activeAt(u"CN92"_s, 58)});
        QCOMPARE(newsText(), u"2 new"_s);
        leave();
        rest();
        QCOMPARE(m_window->shownIds().first(3), (QStringList{u"CN92"_s, u"CN99"_s, u"CN91"_s}));
        QCOMPARE(newsText(), QString());
    }

    void nothingMovesUnderThePointerOverTheFrozenColumn()
    {
        open(40);
        table().setFirstColumnFrozen(true);
        pointAt(3);
        m_window->state.change(&workspace::View::search, u"is:unassigned OR is:assigned"_s);
        m_window->state.change(&workspace::View::search, QString());
        QTRY_VERIFY(!m_window->session.arranger().isWorking());
        rest();
        pointAt(4);
        refresh({activeAt(u"CN99"_s, 55)});
        QCOMPARE(first(), u"CN1"_s);
    }

    void theButtonIsNotWhereThePointerIs()
    {
        open(40);
        const int middle = table().viewport()->width() / 2;
        movePointer(*table().viewport(), {middle, 12});
        refresh({activeAt(u"CN99"_s, 55)});
        QVERIFY(!news().isVisible());
        movePointer(*table().viewport(), {middle, 200});
        QCOMPARE(newsText(), u"1 new"_s);
    }

    void theButtonShowsWhatWaits()
    {
        open(40);
        table().verticalScrollBar()->setValue(300);
        pointAt(14);
        refresh({activeAt(u"CN98"_s, 55), activeAt(u"CN99"_s, 56)});
        QCOMPARE(newsText(), u"2 new"_s);
        const QPoint button = news().rect().center();
        movePointer(news(), button);
        QTest::mouseClick(m_window->widget->windowHandle(), Qt::LeftButton, {},
                          news().mapTo(m_window->widget.get(), button));
        QCOMPARE(first(), u"CN99"_s);
        QCOMPARE(table().verticalScrollBar()->value(), 0);
        QCOMPARE(newsText(), QString());
        QVERIFY(table().hasFocus());
    }

    void homeShowsWhatWaitsAndGoesToTheTop()
    {
        open(40);
        table().verticalScrollBar()->setValue(300);
        pointAt(14);
        refresh({activeAt(u"CN99"_s, 56)});
        QTest::keyClick(&table(), Qt::Key_Home);
        QCOMPARE(first(), u"CN99"_s);
        QCOMPARE(table().currentIndex().row(), 0);
        QCOMPARE(table().verticalScrollBar()->value(), 0);
    }

    void aRowThatWaitsCanBeGoneTo()
    {
        open(40);
        pointAt(3);
        refresh({activeAt(u"CN99"_s, 56)});
        table().goTo(u"CN99"_s);
        QCOMPARE(table().selectedRow()->id(), u"CN99"_s);
    }

    void f5ShowsWhatWaitsAndWhatItBrings()
    {
        open(40);
        pointAt(3);
        refresh({activeAt(u"CN98"_s, 55)});
        m_scripted->server.says(page({activeAt(u"CN99"_s, 56)}));
        QTest::keyClick(m_window->widget.get(), Qt::Key_F5);
        QCOMPARE(first(), u"CN98"_s);
        rest();
        QTRY_COMPARE(first(), u"CN99"_s);
        // The pointer counts again once it moves.
        pointAt(4);
        refresh({activeAt(u"CN97"_s, 57)});
        QCOMPARE(first(), u"CN99"_s);
    }

    void anotherSearchIsNotHeldByAPointerThatRests()
    {
        open(40);
        pointAt(3);
        m_window->find<QLineEdit>("Search")->setText(u"CN"_s);
        QTRY_VERIFY(!m_window->session.arranger().isWorking());
        rest();
        refresh({activeAt(u"CN99"_s, 56)});
        QCOMPARE(first(), u"CN99"_s);
    }

    void severalSelectedRowsStayTogether()
    {
        open(40);
        m_window->select(2);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        rest();
        refresh({activeAt(u"CN99"_s, 55), activeAt(u"CN4"_s, 57)});
        QCOMPARE(m_window->selectedRows(), (QList<int>{2, 3, 4}));
        QCOMPARE(newsText(), u"2 new"_s);
        // What is copied is what is shown.
        QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table().selectedOrder().rows(), m_window->session.model().order().rows());
        QCOMPARE(table().selectedCount(), 40);
        m_window->select(5); // CN6
        const int top = topOf(u"CN6"_s);
        rest();
        QCOMPARE(m_window->shownIds().first(2), (QStringList{u"CN4"_s, u"CN99"_s}));
        QCOMPARE(topOf(u"CN6"_s), top);
        QCOMPARE(newsText(), u"1 new"_s); // CN4; the other one is in view
    }

    void f5ShowsWhatItBringsAlsoWithSeveralRowsSelected()
    {
        open(40);
        m_window->select(2);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        rest();
        m_scripted->server.says(page({activeAt(u"CN99"_s, 56)}));
        QTest::keyClick(m_window->widget.get(), Qt::Key_F5);
        QTRY_COMPARE(first(), u"CN99"_s);
        QCOMPARE(table().selectedCount(), 2);
        // Unless somebody has gone on by then.
        m_scripted->server.says(page({activeAt(u"CN98"_s, 57)}));
        QTest::keyClick(m_window->widget.get(), Qt::Key_F5);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(newsText(), u"1 new"_s);
        QCOMPARE(first(), u"CN99"_s);
    }

    void theSelectedRowStaysWhereItIs()
    {
        open(40);
        m_window->select(3); // CN4
        rest();
        const int top = topOf(u"CN4"_s);
        // Others come above it: the list goes on, and says so.
        refresh({activeAt(u"CN98"_s, 55), activeAt(u"CN99"_s, 56)});
        QCOMPARE(first(), u"CN99"_s);
        QCOMPARE(topOf(u"CN4"_s), top);
        QCOMPARE(newsText(), u"2 new"_s);
        // What would move it away waits.
        refresh({activeAt(u"CN4"_s, 57)});
        QCOMPARE(topOf(u"CN4"_s), top);
        QCOMPARE(first(), u"CN99"_s);
        QCOMPARE(newsText(), u"3 new"_s);
        // Until somebody goes on.
        QTest::keyClick(&table(), Qt::Key_Down);
        const int next = topOf(u"CN5"_s);
        rest();
        QCOMPARE(first(), u"CN4"_s);
        QCOMPARE(topOf(u"CN5"_s), next);
    }

    void anOpenMenuHoldsItsRows()
    {
        open(40);
        m_window->select(2);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(&table(), &event);
        auto *menu = m_window->page->findChild<widgets::ConversationActions *>();
        QVERIFY(menu->isVisible());
        refresh({activeAt(u"CN99"_s, 55)});
        m_clock->advance(std::chrono::minutes(1));
        QCOMPARE(first(), u"CN1"_s);
        menu->close();
        rest();
        QCOMPARE(first(), u"CN99"_s);
    }

    void anOpenExportHoldsItsRows()
    {
        open(40);
        QTest::keyClick(m_window->widget.get(), Qt::Key_E, Qt::ControlModifier);
        auto *dialog = m_window->page->findChild<widgets::ExportDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        refresh({activeAt(u"CN99"_s, 55)});
        m_clock->advance(std::chrono::minutes(1));
        QCOMPARE(first(), u"CN1"_s);
        dialog->close();
        rest();
        QCOMPARE(first(), u"CN99"_s);
    }

    void aWindowThatIsLeftIsNotHeldByThePointer()
    {
        open(40);
        pointAt(3);
        QEvent left(QEvent::WindowDeactivate);
        QCoreApplication::sendEvent(m_window->widget.get(), &left);
        rest();
        refresh({activeAt(u"CN99"_s, 55)});
        QCOMPARE(first(), u"CN99"_s);
    }

    void theRowsThatAreReadStayWhereTheyAre()
    {
        open(60);
        table().verticalScrollBar()->setValue(500);
        const int top = table().rowAt(0);
        const QString reading = m_window->session.model().rowAt(top + 1)->id();
        const QString moving = m_window->session.model().rowAt(top)->id();
        const int place = topOf(reading);
        pointAt(top + 3);
        // The first visible row is one of those that move.
        refresh({activeAt(u"CN99"_s, 55), activeAt(moving, 57)});
        QCOMPARE(topOf(reading), place);
        leave();
        rest();
        QCOMPARE(first(), moving);
        QCOMPARE(topOf(reading), place);
        QCOMPARE(newsText(), u"2 new"_s);
    }

    void itIsSpokenOnce()
    {
        open(40);
        auto *announcer = m_window->widget->findChild<widgets::Announcer *>();
        pointAt(3);
        refresh({activeAt(u"CN98"_s, 55)});
        rest();
        QVERIFY2(announcer->accessibleName().contains(u"1 new"_s),
                 qUtf8Printable(announcer->accessibleName()));
        announcer->setAccessibleName({});
        refresh({activeAt(u"CN99"_s, 56)});
        QCOMPARE(newsText(), u"2 new"_s);
        rest();
        QVERIFY(!announcer->accessibleName().contains(u"new"_s));
        QCOMPARE(news().findChild<QPushButton *>()->accessibleName(), u"2 new"_s);
    }
};

QTEST_MAIN(TestHold)
#include "tst_hold.moc"
