// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowarranger.h"
#include "inbox/selectionsummary.h"
#include "support/manualclock.h"
#include "support/windowtest.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/listsetup.h"
#include "words/columnwords.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::RowArranger;

namespace {

class NoSource final : public inbox::InboxModel::Source
{
    bool canFetchMore() const override { return false; }
    void fetchMore() override {}
};

QList<quo::Conversation> rows(int from, int to)
{
    QList<quo::Conversation> rows;
    for (int i = from; i <= to; ++i) {
        quo::Conversation row;
        row.id = u"CN%1"_s.arg(i);
        row.name = u"%1 %2"_s.arg(i % 3 == 0 ? u"Ana"_s : u"Ben"_s).arg(i);
        row.phoneNumberId = u"PN%1"_s.arg(i % 2);
        if (i % 4 > 0)
            row.assignedTo = u"US%1"_s.arg(i % 4);
        row.lastActivityAt = quo::Instant(quo::milliseconds(1'000'000'000LL - i));
        rows.append(row);
    }
    return rows;
}

// Qt's own list, but Home and End go to the first and the last row.
class QtsOwn : public QTableView
{
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override
    {
        if (!currentIndex().isValid() || (action != MoveHome && action != MoveEnd))
            return QTableView::moveCursor(action, modifiers);
        return currentIndex().siblingAtRow(action == MoveHome ? 0 : model()->rowCount() - 1);
    }
};

// The list of the window over a store of its own.
struct List
{
    explicit List(int count)
        : names(clock, {QLocale::c(), QTimeZone::utc(), u"US"_s})
        , model(source, names, words::listWords())
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
        , arranger(model, clock)
        , table(model, theme, clock)
    {
        arrangement.sort = inbox::latestFirst();
        arranger.setArrangement(arrangement);
        arranger.reset(store);
        add(rows(1, count));
        table.resize(900, 400); // some 15 rows
        table.show();
        table.setFocus();
    }

    void add(const QList<quo::Conversation> &page)
    {
        arranger.apply(store.merge(page));
        QTRY_VERIFY(!arranger.isWorking()); // a worker arranges many
    }

    void leave(const QList<quint32> &gone)
    {
        for (const quint32 row : gone)
            store.leave(row);
        arranger.applyChanges(gone);
    }

    void search(const QString &text)
    {
        arrangement.search = text;
        arrange();
    }

    void sort(QStringView column, bool descending = false)
    {
        arrangement.sort = {{inbox::columnIndex(column), descending}};
        arrange();
    }

    void arrange()
    {
        arranger.setArrangement(arrangement);
        QTRY_VERIFY(!arranger.isWorking());
    }

    void click(int position, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, place(position));
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&table, key, modifiers);
    }

    QPoint place(int position) const
    {
        return table.visualRect(model.index(position, inbox::columnIndex(u"name"))).center();
    }

    // In the order in which they are shown.
    QStringList selected() const
    {
        QStringList ids;
        table.selectedOrder().forEach([&](quint32 row) { ids.append(store.at(row).id().mid(2)); });
        return ids;
    }

    // What is painted as selected.
    QList<int> painted() const
    {
        QList<int> positions;
        for (int position = 0; position < model.rowCount(); ++position)
            if (table.visualRect(model.index(position, 0)).intersects(table.viewport()->rect()) &&
                table.selectionModel()->isSelected(model.index(position, 0)))
                positions.append(position);
        return positions;
    }

    NoSource source;
    support::ManualClock clock{quo::Instant(quo::milliseconds(2'000'000'000LL))};
    inbox::Names names;
    inbox::ConversationStore store;
    inbox::InboxModel model;
    QAbstractItemModelTester tester;
    RowArranger arranger;
    QWidget window;
    widgets::ThemeSource theme{window};
    widgets::ConversationTable table;
    inbox::Arrangement arrangement;
};

} // namespace

// By the keys and clicks that people know from other lists.
class TestSelection : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void clicksSelectAsEverywhere()
    {
        List list(40);
        list.click(2);
        QCOMPARE(list.selected(), (QStringList{u"3"_s}));
        list.click(5, Qt::ControlModifier);
        QCOMPARE(list.selected(), (QStringList{u"3"_s, u"6"_s}));
        list.click(8, Qt::ShiftModifier);
        QCOMPARE(list.selected(), (QStringList{u"3"_s, u"6"_s, u"7"_s, u"8"_s, u"9"_s}));
        list.click(7, Qt::ShiftModifier); // less again
        QCOMPARE(list.selected(), (QStringList{u"3"_s, u"6"_s, u"7"_s, u"8"_s}));
        list.click(6, Qt::ControlModifier);
        QCOMPARE(list.selected(), (QStringList{u"3"_s, u"6"_s, u"8"_s}));
        list.click(1);
        QCOMPARE(list.selected(), QStringList{u"2"_s});
        QTest::mousePress(list.table.viewport(), Qt::LeftButton, {}, list.place(3));
        QTest::mouseMove(list.table.viewport(), list.place(4));
        QTest::mouseMove(list.table.viewport(), list.place(6));
        QTest::mouseRelease(list.table.viewport(), Qt::LeftButton, {}, list.place(6));
        QCOMPARE(list.selected(), (QStringList{u"4"_s, u"5"_s, u"6"_s, u"7"_s}));
        QCOMPARE(list.painted(), (QList<int>{3, 4, 5, 6}));
    }

    void keysSelectAsEverywhere()
    {
        List list(200);
        list.click(1);
        list.key(Qt::Key_Down, Qt::ShiftModifier);
        list.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(list.selected(), (QStringList{u"2"_s, u"3"_s, u"4"_s}));
        list.key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(list.selected(), (QStringList{u"2"_s, u"3"_s}));
        list.key(Qt::Key_Down, Qt::ControlModifier); // only goes there
        list.key(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(list.selected(), (QStringList{u"2"_s, u"3"_s}));
        QCOMPARE(list.table.currentIndex().row(), 4);
        list.key(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(list.selected(), (QStringList{u"2"_s, u"3"_s, u"5"_s}));
        list.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(list.selected().size(), 200);
        list.key(Qt::Key_Home, Qt::ControlModifier);
        list.key(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(list.selected().size(), 200);
        list.key(Qt::Key_Up);
        QCOMPARE(list.selected(), QStringList{u"199"_s});
        QCOMPARE(list.painted(), QList<int>{198});
    }

    // The same random keys and clicks for both.
    void itIsWhatQtsOwnListWouldSelect_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void itIsWhatQtsOwnListWouldSelect()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        List list(60);
        QtsOwn qts;
        qts.setModel(&list.model);
        widgets::setUpAsList(qts, list.theme);
        qts.setTabKeyNavigation(false);
        qts.verticalHeader()->setDefaultSectionSize(
            list.table.verticalHeader()->defaultSectionSize());
        for (QTableView *view : std::initializer_list<QTableView *>{&qts, &list.table})
            view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        qts.resize(list.table.size());
        qts.show();
        for (int column = 0; column < list.model.columnCount(); ++column) {
            qts.setColumnHidden(column, list.table.isColumnHidden(column));
            qts.setColumnWidth(column, list.table.columnWidth(column));
        }
        QCOMPARE(qts.viewport()->size(), list.table.viewport()->size());
        const auto expected = [&] {
            QStringList ids;
            for (int position = 0; position < list.model.rowCount(); ++position)
                if (qts.selectionModel()->isSelected(list.model.index(position, 0)))
                    ids.append(list.model.rowAt(position)->id().mid(2));
            return ids;
        };
        const std::array keys{Qt::Key_Up,   Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown,
                              Qt::Key_Home, Qt::Key_End,  Qt::Key_Space,  Qt::Key_A};
        const std::array modifiers{
            Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier),
            Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier};
        QString done;
        for (int step = 0; step < 300; ++step) {
            const Qt::KeyboardModifiers held = modifiers[random.bounded(quint32(modifiers.size()))];
            if (random.bounded(12) == 0) {
                list.sort(random.bounded(2) > 0 ? u"name" : u"lastActivityAt");
                done += u" sort"_s;
            } else if (random.bounded(3) == 0) {
                const QPoint place(100, int(random.bounded(12U)) * 24 + 6);
                done += u" click%1+%2"_s.arg(held.toInt(), 0, 16).arg(place.y());
                qts.verticalScrollBar()->setValue(list.table.verticalScrollBar()->value());
                QTest::mouseClick(list.table.viewport(), Qt::LeftButton, held, place);
                QTest::mouseClick(qts.viewport(), Qt::LeftButton, held, place);
            } else {
                Qt::Key key = keys[random.bounded(quint32(keys.size()))];
                if (key == Qt::Key_A && !(held & Qt::ControlModifier))
                    key = Qt::Key_Down; // letters look for a row that begins with them
                done += u" key%1+%2"_s.arg(held.toInt(), 0, 16).arg(key, 0, 16);
                QTest::keyClick(&list.table, key, held);
                QTest::keyClick(&qts, key, held);
            }
            QVERIFY2(list.selected() == expected(),
                     qPrintable(done + u'\n' + list.selected().join(u' ') + u'\n' +
                                expected().join(u' ')));
            QCOMPARE(list.table.selectedCount(), list.selected().size());
            QCOMPARE(list.table.currentIndex().row(), qts.currentIndex().row());
        }
    }

    void sortingKeepsTheRowsAndWhereShiftBegan()
    {
        List list(40);
        list.click(3);
        list.key(Qt::Key_Down, Qt::ShiftModifier);
        list.sort(u"lastActivityAt"); // the other way round
        QCOMPARE(list.selected(), (QStringList{u"5"_s, u"4"_s}));
        list.table.scrollToBottom();
        QCOMPARE(list.painted(), (QList<int>{35, 36}));
        list.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(list.selected(), QStringList{u"4"_s}); // from CN4 to CN4
        list.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(list.selected(), (QStringList{u"4"_s, u"3"_s}));
    }

    void whatASearchHidesComesBackSelected()
    {
        List list(40);
        list.click(0);
        list.click(2, Qt::ControlModifier);
        list.click(4, Qt::ControlModifier);
        QSignalSpy changed(&list.table, &widgets::ConversationTable::selectedRowsChanged);
        list.search(u"ana"_s); // 3, 6, 9 …
        QCOMPARE(list.selected(), QStringList{u"3"_s});
        QCOMPARE(list.table.selectedCount(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(list.table.selectedRow()->id(), u"CN3"_s);
        list.click(3, Qt::ControlModifier); // one more of those that are shown
        QCOMPARE(list.selected(), (QStringList{u"3"_s, u"12"_s}));
        list.search({});
        QCOMPARE(list.selected(), (QStringList{u"1"_s, u"3"_s, u"5"_s, u"12"_s}));
        list.search(u"ana"_s);
        list.click(1); // something else instead
        list.search({});
        QCOMPARE(list.selected(), QStringList{u"6"_s});
        list.key(Qt::Key_A, Qt::ControlModifier);
        list.search(u"ana"_s);
        list.key(Qt::Key_A, Qt::ControlModifier); // these and no others
        list.search({});
        QCOMPARE(list.selected().size(), 13);
        QVERIFY(!list.selected().contains(u"1"_s));
    }

    void theCurrentRowComesBackAfterASearch()
    {
        List list(40);
        list.click(4);
        list.search(u"ana"_s);
        list.search({});
        QCOMPARE(list.table.currentIndex().row(), 4);
        QCOMPARE(list.table.verticalScrollBar()->value(), 0);
        list.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(list.selected(), (QStringList{u"5"_s, u"6"_s}));
    }

    // Qt makes the first row the current one where none is, whenever a list gets the focus.
    void theFocusMakesNoRowCurrentInsteadOfTheHiddenOne()
    {
        List list(40);
        QVERIFY(QTest::qWaitForWindowActive(&list.table));
        list.click(4);
        list.search(u"ana"_s);
        list.table.clearFocus();
        list.table.setFocus();
        QCOMPARE(list.table.currentIndex().row(), 0);
        list.search({});
        QCOMPARE(list.table.currentIndex().row(), 4);
        list.search(u"ana"_s);
        list.key(Qt::Key_Down); // somebody goes on from there
        list.search({});
        QCOMPARE(list.selected(), QStringList{u"3"_s});
        QCOMPARE(list.table.currentIndex().row(), 2);
    }

    void rowsThatComeAreNotSelectedAndThoseThatGoDoNotCount()
    {
        List list(40);
        list.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(list.table.selectedCount(), 40);
        list.add(rows(-5, 0)); // above
        QCOMPARE(list.model.rowCount(), 46);
        QCOMPARE(list.table.selectedCount(), 40);
        QVERIFY(!list.painted().contains(5));
        QVERIFY(list.painted().contains(6));
        list.leave({3, 10, 30, 31});
        QCOMPARE(list.table.selectedCount(), 36);
        QVERIFY(!list.selected().contains(u"4"_s));
        list.click(0);
        list.key(Qt::Key_Down, Qt::ShiftModifier);
        QList<quo::Conversation> moved = rows(20, 20);
        moved[0].lastActivityAt = list.clock.now();
        list.add(moved);
        QCOMPARE(list.selected(), (QStringList{u"-5"_s, u"-4"_s}));
        QCOMPARE(list.painted(), (QList<int>{1, 2}));
    }

    void scrollingShowsWhatIsSelected()
    {
        List list(2000);
        list.key(Qt::Key_A, Qt::ControlModifier);
        list.click(3, Qt::ControlModifier);
        QSignalSpy changed(&list.table, &widgets::ConversationTable::selectedRowsChanged);
        for (const int top : {0, 500, 1985, 2}) {
            list.table.scrollTo(list.model.index(top, 0), QAbstractItemView::PositionAtTop);
            const int first = list.table.rowAt(0);
            const int last = list.table.rowAt(list.table.viewport()->height() - 1);
            for (int position = first; position <= (last < 0 ? 1999 : last); ++position)
                QCOMPARE(list.table.selectionModel()->isSelected(list.model.index(position, 0)),
                         position != 3);
        }
        QCOMPARE(changed.size(), 0); // looking selects nothing
    }

    void anotherQuerysRowsAreKnownByTheirIds()
    {
        List list(40);
        list.click(3);
        list.click(5, Qt::ControlModifier);
        inbox::ConversationStore other;
        list.arranger.reset(other);
        QCOMPARE(list.table.selectedCount(), 0);
        list.arranger.apply(other.merge(rows(5, 30)));
        QCOMPARE(list.table.selectedCount(), 1);
        QCOMPARE(list.table.selectedRow()->id(), u"CN6"_s);
        list.arranger.apply(other.merge(rows(1, 4)));
        QCOMPARE(list.table.selectedCount(), 2);
        list.arranger.reset(list.store); // before 'other' is gone
    }

    void theRowThatIsChosenMeanwhileStaysTheCurrentOne()
    {
        List list(40);
        list.click(3);
        inbox::ConversationStore other;
        list.arranger.reset(other);
        list.arranger.apply(other.merge(rows(5, 30)));
        list.click(1);
        list.arranger.apply(other.merge(rows(1, 4))); // with the one that was the current one
        QCOMPARE(list.table.selectedRow()->id(), u"CN6"_s);
        QCOMPARE(list.model.rowAt(list.table.currentIndex().row())->id(), u"CN6"_s);
        list.arranger.reset(list.store); // before 'other' is gone
    }

    void aFewAreSummedUpAtOnceAndManyByAWorker()
    {
        List list(5000);
        inbox::SelectionSummary summary(list.model, list.table.rowSelection());
        QSignalSpy collected(&summary, &inbox::SelectionSummary::collected);
        list.click(0);
        list.key(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(summary.tally());
        QCOMPARE(summary.tally()->rows, 2);
        QCOMPARE(summary.tally()->assignees, (QHash<QString, int>{{u"US1"_s, 1}, {u"US2"_s, 1}}));
        list.key(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(!summary.tally());
        list.add(rows(1, 4)); // nothing new, and nothing is lost by it
        QList<quo::Conversation> changed = rows(1, 1);
        changed[0].assignedTo.reset();
        list.add(changed); // while the worker counts
        QTRY_VERIFY(!collected.isEmpty());
        QCOMPARE(summary.tally()->rows, 5000);
        QCOMPARE(summary.tally()->lines, (QHash<QString, int>{{u"PN0"_s, 2500}, {u"PN1"_s, 2500}}));
        QCOMPARE(summary.tally()->assignees.value({}), 1251);
        QCOMPARE(summary.tally()->marks.value(inbox::ConversationState::Mark::Unassigned), 1251);
        QCOMPARE(summary.tally()->unmarked, 3749);
    }
};

QTEST_MAIN(TestSelection)
#include "tst_selection.moc"
