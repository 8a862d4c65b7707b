// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"
#include "support/fail.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/looks.h"
#include "support/manualclock.h"
#include "support/program.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/theme.h"
#include "widgets/details/hoverrow.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/heading.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStyleOptionViewItem>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

#ifdef QUOIN_IS_SANITIZED
constexpr bool isSlow = true; // and about memory alone
#else
constexpr bool isSlow = false;
#endif

QString describe(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return u"%1 ‘%2’ has %3×%4, needs %5×%6"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()), label ? label->text()
                                                                     : button
                                                                         ? button->text()
                                                                         : widget->accessibleName())
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->sizeHint().width())
        .arg(label && label->wordWrap() ? label->heightForWidth(label->width())
                                        : widget->sizeHint().height());
}

// Whether all of its text is there to be read. What is elided on purpose says the whole in its tip.
bool isWhole(const QWidget *widget)
{
    if (qobject_cast<const widgets::ElidedLabel *>(widget))
        return true;
    // Its order gives way, and then its name is elided.
    if (const auto *heading = qobject_cast<const widgets::Heading *>(widget))
        return heading->height() >= heading->minimumSizeHint().height() &&
               !heading->toolTip().isEmpty();
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return true;
        return label->wordWrap() ? label->height() >= label->heightForWidth(label->width())
                                 : label->width() >= label->sizeHint().width();
    }
    // In a low bar a button is lower than elsewhere.
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        const int text = button->text().isEmpty() ? 0 : button->fontMetrics().height();
        const int icon = button->icon().isNull() ? 0 : button->iconSize().height();
        return button->width() >= button->minimumSizeHint().width() &&
               button->height() >= qMin(button->minimumSizeHint().height(), qMax(text, icon) + 4);
    }
    return true;
}

QStringList clipped(const QWidget &window)
{
    QStringList clipped;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        // A button in a line edit is an icon.
        if (widget->inherits("QLineEditIconButton"))
            continue;
        const bool isText =
            qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget);
        if (!isText)
            continue;
        const QRect shown(widget->mapTo(&window, QPoint()), widget->size());
        // What scrolls down may reach beyond, but not to the sides.
        const QWidget *area = nullptr;
        for (const QWidget *above = widget; above && !area; above = above->parentWidget())
            if (above->objectName() == u"qt_scrollarea_viewport"_s)
                area = above;
        QRect room = area ? QRect(area->mapTo(&window, QPoint()), area->size()) : window.rect();
        if (area)
            room.setRect(room.left(), shown.top(), room.width(), shown.height());
        if (!isWhole(widget) || !room.contains(shown))
            clipped.append(describe(widget));
    }
    return clipped;
}

using support::bestContrast;
using support::Desktop;
using support::share;

const QHash<QString, Desktop> &themes()
{
    static const QHash<QString, Desktop> all{
        {u"light"_s, support::lightDesktop()},
        {u"dark"_s, support::darkDesktop()},
        {u"high contrast, dark"_s,
         {u"#000000"_s, u"#000000"_s, u"#ffffff"_s, u"#ffff00"_s, u"#000000"_s}},
        {u"high contrast, light"_s,
         {u"#ffffff"_s, u"#ffffff"_s, u"#000000"_s, u"#000080"_s, u"#ffffff"_s}}};
    return all;
}

void keepPicture(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("QUOIN_LOOKS");
    if (!folder.isEmpty())
        window.grab().save(u"%1/%2.png"_s.arg(folder, QString(name).replace(u", "_s, u"-"_s)));
}

QRect placeIn(const QWidget &window, const QWidget &widget)
{
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(&window, QPoint()));
}

template <class W>
bool isIn(const QWidget &widget)
{
    for (const QWidget *above = widget.parentWidget(); above; above = above->parentWidget())
        if (qobject_cast<const W *>(above))
            return true;
    return false;
}

// What in the window cannot be read, by the pixels of this picture of it. Icons need less.
QStringList unreadable(const QWidget &window, const QImage &picture)
{
    QStringList found;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isThere = widget->window() == &window && !widget->visibleRegion().isEmpty() &&
                             widget->isEnabled();
        if (!isThere || (!label && !button) || (label && label->text().trimmed().isEmpty()))
            continue;
        // Buttons in a row that is not under the pointer have no drawing yet.
        if (button && !button->underMouse() && isIn<widgets::HoverRow>(*button))
            continue;
        const double least = label || !button->text().isEmpty() ? 4.5 : 3;
        const double contrast = bestContrast(picture.copy(placeIn(window, *widget)));
        if (contrast < least)
            found.append(u"%1: %2"_s.arg(describe(widget)).arg(contrast));
    }
    return found;
}

// The texts of the list that are cut while another column has more room than it needs.
QStringList cutWithoutNeed(const widgets::ConversationTable &table, const widgets::Theme &theme)
{
    const QFontMetrics title(theme.fonts.heading);
    const QHeaderView &header = *table.horizontalHeader();
    const widgets::ColumnLayout &columns = table.columnLayout();
    QStyleOptionViewItem option;
    option.initFrom(&table);
    const int end = table.visibleEnd();
    struct Need
    {
        int column;
        int content;
        int room;
    };
    QList<Need> needs;
    for (int column = 0; column < header.count(); ++column) {
        if (header.isSectionHidden(column))
            continue;
        // A title has room for the arrow of its order.
        QString text = header.model()->headerData(column, Qt::Horizontal).toString();
        text.remove(u" ▾"_s).remove(u" ▴"_s);
        int content = title.horizontalAdvance(text + u" ▾"_s);
        const bool isFolded =
            columns.isFolded() && column == inbox::columnIndex(inbox::ColumnId::State);
        for (int row = qMax(0, table.rowAt(0)); row < end && !isFolded; ++row) {
            const QModelIndex index = table.model()->index(row, column);
            content = qMax(content, table.itemDelegate()->sizeHint(option, index).width());
        }
        needs.append(
            {column, content,
             header.sectionSize(column) - columns.leading(column) - columns.trailing(column)});
    }
    QStringList cut;
    for (const Need &one : std::as_const(needs))
        for (const Need &other : std::as_const(needs))
            if (one.content > one.room && other.room - other.content >= one.content - one.room)
                cut.append(
                    u"%1 lacks %2, and %3 has %4 that it does not need"_s
                        .arg(header.model()->headerData(one.column, Qt::Horizontal).toString())
                        .arg(one.content - one.room)
                        .arg(header.model()->headerData(other.column, Qt::Horizontal).toString())
                        .arg(other.room - other.content));
    return cut;
}

} // namespace

// The whole window in every state, language and size.
class TestLooks : public support::WindowTest
{
    Q_OBJECT

    const QPalette m_palette = QApplication::palette();
    const QFont m_font = QApplication::font();

private Q_SLOTS:
    void cleanup()
    {
        QApplication::setPalette(m_palette);
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("text");
        for (const QString &language : app::languages()) {
            const auto add = [&language](const char *name, const QSize &size, double text) {
                QTest::addRow("%s, %s", qPrintable(language), name) << language << size << text;
            };
            add("large text, small", {1024, 640}, 2);
            if (isSlow)
                continue;
            add("small", {1024, 640}, 1);
            add("usual", {1280, 780}, 1);
            add("large text, 4K", {3840, 2160}, 2);
        }
    }

    void nothingIsClipped()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(double, text);
        QFont font = m_font;
        font.setPointSizeF(m_font.pointSizeF() * text);
        QApplication::setFont(font);
        const app::Translations words(language);
        {
            workspace::SettingsFile file(m_settingsFile);
            workspace::Preferences preferences;
            preferences.language = language;
            workspace::ProgramSettings(file).setPreferences(preferences);
        }
        support::Program program({.settingsFile = m_settingsFile});
        widgets::MainWindow &window = program.window;
        window.resize(size);
        program.openDemo();
        program.controller.inboxPage()->selectFirst();
        const auto *table = window.findChild<widgets::ConversationTable *>();
        QTRY_VERIFY(table->selectedRow());
        QCOMPARE(window.layoutDirection(), QLocale(language).textDirection());
        const auto picture = qScopeGuard(
            [&window] { keepPicture(window, QString::fromUtf8(QTest::currentDataTag())); });
        // Layouts settle in the event loop.
        QTRY_VERIFY2_WITH_TIMEOUT(clipped(window).isEmpty(),
                                  qPrintable(clipped(window).join(u'\n')), 1000);
        QCOMPARE(window.size(), size);
        if (text == 1) {
            // The name is whole; where it is wide, so is how much there is.
            const auto *heading = window.findChild<widgets::Heading *>();
            const QFontMetrics title(window.themeSource().theme().fonts.title);
            const QString name = heading->text().section(u':', 0, 0).trimmed();
            const int needed =
                size.width() < 1280 ? title.horizontalAdvance(name) : heading->sizeHint().width();
            QVERIFY2(heading->width() >= needed, qPrintable(describe(heading)));
        }
    }

    void eachWidthInBothThemes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isCompact");
        QTest::addColumn<bool>("isOver");
        QTest::addColumn<QString>("theme");
        for (const QString &theme :
             isSlow ? QStringList{u"dark"_s} : QStringList{u"light"_s, u"dark"_s}) {
            const auto add = [&theme](const char *name, const QSize &size, bool isCompact = false,
                                      bool isOver = false) {
                QTest::addRow("%s, %s", name, qPrintable(theme))
                    << size << isCompact << isOver << theme;
            };
            add("1280", {1280, 800});
            add("rail", {1024, 700});
            add("narrow", {840, 640});
            add("narrow with details", {840, 640}, false, true);
            add("smallest", widgets::MainWindow::smallestSize);
            add("smallest with details", widgets::MainWindow::smallestSize, false, true);
            add("1920 compact", {1920, 1080}, true);
        }
    }

    // Each in a room that is as the pictures of the design have it.
    void eachWidthInBothThemes()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isCompact);
        QFETCH(bool, isOver);
        QFETCH(QString, theme);
        QApplication::setPalette(support::paletteOf(themes().value(theme)));
        support::Program program({.settingsFile = m_settingsFile});
        widgets::MainWindow &window = program.window;
        window.resize(size);
        program.openDemo();
        auto *table = window.findChild<widgets::ConversationTable *>();
        table->setCompact(isCompact);
        program.controller.inboxPage()->selectFirst();
        QTRY_VERIFY(table->selectedRow());
        if (isOver)
            QTest::keyClick(table, Qt::Key_Return);
        const auto *details = window.findChild<widgets::DetailsPane *>();
        QTRY_COMPARE(details->isVisible(), size.width() > 860 || isOver);
        QTRY_VERIFY2_WITH_TIMEOUT(clipped(window).isEmpty(),
                                  qPrintable(clipped(window).join(u'\n')), 1000);
        QCOMPARE(window.size(), size);
        keepPicture(window, QString::fromUtf8(QTest::currentDataTag()));
        const QStringList poor = unreadable(window, window.grab().toImage());
        QVERIFY2(poor.isEmpty(), qPrintable(poor.join(u'\n')));
        const QStringList cut = cutWithoutNeed(*table, window.themeSource().theme());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void theThemeChangesWhileItRuns_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("theme");
        for (const QString &state :
             {u"rows"_s, u"several rows"_s, u"nothing selected"_s, u"new ones wait"_s, u"loading"_s,
              u"empty"_s, u"filtered away"_s, u"no match"_s, u"failed"_s, u"stopped"_s,
              u"waiting"_s, u"offline"_s})
            for (const QString &theme : isSlow ? QStringList{u"dark"_s} : themes().keys())
                QTest::addRow("%s, %s", qPrintable(state), qPrintable(theme)) << state << theme;
    }

    // Nothing keeps a colour of the theme before, and whatever state it is in can be read.
    void theThemeChangesWhileItRuns()
    {
        QFETCH(QString, state);
        QFETCH(QString, theme);
        support::ScriptedWorld world([](quo::Client::Settings &s) {
            s.retry.otherTries = s.retry.rateLimitedTries = s.retry.unreadableTries = 1;
        });
        if (state == u"loading")
            world.server.staysSilent();
        else if (state == u"empty" || state == u"filtered away")
            world.server.says(support::page(1, 0));
        else if (state == u"failed")
            world.server.says(401, R"({"message": "The API says so"})");
        else if (state == u"waiting")
            world.server.says(429, "{}", "Retry-After: 60\r\n");
        else
            world.server.says(
                support::page(1, 40, state == u"stopped" ? std::optional(u"a"_s) : std::nullopt));
        if (state == u"stopped")
            world.server.says(500, R"({"message": "The API says so"})");
        support::ManualClock clock(world.clock.now());
        support::Window window(world.client, clock, m_settingsFile);
        const bool hasRows = state == u"rows" || state == u"several rows" ||
                             state == u"nothing selected" || state == u"new ones wait" ||
                             state == u"offline" || state == u"no match";
        if (hasRows)
            QTRY_VERIFY(window.rests() && window.session.status().loaded == 40);
        if (state == u"filtered away") {
            window.click("Active only");
            clock.advance(support::anyRest);
        } else if (state == u"no match") {
            window.state.change(&workspace::View::search, u"zzzz"_s);
            clock.advance(support::anyRest);
        } else if (state == u"loading") {
            clock.advance(std::chrono::seconds(1));
        } else if (state == u"offline") {
            world.server.goAway();
            window.session.refreshByItself();
        } else if (state == u"new ones wait") {
            window.select(0);
            QTest::keyClick(window.table(), Qt::Key_Down, Qt::ShiftModifier);
            QCoreApplication::processEvents();
            QList<QJsonObject> latest;
            for (int i = 101; i <= 134; ++i)
                latest.append(support::conversation(
                    u"CN%1"_s.arg(i), {{u"lastActivityAt"_s, u"2026-06-02T12:00:00Z"_s},
                                       {u"updatedAt"_s, u"2026-06-02T12:00:00Z"_s}}));
            world.server.says(support::page(latest));
            window.session.refreshByItself();
        }
        const auto isThere = [&] {
            const QString texts = window.texts();
            if (state == u"stopped")
                return texts.contains(u"Server error. First 40"_s);
            if (state == u"failed")
                return texts.contains(u"didn’t accept the API key"_s);
            if (state == u"waiting")
                return texts.contains(u"Trying again in"_s) ||
                       texts.contains(u"Rate limit reached"_s);
            if (state == u"offline")
                return texts.contains(u"Offline since"_s);
            if (state == u"new ones wait")
                return window.session.arranger().waiting().count() == 34;
            if (state == u"no match")
                return window.shownIds().isEmpty() && window.rests();
            return state == u"loading" || window.rests();
        };
        QTRY_VERIFY2(isThere(), qPrintable(window.texts()));
        if (window.session.model().rowCount() > 0 && state != u"nothing selected" &&
            state != u"new ones wait")
            window.select(0);
        for (int i = 0; state == u"several rows" && i < 5; ++i)
            QTest::keyClick(window.table(), Qt::Key_Down, Qt::ShiftModifier);
        if (state == u"several rows" || state == u"new ones wait")
            clock.advance(std::chrono::seconds(1));

        // Of colours that no other has.
        const Desktop before{u"#d3e4c5"_s, u"#fdf6e3"_s, u"#073642"_s, u"#6c71c4"_s, u"#fdf6e3"_s};
        const Desktop &now = themes().value(theme);
        const auto has = [&window](const Desktop &desktop) {
            auto *bar = window.page->findChild<widgets::SideBar *>();
            return share(bar->grab().toImage(), desktop.window) > 0.3 &&
                   share(window.table()->viewport()->grab().toImage(), desktop.base) > 0.3;
        };
        QApplication::setPalette(support::paletteOf(before));
        QTRY_VERIFY_WITH_TIMEOUT(has(before), 2000);
        QApplication::setPalette(support::paletteOf(now));
        QTRY_VERIFY_WITH_TIMEOUT(has(now), 2000);
        QCoreApplication::sendPostedEvents(); // so that the layouts have followed
        QTRY_VERIFY2_WITH_TIMEOUT(clipped(*window.widget).isEmpty(),
                                  qPrintable(clipped(*window.widget).join(u'\n')), 1000);
        const QImage picture = window.widget->grab().toImage();
        keepPicture(*window.widget, QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(share(picture, before.base) < 0.001, "a base");
        QVERIFY2(share(picture, before.window) < 0.001, "a window");
        QVERIFY(share(picture, now.window) + share(picture, now.base) > 0.5);
        const QStringList poor = unreadable(*window.widget, picture);
        QVERIFY2(poor.isEmpty(), qPrintable(poor.join(u'\n')));
        const QStringList cut =
            cutWithoutNeed(*window.table(), window.widget->themeSource().theme());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    // What is on the screen, not what would be painted now.
    void noFrameIsLeftBehind()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) { return support::page(1, 40); });
        support::ManualClock clock(world.clock.now());
        support::Window window(world.client, clock, m_settingsFile);
        window.widget->resize(1280, 1400); // 20 rows are visible
        QTRY_VERIFY(window.rests());
        window.widget->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.widget.get()));
        auto *table = window.table();
        table->setFocus();
        window.select(1);
        const auto press = [table](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(table, key, modifiers);
        };
        press(Qt::Key_Up);
        QCOMPARE(window.selectedRows(), QList<int>{0});
        const auto shown = [&window] {
            QCoreApplication::processEvents();
            return window.widget->screen()->grabWindow(window.widget->winId()).toImage();
        };
        const auto isPainted = [&] { return shown() == window.widget->grab().toImage(); };
        QTRY_VERIFY(isPainted());
        const QImage before = shown();
        for (int i = 0; i < 20; ++i) {
            press(Qt::Key_Down, Qt::ShiftModifier);
            QTRY_VERIFY2(isPainted(), "A row that the frame has left was not painted");
        }
        QCOMPARE(window.selectedRows().size(), 21);
        press(Qt::Key_Escape);
        QCOMPARE(window.selectedRows().size(), 1);
        QTRY_VERIFY(isPainted());
        const QImage after = shown();
        QVERIFY(before != after);
        QCOMPARE(table->verticalScrollBar()->value(), 0);
        for (int row = 1; row < 20; ++row) {
            QRect place = table->visualRect(table->model()->index(row, 0));
            place.setLeft(0);
            place.setWidth(table->viewport()->width());
            place.translate(table->viewport()->mapTo(window.widget.get(), QPoint()));
            QVERIFY2(before.copy(place) == after.copy(place), qPrintable(QString::number(row)));
        }
        press(Qt::Key_Home);
        QTRY_VERIFY(isPainted());
        QTRY_COMPARE(shown(), before);
    }

    // Tab goes down the side, along the bars, through list and details to the status line, and what
    // has the focus shows it.
    void tabGoesInReadingOrder()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const auto &) { return support::page(1, 40); });
        support::Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(0);
        window.widget->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.widget.get()));
        QWidget *first = window.find<QAbstractButton>("Workspace");
        QVERIFY(first);
        first->setFocus(Qt::TabFocusReason);
        QTest::keyClick(first, Qt::Key_Tab); // from here on the keyboard is in use
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), first);
        QStringList names;
        QList<QWidget *> seen;
        for (QWidget *at = first; !seen.contains(at); at = QApplication::focusWidget()) {
            seen.append(at);
            names.append(at->accessibleName().isEmpty()
                             ? QString::fromLatin1(at->metaObject()->className())
                             : at->accessibleName());
            const QImage with = window.widget->grab().toImage();
            QTest::keyClick(at, Qt::Key_Tab);
            QVERIFY2(QApplication::focusWidget() != at, qPrintable(names.last()));
            const QRect place(at->mapTo(window.widget.get(), QPoint()), at->size());
            QVERIFY2(window.widget->grab().toImage().copy(place) != with.copy(place),
                     qPrintable(names.last() + u" shows no focus"_s));
        }
        const QStringList expected{// Along the side,
                                   u"Workspace"_s, u"Views and lines"_s,
                                   // the bars, where arrows go on,
                                   u"Search"_s, u"Refresh"_s, u"Filter Line: not set"_s,
                                   // the list,
                                   u"Conversations"_s,
                                   // and the details.
                                   u"Open in Quo"_s, u"Sections"_s, u"Copy: Conversation"_s};
        QCOMPARE(names.join(u", "_s), expected.join(u", "_s));
    }

    void tabComesThroughEveryArea_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QStringList>("areas");
        const QString side = u"SideBar"_s;
        const QString bar = u"InboxBar"_s;
        const QString filters = u"FilterBar"_s;
        const QString list = u"ConversationTable"_s;
        const QString details = u"DetailsPane"_s;
        const QString status = u"StatusLine"_s;
        const QStringList upToList{side, bar, filters, list};
        QTest::newRow("nothing selected") << u"nothing"_s << upToList;
        QTest::newRow("one selected") << u"one"_s << upToList + QStringList{details};
        QTest::newRow("several selected") << u"several"_s << upToList + QStringList{details};
        QTest::newRow("more to load") << u"more"_s << upToList + QStringList{details, status};
        QTest::newRow("empty") << u"empty"_s << upToList;
        QTest::newRow("failed") << u"failed"_s << upToList + QStringList{status};
        QTest::newRow("narrow") << u"narrow"_s << upToList;
        QTest::newRow("over the list") << u"over"_s << upToList + QStringList{details};
        QTest::newRow("wide again") << u"again"_s << upToList + QStringList{details};
    }

    void tabComesThroughEveryArea()
    {
        QFETCH(QString, state);
        QFETCH(QStringList, areas);
        support::ScriptedWorld world;
        if (state == u"failed")
            world.server.says(401, R"({"message": "The API says so"})");
        if (state == u"more")
            world.server.says(support::page(1, 100, u"a"_s));
        world.server.setFallback(
            [&state](const auto &) { return support::page(1, state == u"empty" ? 0 : 40); });
        support::Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(state == u"failed" ? window.texts().contains(u"didn’t accept the API key"_s)
                                       : window.rests());
        window.widget->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.widget.get()));
        widgets::ConversationTable *table = window.table();
        table->setFocus();
        const auto resize = [&window](int width) {
            window.widget->resize(width, 640);
            QCoreApplication::processEvents();
        };
        if (state == u"narrow" || state == u"over" || state == u"again")
            resize(800);
        if (state != u"nothing" && window.session.model().rowCount() > 0)
            window.select(0);
        if (state == u"several")
            QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        if (state == u"over" || state == u"again")
            QTest::keyClick(table, Qt::Key_Return);
        if (state == u"again")
            resize(1280);
        QCoreApplication::processEvents();
        const auto areaOf = [](const QWidget *widget) {
            for (; widget; widget = widget->parentWidget()) {
                const QString name =
                    QString::fromLatin1(widget->metaObject()->className()).section(u"::"_s, -1);
                if (name.endsWith(u"Bar"_s) || name == u"ConversationTable" ||
                    name == u"DetailsPane" || name == u"StatusLine")
                    if (name != u"QTabBar" && name != u"TextTabs")
                        return name;
            }
            return QString();
        };
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
            QWidget *const first = window.find<QAbstractButton>("Workspace");
            first->setFocus(Qt::TabFocusReason);
            QStringList visited;
            int stops = 0;
            for (int i = 0; i < 60; ++i) {
                const QString area = areaOf(QApplication::focusWidget());
                if (visited.isEmpty() || visited.last() != area)
                    visited.append(area);
                QTest::keyClick(QApplication::focusWidget(), key);
                if (stops == 0 && QApplication::focusWidget() == first)
                    stops = i + 1;
            }
            QVERIFY2(stops > 0 && stops <= 14, qPrintable(visited.join(u' ')));
            QStringList expected = areas;
            if (key == Qt::Key_Backtab) // the side bar has two stops, and this begins at the first
                expected =
                    QStringList{areas.first()} + QStringList(areas.crbegin(), areas.crend() - 1);
            QCOMPARE(visited.first(expected.size()).join(u' '), expected.join(u' '));
            QCOMPARE(visited.value(expected.size()), areas.first());
        }
    }
};

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
