// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/column.h"
#include "inbox/conversationstore.h"
#include "inbox/rowsort.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/pickermodel.h"
#include "widgets/common/theme.h"
#include "widgets/details/summarypane.h"
#include "widgets/filters/linespopover.h"
#include "widgets/filters/teammatepopover.h"
#include "widgets/shell/commandpalette.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using support::Window;
using widgets::PickerModel;

namespace {

QStringList shownTexts(const QListView *list)
{
    QStringList texts;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        texts.append(list->model()->index(row, 0).data().toString());
    return texts;
}

QStringList checkedTexts(const QListView *list)
{
    QStringList texts;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked)
            texts.append(index.data().toString());
    }
    return texts;
}

// By keys where a keyboard has them, else as pasted.
void enter(QLineEdit *edit, const QString &text)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x100; }))
        return QTest::keyClicks(edit, text);
    QGuiApplication::clipboard()->setText(text);
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
}

quo::Directory namedDirectory()
{
    quo::Directory directory;
    directory.setLines({{u"PN1"_s, u"+14155550101"_s, u"Support"_s, u"🛟"_s},
                        {u"PN2"_s, u"+14155550102"_s, u"Sales"_s, u"💼"_s},
                        {u"PN3"_s, u"+33612340103"_s, u"Élysée"_s, {}},
                        {u"PN10"_s, u"+442079460104"_s, u"Line 10"_s, {}},
                        {u"PN9"_s, u"+442079460105"_s, u"Line 9"_s, {}}});
    directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, u"dana@acme.example"_s},
                   {u"US2"_s, u"Łukasz"_s, u"Wójcik"_s, u"l@acme.example"_s},
                   {u"US3"_s, u"Dana"_s, u"Kim"_s, u"dk@acme.example"_s}});
    return directory;
}

QByteArray answer(const support::ScriptedServer::Request &request)
{
    return request.line.contains("phoneNumbers") ? support::page({}) : support::page(1, 3);
}

// A server with three rows, none of them on a line that is asked for, and a window that knows
// names.
struct World
{
    support::ScriptedWorld scripted;
    support::ManualClock clock{*quo::parseInstant(u"2026-06-02T12:00:00Z"_s)};
    std::unique_ptr<Window> window;

    explicit World(const QString &settingsFile)
    {
        scripted.server.setFallback(answer);
        window = std::make_unique<Window>(scripted.client, clock, settingsFile);
        window->names.setDirectory(namedDirectory());
    }

    // What the window asks for, whether the server has to be asked or not.
    QByteArray wanted() const
    {
        return QByteArray::fromPercentEncoding(
            window->session.query().encoded(quo::ArrayStyle::Plain));
    }
};

} // namespace

class TestPickers : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void linesArePickedByKeyboardAlone()
    {
        World world(m_settingsFile);
        Window &window = *world.window;
        QTRY_VERIFY(window.rests());
        QTest::keyClick(window.widget.get(), Qt::Key_L, Qt::ControlModifier);
        auto *edit = window.find<QLineEdit>("Line");
        QVERIFY(edit);
        auto *list = window.find<QListView>("Line to choose from");
        QVERIFY(list);
        QTRY_VERIFY(edit->hasFocus());
        QCOMPARE(shownTexts(list),
                 (QStringList{u"Élysée"_s, u"Line 9"_s, u"Line 10"_s, u"Sales"_s, u"Support"_s}));
        QTest::keyClicks(edit, u"sup"_s);
        QCOMPARE(shownTexts(list), (QStringList{u"Support"_s}));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->text().isEmpty());
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "phoneNumbers=PN1&maxResults=100");
        QTest::keyClick(edit, Qt::Key_Up);
        QTest::keyClick(edit, Qt::Key_Return); // the one above
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted().count("phoneNumbers="), 2);
        QTest::keyClick(edit, Qt::Key_Tab);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Space); // and out again
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "phoneNumbers=PN1&maxResults=100");
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!edit->isVisible());
        QVERIFY(window.find<QAbstractButton>("Filter Line: Support"));
    }

    void entriesAreFoundInAnyUsualWay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("case") << u"SALES"_s << QStringList{u"Sales"_s};
        QTest::newRow("accents") << u"elysee"_s << QStringList{u"Élysée"_s};
        QTest::newRow("words in any order") << u"pn1 sup"_s << QStringList{u"Support"_s};
        QTest::newRow("id") << u"pn10"_s << QStringList{u"Line 10"_s};
        QTest::newRow("number as people write it")
            << u"(415) 555-0102"_s << QStringList{u"Sales"_s};
        QTest::newRow("number as it is pasted")
            << u"tel:+1\u2011415\u2011555\u20110102;ext=5"_s << QStringList{u"Sales"_s};
        QTest::newRow("number in other digits") << u"٤١٥٥٥٥٠١٠٢"_s << QStringList{u"Sales"_s};
        QTest::newRow("part of a number") << u"+33 6"_s << QStringList{u"Élysée"_s};
        QTest::newRow("nothing") << u"nobody"_s << QStringList{};
    }

    void entriesAreFoundInAnyUsualWay()
    {
        QFETCH(QString, typed);
        World world(m_settingsFile);
        enter(world.window->find<QLineEdit>("Line"), typed);
        QTEST(shownTexts(world.window->find<QListView>("Line to choose from")), "found");
    }

    void onlyThisAndAllButThis()
    {
        World world(m_settingsFile);
        Window &window = *world.window;
        auto *list = window.find<QListView>("Line to choose from");
        QVERIFY(list);
        QTRY_VERIFY(window.rests());
        QTest::keyClick(window.widget.get(), Qt::Key_L, Qt::ControlModifier);
        list->setCurrentIndex(list->model()->index(0, 0));
        window.click("Only this line");
        QCOMPARE(checkedTexts(list), QStringList{u"Élysée"_s});
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "phoneNumbers=PN3&maxResults=100");
        window.click("Exclude this line");
        QCOMPARE(checkedTexts(list), QStringList{u"Élysée"_s}); // of 'is none of'
        QVERIFY(window.find<QAbstractButton>("is none of")->isChecked());
        QVERIFY(window.find<QAbstractButton>("Filter Line: not Élysée"));
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "phoneNumbers=PN1&phoneNumbers=PN10&phoneNumbers=PN2"
                                     "&phoneNumbers=PN9&maxResults=100");
        // It is still so when it is opened again.
        QTest::keyClick(list, Qt::Key_Escape);
        QTest::keyClick(window.widget.get(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(checkedTexts(list), QStringList{u"Élysée"_s});
        window.click("is any of"); // the other way round
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "phoneNumbers=PN3&maxResults=100");
        window.click("All lines");
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "maxResults=100");
    }

    void linesAreTypedInAnyUsualNotation_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("sent");
        const QByteArray one = "phoneNumbers=+14155550100";
        QTest::newRow("national") << u"(415) 555-0100"_s << one;
        QTest::newRow("E.164") << u"+14155550100"_s << one;
        QTest::newRow("dots") << u"415.555.0100"_s << one;
        QTest::newRow("pasted") << u"\u202a+1 415\u2011555\u20110100\u202c"_s << one;
        QTest::newRow("other digits") << u"٤١٥٥٥٥٠١٠٠"_s << one;
        QTest::newRow("from abroad, with an extension") << u"00 1 415-555-0100 x5"_s << one;
        QTest::newRow("unknown id") << u"PN404"_s << QByteArray("phoneNumbers=PN404");
        QTest::newRow("known number") << u"415 555 0101"_s << QByteArray("phoneNumbers=PN1");
        QTest::newRow("several") << u"415 555 0100, +44 7700 900109"_s
                                 << one + "&phoneNumbers=+447700900109";
    }

    void linesAreTypedInAnyUsualNotation()
    {
        QFETCH(QString, typed);
        QFETCH(QByteArray, sent);
        World world(m_settingsFile);
        auto *edit = world.window->find<QLineEdit>("Line");
        QVERIFY(edit);
        enter(edit, typed);
        QTest::keyClick(edit, Qt::Key_Return);
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), sent + "&maxResults=100");
        QVERIFY(edit->text().isEmpty());
        // It stands in the list, where it can be taken out.
        auto *list = world.window->find<QListView>("Line to choose from");
        QVERIFY(list);
        QCOMPARE(checkedTexts(list).size(), sent.count("phoneNumbers="));
    }

    void whatIsNoLineIsRefusedWithTheReason()
    {
        World world(m_settingsFile);
        QTRY_VERIFY(world.window->rests());
        auto *edit = world.window->find<QLineEdit>("Line");
        QVERIFY(edit);
        QTest::keyClicks(edit, u"call me"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->text(), u"call me"_s); // to be mended
        auto *problem = world.window->find<QLabel>("Line problem");
        QVERIFY(problem->text().contains(u"call me"));
        QTest::keyClicks(edit, u"!"_s);
        QVERIFY(problem->text().isEmpty());
        // What comes next is the first that is asked for.
        edit->selectAll();
        QTest::keyClicks(edit, u"PN404\r"_s);
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "phoneNumbers=PN404&maxResults=100");
        QCOMPARE(world.scripted.server.requests().size(), 1); // everything is known
    }

    void theHundredAndFirstLineIsRefused()
    {
        World world(m_settingsFile);
        Window &window = *world.window;
        QStringList many;
        for (int i = 100; i < 200; ++i)
            many.append(u"PN%1"_s.arg(i));
        auto *edit = window.find<QLineEdit>("Line");
        QVERIFY(edit);
        auto *list = window.find<QListView>("Line to choose from");
        QVERIFY(list);
        edit->setText(many.join(u','));
        QTest::keyClick(edit, Qt::Key_Return);
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted().count("phoneNumbers="), 100);
        QVERIFY(window.textOf("Line problem").isEmpty());
        QTest::keyClicks(edit, u"sales"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(window.textOf("Line problem").contains(u"at most 100"));
        QVERIFY(window.textOf("Line problem").contains(u"101"));
        QVERIFY(!checkedTexts(list).contains(u"Sales"_s));
        QCOMPARE(checkedTexts(list).size(), 100);
    }

    void aTeammateIsPicked()
    {
        World world(m_settingsFile);
        Window &window = *world.window;
        auto *edit = window.find<QLineEdit>("Quo user");
        QVERIFY(edit);
        auto *list = window.find<QListView>("Quo user to choose from");
        QVERIFY(list);
        QCOMPARE(shownTexts(list),
                 (QStringList{u"Anyone"_s, u"Dana Kim (dana@acme.example)"_s,
                              u"Dana Kim (dk@acme.example)"_s, u"Łukasz Wójcik"_s}));
        QTest::keyClicks(edit, u"wojcik"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "userId=US2&maxResults=100");
        QVERIFY(window.find<QAbstractButton>("Filter Quo user: Łukasz Wójcik"));
        edit->setText(u"any"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "maxResults=100");
    }

    void aTeammateThatNobodyKnowsIsTyped()
    {
        World world(m_settingsFile);
        Window &window = *world.window;
        QTRY_VERIFY(window.rests());
        auto *edit = window.find<QLineEdit>("Quo user");
        QVERIFY(edit);
        QTest::keyClicks(edit, u"somebody"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(window.textOf("Quo user problem").contains(u"somebody"));
        edit->clear();
        QTest::keyClicks(edit, u"US404"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "userId=US404&maxResults=100");
        QTRY_COMPARE(world.scripted.server.requests().size(), 2); // 'somebody' was not asked for
        window.click("Remove filter: Quo user");
        world.clock.advance(support::anyRest);
        QTRY_COMPARE(world.wanted(), "maxResults=100");
    }

    void aFilterIsCalledByTheNameOfWhatItFiltersBy()
    {
        support::ScriptedWorld scripted;
        scripted.server.setFallback(answer);
        Window window(scripted.client, scripted.clock, m_settingsFile);
        for (const auto &[name, id] : {std::pair("Quo user", u"US2"_s), {"Line", u"PN1"_s}}) {
            QTest::keyClicks(window.find<QLineEdit>(name), id);
            QTest::keyClick(window.find<QLineEdit>(name), Qt::Key_Return);
        }
        QVERIFY(window.find<QAbstractButton>("Filter Line: PN1"));
        QVERIFY(window.find<QAbstractButton>("Filter Quo user: US2"));
        window.names.setDirectory(namedDirectory());
        QVERIFY(window.find<QAbstractButton>("Filter Line: Support"));
        QVERIFY(window.find<QAbstractButton>("Filter Quo user: Łukasz Wójcik"));
    }

    void aRefusedLineIsMarkedAndTheOthersAreShown()
    {
        // One after the other, so that each answer meets its question.
        support::ScriptedWorld scripted(
            [](quo::Client::Settings &settings) { settings.limits.inFlight = 1; });
        scripted.server.setFallback(answer);
        scripted.server.says(support::page(1, 60, u"more"_s));
        scripted.server.staysSilent(); // so that not everything is known
        support::ManualClock clock(*quo::parseInstant(u"2026-06-02T12:00:00Z"_s));
        Window window(scripted.client, clock, m_settingsFile);
        window.names.setDirectory(namedDirectory());
        QTRY_COMPARE(scripted.server.requests().size(), 2);
        const QByteArray no =
            support::errorBody(403, u"1001403"_s, u"Not a user of this phone number"_s);
        scripted.server.says(403, no);             // for both
        scripted.server.says(support::page(1, 1)); // for PN1
        scripted.server.says(403, no);             // for PN2
        scripted.server.says(support::page(1, 2)); // for what is left
        auto *edit = window.find<QLineEdit>("Line");
        QVERIFY(edit);
        QTest::keyClicks(edit, u"PN1, PN2\r"_s);
        clock.advance(support::anyRest);
        QTRY_VERIFY(window.texts().contains(u"Not shown: 💼 Sales."));
        QCOMPARE(scripted.server.lastQuery(), "phoneNumbers=PN1&maxResults=100");
        auto *list = window.find<QListView>("Line to choose from");
        QVERIFY(list);
        const auto tip = [list](const QString &text) {
            return list->model()
                ->match(list->model()->index(0, 0), Qt::DisplayRole, text)
                .value(0)
                .data(Qt::ToolTipRole)
                .toString();
        };
        QVERIFY(tip(u"Sales"_s).contains(u"Not a user of this phone number"));
        QCOMPARE(tip(u"Support"_s), u"PN1"_s);
        // Asked once: from now on it is left out without asking.
        const qsizetype asked = scripted.server.requests().size();
        window.click("Active only");
        clock.advance(support::anyRest);
        QTRY_COMPARE(scripted.server.requests().size(), asked + 1);
        QCOMPARE(scripted.server.lastQuery(),
                 "phoneNumbers=PN1&excludeInactive=true&maxResults=100");
    }

    void textsAreOrderedAsInTheList()
    {
        const QStringList ordered{u"Anna"_s, u"Line 2"_s, u"Line 10"_s,
                                  u"Zoe"_s,  u"zon"_s,    u"Ärlig"_s};
        const support::ManualClock clock(quo::Instant{});
        inbox::Names names(clock,
                           {QLocale(QLocale::Swedish, QLocale::Sweden), QTimeZone::utc(), u"SE"_s});
        quo::Directory directory;
        QList<quo::Line> lines;
        inbox::RowTally tally;
        inbox::ConversationStore store;
        QWidget window;
        for (const QString &text :
             {u"zon"_s, u"Line 10"_s, u"Ärlig"_s, u"Line 2"_s, u"Zoe"_s, u"Anna"_s}) {
            const QString id = QString::number(lines.size());
            lines.append({u"PN"_s + id, u"+4681234560"_s + id, text, {}});
            directory.add({{u"US"_s + id, text, {}, {}}});
            tally.lines.insert(u"PN"_s + id, 1);
            quo::Conversation row;
            row.id = u"CN"_s + id;
            row.name = text;
            store.merge({row});
            new QAction(text, &window);
        }
        directory.setLines(lines);
        names.setDirectory(directory);

        QStringList listed;
        const inbox::RowOrder sorted =
            inbox::sorted(store.rows(), inbox::RowOrder::ofArrival(store.size()),
                          {{inbox::columnIndex(u"name"), false}}, names.context());
        for (const quint32 row : sorted.rows())
            listed.append(*store.at(row).name());
        QCOMPARE(listed, ordered);

        widgets::ThemeSource theme(window);
        widgets::LinesPopover linesPopover(names, theme, &window);
        linesPopover.show();
        QCOMPARE(shownTexts(linesPopover.findChild<QListView *>()), ordered);
        widgets::TeammatePopover teammatePopover(names, theme, &window);
        teammatePopover.setTeammate({});
        QCOMPARE(shownTexts(teammatePopover.findChild<QListView *>()).sliced(1), ordered);
        widgets::CommandPalette palette(names.reader().locale, theme, &window);
        palette.open();
        QCOMPARE(shownTexts(palette.findChild<QListView *>()).sliced(1), ordered); // a heading
        widgets::SummaryPane summary(theme);
        summary.show(tally, names.context());
        QStringList summedUp;
        for (int i = 0; i < summary.topLevelItem(0)->childCount(); ++i)
            summedUp.append(summary.topLevelItem(0)->child(i)->text(0));
        QCOMPARE(summedUp, ordered);
    }

    void theModelKeepsItsPromises()
    {
        PickerModel model(PickerModel::Choice::Several);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries(
            {{u"a"_s, u"Alpha"_s, {}, {}, {}, {}}, {u"b"_s, u"Beta"_s, {}, {}, {}, {}}});
        model.setChosen({u"b"_s, u"gone"_s});
        QCOMPARE(model.rowOf(u"b"_s), 1);
        model.narrow(u"bet"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(u"a"_s), -1);
        QCOMPARE(model.index(0).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
        model.narrow(u"none"_s);
        model.setChosen({});
        model.setEntries({});
        model.narrow({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestPickers)
#include "tst_pickers.moc"
