// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/looks.h"
#include "support/manualclock.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/announcer.h"
#include "widgets/common/theme.h"
#include "widgets/details/detailspane.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using support::bestContrast;
using support::Window;

namespace {

const QString gregory = u"+12125556534"_s;
const QString line = u"+14155550103"_s;

QJsonObject row(const QString &id, const QStringList &people, const QJsonObject &replaced = {})
{
    QJsonObject object{{u"name"_s, QJsonValue()},
                       {u"assignedTo"_s, QJsonValue()},
                       {u"phoneNumberId"_s, u"PN1"_s},
                       {u"participants"_s, QJsonArray::fromStringList(people)}};
    for (auto it = replaced.begin(); it != replaced.end(); ++it)
        object.insert(it.key(), it.value());
    return support::conversation(id, object);
}

QJsonObject message(int number, const QString &time, const QString &text, const QString &status)
{
    return {{u"id"_s, u"AC%1"_s.arg(number)},
            {u"direction"_s, status.isEmpty() ? u"incoming"_s : u"outgoing"_s},
            {u"from"_s, status.isEmpty() ? gregory : line},
            {u"userId"_s, u"US1"_s},
            {u"status"_s, status},
            {u"text"_s, text},
            {u"createdAt"_s, u"2026-04-27T%1:00Z"_s.arg(time)}};
}

const QString longName =
    u"Wolfeschlegelsteinhausenbergerdorff und Söhne, Rechtsanwälte und Notare"_s;

// As in the picture of the design, and then rows that are less usual.
void serve(support::ScriptedWorld &world)
{
    const QList<QJsonObject> rows{
        row(u"CN1"_s, {gregory, line}, {{u"snoozedUntil"_s, u"2026-11-05T09:00:00Z"_s}}),
        row(u"CN2"_s, {u"+493012345678"_s, line}, {{u"name"_s, longName}}),
        row(u"CN3"_s, {u"+16175554673"_s, line}, {{u"assignedTo"_s, u"US1"_s}}),
        row(u"CN4"_s, {gregory, u"+818012346728"_s, u"+12065556757"_s, u"+201000003022"_s, line},
            {{u"mutedUntil"_s, u"9999-12-31T23:59:59.999Z"_s}}),
        row(u"CN5"_s, {u"+201000003022"_s, line},
            {{u"deletedAt"_s, u"2026-11-20T09:00:00Z"_s},
             {u"snoozedUntil"_s, u"2026-11-30T21:25:00Z"_s}})};
    const QList<QJsonObject> messages{
        message(4, u"10:52"_s, u"Which of the two addresses is right? 18 Elm Street or 81?"_s,
                u"undelivered"_s),
        message(3, u"10:47"_s,
                u"Thanks for the call, Gregory. I will send a corrected one today."_s,
                u"delivered"_s),
        message(2, u"10:35"_s, {}, {}),
        message(1, u"10:31"_s, u"Hi, the invoice still has my old address on it."_s, {})};
    const QJsonObject call{{u"id"_s, u"AC9"_s},
                           {u"direction"_s, u"incoming"_s},
                           {u"status"_s, u"completed"_s},
                           {u"createdAt"_s, u"2026-04-27T10:40:00Z"_s},
                           {u"answeredAt"_s, u"2026-04-27T10:40:05Z"_s},
                           {u"answeredBy"_s, u"US1"_s},
                           {u"duration"_s, 240}};
    world.server.setFallback([=](const support::ScriptedServer::Request &request) {
        if (request.line.startsWith("GET /v1/conversations"))
            return support::page(rows);
        return support::page(request.line.startsWith("GET /v1/messages") ? messages : QList{call});
    });
}

void name(Window &window)
{
    quo::Directory directory;
    directory.setLines(
        {{u"PN1"_s, line, u"Billing"_s, u"🧾"_s}, {u"PN2"_s, u"+14155550104"_s, u"Sales"_s, {}}});
    directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}}});
    window.names.setDirectory(directory);
    quo::ContactIndex contacts;
    contacts.add(quo::Contact{u"Gregory"_s, u"Chen"_s, {}, {gregory}});
    contacts.add(quo::Contact{u"Daisuke"_s, u"Suzuki"_s, u"Acme"_s, {u"+818012346728"_s}});
    contacts.add(quo::Contact{u"عمر"_s, u"منصور"_s, {}, {u"+201000003022"_s}});
    window.names.setContacts(contacts);
}

// Shows the pane of details alone, in its usual width.
struct Shown : support::ScriptedWorld
{
    Shown(const QString &settingsFile, double scale = 1, const char *tab = "Messages")
        : clock(*quo::parseInstant(u"2026-11-26T08:24:00Z"_s))
    {
        serve(*this);
        window = std::make_unique<Window>(client, clock, settingsFile);
        QTRY_VERIFY(window->rests());
        name(*window);
        window->widget->resize(qRound(1280 * scale), 800);
        details = window->widget->findChild<widgets::DetailsPane *>();
        QVERIFY(details);
        tabs = window->find<QTabBar>("Sections");
        QVERIFY(tabs);
        window->select(0);
        open(tab);
    }

    void open(const char *tab)
    {
        for (int i = 0; i < tabs->count(); ++i)
            if (QString(tabs->tabText(i)).remove(u'&') == QString::fromUtf8(tab))
                tabs->setCurrentIndex(i);
    }

    // Shows a row, with its messages if their tab is open.
    void show(int at)
    {
        window->select(at);
        clock.advance(std::chrono::seconds(1));
        if (tabs->currentIndex() == 0)
            QTRY_VERIFY(window->activity.thread() && window->activity.thread()->isStarted() &&
                        !window->activity.isLoading());
    }

    QImage picture() const { return details->grab().toImage(); }

    support::ManualClock clock;
    std::unique_ptr<Window> window;
    widgets::DetailsPane *details = nullptr;
    QTabBar *tabs = nullptr;
};

void keep(const QImage &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("QUOIN_LOOKS");
    if (!folder.isEmpty())
        picture.save(u"%1/details-%2.png"_s.arg(folder, name));
}

QPalette light()
{
    return support::paletteOf(support::lightDesktop());
}

QPalette dark()
{
    return support::paletteOf(support::darkDesktop());
}

QList<QLabel *> shownLabels(const QWidget &pane)
{
    QList<QLabel *> labels = pane.findChildren<QLabel *>();
    labels.removeIf([](const QLabel *label) {
        // What is scrolled out in part is there to be scrolled.
        return label->visibleRegion().boundingRect() != label->rect() ||
               label->text().trimmed().isEmpty();
    });
    return labels;
}

} // namespace

class TestDetailsLooks : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingJumpsBetweenShortAndLongNames()
    {
        Shown shown(m_settingsFile);
        shown.show(0);
        const auto placeOf = [&](const QWidget *widget) {
            return QRect(widget->mapTo(shown.details, QPoint()), widget->size());
        };
        const QRect tabs = placeOf(shown.tabs);
        const QRect actions = placeOf(shown.window->find<QToolButton>("More actions"));
        for (int at = 1; at <= 2; ++at) {
            shown.show(at);
            QCOMPARE(placeOf(shown.tabs), tabs);
            QCOMPARE(placeOf(shown.window->find<QToolButton>("More actions")), actions);
        }
    }

    void everyTextCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<double>("text");
        QTest::newRow("light") << light() << 1.0;
        QTest::newRow("dark") << dark() << 1.0;
        QTest::newRow("light, large") << light() << 2.0;
    }

    void everyTextCanBeRead()
    {
        QFETCH(QPalette, palette);
        QFETCH(double, text);
        const QPalette usual = QApplication::palette();
        const QFont usualFont = QApplication::font();
        const auto restore = qScopeGuard([&] {
            QApplication::setPalette(usual);
            QApplication::setFont(usualFont);
        });
        QFont font = usualFont;
        font.setPointSizeF(usualFont.pointSizeF() * text);
        QApplication::setPalette(palette);
        QApplication::setFont(font);
        Shown shown(m_settingsFile, text);
        const QString tag = QString::fromUtf8(QTest::currentDataTag()).replace(u", "_s, u"-"_s);
        for (const char *tab : {"Messages", "Details and IDs"}) {
            shown.open(tab);
            for (int at = 0; at < 5; ++at) {
                shown.show(at);
                QCoreApplication::processEvents();
                const QImage picture = shown.picture();
                if (at == 0)
                    keep(shown.window->widget->grab().toImage(),
                         u"window-%1-%2"_s.arg(tag, QString::fromUtf8(tab).left(3)));
                keep(picture, u"%1-%2-%3"_s.arg(tag, QString::fromUtf8(tab).left(3)).arg(at));
                const QList<QLabel *> labels = shownLabels(*shown.details);
                QVERIFY(labels.size() > 6);
                for (const QLabel *label : labels) {
                    const QRect place = label->visibleRegion().boundingRect().translated(
                        label->mapTo(shown.details, QPoint()));
                    const double found = bestContrast(picture.copy(place));
                    QVERIFY2(found >= 4.5,
                             qPrintable(u"‘%1’ has %2"_s.arg(label->text()).arg(found)));
                    QVERIFY2(label->height() >= label->fontMetrics().height(),
                             qPrintable(label->text()));
                }
            }
        }
    }

    void aNewPaletteIsTakenWhileItRuns()
    {
        const QPalette usual = QApplication::palette();
        const auto restore = qScopeGuard([&usual] { QApplication::setPalette(usual); });
        QApplication::setPalette(light());
        Shown shown(m_settingsFile);
        shown.show(0);
        QApplication::setPalette(dark());
        QCoreApplication::processEvents();
        for (const char *tab : {"Messages", "Details and IDs"}) {
            shown.open(tab);
            QCoreApplication::processEvents();
            const QImage picture = shown.picture();
            keep(picture, u"turned-%1"_s.arg(QString::fromUtf8(tab).left(3)));
            int old = 0; // pixels; the initials are white in every theme
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    old += picture.pixelColor(x, y) == QColor(Qt::white);
            QVERIFY2(old < 200, qPrintable(QString::number(old)));
            for (const QLabel *label : shownLabels(*shown.details)) {
                const QRect place(label->mapTo(shown.details, QPoint()), label->size());
                QVERIFY2(bestContrast(picture.copy(place)) >= 4.5, qPrintable(label->text()));
            }
        }
    }

    // In a layout from right to left, with large text: every line is as high as its letters.
    void arabicIsNotCut()
    {
        const QFont usual = QApplication::font();
        const auto restore = qScopeGuard([&usual] {
            QApplication::setFont(usual);
            QApplication::setLayoutDirection(Qt::LeftToRight);
        });
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(font);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Shown shown(m_settingsFile, 2);
        for (const char *tab : {"Messages", "Details and IDs"}) {
            shown.open(tab);
            for (const int at : {3, 4}) {
                shown.show(at);
                QCoreApplication::processEvents();
                keep(shown.picture(), u"rtl-%1-%2"_s.arg(QString::fromUtf8(tab).left(3)).arg(at));
                for (const QLabel *label : shownLabels(*shown.details)) {
                    QVERIFY2(label->height() >= label->fontMetrics().height(),
                             qPrintable(label->text()));
                    // The text begins at the right.
                    const QRect place(label->mapTo(shown.details, QPoint()), label->size());
                    QVERIFY2(shown.details->rect().contains(place), qPrintable(label->text()));
                }
            }
        }
    }

    void tabVisitsEachAreaOnceAndComesBack()
    {
        Shown shown(m_settingsFile);
        shown.show(3); // a group
        shown.window->widget->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shown.window->widget.get()));
        const auto round = [&] {
            QStringList names;
            QWidget *const table = shown.window->table();
            table->setFocus(Qt::TabFocusReason);
            for (int stops = 0; stops < 40; ++stops) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                QWidget *const at = QApplication::focusWidget();
                if (at == table)
                    return names;
                if (shown.details->isAncestorOf(at))
                    names.append(at->accessibleName());
            }
            return QStringList(u"a trap"_s);
        };
        const auto press = [](int key) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        };
        const QStringList areas{u"Open in Quo"_s, u"Conversations with Gregory Chen"_s,
                                u"Sections"_s, u"Messages and calls"_s};
        QCOMPARE(round(), areas);
        // Arrows go on within an area, and Tab comes back to where they have gone.
        auto *open = shown.window->find<QAbstractButton>("Open in Quo");
        open->setFocus();
        press(Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Copy numbers"_s);
        press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), areas.at(1));
        press(Qt::Key_Down);
        press(Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Copy: +81 80-1234-6728"_s);
        QCOMPARE(round(), (QStringList{u"Copy numbers"_s, u"Copy: +81 80-1234-6728"_s, areas.at(2),
                                       areas.at(3)}));
        // Also after other people, and on the other page.
        shown.show(0);
        QCOMPARE(round(), (QStringList{u"Copy number"_s, areas.at(2), areas.at(3)}));
        shown.open("Details and IDs");
        QCOMPARE(round(), (QStringList{u"Copy number"_s, areas.at(2), u"Copy: Participants"_s}));
    }

    void keysGoOnFromTheDetails()
    {
        Shown shown(m_settingsFile);
        shown.show(1);
        shown.window->widget->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shown.window->widget.get()));
        auto *list = shown.window->find<QListView>("Messages and calls");
        for (QWidget *from : {static_cast<QWidget *>(list), static_cast<QWidget *>(shown.tabs)}) {
            from->setFocus();
            QTest::keyClick(from, Qt::Key_J);
            QCOMPARE(shown.window->selectedRows(), QList<int>{2});
            QTest::keyClick(from, Qt::Key_K);
            QCOMPARE(shown.window->selectedRows(), QList<int>{1});
            QTest::keyClick(from, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(shown.window->selectedRows(), QList<int>{2});
            QTest::keyClick(from, Qt::Key_Up, Qt::AltModifier);
            QCOMPARE(shown.window->selectedRows(), QList<int>{1});
            QVERIFY(from->hasFocus());
        }
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(shown.window->table()->hasFocus());
        QCOMPARE(shown.window->selectedRows(), QList<int>{1});
    }

    void whatIsCopiedIsSaidForAMoment()
    {
        Shown shown(m_settingsFile);
        shown.show(0);
        const auto isSaid = [&] {
            return std::ranges::any_of(shownLabels(*shown.details), [](const QLabel *label) {
                return label->text() == u"Copied";
            });
        };
        QVERIFY(!isSaid());
        shown.window->click("Copy number");
        QCOMPARE(QGuiApplication::clipboard()->text(), gregory);
        QTRY_VERIFY(isSaid());
        auto *announcer = shown.window->widget->findChild<widgets::Announcer *>();
        shown.clock.advance(std::chrono::seconds(1));
        QVERIFY(announcer->accessibleName().contains(u"Copied"));
        QVERIFY(isSaid());
        shown.clock.advance(std::chrono::seconds(1));
        QVERIFY(!isSaid());
        shown.open("Details and IDs");
        shown.window->click("Copy: Conversation ID");
        QCOMPARE(QGuiApplication::clipboard()->text(), u"CN1"_s);
        QTRY_VERIFY(isSaid());
        keep(shown.picture(), u"copied"_s);
        shown.show(1);
        QVERIFY(!isSaid()); // it would be about another one
    }

    void theLatestMessageIsAtTheBottom()
    {
        Shown shown(m_settingsFile);
        shown.show(0);
        const auto *list = shown.window->find<QListView>("Messages and calls");
        const auto *status = shown.window->find<QLabel>("Activity status");
        QCoreApplication::processEvents();
        const auto at = [&](int row) { return list->visualRect(list->model()->index(row, 0)); };
        const int last = list->model()->rowCount() - 1;
        QCOMPARE(at(last).bottom() + 1, list->viewport()->height());
        // And what is above the first one belongs to the list.
        QCOMPARE(status->text(), u"Start of conversation"_s);
        QCOMPARE(status->parentWidget(), list->viewport());
        QVERIFY(status->isVisible() && at(0).intersects(status->geometry()));
        // A thread that is higher than the list takes it along.
        shown.window->widget->resize(1280, 560);
        QTRY_VERIFY(list->verticalScrollBar()->maximum() > 0);
        QTRY_COMPARE(list->verticalScrollBar()->value(), list->verticalScrollBar()->maximum());
        const int from = status->y() - at(0).y();
        list->verticalScrollBar()->setValue(0);
        QCOMPARE(status->y() - at(0).y(), from);
        QCOMPARE(at(0).y(), 0);
    }

    void otherConversationsAreListedWithoutBlankRoom()
    {
        Shown shown(m_settingsFile);
        shown.show(0);
        shown.window->click("Other conversations with these people");
        const auto *list = shown.window->find<QListView>("Conversation to choose from");
        QTRY_COMPARE(list->model()->rowCount(), 2); // this one and the group
        QCoreApplication::processEvents();
        keep(list->window()->grab().toImage(), u"related"_s);
        const QRect last = list->visualRect(list->model()->index(1, 0));
        QVERIFY(list->viewport()->height() - last.bottom() < last.height());
        QVERIFY(list->window() != shown.window->widget.get());
    }

    void severalAreCountedWithBars()
    {
        Shown shown(m_settingsFile);
        shown.show(0);
        shown.window->table()->selectAll();
        shown.clock.advance(std::chrono::seconds(1));
        const auto *tree = shown.window->find<QTreeWidget>("Selected conversations, summed up");
        QTRY_VERIFY(tree->isVisible() && tree->topLevelItemCount() == 3);
        QCoreApplication::processEvents();
        keep(shown.picture(), u"several"_s);
        // A bar is as long as its share of all.
        const QColor accent = shown.window->widget->themeSource().theme().base.plain.accent;
        const auto lengthOf = [&](const QTreeWidgetItem *item) {
            const QImage picture = tree->viewport()->grab(tree->visualItemRect(item)).toImage();
            int longest = 0;
            for (int y = 0; y < picture.height(); ++y) {
                int length = 0;
                for (int x = 0; x < picture.width(); ++x)
                    length += picture.pixelColor(x, y) == accent;
                longest = qMax(longest, length);
            }
            return longest;
        };
        const QTreeWidgetItem *assignees = tree->topLevelItem(1);
        const int four = lengthOf(assignees->child(0));
        const int one = lengthOf(assignees->child(1));
        QVERIFY2(qAbs(four - 4 * one) <= 8, qPrintable(u"%1 and %2"_s.arg(four).arg(one)));
        QVERIFY(one > 0);
        // They can be copied from here.
        QGuiApplication::clipboard()->clear();
        shown.window->click("Copy selected rows");
        QTRY_COMPARE(QGuiApplication::clipboard()->text().trimmed().count(u'\n'), 4);
    }
};

QTEST_MAIN(TestDetailsLooks)
#include "tst_detailslooks.moc"
