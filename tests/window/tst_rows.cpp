// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowarranger.h"
#include "inbox/searchparser.h"
#include "support/looks.h"
#include "support/manualclock.h"
#include "support/windowtest.h"
#include "widgets/common/avatar.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/conversationtable.h"
#include "words/columnwords.h"
#include "words/rowwords.h"

#include <QApplication>
#include <QHeaderView>
#include <QScopeGuard>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::ColumnId;
using support::bestContrast;

namespace {

constexpr int scale = 3;

class NoSource final : public inbox::InboxModel::Source
{
    bool canFetchMore() const override { return false; }
    void fetchMore() override {}
};

bool has(const QImage &picture, const QColor &color)
{
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixel(x, y) == color.rgb())
                return true;
    return false;
}

// For people to look at.
void keepPicture(const QImage &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("QUOIN_LOOKS");
    if (!folder.isEmpty())
        picture.save(u"%1/rows, %2.png"_s.arg(folder, name));
}

QPalette light()
{
    return support::paletteOf(support::lightDesktop());
}

QPalette dark()
{
    return support::paletteOf(support::darkDesktop());
}

const quo::Instant present = *quo::parseInstant(u"2026-06-02T12:00:00Z"_s);

quo::Directory directory()
{
    quo::Directory directory;
    directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Billing"_s, u"💰"_s, {}},
                        {u"PN2"_s, u"+14155550101"_s, u"Dispatch"_s, {}, {}}});
    directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}},
                   {u"US2"_s, u"Maximiliane"_s, u"Winterbottom-Schmidt"_s, {}}});
    return directory;
}

quo::ContactIndex contacts()
{
    quo::ContactIndex contacts;
    contacts.add(u"+14155550139"_s, {u"Ana Lopes"_s, u"Acme"_s});
    contacts.add(u"+14155550140"_s, {u"Ben Ito"_s, {}});
    contacts.add(u"+201000003022"_s, {u"عمر منصور"_s, {}});
    return contacts;
}

// In this order: a person of a company, a bare number, a group, Arabic, one who is deleted, then
// many others.
QList<quo::Conversation> rows(int count)
{
    QList<quo::Conversation> rows;
    for (int i = 0; i < count; ++i) {
        quo::Conversation row;
        row.id = u"CN%1"_s.arg(i);
        row.phoneNumberId = i % 2 ? u"PN2"_s : u"PN1"_s;
        row.participants = QStringList{u"+1415555%1"_s.arg(2000 + i)};
        if (i >= 5)
            row.name = u"Somebody %1"_s.arg(i);
        if (i % 2)
            row.assignedTo = u"US1"_s;
        row.lastActivityAt = present - std::chrono::minutes(i + 1);
        rows.append(row);
    }
    rows[0].participants = QStringList{u"+14155550139"_s};
    rows[0].snoozedUntil = present - std::chrono::hours(50);
    rows[1].mutedUntil = present + std::chrono::hours(24 * 1000);
    rows[2].participants =
        QStringList{u"+14155550139"_s, u"+14155550140"_s, u"+14155550177"_s, u"+14155550178"_s};
    rows[2].snoozedUntil = present + std::chrono::hours(100);
    rows[3].participants = QStringList{u"+201000003022"_s};
    rows[4].deletedAt = present - std::chrono::hours(1);
    return rows;
}

struct List
{
    explicit List(const QSize &size = {720, 400}, int count = 60)
        : names(clock,
                {QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc(), u"US"_s})
        , model(source, names, words::listWords())
        , arranger(model, clock)
        , table(model, theme, clock)
    {
        names.setDirectory(directory());
        names.setContacts(contacts());
        arranger.setArrangement({{}, inbox::latestFirst()});
        arranger.reset(store);
        if (count > 0)
            arranger.apply(store.merge(rows(count)));
        table.setFrameShape(QFrame::NoFrame);
        table.resize(size);
        table.show();
        table.setFocus();
    }

    const widgets::Theme &look() const { return theme.theme(); }
    QRect cell(int row, ColumnId column) const
    {
        return table.visualRect(model.index(row, inbox::columnIndex(column)));
    }
    // So large that strokes have their colour.
    QImage enlarged() const
    {
        QPixmap pixmap(table.viewport()->size() * scale);
        pixmap.setDevicePixelRatio(scale);
        const_cast<QWidget *>(table.viewport())->render(&pixmap);
        QImage image = pixmap.toImage();
        image.setDevicePixelRatio(1);
        return image;
    }
    QImage picture() { return table.viewport()->grab().toImage(); }
    QImage picture(const QRect &place) { return picture().copy(place); }
    QHeaderView &header() const { return *table.horizontalHeader(); }
    int widthOf(ColumnId column) const { return header().sectionSize(inbox::columnIndex(column)); }
    void point(int row)
    {
        QTest::mouseMove(table.viewport(), cell(row, ColumnId::Name).center());
        QCoreApplication::processEvents();
    }
    void click(int row)
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell(row, ColumnId::Name).center());
    }

    NoSource source;
    support::ManualClock clock{present};
    inbox::Names names;
    inbox::ConversationStore store;
    inbox::InboxModel model;
    inbox::RowArranger arranger;
    QWidget themed;
    widgets::ThemeSource theme{themed};
    widgets::ConversationTable table;
};

} // namespace

// How the list is drawn, by its pixels.
class TestRows : public support::WindowTest
{
    Q_OBJECT

    const QPalette m_usual = QApplication::palette();

private Q_SLOTS:
    void cleanup()
    {
        QApplication::setPalette(m_usual);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void everyTextCanBeRead_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<QString>("situation");
        for (const bool isDark : {false, true})
            for (const QString &situation :
                 {u"plain"_s, u"hovered"_s, u"selected"_s, u"unfocused"_s, u"framed"_s})
                QTest::addRow("%s, %s", isDark ? "dark" : "light", qPrintable(situation))
                    << isDark << situation;
    }

    void everyTextCanBeRead()
    {
        QFETCH(bool, isDark);
        QFETCH(QString, situation);
        QApplication::setPalette(isDark ? dark() : light());
        List list;
        QVERIFY(QTest::qWaitForWindowActive(&list.table));
        QWidget other;
        for (int row = 0; row < 5; ++row) {
            list.click(row == 5 ? 4 : 5);
            list.point(6);
            if (situation == u"hovered")
                list.point(row);
            if (situation == u"selected" || situation == u"unfocused")
                list.click(row);
            if (situation == u"framed") {
                list.table.goTo(row == 0 ? 1 : row - 1);
                QTest::keyClick(&list.table, row == 0 ? Qt::Key_Up : Qt::Key_Down);
            }
            if (situation == u"unfocused") {
                other.show();
                other.activateWindow();
                QVERIFY(QTest::qWaitForWindowActive(&other));
            }
            const QImage picture = list.enlarged();
            keepPicture(picture,
                        u"%1-%2"_s.arg(QString::fromUtf8(QTest::currentDataTag())).arg(row));
            const int height = list.cell(row, ColumnId::Name).height();
            const auto check = [&](const char *what, ColumnId column, int left, int top, int width,
                                   int tall) {
                const QRect place = list.cell(row, column);
                const QImage part =
                    picture.copy((place.left() + left) * scale, (place.top() + top) * scale,
                                 width * scale, tall * scale);
                const double found = bestContrast(part);
                QVERIFY2(
                    found >= 4.5,
                    qPrintable(
                        u"%1 of row %2: %3"_s.arg(QString::fromUtf8(what)).arg(row).arg(found)));
            };
            const int text = 16 + list.look().heights.circle + 12;
            check("name", ColumnId::Name, text, 6, 80, height / 2 - 6);
            check("number", ColumnId::Name, text, height / 2 + 2, 80, height / 2 - 8);
            check("line", ColumnId::PhoneNumberId, 16, 8, 40, height - 16);
            check("owner", ColumnId::AssignedTo, 26, 8, 50, height - 16);
            if (row != 3)
                check("state", ColumnId::State, 24, height / 2 - 7, 34, 14);
            check("time", ColumnId::LastActivityAt, list.widthOf(ColumnId::LastActivityAt) - 60, 8,
                  44, height - 16);
            if (situation == u"unfocused") {
                list.table.activateWindow();
                QVERIFY(QTest::qWaitForWindowActive(&list.table));
            }
        }
    }

    void eachSituationLooksDifferent()
    {
        QApplication::setPalette(light());
        List list;
        QVERIFY(QTest::qWaitForWindowActive(&list.table));
        list.click(5);
        list.point(6);
        const QRect row(0, list.cell(1, ColumnId::Name).top(), list.table.viewport()->width(),
                        list.cell(1, ColumnId::Name).height());
        QList<QImage> pictures{list.picture(row)};
        list.point(1);
        pictures.append(list.picture(row));
        // Hover is of the whole row.
        QCOMPARE(pictures.last().pixelColor(row.width() - 2, row.height() / 2),
                 list.look().base.hover.fill);
        QCOMPARE(pictures.last().pixelColor(8, row.height() / 2), list.look().base.hover.fill);
        list.click(1);
        list.point(6);
        pictures.append(list.picture(row));
        QCOMPARE(pictures.last().pixelColor(1, row.height() / 2), list.look().base.selected.accent);
        QTest::keyClick(&list.table, Qt::Key_Up);
        QTest::keyClick(&list.table, Qt::Key_Down);
        pictures.append(list.picture(row));
        for (const QPoint &corner :
             {QPoint(0, 0), QPoint(row.width() - 1, 0), QPoint(0, row.height() - 1),
              QPoint(row.width() - 1, row.height() - 1)})
            QCOMPARE(pictures.last().pixelColor(corner), list.look().base.selected.accent);
        QTest::keyClick(&list.table, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(&list.table, Qt::Key_Up);
        QTest::keyClick(&list.table, Qt::Key_Down, Qt::ControlModifier); // framed, not selected
        pictures.append(list.picture(row.translated(0, row.height() * 1)));
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        pictures.append(list.picture(row));
        QCOMPARE(pictures.last().pixelColor(1, row.height() / 2),
                 list.look().base.selectedUnfocused.controlEdge);
        for (qsizetype i = 0; i < pictures.size(); ++i)
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(pictures[i] != pictures[j], qPrintable(u"%1 is %2"_s.arg(i).arg(j)));
    }

    // What is on the screen, not what would be painted now.
    void noFrameIsLeftBehind_data()
    {
        QTest::addColumn<bool>("isFrozen");
        QTest::newRow("scrolling") << false;
        QTest::newRow("frozen") << true;
    }

    void noFrameIsLeftBehind()
    {
        QFETCH(bool, isFrozen);
        QApplication::setPalette(light());
        List list({720, 760}, 14); // all of them are visible
        list.table.setFirstColumnFrozen(isFrozen);
        QVERIFY(QTest::qWaitForWindowActive(&list.table));
        const auto shown = [&list] {
            QCoreApplication::processEvents();
            return list.table.screen()->grabWindow(list.table.winId()).toImage();
        };
        list.click(0);
        QTest::keyClick(&list.table, Qt::Key_Down);
        QTest::keyClick(&list.table, Qt::Key_Up);
        const QImage before = shown();
        QVERIFY(!before.isNull());
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(&list.table, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(shown(), list.table.grab().toImage());
        QTest::keyClick(&list.table, Qt::Key_Escape);
        QCOMPARE(list.table.selectedCount(), 1);
        const QImage after = shown();
        QTRY_COMPARE(shown(), list.table.grab().toImage());
        const int top = list.table.viewport()->y();
        for (int row = 1; row < 12; ++row) {
            const QRect place(0, top + list.cell(row, ColumnId::Name).top(), before.width(),
                              list.cell(row, ColumnId::Name).height());
            QVERIFY2(before.copy(place) == after.copy(place), qPrintable(QString::number(row)));
        }
        QVERIFY(before != after);
    }

    void conversationTakesTheRest()
    {
        List list;
        const QList<ColumnId> others{ColumnId::PhoneNumberId, ColumnId::AssignedTo, ColumnId::State,
                                     ColumnId::LastActivityAt};
        QList<int> widths;
        for (const ColumnId column : others)
            widths.append(list.widthOf(column));
        for (const int width : {700, 720, 900, 1200}) {
            list.table.resize(width, 400);
            QCOMPARE(list.table.horizontalScrollBar()->maximum(), 0);
            QCOMPARE(list.header().length(), list.table.viewport()->width());
        }
        // Where it has more than it needs, the others are as wide as their contents can be.
        const int owner = QFontMetrics(list.look().fonts.body)
                              .horizontalAdvance(u"Maximiliane Winterbottom-Schmidt"_s);
        QVERIFY(list.widthOf(ColumnId::AssignedTo) > widths[1]);
        QVERIFY(list.widthOf(ColumnId::AssignedTo) <= owner + 60);
        for (qsizetype i = 0; i < others.size(); ++i)
            widths[i] = list.widthOf(others[i]);
        list.table.resize(2000, 400);
        QCOMPARE(list.header().length(), list.table.viewport()->width());
        for (qsizetype i = 0; i < others.size(); ++i)
            QCOMPARE(list.widthOf(others[i]), widths[i]);
        QVERIFY(list.widthOf(ColumnId::Name) > 1200);
        // Where it has its least, nothing else has more than it needs.
        list.table.resize(700, 400);
        QVERIFY(list.widthOf(ColumnId::Name) >= 190);
    }

    void aNarrowListFoldsLinesAndStates()
    {
        QApplication::setPalette(light());
        List list({560, 400});
        const int line = inbox::columnIndex(ColumnId::PhoneNumberId);
        QVERIFY(list.header().isSectionHidden(line));
        QVERIFY(list.table.columnLayout().isShown(line));
        QCOMPARE(list.table.columnLayout().settings(), QList<workspace::ColumnSetting>());
        QCOMPARE(list.table.horizontalScrollBar()->maximum(), 0);
        const QRect name = list.cell(0, ColumnId::Name);
        const int circle = list.look().heights.circle;
        const QList<int> colors =
            widgets::colorsOfLines({u"PN1"_s, u"PN2"_s}); // of the rows in turn
        QVERIFY(has(list.picture({name.left() + 16, name.top(), circle + 4, name.height()}),
                    list.look().base.plain.lines[size_t(colors[0])]));
        list.table.resize(900, 400);
        QVERIFY(!list.header().isSectionHidden(line));
    }

    void aDoubleClickOnAnEdgeFitsWithinTheView()
    {
        List list({760, 400});
        const int owner = inbox::columnIndex(ColumnId::AssignedTo);
        QList<quo::Conversation> changed{rows(5).at(1)};
        changed[0].assignedTo = u"US2"_s;
        list.arranger.apply(list.store.merge(changed));
        const int before = list.widthOf(ColumnId::AssignedTo);
        const auto fit = [&](int column) {
            const QPoint edge(list.header().sectionViewportPosition(column) +
                                  list.header().sectionSize(column) - 2,
                              8);
            QTest::mouseDClick(list.header().viewport(), Qt::LeftButton, {}, edge);
        };
        fit(owner);
        QVERIFY(list.widthOf(ColumnId::AssignedTo) > before + 40);
        QCOMPARE(list.header().length(), list.table.viewport()->width());
        list.table.resize(1200, 400);
        QCOMPARE(list.header().length(), list.table.viewport()->width());
        list.table.resize(760, 400);
        list.table.columnLayout().reset();
        QCOMPARE(list.widthOf(ColumnId::AssignedTo), before);
        list.header().resizeSection(inbox::columnIndex(ColumnId::Name), 300);
        fit(inbox::columnIndex(ColumnId::Name));
        QCOMPARE(list.table.columnLayout().settings(), QList<workspace::ColumnSetting>());
    }

    void peopleHaveCircles()
    {
        QCOMPARE(widgets::initialsOf(u"Ana Lopes (Acme)"_s), u"AL"_s);
        QCOMPARE(widgets::initialsOf(u"íñigo núñez"_s), u"ÍN"_s);
        QCOMPARE(widgets::initialsOf(u"e\u0301va"_s), u"E\u0301"_s);
        QCOMPARE(widgets::initialsOf(u"عمر منصور"_s), u"عم"_s);
        QCOMPARE(widgets::initialsOf(u"(415) 555-0100"_s), QString());
        QApplication::setPalette(light());
        List list;
        const auto circle = [&](int row) {
            const QRect name = list.cell(row, ColumnId::Name);
            return list.picture(
                {name.left() + 16, name.top(), list.look().heights.circle, name.height()});
        };
        QVERIFY(has(circle(0), list.look().initials(u"+14155550139").fill));
        QVERIFY(has(circle(1), list.look().base.neutral.fill));
        QVERIFY(has(circle(2), list.look().base.neutral.fill));
        const QRect nobody = list.cell(0, ColumnId::AssignedTo);
        QVERIFY(has(list.picture({nobody.left(), nobody.top(), list.look().heights.smallCircle,
                                  nobody.height()}),
                    list.look().base.plain.attention));
    }

    void fromRightToLeftItIsMirrored()
    {
        QApplication::setPalette(light());
        QApplication::setLayoutDirection(Qt::RightToLeft);
        List list;
        QVERIFY(QTest::qWaitForWindowActive(&list.table));
        list.click(0);
        const QRect name = list.cell(0, ColumnId::Name);
        const int right = list.table.viewport()->width() - 1;
        QCOMPARE(name.right(), right);
        const QImage picture = list.picture();
        QCOMPARE(picture.pixelColor(right - 1, name.center().y()),
                 list.look().base.selected.accent);
        const int circle = list.look().heights.circle;
        // The company is at the left of the name, and the dot between them.
        const int text = right + 1 - 16 - circle - 12;
        const QImage line = picture.copy(0, name.top(), text, name.height() / 2);
        int farthest = line.width();
        for (int x = 0; x < line.width() && farthest == line.width(); ++x)
            if (has(line.copy(x, 0, 1, line.height()), list.look().base.selected.secondary))
                farthest = x;
        QVERIFY(text - farthest >
                QFontMetrics(list.look().fonts.name).horizontalAdvance(u"Ana Lopes"_s));
        QVERIFY(has(picture.copy(right + 1 - 16 - circle, name.top(), circle, name.height()),
                    list.look().initials(u"+14155550139").fill));
    }

    void theNumberThatWasSoughtIsShownAndMarked()
    {
        QApplication::setPalette(light());
        List list;
        const auto terms = [&](const QString &text) {
            return inbox::parseSearch(text, inbox::searchContext(list.names)).terms;
        };
        const auto title = [&](int row, const QString &text) {
            return words::rowTitle(*list.model.rowAt(row), list.names.context(), terms(text));
        };
        QCOMPARE(title(2, {}).name, u"Ana Lopes, Ben Ito +2"_s);
        QCOMPARE(title(2, {}).below, u"4 people"_s);
        QCOMPARE(title(2, u"555-0177"_s).below, u"(415) 555-0177"_s);
        QCOMPARE(title(0, {}).name, u"Ana Lopes"_s);
        QCOMPARE(title(0, {}).company, u"Acme"_s);
        QCOMPARE(title(0, {}).below, u"(415) 555-0139"_s);
        QCOMPARE(title(1, {}).name, u"(415) 555-2001"_s);
        QVERIFY(title(1, {}).below.isEmpty());
        const QRect name = list.cell(0, ColumnId::Name);
        QVERIFY(!has(list.picture(name), list.look().base.plain.match.fill));
        list.table.setSearch(terms(u"555-0139"_s));
        const QImage below = list.picture(name.adjusted(0, name.height() / 2 + 1, 0, 0));
        QVERIFY(has(below, list.look().base.plain.match.fill));
    }

    void deletedAndSnoozedRowsAreNotDimmed()
    {
        QApplication::setPalette(light());
        List list;
        const int text = 16 + list.look().heights.circle + 12;
        for (const int row : {2, 4}) {
            const QRect name = list.cell(row, ColumnId::Name);
            QVERIFY(has(list.picture({name.left() + text, name.top(), 100, name.height()}),
                        list.look().base.plain.text));
        }
        QVERIFY(has(list.picture(list.cell(4, ColumnId::State)), list.look().base.error.fill));
    }

    void aColumnThatAFilterMadeTheSameStandsBack()
    {
        QApplication::setPalette(light());
        List list;
        const QRect line = list.cell(0, ColumnId::PhoneNumberId);
        QVERIFY(has(list.picture(line), list.look().base.plain.text));
        list.table.setPinned({ColumnId::PhoneNumberId});
        QVERIFY(!has(list.picture(line), list.look().base.plain.text));
        QVERIFY(has(list.picture(line), list.look().base.plain.secondary));
    }

    // Copies and exports have an empty cell there.
    void screenReadersHearThatNobodyHasIt()
    {
        List list;
        const QModelIndex nobody = list.model.index(0, inbox::columnIndex(ColumnId::AssignedTo));
        QCOMPARE(nobody.data(Qt::AccessibleTextRole).toString(), u"Unassigned"_s);
        QCOMPARE(nobody.data().toString(), QString());
        const QModelIndex name = list.model.index(0, inbox::columnIndex(ColumnId::Name));
        QCOMPARE(name.data(Qt::AccessibleTextRole), name.data());
    }

    void barsComeAfterAMoment()
    {
        QApplication::setPalette(light());
        List list({720, 400}, 0);
        const QColor bar = list.look().base.neutral.fill;
        list.table.setSkeleton(true);
        list.clock.advance(quo::milliseconds(149));
        QVERIFY(!has(list.picture(), bar));
        list.clock.advance(quo::milliseconds(1));
        QVERIFY(has(list.picture(), bar));
        list.table.setSkeleton(false);
        QVERIFY(!has(list.picture(), bar));
        list.table.setSkeleton(true);
        list.table.setSkeleton(false);
        list.clock.advance(quo::milliseconds(200));
        QVERIFY(!has(list.picture(), bar));
    }

    void rowsBeforeAreFaintWhileOthersLoad()
    {
        QApplication::setPalette(light());
        List list;
        const QColor circle = list.look().initials(u"+14155550139").fill;
        QVERIFY(has(list.picture(), circle));
        list.table.setSkeleton(true);
        list.clock.advance(quo::milliseconds(150));
        QVERIFY(!has(list.picture(), circle));
        list.table.setSkeleton(false);
        QVERIFY(has(list.picture(), circle));
    }

    void returnAndADoubleClickOpenARow()
    {
        List list;
        QSignalSpy opened(&list.table, &widgets::ConversationTable::opened);
        list.click(2);
        QCOMPARE(opened.size(), 0);
        QTest::keyClick(&list.table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        const QPoint place = list.cell(3, ColumnId::State).center();
        QTest::mouseClick(list.table.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(list.table.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(opened.size(), 2);
    }

    void lettersMoveLikeArrows()
    {
        List list;
        list.click(2);
        QTest::keyClick(&list.table, Qt::Key_J);
        QCOMPARE(list.table.selectedRow()->id(), u"CN3"_s);
        QTest::keyClick(&list.table, Qt::Key_K);
        QTest::keyClick(&list.table, Qt::Key_K);
        QCOMPARE(list.table.selectedRow()->id(), u"CN1"_s);
        QTest::keyClick(&list.table, Qt::Key_J, Qt::ShiftModifier);
        QCOMPARE(list.table.selectedCount(), 2);
    }

    void rowsAreCompactByTheirKeys()
    {
        List list;
        QVERIFY(QTest::qWaitForWindowActive(&list.table));
        QSignalSpy toggled(&list.table, &widgets::ConversationTable::compactToggled);
        QCOMPARE(list.table.rowHeight(0), list.look().heights.row);
        QTest::keyClick(&list.table, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(list.table.rowHeight(0), list.look().heights.compactRow);
        QCOMPARE(toggled.size(), 1);
    }
};

QTEST_MAIN(TestRows)
#include "tst_rows.moc"
