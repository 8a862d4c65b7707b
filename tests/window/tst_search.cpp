// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/menu.h"
#include "support/texts.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/inbox/conversationactions.h"
#include "widgets/inbox/newsbutton.h"
#include "widgets/inbox/watchmenu.h"

#include <QClipboard>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::conversation;
using support::page;
using support::Window;

namespace {

QLineEdit *search(const Window &window)
{
    return window.find<QLineEdit>("Search");
}

bool isArranged(const Window &window)
{
    return !window.session.status().isArranging;
}

// A row of this name that was active at this minute of 2026-06-02.
QJsonObject named(int number, const QString &name, int minute, QJsonObject replaced = {})
{
    const QString time = u"2026-06-02T12:%1:00.000Z"_s.arg(minute, 2, 10, QLatin1Char('0'));
    replaced.insert(u"name"_s, name);
    replaced.insert(u"updatedAt"_s, time);
    replaced.insert(u"lastActivityAt"_s, time);
    return conversation(u"CN%1"_s.arg(number), replaced);
}

// The menu of a cell, as a key opens it over the list. Null where there is none.
QMenu *openMenu(const Window &window, int row, QLatin1String column)
{
    window.table()->setCurrentIndex(
        window.table()->model()->index(row, inbox::columnIndex(column)));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(window.table(), &event);
    const auto *actions = window.page->findChild<widgets::ConversationActions *>();
    return actions && actions->isVisible() ? actions->findChild<QMenu *>() : nullptr;
}

void closeMenu(const Window &window)
{
    window.page->findChild<widgets::ConversationActions *>()->close();
}

// Everything that the menu offers for the cell.
QStringList offers(const Window &window, int row, QLatin1String column)
{
    QStringList texts;
    if (const QMenu *menu = openMenu(window, row, column))
        for (const QAction *action : menu->actions())
            texts.append(support::textOf(*action));
    closeMenu(window);
    return texts;
}

void choose(const Window &window, int row, QLatin1String column, const QString &text)
{
    QMenu *menu = openMenu(window, row, column);
    QVERIFY(menu);
    support::choose(*menu, text);
    closeMenu(window);
}

} // namespace

// What the window does with what is loaded: search, states, order.
class TestSearch : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedWorld> m_scripted;
    std::unique_ptr<Window> m_window;

    void open(const QByteArray &body)
    {
        m_scripted->server.says(body);
        m_window = std::make_unique<Window>(m_scripted->client, m_scripted->clock, m_settingsFile);
        QTRY_VERIFY(m_window->rests() && isArranged(*m_window));
    }

    QByteArray threePeople()
    {
        return page({named(1, u"Ana Lopes"_s, 3), named(2, u"José Garcia"_s, 2),
                     named(3, u"Zoë Kim"_s, 1, {{u"assignedTo"_s, QJsonValue()}})});
    }

private Q_SLOTS:
    void init() // hides that of the window's tests, which it calls
    {
        WindowTest::init();
        m_scripted = std::make_unique<support::ScriptedWorld>();
    }

    void cleanup()
    {
        m_window.reset();
        m_scripted.reset();
    }

    void typingNarrowsAndSaysOfHowMany()
    {
        open(threePeople());
        QTest::keyClick(m_window->widget.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search(*m_window)->hasFocus());
        m_window->select(1);
        QTest::keyClicks(search(*m_window), u"JOSE gar"_s);
        QTRY_COMPARE(m_window->shownIds(), QStringList{u"CN2"_s});
        QTRY_VERIFY(m_window->texts().contains(u"1 of 3"));
        QCOMPARE(m_window->table()->selectedRow()->id(), u"CN2"_s);
        QTest::keyClicks(search(*m_window), u"xx"_s);
        QTRY_COMPARE(m_window->shownIds(), QStringList());
        QTRY_VERIFY(m_window->texts().contains(u"No conversations match"));
        QTest::keyClick(search(*m_window), Qt::Key_Escape);
        QTRY_COMPARE(m_window->shownIds().size(), 3);
        QCOMPARE(m_window->table()->selectedRow()->id(), u"CN2"_s); // it is back
        QTest::keyClick(search(*m_window), Qt::Key_Down);
        QVERIFY(m_window->table()->hasFocus());
        QCOMPARE(m_scripted->server.requests().size(), 1); // nothing was asked for
    }

    void aSearchWithoutTheNamesOfContactsIsNotCalledComplete_data()
    {
        QTest::addColumn<bool>("isOff");
        QTest::newRow("switched off") << true;
        QTest::newRow("still being read") << false;
    }

    void aSearchWithoutTheNamesOfContactsIsNotCalledComplete()
    {
        QFETCH(bool, isOff);
        open(threePeople());
        auto *status = m_window->find<QLabel>("Completeness");
        QVERIFY(status);
        const QString sentence =
            isOff ? u"they’re off in the workspace menu."_s : u"Contact names are still loading"_s;
        m_window->session.setContactsProblem(isOff ? quo::ContactsProblem(quo::ContactsOff())
                                                   : quo::ContactsAwaited());
        QCOMPARE(support::undated(status->text()), u"All 3"_s); // nothing is looked for
        search(*m_window)->setText(u"is:unassigned"_s);
        QTRY_COMPARE(support::undated(status->text()), u"1 of 3"_s); // in no name
        search(*m_window)->setText(u"zoe"_s);
        QTRY_COMPARE(support::undated(status->text()),
                     u"1 of 3, incomplete: contact names not searched"_s);
        QVERIFY(status->toolTip().contains(sentence));
        QVERIFY(!m_window->texts().contains(sentence)); // no trouble
        search(*m_window)->setText(u"nobody"_s);
        QTRY_VERIFY(m_window->texts().contains(u"No conversations match"));
        QVERIFY(m_window->texts().contains(sentence));
        m_window->session.setContactsProblem({});
        QCOMPARE(support::undated(status->text()), u"0 of 3"_s);
        QVERIFY(!m_window->texts().contains(sentence));
    }

    void whereMoreExistItIsSaidTooThatContactsAreNotSearched()
    {
        m_scripted->server.says(page({named(1, u"Zoë Kim"_s, 1)}, u"more"_s)); // and silence
        m_window = std::make_unique<Window>(m_scripted->client, m_scripted->clock, m_settingsFile);
        QTRY_COMPARE(m_window->shownIds().size(), 1);
        m_window->session.setContactsProblem(quo::ContactsOff());
        search(*m_window)->setText(u"zoe"_s);
        QTRY_VERIFY(m_window->textOf("Completeness").contains(u"contact names not searched"));
        m_window->session.stop();
        QTRY_VERIFY(m_window->find<QLabel>("Completeness")->toolTip().contains(u"ontact names"));
    }

    void proposalsCompleteAConditionByKeyboard()
    {
        open(threePeople());
        QLineEdit *field = search(*m_window);
        field->setFocus();
        QTest::keyClicks(field, u"ana is:una"_s);
        auto *popup = m_window->page->findChild<QCompleter *>()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(field->text(), u"ana is:unassigned"_s);
        QTRY_COMPARE(m_window->shownIds(), QStringList());
        field->setText(u"is:asleep"_s);
        QTRY_VERIFY(field->accessibleDescription().contains(u"“asleep” isn’t a state"));
        QTRY_VERIFY(isArranged(*m_window));
        QCOMPARE(m_window->shownIds(), QStringList()); // of the last one that was understood
    }

    void whatIsNotUnderstoodKeepsTheListAsItIs()
    {
        open(threePeople());
        QLineEdit *field = search(*m_window);
        field->setText(u"ana"_s);
        QTRY_COMPARE(m_window->shownIds(), QStringList{u"CN1"_s});
        field->setText(u"ana is:asleep"_s);
        QTRY_VERIFY(field->accessibleDescription().contains(u"“asleep” isn’t a state"));
        QTRY_VERIFY(isArranged(*m_window));
        QCOMPARE(m_window->shownIds(), QStringList{u"CN1"_s});
        // Sorting goes on, and so does what is understood again.
        field->setText(u"is:asleep before:3w"_s);
        QTRY_VERIFY(isArranged(*m_window));
        QCOMPARE(m_window->shownIds(), QStringList{u"CN1"_s});
        field->setText(u"newer:1000y -ana"_s);
        QCOMPARE(field->accessibleDescription(), QString());
        QTRY_COMPARE(m_window->shownIds().size(), 2);
        field->setText(u"before:1000y -ana"_s);
        QTRY_COMPARE(m_window->shownIds(), QStringList());
    }

    void aViewThatIsNotUnderstoodShowsWhatIsUnderstoodOfIt()
    {
        open(threePeople());
        search(*m_window)->setText(u"ana"_s);
        QTRY_COMPARE(m_window->shownIds(), QStringList{u"CN1"_s});
        workspace::View view = m_window->state.shown();
        view.id = u"other"_s;
        view.search = u"is:asleep -ana"_s;
        m_window->state.open(view);
        QTRY_COMPARE(m_window->shownIds().size(), 2); // and not what was shown of another view
    }

    void theUsersOwnAreFoundOnceTheyHaveSaidWhoTheyAre()
    {
        open(threePeople());
        QLineEdit *field = search(*m_window);
        field->setText(u"-is:mine"_s);
        QTRY_VERIFY(!field->accessibleDescription().isEmpty());
        QTRY_VERIFY(isArranged(*m_window));
        QCOMPARE(m_window->shownIds().size(), 3);
        const quo::Conversation assigned =
            m_window->session.model().rowWithId(u"CN1"_s)->toConversation();
        QVERIFY(assigned.assignedTo);
        field->setText(u"is:mine"_s);
        m_window->names.setMe(*assigned.assignedTo);
        QCOMPARE(field->accessibleDescription(), QString());
        QTRY_VERIFY(isArranged(*m_window));
        QVERIFY(m_window->shownIds().contains(u"CN1"_s));
        QCOMPARE(m_window->settings.me(), *assigned.assignedTo);
    }

    void whatIsJustBeingTypedIsNoProblemYet()
    {
        open(threePeople());
        QLineEdit *field = search(*m_window);
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"is:unassi"_s);
        QCOMPARE(field->accessibleDescription(), QString());
        QTRY_VERIFY(isArranged(*m_window));
        QCOMPARE(m_window->shownIds().size(), 3); // and no filter
        QVERIFY(!m_window->texts().contains(u"match"));
        QTest::keyClicks(field, u" ana"_s);
        QTRY_VERIFY(field->accessibleDescription().contains(u"“is:unassi” isn’t finished"));
        QTRY_VERIFY(isArranged(*m_window));
        QCOMPARE(m_window->shownIds().size(), 3); // still, until it is
        field->setText(u"to:"_s);
        QCOMPARE(field->accessibleDescription(), QString());
        m_window->table()->setFocus();
        QTRY_VERIFY(field->accessibleDescription().contains(u"“to:” isn’t finished"));
        QTRY_COMPARE(m_window->shownIds().size(), 3);
    }

    void aSearchIsNoLongerThanAViewCanHold()
    {
        open(threePeople());
        QGuiApplication::clipboard()->setText(u"ana "_s.repeated(400));
        search(*m_window)->setFocus();
        QTest::keyClick(search(*m_window), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(search(*m_window)->text().startsWith(u"ana ana"));
        QTest::keyClick(m_window->widget.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m_window->settings.views().size(), 1);
    }

    void whereNothingMatchesMoreIsReadUntilSomethingDoes()
    {
        m_scripted->server.says(page({named(1, u"Ana"_s, 1)}, u"a"_s));
        m_scripted->server.says(page({named(2, u"Ben"_s, 2)}, u"b"_s));
        m_window = std::make_unique<Window>(m_scripted->client, m_scripted->clock, m_settingsFile);
        QTRY_COMPARE(m_window->shownIds().size(), 2);
        search(*m_window)->setText(u"zoe"_s);
        QTRY_VERIFY(m_window->texts().contains(u"Still searching…"));
        QTRY_COMPARE(m_scripted->server.requests().size(), 3); // and silence
        m_window->click("Stop");
        QTRY_VERIFY(m_window->texts().contains(u"Searched only the first 2"));
        QCOMPARE(m_scripted->server.requests().size(), 3);
        m_scripted->server.says(page({named(3, u"Cleo"_s, 3)}, u"c"_s));
        m_scripted->server.says(page({named(4, u"Zoë"_s, 4)}));
        // Nothing has changed meanwhile, and no page lacks any.
        m_scripted->server.setFallback([](const auto &request) {
            return request.query().contains("updatedAfter")
                       ? page({})
                       : page({named(4, u"Zoë"_s, 4), named(3, u"Cleo"_s, 3), named(2, u"Ben"_s, 2),
                               named(1, u"Ana"_s, 1)});
        });
        m_window->click("Try again");
        QTRY_COMPARE(m_window->shownIds(), QStringList{u"CN4"_s});
        QTRY_VERIFY(m_window->texts().contains(u"1 of 4"));
    }

    void headersSortAndShiftAddsAColumn()
    {
        open(page({named(1, u"Ben"_s, 1), named(2, u"ana"_s, 2), named(3, u"Ben"_s, 3),
                   named(4, u"Zoë 10"_s, 4), named(5, u"zoe 9"_s, 5)}));
        QCOMPARE(m_window->shownIds(),
                 (QStringList{u"CN5"_s, u"CN4"_s, u"CN3"_s, u"CN2"_s, u"CN1"_s}));
        QHeaderView &header = *m_window->table()->horizontalHeader();
        const auto click = [&header](QLatin1String column, Qt::KeyboardModifiers modifiers = {}) {
            const int section = inbox::columnIndex(column);
            QTest::mouseClick(header.viewport(), Qt::LeftButton, modifiers,
                              {header.sectionViewportPosition(section) + 20, 8});
        };
        m_window->select(0); // CN5
        click(QLatin1String("name"));
        QTRY_COMPARE(m_window->shownIds(),
                     (QStringList{u"CN2"_s, u"CN1"_s, u"CN3"_s, u"CN5"_s, u"CN4"_s}));
        QCOMPARE(m_window->table()->selectedRow()->id(), u"CN5"_s);
        QCOMPARE(header.model()
                     ->headerData(inbox::columnIndex(u"name"), Qt::Horizontal, Qt::DisplayRole)
                     .toString(),
                 u"Conversation ▴"_s);
        click(QLatin1String("lastActivityAt"), Qt::ShiftModifier);
        QTRY_COMPARE(m_window->shownIds(),
                     (QStringList{u"CN2"_s, u"CN3"_s, u"CN1"_s, u"CN5"_s, u"CN4"_s}));
        click(QLatin1String("name"));
        QTRY_COMPARE(m_window->shownIds().first(), u"CN4"_s);
        m_window.reset(); // and it is remembered
        open(page({named(1, u"Ben"_s, 9), named(4, u"Zoë 10"_s, 4)}));
        QCOMPARE(m_window->shownIds(), (QStringList{u"CN4"_s, u"CN1"_s}));
    }

    void anotherOrderAndASearchBeginAtTheTop()
    {
        QList<QJsonObject> rows;
        for (int i = 1; i < 60; ++i)
            rows.append(named(i, u"Row %1"_s.arg(i), 60 - i));
        open(page(rows));
        auto &table = *m_window->table();
        m_window->select(30);
        const QString selected = table.selectedRow()->id();
        QScrollBar &bar = *table.verticalScrollBar();
        bar.setValue(400);
        Q_EMIT table.sortRequested({{inbox::columnIndex(u"name"), true}});
        QTRY_COMPARE(m_window->shownIds().first(), u"CN59"_s);
        QTRY_COMPARE(bar.value(), 0);
        QCOMPARE(table.selectedRow()->id(), selected);
        bar.setValue(400);
        search(*m_window)->setText(u"row"_s);
        QTRY_COMPARE(bar.value(), 0);
        QCOMPARE(table.selectedRow()->id(), selected);
    }

    void aCellAddsItselfToTheSearch()
    {
        open(page({named(1, u"Ana Lopes"_s, 3, {{u"snoozedUntil"_s, u"2026-06-01T12:00:00Z"_s}}),
                   named(2, u"José"_s, 2), named(3, u"Zoë"_s, 1)}));
        QCOMPARE(offers(*m_window, 0, QLatin1String("name")).first(2),
                 (QStringList{u"Only ‘Ana Lopes’"_s, u"Not ‘Ana Lopes’"_s}));
        choose(*m_window, 0, QLatin1String("name"), u"Not ‘Ana Lopes’"_s);
        QCOMPARE(m_window->state.shown().search, u"-name:\"Ana Lopes\""_s);
        QVERIFY(m_window->find<QAbstractButton>("Filter Conversation: not Ana Lopes"));
        QTRY_COMPARE(m_window->shownIds(), (QStringList{u"CN2"_s, u"CN3"_s}));
        const QStringList days = offers(*m_window, 0, QLatin1String("lastActivityAt"));
        QVERIFY(!days.isEmpty());
        choose(*m_window, 0, QLatin1String("lastActivityAt"), days.first());
        QTRY_COMPARE(m_window->shownIds(), QStringList{u"CN3"_s});
        m_window->click("Clear filters and search");
        QTRY_COMPARE(m_window->shownIds().size(), 3);
        choose(*m_window, 1, QLatin1String("snoozedUntil"), u"Only empty ones"_s);
        QTRY_COMPARE(m_window->shownIds(), (QStringList{u"CN2"_s, u"CN3"_s}));
    }

    void whatComesAboveIsSaidAndMovesNothing()
    {
        QList<QJsonObject> rows;
        for (int i = 1; i < 60; ++i)
            rows.append(named(i, u"Row"_s, 60 - i));
        open(page(rows));
        auto &table = *m_window->table();
        table.verticalScrollBar()->setValue(400);
        const int top = table.rowAt(0);
        const QString reading = m_window->session.model().rowAt(top)->id();
        const int offset = table.rowViewportPosition(top);
        QJsonObject old = named(91, u"Old"_s, 59);
        old[u"lastActivityAt"_s] = u"2026-06-02T12:00:00Z"_s;
        m_scripted->server.says(page({named(90, u"New"_s, 59), named(50, u"Row"_s, 59), old}));
        QTest::keyClick(m_window->widget.get(), Qt::Key_F5);
        QTRY_COMPARE(m_window->session.status().loaded, 61);
        auto *above =
            m_window->table()->findChild<widgets::NewsButton *>()->findChild<QPushButton *>();
        QVERIFY(above);
        QTRY_VERIFY(above->isVisible());
        QCOMPARE(above->text(), u"2 new"_s);
        QCOMPARE(m_window->session.model().rowAt(table.rowAt(0))->id(), reading);
        QCOMPARE(table.rowViewportPosition(table.rowAt(0)), offset);
        QTest::mouseClick(above, Qt::LeftButton);
        QVERIFY(!above->isVisible());
        QCOMPARE(table.verticalScrollBar()->value(), 0);
        // Who reads at the top sees what comes.
        m_scripted->server.says(page({named(92, u"New"_s, 59)}));
        QTest::keyClick(m_window->widget.get(), Qt::Key_F5);
        QTRY_COMPARE(m_window->session.status().loaded, 62);
        QCOMPARE(table.verticalScrollBar()->value(), 0);
        QVERIFY(!above->isVisible());
    }

    void theFirstColumnStaysWhileTheOthersScroll()
    {
        QList<QJsonObject> rows;
        for (int i = 1; i < 60; ++i)
            rows.append(named(i, u"Row %1"_s.arg(i), 60 - i));
        open(page(rows));
        auto &table = *m_window->table();
        QHeaderView &header = *table.horizontalHeader();
        header.moveSection(header.visualIndex(inbox::columnIndex(u"name")), 0);
        for (int section = 0; section < header.count(); ++section)
            header.resizeSection(section, 300);
        table.setFirstColumnFrozen(true);
        const auto *frozen = m_window->find<QTableView>("First column");
        QVERIFY(frozen->isVisible());
        QCOMPARE(frozen->columnWidth(inbox::columnIndex(u"name")), 300);
        table.horizontalScrollBar()->setValue(500);
        table.verticalScrollBar()->setValue(200);
        QCOMPARE(frozen->verticalScrollBar()->value(), 200);
        QCOMPARE(frozen->geometry().left(), table.viewport()->geometry().left());
        // A click in it selects the row of the table.
        const QModelIndex index = frozen->indexAt({40, 100});
        QCOMPARE(index.row(), table.rowAt(100));
        QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, {40, 100});
        QCOMPARE(table.selectedRow()->id(), m_window->session.model().rowAt(index.row())->id());
        header.resizeSection(inbox::columnIndex(u"name"), 200);
        QCOMPARE(frozen->width(), 200);
        table.setFirstColumnFrozen(false);
        QVERIFY(!table.findChild<QTableView *>());
    }

    void theDesktopIsToldOfChosenLinesOnly()
    {
        const auto rows = [](const QJsonValue &assignedTo, int minute) {
            QJsonObject there{{u"assignedTo"_s, assignedTo}, {u"phoneNumberId"_s, u"PN2"_s}};
            return QList<QJsonObject>{named(1, u"<b>Ana</b>"_s, minute, there),
                                      named(2, u"Ben"_s, minute, {{u"assignedTo"_s, assignedTo}})};
        };
        open(page(rows(u"US1"_s, 1)));
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Sales"_s, {}},
                            {u"PN2"_s, u"+14155550101"_s, u"Support"_s, {}}});
        m_window->names.setDirectory(directory);
        const auto refresh = [&](const QByteArray &body) {
            const qsizetype asked = m_scripted->server.requests().size();
            m_scripted->server.says(body);
            QTest::keyClick(m_window->widget.get(), Qt::Key_F5);
            QTRY_COMPARE(m_scripted->server.requests().size(), asked + 1);
            QTRY_VERIFY(m_window->rests());
        };
        refresh(page(rows(QJsonValue(), 2)));
        QCOMPARE(m_window->notifications.size(), 0); // off at first
        auto *menu = m_window->page->findChild<widgets::WatchMenu *>();
        QVERIFY(menu);
        support::choose(*menu, u"Support"_s);
        m_window->widget->activateWindow(); // which no window manager does here
        QTRY_COMPARE(QApplication::activeWindow(), m_window->widget.get());
        refresh(page(rows(u"US1"_s, 3)));
        QCOMPARE(m_window->notifications.size(), 0);
        refresh(page(rows(QJsonValue(), 4)));
        QCOMPARE(m_window->notifications.size(), 1);
        QCOMPARE(m_window->notifications[0].title, u"<b>Ana</b>"_s);
        QCOMPARE(m_window->notifications[0].text, u"Unassigned · Support"_s);
        m_window->select(1);
        m_window->notifications[0].activated();
        QCOMPARE(m_window->table()->selectedRow()->id(), u"CN1"_s);
        QCOMPARE(m_window->settings.watchedLines(), QStringList{u"PN2"_s});
    }

    void noNetworkIsAState()
    {
        open(threePeople());
        m_scripted->server.goAway();
        QTest::keyClick(m_window->widget.get(), Qt::Key_F5);
        QTRY_VERIFY(m_window->texts().contains(u"Offline since"));
        QVERIFY(!m_window->texts().contains(u"refresh. "));
        QCOMPARE(m_window->shownIds().size(), 3);
        search(*m_window)->setText(u"ana"_s); // what is loaded stays usable
        QTRY_COMPARE(m_window->shownIds().size(), 1);
        m_scripted->server.comeBack();
        m_scripted->server.setFallback([](const auto &) { return page({}); });
        QTest::keyClick(m_window->widget.get(), Qt::Key_F5);
        QTRY_VERIFY(!m_window->texts().contains(u"Offline since"));
    }
};

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
