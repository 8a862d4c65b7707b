// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/manualclock.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/detaildelegate.h"
#include "widgets/common/pickermodel.h"
#include "widgets/common/popover.h"
#include "widgets/common/theme.h"
#include "widgets/filters/chip.h"
#include "widgets/filters/filterbar.h"
#include "widgets/filters/filterchip.h"

#include <QAction>
#include <QApplication>
#include <QFont>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScopeGuard>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>

#include <algorithm>

using namespace Qt::StringLiterals;
using support::Window;
using widgets::Chip;
using widgets::FilterBar;
using widgets::FilterChip;

namespace {

quo::Directory namedDirectory()
{
    quo::Directory directory;
    directory.setLines({{u"PN1"_s, u"+14155550101"_s, u"Support"_s, u"🛟"_s},
                        {u"PN2"_s, u"+14155550102"_s, u"Sales"_s, u"💼"_s},
                        {u"PN3"_s, u"+14155550103"_s, u"Billing & more"_s, {}},
                        {u"PN4"_s, u"+14155550104"_s, u"Dispatch"_s, {}}});
    directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, u"dana@acme.example"_s},
                   {u"US2"_s, u"Łukasz"_s, u"Wójcik"_s, u"l@acme.example"_s}});
    return directory;
}

void tick(const Window &window, const char *list, const QString &id)
{
    auto *view = window.find<QListView>(list);
    QVERIFY(view);
    const QModelIndex row =
        view->model()->match(view->model()->index(0, 0), widgets::PickerModel::IdRole, id).value(0);
    QVERIFY(row.isValid());
    view->setCurrentIndex(row);
    QTest::keyClick(view, Qt::Key_Space);
}

class LayoutCounter : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::LayoutRequest;
        return false;
    }
};

} // namespace

class TestFilterBar : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedWorld> m_world;
    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<Window> m_window;

    FilterBar *bar() const { return m_window->page->findChild<FilterBar *>(); }
    QLineEdit *search() const { return m_window->find<QLineEdit>("Search"); }
    const QString &shownSearch() const { return m_window->state.shown().search; }
    void setSearch(const QString &search) const
    {
        m_window->state.change(&workspace::View::search, search);
    }

    // What is drawn in the bar itself, and not listed by 'More'.
    QList<QAbstractButton *> inBar() const
    {
        QList<QAbstractButton *> found;
        for (auto *button : bar()->findChildren<QAbstractButton *>())
            if (button->window() == m_window->widget.get() && button->isVisible())
                found.append(button);
        return found;
    }

    QStringList namesInBar() const
    {
        QStringList names;
        for (const QAbstractButton *button : inBar())
            names.append(button->accessibleName());
        return names;
    }

private Q_SLOTS:
    void init()
    {
        WindowTest::init();
        m_world = std::make_unique<support::ScriptedWorld>();
        m_world->server.setFallback([](const auto &) { return support::page(1, 3); });
        m_clock =
            std::make_unique<support::ManualClock>(*quo::parseInstant(u"2026-03-10T12:00:00Z"_s));
        m_window = std::make_unique<Window>(m_world->client, *m_clock, m_settingsFile);
        m_window->names.setDirectory(namedDirectory());
        QTRY_VERIFY(m_window->rests());
    }

    void cleanup()
    {
        m_window.reset();
        m_clock.reset();
        m_world.reset();
    }

    void whatDoesNotFitIsListedByMore()
    {
        workspace::Filters filters;
        filters.lines = {u"PN1"_s, u"PN2"_s};
        filters.created.preset = workspace::DateFilter::Preset::Last7Days;
        filters.excludeInactive = true;
        m_window->state.change(&workspace::View::filters, filters);
        setSearch(u"is:snoozed -to:none"_s);
        const int height = bar()->height();
        for (const int width : {2000, 1280, 1000, 800, 640}) {
            m_window->widget->resize(width, 600);
            QTRY_COMPARE(m_window->widget->width(), width);
            QCoreApplication::processEvents();
            QCOMPARE(bar()->height(), height);
            QList<QRect> taken;
            for (const QAbstractButton *button : inBar()) {
                const QRect place(button->mapTo(bar(), QPoint()), button->size());
                QVERIFY2(bar()->rect().contains(place), qPrintable(button->accessibleName()));
                if (button->inherits("widgets::ChipCross"))
                    continue;
                const int ring = qobject_cast<const Chip *>(button) ? Chip::ringRoom() : 0;
                const QRect drawn = place.adjusted(ring, 0, -ring, 0);
                for (const QRect &other : taken)
                    QVERIFY2(!other.intersects(drawn), qPrintable(button->accessibleName()));
                taken.append(drawn);
            }
            // Every filter that is set is counted, or there to be seen.
            int seen = 0;
            for (const FilterChip *chip : bar()->findChildren<FilterChip *>())
                seen += chip->isSet() && chip->window() == m_window->widget.get();
            const QString more =
                seen == 5 ? u"More filters"_s : u"More filters, %1 set"_s.arg(5 - seen);
            QVERIFY2(namesInBar().contains(more), qPrintable(namesInBar().join(u'\n')));
        }
        // From there they are removed as well.
        for (QAbstractButton *button : inBar())
            if (button->accessibleName().startsWith(u"More filters"))
                QTest::mouseClick(button, Qt::LeftButton);
        m_window->click("Remove filter: Active only");
        QVERIFY(!m_window->state.shown().filters.excludeInactive);
        QVERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
    }

    void theBarIsNotArrangedForEver()
    {
        setSearch(u"is:snoozed -to:none"_s);
        LayoutCounter counter;
        bar()->installEventFilter(&counter);
        const auto turns = [] {
            for (int turn = 0; turn < 10; ++turn)
                QCoreApplication::processEvents();
        };
        turns();
        counter.count = 0;
        turns();
        QCOMPARE(counter.count, 0);
    }

    void everyConditionOfTheSearchIsAChip()
    {
        setSearch(u"lopes is:snoozed,muted to:none,\"Dana Kim\" older:3d -line:Sales with:415"_s);
        QCOMPARE(search()->text(), u"lopes"_s);
        for (const char *name :
             {"Filter State: Snoozed, Muted", "Filter Assigned to: Unassigned, Dana Kim",
              "Filter Last activity: Over 3 days ago", "Filter Line: not Sales"})
            QVERIFY(m_window->find<QAbstractButton>(name));
        m_window->click("Remove filter: Last activity");
        QCOMPARE(shownSearch(),
                 u"is:snoozed,muted to:none,\"Dana Kim\" -line:Sales with:415 lopes"_s);
        m_window->click("Remove filter: State");
        m_window->click("Remove filter: Assigned to");
        QCOMPARE(shownSearch(), u"-line:Sales with:415 lopes"_s);
        // One that no popover can change is changed in the field.
        m_window->click("Filter Line: not Sales");
        QTRY_VERIFY(search()->hasFocus());
        QCOMPARE(search()->text(), u"lopes -line:Sales"_s);
        QTest::keyClicks(search(), u",Dispatch"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(search()->text(), u"lopes"_s);
        QVERIFY(m_window->find<QAbstractButton>("Filter Line: not Sales, Dispatch"));
    }

    void whatIsTypedActsAtOnceAndBecomesAChip()
    {
        QTest::keyClick(m_window->table(), Qt::Key_Slash);
        QVERIFY(search()->hasFocus());
        QTest::keyClicks(search(), u"ana is:muted"_s);
        QCOMPARE(shownSearch(), u"ana is:muted"_s);
        QCOMPARE(search()->text(), u"ana is:muted"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(search()->text(), u"ana"_s);
        QVERIFY(search()->hasFocus());
        QVERIFY(m_window->find<QAbstractButton>("Filter State: Muted"));
        QTest::keyClicks(search(), u" -is:deleted"_s);
        m_window->table()->setFocus();
        QCOMPARE(search()->text(), u"ana"_s);
        QVERIFY(m_window->find<QAbstractButton>("Filter State: not Deleted"));
        // Escape clears what is in the field, and goes to the list then.
        search()->setFocus();
        QTest::keyClick(search(), Qt::Key_Escape);
        QCOMPARE(shownSearch(), u"is:muted -is:deleted"_s);
        QTest::keyClick(search(), Qt::Key_Escape);
        QVERIFY(m_window->table()->hasFocus());
    }

    void statesAndAssigneesAreTicked()
    {
        m_window->names.setMe(u"US2"_s);
        m_window->click("Filter State: not set");
        tick(*m_window, "State to choose from", u"unassigned"_s);
        QCOMPARE(shownSearch(), u"is:unassigned"_s);
        tick(*m_window, "State to choose from", u"muted"_s);
        QCOMPARE(shownSearch(), u"is:unassigned,muted"_s);
        tick(*m_window, "State to choose from", u"unassigned"_s);
        QCOMPARE(shownSearch(), u"is:muted"_s);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());

        m_window->click("Filter Assigned to: not set");
        auto *field = m_window->find<QLineEdit>("Assigned to");
        QVERIFY(field && field->hasFocus());
        QTest::keyClicks(field, u"dana"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shownSearch(), u"is:muted to:\"Dana Kim\""_s);
        tick(*m_window, "Assigned to to choose from", u"me"_s);
        QCOMPARE(shownSearch(), u"is:muted to:\"Dana Kim\",me"_s);
        QVERIFY(m_window->find<QAbstractButton>("Filter Assigned to: Dana Kim, Me"));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    }

    void aRangeOfTheLastActivityIsACondition()
    {
        m_window->click("Filter Last activity: not set");
        auto *from = m_window->find<QLineEdit>("Last activity from");
        QVERIFY(from);
        for (auto *button : from->window()->findChildren<Chip *>())
            if (button->accessibleName() == u"Last 7 days")
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(shownSearch(), u"newer:7d"_s);
        QVERIFY(m_window->find<QAbstractButton>("Filter Last activity: Last 7 days"));
        from->setFocus();
        from->clear();
        QTest::keyClicks(from, u"2026-03-01"_s);
        QTest::keyClick(from, Qt::Key_Tab);
        QCOMPARE(shownSearch(), u"after:2026-03-01"_s);
        auto *to = m_window->find<QLineEdit>("Last activity to");
        QVERIFY(to);
        to->setFocus();
        to->clear();
        QTest::keyClicks(to, u"2026-03-05"_s);
        QTest::keyClick(to, Qt::Key_Return); // which also takes it
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(shownSearch(), u"after:2026-03-01 before:2026-03-06"_s);
        QVERIFY(m_window->find<QAbstractButton>("Filter Last activity: 1 Mar 2026 – 5 Mar 2026"));
        m_window->click("Remove filter: Last activity");
        QCOMPARE(shownSearch(), QString());
    }

    void clearTakesEverythingAndCtrlZBringsItBack()
    {
        m_window->state.change(&workspace::Filters::excludeInactive, true);
        setSearch(u"is:snoozed lopes"_s);
        const workspace::View before = m_window->state.shown();
        m_window->click("Clear filters and search");
        QCOMPARE(shownSearch(), QString());
        QVERIFY(m_window->state.shown().filters == workspace::Filters());
        QVERIFY(!namesInBar().contains(u"Clear filters and search"_s));
        m_window->table()->setFocus();
        QTest::keyClick(m_window->table(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->state.shown() == before);
        QCOMPARE(search()->text(), u"lopes"_s);
    }

    // Desktops differ in which of the two they use.
    void ctrlYAndCtrlShiftZSetItAgain()
    {
        QWidget *table = m_window->table();
        table->setFocus();
        const Qt::KeyboardModifiers shift = Qt::ControlModifier | Qt::ShiftModifier;
        m_window->state.change(&workspace::Filters::excludeInactive, true);
        const workspace::View set = m_window->state.shown();
        QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->state.shown() != set);
        QTest::keyClick(table, Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(m_window->state.shown() == set);
        QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->state.shown() != set);
        QTest::keyClick(table, Qt::Key_Z, shift);
        QVERIFY(m_window->state.shown() == set);
    }

    void changesOfTheOpenViewAreSavedFromTheBar()
    {
        m_window->state.change(&workspace::Filters::excludeInactive, true);
        QVERIFY(!namesInBar().contains(u"Save changes"_s));
        workspace::View view = m_window->state.shown();
        view.id = u"v"_s;
        view.name = u"Mine"_s;
        m_window->settings.setViews({view});
        QEvent activated(QEvent::WindowActivate);
        QCoreApplication::sendEvent(m_window->page, &activated);
        m_window->state.open(view);
        QVERIFY(!namesInBar().contains(u"Save changes"_s));
        setSearch(u"is:snoozed"_s);
        QVERIFY(namesInBar().contains(u"Save changes"_s));
        m_window->click("Save changes");
        QVERIFY(!namesInBar().contains(u"Save changes"_s));
        QCOMPARE(m_window->settings.views().first().search, u"is:snoozed"_s);
    }

    void onAndOffHoverAndFocusCannotBeMistaken()
    {
        widgets::ThemeSource theme(*m_window->widget);
        Chip chip(theme);
        chip.setTexts(u"Line"_s, {});
        chip.setAccessibleName(u"Line"_s);
        chip.resize(200, chip.sizeHint().height());
        chip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chip));
        const widgets::Surface &surface = theme.theme().base;
        const auto picture = [&chip](bool isOver, bool hasFocus) {
            QEvent event(isOver ? QEvent::Enter : QEvent::Leave);
            chip.setAttribute(Qt::WA_UnderMouse, isOver);
            hasFocus ? chip.setFocus() : chip.clearFocus();
            return chip.grab().toImage();
        };
        // Inside of the pill, away from its text.
        const auto fillOf = [](const QImage &image) {
            return image.pixelColor(image.width() - Chip::ringRoom() - 8, image.height() / 2 - 8);
        };
        QList<QImage> all;
        for (const bool isSet : {false, true})
            for (const bool isOver : {false, true})
                for (const bool hasFocus : {false, true}) {
                    chip.setSet(isSet);
                    const QImage image = picture(isOver, hasFocus);
                    for (const QImage &other : all)
                        QVERIFY(image != other);
                    all.append(image);
                    if (const QString folder = qEnvironmentVariable("QUOIN_LOOKS");
                        !folder.isEmpty())
                        image.save(u"%1/chip-%2.png"_s.arg(folder).arg(all.size()));
                    // Neither hover nor focus paint over the state.
                    if (isSet)
                        QCOMPARE(fillOf(image), surface.chip.fill);
                    else
                        QVERIFY(fillOf(image) != surface.chip.fill);
                    const QColor ring = image.pixelColor(image.width() / 2, 0);
                    QCOMPARE(ring == surface.plain.accent, hasFocus);
                }
    }

    void theBarIsOneStopAndArrowsMoveInIt()
    {
        m_window->state.change(&workspace::Filters::lines, QStringList{u"PN1"_s});
        auto *line = m_window->find<QAbstractButton>("Filter Line: Support");
        QVERIFY(line);
        line->setFocus();
        QStringList names;
        for (int i = 0; i < 3; ++i) {
            names.append(QApplication::focusWidget()->accessibleName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        }
        QCOMPARE(names, (QStringList{u"Filter Line: Support"_s, u"Remove filter: Line"_s,
                                     u"Filter State: not set"_s}));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QWidget *const left = QApplication::focusWidget();
        QTest::keyClick(left, Qt::Key_Tab);
        QVERIFY(!bar()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), left);
        QTest::keyClick(left, Qt::Key_Backtab);
        QVERIFY(!bar()->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(QApplication::focusWidget() != bar());
        // Delete takes a filter away, and the focus stays.
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Delete);
        QVERIFY(m_window->state.shown().filters.lines.isEmpty());
        QCOMPARE(QApplication::focusWidget(), line);
        // Escape closes a popover and gives the focus back.
        QTest::keyClick(line, Qt::Key_Down);
        QVERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(m_window->widget->focusWidget(), line);
    }

    void noTwoControlsOfAPopoverShareAKey()
    {
        for (const auto *popover : m_window->widget->findChildren<widgets::Popover *>()) {
            QList<QKeySequence> keys;
            const auto take = [&keys](const QString &text) {
                const QKeySequence key = QKeySequence::mnemonic(text);
                QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(text));
                keys.append(key);
            };
            for (const auto *button : popover->findChildren<QAbstractButton *>())
                take(button->text());
            for (const auto *label : popover->findChildren<QLabel *>())
                if (label->buddy())
                    take(label->text());
        }
    }

    void aPopoverIsAsHighAsItsContent()
    {
        m_window->click("Filter Line: not set");
        auto *popover = QApplication::activePopupWidget();
        QVERIFY(popover);
        const int all = popover->height();
        auto *field = m_window->find<QLineEdit>("Line");
        QVERIFY(field);
        QTest::keyClicks(field, u"sales"_s);
        const int row = popover->findChild<QListView *>()->sizeHintForRow(0);
        QTRY_COMPARE(popover->height(), all - 3 * row);
        QTest::keyClick(field, Qt::Key_Escape);
    }

    // However wide its digits are.
    void aCountIsWhole()
    {
        const QFont usual = QApplication::font();
        const auto restore = qScopeGuard([&usual] { QApplication::setFont(usual); });
        for (const double points : {9.5, 10.0, 10.7, 11.3}) {
            QFont font = usual;
            font.setPointSizeF(points);
            font.setHintingPreference(QFont::PreferNoHinting);
            QApplication::setFont(font);
            const widgets::ThemeSource &source = m_window->widget->themeSource();
            QTRY_COMPARE(source.theme().fonts.body.pointSizeF(), points);
            const widgets::Theme &theme = source.theme();
            QStandardItemModel model;
            widgets::DetailDelegate delegate(Qt::UserRole, m_window->widget->themeSource(), &model);
            QStyleOptionViewItem option;
            option.rect = {0, 0, 200, 40};
            const auto picture = [&option, &theme] {
                QImage image(option.rect.size(), QImage::Format_RGB32);
                image.fill(theme.base.plain.fill);
                return image;
            };
            for (int count = 1; count < 100; ++count) {
                const QString text = QString::number(count) + u'+';
                auto *item = new QStandardItem;
                item->setData(text, Qt::UserRole);
                model.setItem(0, item);
                QImage shown = picture();
                QPainter painter(&shown);
                delegate.paint(&painter, option, model.index(0, 0));
                painter.end();
                QImage expected = picture();
                painter.begin(&expected);
                painter.setFont(theme.fonts.body);
                painter.setPen(theme.base.plain.secondary);
                painter.drawText(option.rect.adjusted(0, 0, -widgets::space::medium, 0),
                                 Qt::AlignRight | Qt::AlignVCenter, text);
                painter.end();
                QVERIFY2(shown == expected, qPrintable(text));
            }
        }
    }

    // For a reader of pictures: QUOIN_LOOKS is the folder.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("QUOIN_LOOKS");
        if (folder.isEmpty())
            QSKIP("no folder for pictures");
        const QPalette usual = QApplication::palette();
        const auto restore = qScopeGuard([&usual] {
            QApplication::setPalette(usual);
            QApplication::setLayoutDirection(Qt::LeftToRight);
        });
        struct Look
        {
            QString name;
            QStringList colors; // window, base, text, highlight, highlighted text
            bool isMirrored = false;
        };
        const QList<Look> looks{
            {u"light"_s, {u"#f3f4f6"_s, u"#ffffff"_s, u"#1c1f24"_s, u"#1f6fd0"_s, u"#ffffff"_s}},
            {u"dark"_s, {u"#202327"_s, u"#17191c"_s, u"#e8eaed"_s, u"#4c9df5"_s, u"#0b1420"_s}},
            {u"contrast"_s, {u"#000000"_s, u"#000000"_s, u"#ffffff"_s, u"#ffff00"_s, u"#000000"_s}},
            {u"mirrored"_s,
             {u"#f3f4f6"_s, u"#ffffff"_s, u"#1c1f24"_s, u"#1f6fd0"_s, u"#ffffff"_s},
             true}};
        m_window->widget->resize(1280, 800);
        for (const Look &look : looks) {
            QPalette palette(QColor(look.colors[0]));
            palette.setColor(QPalette::Window, QColor(look.colors[0]));
            palette.setColor(QPalette::Base, QColor(look.colors[1]));
            for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
                palette.setColor(role, QColor(look.colors[2]));
            palette.setColor(QPalette::Highlight, QColor(look.colors[3]));
            palette.setColor(QPalette::HighlightedText, QColor(look.colors[4]));
            QApplication::setPalette(palette);
            QApplication::setLayoutDirection(look.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
            QCoreApplication::processEvents();
            const auto save = [&](QWidget *widget, const QString &name) {
                QCoreApplication::processEvents();
                widget->grab().save(u"%1/%2-%3.png"_s.arg(folder, look.name, name));
            };
            m_window->state.clear();
            save(m_window->widget.get(), u"bar"_s);
            workspace::Filters filters;
            filters.lines = {u"PN3"_s};
            filters.created = {workspace::DateFilter::Preset::Custom,
                               workspace::WallTime{{2026, 2, 2}, {0, 0}},
                               workspace::WallTime{{2026, 2, 1}, {0, 0}}};
            m_window->state.change(&workspace::View::filters, filters);
            setSearch(u"is:unassigned older:3d before:2026-13 -line:Sales"_s);
            m_clock->advance(support::anyRest);
            bar()->setViewChanged(true);
            m_window->find<QAbstractButton>("Filter State: Unassigned")->setFocus();
            save(m_window->widget.get(), u"set"_s);
            const std::pair<const char *, const char *> popovers[]{
                {"Filter Line: Billing & more", "line"},
                {"Filter State: Unassigned", "state"},
                {"Filter Last activity: Over 3 days ago", "activity"},
                {"Filter Assigned to: not set", "assigned"}};
            for (const auto &[chip, name] : popovers) {
                m_window->find<QAbstractButton>(chip)->click();
                auto *popover = QApplication::activePopupWidget();
                if (!popover)
                    continue;
                QTest::keyClick(popover->focusWidget(), Qt::Key_Down);
                save(popover, QString::fromLatin1(name));
                QTest::keyClick(popover, Qt::Key_Escape);
            }
            for (auto *more : bar()->findChildren<Chip *>())
                if (more->accessibleName().startsWith(u"More filters")) {
                    more->click();
                    if (auto *popover = QApplication::activePopupWidget()) {
                        save(popover, u"more"_s);
                        QTest::keyClick(popover, Qt::Key_Escape);
                    }
                }
            for (const int width : {1000, 700}) {
                m_window->widget->resize(width, 500);
                save(m_window->widget.get(), QString::number(width));
            }
            m_window->widget->resize(1280, 800);
            bar()->setViewChanged(false);
        }
    }
};

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
