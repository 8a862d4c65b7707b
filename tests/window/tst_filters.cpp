// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/qtcompat.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/texts.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/pickermodel.h"
#include "words/choicewords.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;
using support::Window;

namespace {

QByteArray decoded(const QByteArray &query)
{
    return QByteArray::fromPercentEncoding(query);
}

QModelIndex rowWith(const QListView *list, const QString &id)
{
    return list->model()
        ->match(list->model()->index(0, 0), widgets::PickerModel::IdRole, id)
        .value(0);
}

// What the window asks for, whether the server has to be asked or not.
QByteArray wanted(const Window &window)
{
    return decoded(window.session.query().encoded(quo::ArrayStyle::Plain));
}

void type(QLineEdit *edit, const QString &text)
{
    edit->selectAll();
    QTest::keyClicks(edit, text);
    Q_EMIT edit->editingFinished(); // as when it loses the focus
}

// A preset of the popover that has this end of a range.
QAbstractButton *preset(const Window &window, const char *end, const char *name)
{
    const QList<QAbstractButton *> buttons =
        window.find<QLineEdit>(end)->window()->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        if (button->accessibleName() == QString::fromUtf8(name))
            return button;
    return nullptr;
}

} // namespace

class TestFilters : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void tenChangesInASecondEndWithTheLastOnesRows()
    {
        support::DemoWorld world(800, 30);
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        Window window(*world.client, clock, m_settingsFile);
        QTRY_VERIFY(!world.queries().isEmpty());
        auto *lines = window.find<QLineEdit>("Line");
        QVERIFY(lines);
        auto *listed = window.find<QListView>("Line to choose from");
        QVERIFY(listed);
        auto *inactive = window.find<QAbstractButton>("Active only");
        QVERIFY(inactive);
        for (int i = 0; i < 5; ++i) {
            lines->setText(world.workspace.lines.at(i).id);
            QTest::keyClick(lines, Qt::Key_Return);
            clock.advance(quo::milliseconds(90));
            QTest::mouseClick(inactive, Qt::LeftButton);
            clock.advance(quo::milliseconds(90));
        }
        // Four of the five lines are taken out again.
        QCOMPARE(listed->model()->rowCount(), 5);
        QTest::keyClick(window.widget.get(), Qt::Key_L, Qt::ControlModifier);
        for (int i = 0; i < 4; ++i) {
            const QModelIndex row = rowWith(listed, world.workspace.lines.at(i).id);
            QTest::mouseClick(listed->viewport(), Qt::LeftButton, {},
                              listed->visualRect(row).center());
        }
        QStringList expected;
        for (const demo::DemoConversation &c : world.workspace.conversations)
            if (c.line == 4 && !c.deletedAt && c.lastActivityAt)
                expected.append(c.id);
        clock.advance(support::anyRest);
        QTRY_COMPARE(world.queries().last(),
                     "phoneNumbers=" + world.workspace.lines.at(4).id.toLatin1() +
                         "&excludeInactive=true&maxResults=100");
        QTRY_VERIFY(window.rests());
        QStringList shown = window.shownIds();
        shown.sort();
        expected.sort();
        QCOMPARE(shown, expected);
    }

    void rangesBecomeTheRightInstants_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("to");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("before");
        const auto add = [](const char *name, const char16_t *zone, QDateTime from, QDateTime to,
                            const char *after, const char *before) {
            QTest::newRow(name) << QString::fromUtf16(zone) << from << to << QByteArray(after)
                                << QByteArray(before);
        };
        const auto at = [](QDate date, QTime time) { return QDateTime(date, time, common::utc); };
        add("New York", u"America/New_York", at({2026, 1, 5}, {9, 0}), at({2026, 7, 5}, {9, 0}),
            "2026-01-05T14:00:00Z", "2026-07-05T13:00:00Z");
        add("Kolkata", u"Asia/Kolkata", at({2026, 1, 5}, {0, 0}), at({2026, 1, 6}, {0, 0}),
            "2026-01-04T18:30:00Z", "2026-01-05T18:30:00Z");
        add("clock set forward", u"America/New_York", at({2026, 3, 8}, {1, 30}),
            at({2026, 3, 8}, {3, 30}), "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z");
        add("hour left out", u"America/New_York", at({2026, 3, 8}, {2, 30}),
            at({2026, 3, 8}, {3, 30}), "2026-03-08T07:00:00Z", "2026-03-08T07:30:00Z");
        add("hour shown twice", u"America/New_York", at({2026, 11, 1}, {1, 0}),
            at({2026, 11, 1}, {1, 30}), "2026-11-01T05:00:00Z", "2026-11-01T06:30:00Z");
    }

    void rangesBecomeTheRightInstants()
    {
        QFETCH(QString, zone);
        QFETCH(QDateTime, from);
        QFETCH(QDateTime, to);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, before);
        support::DemoWorld world(20);
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        Window window(*world.client, clock, m_settingsFile, QTimeZone(zone.toLatin1()));
        QTRY_VERIFY(window.rests());
        for (const auto &[name, parameter] :
             {std::pair(QByteArray("Created"), QByteArray("created")),
              {QByteArray("Changed"), QByteArray("updated")}}) {
            for (const auto &[end, value] : {std::pair(name + " from", from), {name + " to", to}}) {
                auto *date = window.find<QLineEdit>(end.constData());
                auto *time = window.find<QLineEdit>(QByteArray(end + ", time").constData());
                QVERIFY(date && time);
                type(date, value.toString(u"yyyy-MM-dd"_s));
                QCOMPARE(date->text(), words::inputDate(value.date(), QLocale(u"en_US"_s)));
                type(time, value.toString(u"HH:mm"_s));
            }
            clock.advance(support::anyRest);
            QTRY_VERIFY(wanted(window).contains(parameter + "After=" + after + "&" + parameter +
                                                "Before=" + before));
        }
    }

    void presetsAreOneClick()
    {
        support::ManualClock clock(*quo::parseInstant(u"2026-03-10T05:00:00Z"_s));
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) { return support::page(1, 3); });
        Window window(world.client, clock, m_settingsFile, support::newYork());
        QTRY_VERIFY(window.rests());
        preset(window, "Changed from", "Yesterday")->click();
        clock.advance(support::anyRest);
        QTRY_COMPARE(wanted(window),
                     "updatedAfter=2026-03-09T04:00:00Z&updatedBefore=2026-03-10T04:00:00Z"
                     "&maxResults=100");
        QVERIFY(window.find<QAbstractButton>("Filter Last changed: Yesterday"));
        // The ends are shown, and changing one makes it a custom range.
        auto *to = window.find<QLineEdit>("Changed to");
        auto *toTime = window.find<QLineEdit>("Changed to, time");
        QVERIFY(to && toTime);
        QCOMPARE(to->text(), u"Mon 9 Mar 2026"_s); // with all of it
        QCOMPARE(toTime->text(), QString());
        type(to, u"2026-03-10"_s);
        type(toTime, u"6 am"_s);
        QCOMPARE(toTime->text(), u"6:00 AM"_s);
        clock.advance(support::anyRest);
        QTRY_COMPARE(wanted(window),
                     "updatedAfter=2026-03-09T04:00:00Z&updatedBefore=2026-03-10T10:00:00Z"
                     "&maxResults=100");
        QVERIFY(!preset(window, "Changed from", "Yesterday")->isChecked());
        // Once more takes it away.
        preset(window, "Changed from", "Over 3 days ago")->click();
        clock.advance(support::anyRest);
        QTRY_COMPARE(wanted(window), "updatedBefore=2026-03-07T05:00:00Z&maxResults=100");
        preset(window, "Changed from", "Over 3 days ago")->click();
        clock.advance(support::anyRest);
        QTRY_COMPARE(wanted(window), "maxResults=100");
    }

    void whatIsNoDateIsRefusedWithTheReason()
    {
        support::DemoWorld world(20);
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        Window window(*world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        auto *from = window.find<QLineEdit>("Created from");
        QVERIFY(from);
        type(from, u"someday"_s);
        QCOMPARE(from->text(), u"someday"_s); // to be mended
        const auto *popover = from->window();
        QVERIFY(std::ranges::any_of(popover->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->text().contains(u"“someday” isn’t a date");
        }));
        QVERIFY(window.state.shown().filters == workspace::Filters());
        type(from, u"3d"_s);
        QCOMPARE(from->text(), u"Mon 29 Dec 2025"_s);
        QVERIFY(window.find<QAbstractButton>("Filter Created: since 29 Dec 2025"));
    }

    void todayFollowsTheDay()
    {
        support::ManualClock clock(*quo::parseInstant(u"2026-03-10T05:00:00Z"_s));
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) { return support::page({}); });
        Window window(world.client, clock, m_settingsFile, support::newYork());
        QTRY_VERIFY(window.rests());
        preset(window, "Changed from", "Today")->click();
        clock.advance(support::anyRest);
        QTRY_COMPARE(wanted(window), "updatedAfter=2026-03-10T04:00:00Z&maxResults=100");
        QTRY_VERIFY(window.rests());
        clock.setWallBy(std::chrono::hours(24)); // the lid was shut
        clock.advance(std::chrono::minutes(1));
        QTRY_COMPARE(wanted(window), "updatedAfter=2026-03-11T04:00:00Z&maxResults=100");
        QTRY_VERIFY(window.rests());
    }

    void anEmptyRangeIsToldAndNotSent()
    {
        support::DemoWorld world(20);
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        Window window(*world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        type(window.find<QLineEdit>("Created from"), u"2026-02-02"_s);
        type(window.find<QLineEdit>("Created to"), u"2026-01-31"_s);
        clock.advance(support::anyRest);
        const auto *chip = window.find<QAbstractButton>("Filter Created: 2 Feb 2026 – 31 Jan 2026");
        QVERIFY(chip);
        QVERIFY(chip->accessibleDescription().contains(u"The end must be after the start"));
        QVERIFY(chip->toolTip().contains(u"The end must be after the start"));
        QCOMPARE(world.queries().size(), 1);
    }

    void whatTheServerRefusesLightsUpItsFilter()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 3));
        support::ManualClock clock(*quo::parseInstant(u"2026-03-10T05:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        world.server.says(400,
                          support::errorBody(400, u"1000400"_s, u"Unknown user"_s, u"/userId"_s));
        QTest::keyClicks(window.find<QLineEdit>("Quo user"), u"US404\r"_s);
        clock.advance(support::anyRest);
        QTRY_VERIFY(window.find<QAbstractButton>("Filter Quo user: US404")
                        ->accessibleDescription()
                        .contains(u"Unknown user"));
        QVERIFY(window.textOf("Quo user problem").contains(u"Unknown user"));
    }

    void rowsAreThereWhileTheirFilterIsTriedOut()
    {
        support::ScriptedWorld world;
        quo::Client client(support::impatientSettings(world.server.baseUrl()), world.clock,
                           [] { return 0.5; }); // it knows nothing yet
        world.server.says(support::page(1, 3));
        support::ManualClock clock(*quo::parseInstant(u"2026-03-10T05:00:00Z"_s));
        Window window(client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        world.server.says(support::page(1, 2));
        window.click("Active only");
        clock.advance(support::anyRest);
        QTRY_COMPARE(world.server.requests().size(), 3); // 'neither', and silence
        QVERIFY(world.server.lastQuery().contains("excludeInactive=neither"));
        auto *status = window.find<QLabel>("Completeness");
        QVERIFY(status);
        QTRY_COMPARE(window.shownIds().size(), 2);
        QTRY_COMPARE(status->text(), u"Checking that none are missing…"_s);
        QVERIFY(!window.texts().contains(u"Couldn’t check"));
        QVERIFY(window.rests());
        // Once it answers, only what is said of the rows changes: none was left out before.
        world.server.goAway();
        world.server.comeBack();
        world.server.setFallback([](const auto &) { return support::page(1, 2); });
        QTRY_VERIFY(support::undated(status->text()) ==
                    u"2, incomplete: a filter couldn’t be checked"_s);
        QVERIFY(window.texts().contains(u"Couldn’t check"));
        QCOMPARE(window.shownIds().size(), 2);
    }

    void noMatchOffersAWayOut()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &request) {
            return request.line.contains("excludeInactive") ? support::page({})
                                                            : support::page(1, 3);
        });
        support::ManualClock clock(*quo::parseInstant(u"2026-03-10T05:00:00Z"_s));
        Window window(world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.click("Active only");
        clock.advance(support::anyRest);
        QTRY_VERIFY(window.texts().contains(u"No conversations match these filters"));
        QCOMPARE(support::undated(window.textOf("Completeness")), u"No conversations"_s);
        window.click("Clear filters and search");
        clock.advance(support::anyRest);
        QTRY_COMPARE(window.shownIds().size(), 3);
    }
};

QTEST_MAIN(TestFilters)
#include "tst_filters.moc"
