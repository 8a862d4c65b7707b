// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/manualclock.h"
#include "support/menu.h"
#include "support/texts.h"
#include "support/window.h"
#include "support/windowtest.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using support::Window;

namespace {

QJsonObject with(const QString &id, const QJsonValue &assignedTo, const QStringList &participants,
                 const QString &line = u"PN1"_s)
{
    return support::conversation(id, {{u"assignedTo"_s, assignedTo},
                                      {u"participants"_s, QJsonArray::fromStringList(participants)},
                                      {u"phoneNumberId"_s, line},
                                      {u"name"_s, QJsonValue()}});
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

QMenu *actionsMenu(const Window &window)
{
    const auto *button = window.find<QToolButton>("More actions");
    return button ? button->menu() : nullptr;
}

// Chooses from the menu of what is selected, as it opens over the list.
void choose(const Window &window, const QString &text)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(window.table(), &event);
    QMenu *menu = actionsMenu(window);
    QVERIFY(menu && menu->isVisible());
    support::choose(*menu, text);
}

// 'By line | Support 2 | …', as it stands.
QString summary(const Window &window)
{
    const auto *tree = window.find<QTreeWidget>("Selected conversations, summed up");
    if (!tree || !tree->isVisible())
        return {};
    QStringList all;
    for (int group = 0; group < tree->topLevelItemCount(); ++group) {
        const QTreeWidgetItem *top = tree->topLevelItem(group);
        all.append(top->text(0));
        for (int i = 0; i < top->childCount(); ++i)
            all.append(top->child(i)->text(0) + u' ' + top->child(i)->text(1));
    }
    return all.join(u" | "_s);
}

} // namespace

class TestDetails : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsSaidAtItsEdges_data()
    {
        QTest::addColumn<QJsonValue>("until");
        QTest::addColumn<QString>("snooze");
        QTest::addColumn<QString>("mute");
        const auto row = [](const char *name, const QJsonValue &until, const QString &snooze,
                            const QString &mute) {
            QTest::newRow(name) << until << snooze << mute;
        };
        row("null", QJsonValue(), u"Off"_s, u"Off"_s);
        row("a second ago", u"2026-06-02T11:59:59Z"_s, u"Ended 11:59 AM"_s, u"Off"_s);
        row("now", u"2026-06-02T12:00:00Z"_s, u"Ended 12:00 PM"_s, u"Off"_s);
        row("in a second", u"2026-06-02T12:00:01Z"_s, u"Until 12:00 PM"_s, u"Until 12:00 PM"_s);
        row("in two hours", u"2026-06-02T14:00:00Z"_s, u"Until 2:00 PM"_s, u"Until 2:00 PM"_s);
        row("in the year 9999", u"9999-12-31T23:59:59.999Z"_s, u"Indefinitely"_s, u"On"_s);
    }

    void everyStateIsSaidAtItsEdges()
    {
        QFETCH(QJsonValue, until);
        support::ScriptedWorld world;
        world.server.says(support::page({support::conversation(
            u"CN1"_s, {{u"snoozedUntil"_s, until}, {u"mutedUntil"_s, until}})}));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(0);
        QTEST(support::plainSpaces(window.textOf("Snooze")), "snooze");
        QTEST(support::plainSpaces(window.textOf("Mute")), "mute");
    }

    void whatIsDeletedIsSaid()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(
            {support::conversation(u"CN1"_s, {{u"deletedAt"_s, u"2026-06-01T12:00:00Z"_s}}),
             support::conversation(u"CN2"_s)}));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(0);
        QVERIFY(window.texts().contains(u"Yesterday, 12:00"));
        window.select(1);
        QVERIFY(!window.texts().contains(u"Yesterday, 12:00"));
    }

    void theWordsChangeWhenASnoozeEnds()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(
            {support::conversation(u"CN1"_s, {{u"snoozedUntil"_s, u"2026-06-02T12:00:01Z"_s}})}));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T10:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(0);
        const auto *snooze = window.find<QLabel>("Snooze");
        QVERIFY(snooze);
        QCOMPARE(support::plainSpaces(snooze->text()), u"Until 12:00 PM"_s);
        clock.advance(std::chrono::hours(2));
        window.session.model().announceTimePassed();
        QCOMPARE(support::plainSpaces(snooze->text()), u"Until 12:00 PM"_s);
        clock.advance(std::chrono::seconds(1)); // and by itself
        QCOMPARE(support::plainSpaces(snooze->text()), u"Ended 12:00 PM"_s);
        QCOMPARE(world.server.requests().size(), 1);
    }

    void peopleAreNamedWithPlaceAndTime()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(
            {with(u"CN1"_s, {}, {u"+14155550100"_s, u"+493012345678"_s, u"+12125550101"_s})}));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T19:40:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Support"_s, {}}});
        window.names.setDirectory(directory);
        window.select(0);
        const auto about = [&](const char *name) {
            return support::plainSpaces(window.textOf(name));
        };
        QCOMPARE(about("About +49 30 12345678"), u"Berlin, Germany, 9:40 PM there"_s);
        QCOMPARE(about("About (212) 555-0101"), u"New York, 3:40 PM there"_s);
        QCOMPARE(about("About Support"), u"(415) 555-0100 · own line"_s);
        // It goes on with the clock, and the name comes when the contacts do.
        clock.advance(std::chrono::minutes(5));
        window.session.model().announceTimePassed();
        QCOMPARE(about("About +49 30 12345678"), u"Berlin, Germany, 9:45 PM there"_s);
        quo::ContactIndex contacts;
        contacts.add(quo::Contact{u"Ana"_s, u"Lopes"_s, u"Acme"_s, {u"+493012345678"_s}});
        window.names.setContacts(contacts);
        QCOMPARE(about("About Ana Lopes (Acme)"),
                 u"+49 30 12345678 · Berlin, Germany, 9:45 PM there"_s);
        window.click("Copy: +49 30 12345678");
        QCOMPARE(clipboard(), u"+493012345678"_s);
    }

    void conversationsWithANumberAreListedToGoTo()
    {
        support::ScriptedWorld world;
        world.server.says(support::page({with(u"CN1"_s, {}, {u"+12125550101"_s}),
                                         with(u"CN2"_s, {}, {u"+12125550102"_s}),
                                         with(u"CN3"_s, {}, {u"+12125550102"_s, u"+12125550101"_s}),
                                         with(u"CN4"_s, {}, {u"+121255501"_s})}));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(0);
        window.click("Other conversations with these people");
        QTRY_COMPARE(window.textOf("What they have in common"),
                     u"Conversations with (212) 555-0101\n2 of 4 in the list"_s);
        auto *field = window.find<QLineEdit>("Conversation");
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QCOMPARE(window.table()->selectedRow()->id(), u"CN3"_s);
        QVERIFY(window.table()->hasFocus());
    }

    void sameParticipantsMeansAllOfThemInAnyOrder()
    {
        support::ScriptedWorld world;
        const QString own = u"+14155550100"_s;
        const QString ana = u"+12125550101"_s;
        const QString ben = u"+12125550102"_s;
        world.server.says(support::page({with(u"CN1"_s, {}, {ana, ben}), with(u"CN2"_s, {}, {ana}),
                                         with(u"CN3"_s, {}, {ben, own, ana}, u"PN2"_s),
                                         with(u"CN4"_s, {}, {own})}));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, own, u"Support"_s, {}}});
        window.names.setDirectory(directory);
        window.select(0);
        choose(window, u"Same participants"_s);
        QTRY_COMPARE(
            window.textOf("What they have in common"),
            u"Conversations with just (212) 555-0101, (212) 555-0102\n2 of 4 in the list"_s);
        auto *list = window.find<QListView>("Conversation to choose from");
        QVERIFY(list);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
        QCOMPARE(window.table()->selectedRow()->id(), u"CN3"_s);
    }

    void severalRowsAreSummedUp()
    {
        support::ScriptedWorld world;
        QJsonObject snoozed = with(u"CN4"_s, u"US1"_s, {u"+12125550104"_s}, u"PN2"_s);
        snoozed.insert(u"snoozedUntil"_s, u"2026-06-02T12:00:01Z"_s);
        world.server.says(support::page({with(u"CN1"_s, u"US1"_s, {u"+12125550101"_s}),
                                         with(u"CN2"_s, {}, {u"+12125550102"_s}),
                                         with(u"CN3"_s, u"SYU1"_s, {u"+12125550103"_s}), snoozed}));
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        constexpr quo::milliseconds noTime{0}; // all that changes at once is summed up once
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QTest::keyClick(window.table(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(summary(window), QString());
        QTest::keyClick(window.table(), Qt::Key_A, Qt::ControlModifier);
        const auto *title = window.find<QLabel>("Selected conversation");
        QVERIFY(title);
        clock.advance(noTime);
        QCOMPARE(title->text(), u"4 conversations selected"_s);
        QCOMPARE(
            summary(window),
            u"By line | PN1 3 | PN2 1 | By assignee | US1 2 | Quo (automatic) 1 | Unassigned 1 | "
            "By state | None of these 2 | Snoozed 1 | Unassigned 1"_s);
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Support"_s, {}}});
        directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}}});
        window.names.setDirectory(directory);
        clock.advance(noTime);
        QVERIFY(summary(window).contains(u"Support 3"));
        QVERIFY(summary(window).contains(u"Dana Kim 2"));
        clock.advance(std::chrono::seconds(1));
        QTRY_VERIFY(summary(window).contains(u"Snooze ended 1"));
        // One less, and then the details of one again.
        const auto click = [&](int row) {
            QTest::mouseClick(
                window.table()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                window.table()
                    ->visualRect(window.session.model().index(row, inbox::columnIndex(u"name")))
                    .center());
        };
        click(0);
        clock.advance(noTime);
        QCOMPARE(title->text(), u"3 conversations selected"_s);
        click(1);
        click(2);
        QTRY_COMPARE(title->text(), u"(212) 555-0104"_s);
        QCOMPARE(summary(window), QString());
        click(3);
        QTRY_VERIFY(window.texts().contains(u"Select a conversation"));
    }

    void severalRowsStaySelectedOverARefresh()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 5));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(1);
        QTest::keyClick(window.table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(window.table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(window.selectedRows(), (QList<int>{1, 2, 3}));
        // One of them is gone, and others stand before the rest.
        world.server.says(
            support::page({support::conversation(u"CN9"_s), support::conversation(u"CN4"_s),
                           support::conversation(u"CN1"_s), support::conversation(u"CN2"_s)}));
        QTest::keyClick(window.table(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_COMPARE(window.shownIds().size(), 4);
        QStringList selected;
        for (const int row : window.selectedRows())
            selected.append(window.shownIds().at(row));
        selected.sort();
        QCOMPARE(selected, (QStringList{u"CN2"_s, u"CN4"_s}));
        QTRY_COMPARE(window.textOf("Selected conversation"), u"2 conversations selected"_s);
    }

    void rowsAreCopiedAsTableAndAsJson()
    {
        support::ScriptedWorld world;
        QJsonObject first = with(u"CN1"_s, u"US1"_s, {u"+12125550101"_s, u"+12125550102"_s});
        first.insert(u"name"_s, u"Tab\t<b>here"_s);
        const QJsonObject second = with(u"CN2"_s, {}, {u"+12125550102"_s});
        world.server.says(support::page({first, second}));
        Window window(world.client, world.clock, m_settingsFile, support::newYork());
        QTRY_VERIFY(window.rests());
        QHeaderView &header = *window.table()->horizontalHeader();
        for (const char *column : {"state", "phoneNumberId", "snoozedUntil", "assignedTo"})
            header.hideSection(inbox::columnIndex(QLatin1String(column)));
        header.showSection(inbox::columnIndex(u"participants"));
        header.moveSection(header.visualIndex(inbox::columnIndex(u"lastActivityAt")), 0);
        QGuiApplication::clipboard()->setText(u"before"_s);
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard(), u"before"_s); // nothing is selected
        window.table()->selectAll();
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard(),
                 u"2026-01-01T19:00:00.000-05:00\tTab <b>here\t(212) 555-0101; (212) 555-0102\n"
                 "2026-01-01T19:00:00.000-05:00\t(212) 555-0102\t(212) 555-0102\n"_s);
        // A name is text there, too.
        QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(
            u"<td>Tab &lt;b&gt;here</td><td>(212) 555-0101; (212) 555-0102</td></tr>"));
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QJsonArray copied = QJsonDocument::fromJson(clipboard().toUtf8()).array();
        QCOMPARE(copied, (QJsonArray{first, second})); // all fields, nulls and milliseconds too
        window.select(1);
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QJsonDocument::fromJson(clipboard().toUtf8()).object(), second);
    }

    void idsAndNumbersAreCopiedOnce()
    {
        support::ScriptedWorld world;
        world.server.says(support::page({with(u"CN1"_s, {}, {u"+12125550101"_s, u"+12125550102"_s}),
                                         with(u"CN2"_s, {}, {u"+12125550102"_s})}));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.table()->selectAll();
        choose(window, u"Copy ID"_s);
        QCOMPARE(clipboard(), u"CN1\nCN2"_s);
        choose(window, u"Copy number"_s);
        QCOMPARE(clipboard(), u"+12125550101\n+12125550102"_s);
    }

    void aConversationOpensInQuo()
    {
        support::ScriptedWorld world;
        world.server.says(
            support::page({with(u"CN/1"_s, {}, {u"+12125550101"_s}), with(u"CN2"_s, {}, {})}));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(0);
        support::LinkCatcher links;
        QTest::keyClick(window.table(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(links.opened.toEncoded(), "https://my.quo.com/inbox/PN1/c/CN%2F1");
        links.opened.clear();
        window.table()->selectAll();
        QTest::keyClick(window.table(), Qt::Key_O, Qt::ControlModifier);
        QVERIFY(links.opened.isEmpty());
    }

    void theServerFiltersByWhatIsSelected()
    {
        support::DemoWorld world(1000); // some of each line and teammate
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        Window window(*world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        int row = 0;
        while (!window.session.model().rowAt(row)->assignedTo().value_or(u""_s).startsWith(u"US"))
            ++row;
        const auto chosen = window.session.model().rowAt(row)->toConversation();
        window.select(row);
        choose(window, u"Filter by line: "_s + chosen.phoneNumberId);
        clock.advance(support::anyRest);
        QTRY_VERIFY(
            world.queries().last().contains("phoneNumbers=" + chosen.phoneNumberId.toLatin1()));
        QTRY_VERIFY(window.rests());
        QTRY_COMPARE(window.selectedRows().size(), 1); // the same one
        choose(window, u"Filter by teammate: "_s + *chosen.assignedTo);
        clock.advance(support::anyRest);
        QTRY_VERIFY(world.queries().last().contains("userId=" + chosen.assignedTo->toLatin1()));
        QTRY_VERIFY(window.rests());
        // What cannot be meant is not offered.
        row = 0;
        while (window.session.model().rowAt(row) && window.session.model().rowAt(row)->assignedTo())
            ++row;
        QVERIFY(window.session.model().rowAt(row));
        window.select(row);
        QMenu *menu = actionsMenu(window);
        QVERIFY(menu);
        menu->popup(QPoint());
        const QAction *teammate = support::entryOf(*menu, u"Filter by teammate"_s);
        QVERIFY(teammate);
        QCOMPARE(teammate->text(), u"Filter by &teammate"_s); // names nobody
        QVERIFY(!teammate->isEnabled());
        menu->close();
    }

    void aClickOnAHeaderSelectsNothing()
    {
        support::DemoWorld world(20);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QTest::mouseClick(window.table()->horizontalHeader()->viewport(), Qt::LeftButton, {},
                          {100, 5});
        QVERIFY(!window.table()->rowSelection().hasSelection());
    }
};

QTEST_MAIN(TestDetails)
#include "tst_details.moc"
