// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/manualclock.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/accessibility.h"
#include "widgets/common/announcer.h"
#include "widgets/shell/signinpage.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using support::Window;

namespace {

constexpr std::chrono::milliseconds announcerPause{300};

// What is shown, as a client of AT-SPI walks: from the window down, child by child.
QAccessibleInterface *found(QAccessibleInterface *in, QAccessible::Role role, const QString &name)
{
    if (!in)
        return nullptr;
    if (in->role() == role && in->text(QAccessible::Name) == name && !in->state().invisible)
        return in;
    for (int child = 0; child < in->childCount(); ++child)
        if (QAccessibleInterface *below = found(in->child(child), role, name))
            return below;
    return nullptr;
}

} // namespace

class TestAccessible : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    // That nobody hears it being typed is for tests/desktop: there is no bus here.
    void aKeyIsNotReadByOthers()
    {
        const QString key = u"zqzqzzqq"_s;
        workspace::SettingsFile file(m_settingsFile);
        workspace::ProgramSettings settings(file);
        quo::SystemClock clock;
        widgets::MainWindow window(settings, QLocale::c(), clock);
        widgets::WorkspaceMenu menu(nullptr);
        auto page = std::make_unique<widgets::SignInPage>(
            widgets::SignInPage::Settings{u"api.quo.com"_s, {}, &menu, window.themeSource()});
        window.showPage(std::move(page), u"Sign in"_s);
        window.show();
        QLineEdit *edit = nullptr;
        const QList<QLineEdit *> edits = window.findChildren<QLineEdit *>();
        for (QLineEdit *candidate : edits)
            if (candidate->echoMode() != QLineEdit::Normal)
                edit = candidate;
        QVERIFY(edit);
        edit->setFocus();
        QTest::keyClicks(edit, key);
        QCOMPARE(edit->text(), key);
        const auto *field = QAccessible::queryAccessibleInterface(edit);
        for (int text = QAccessible::Name; text <= QAccessible::Accelerator; ++text)
            QVERIFY(!field->text(QAccessible::Text(text)).contains(u'z'));
        if (auto *content = const_cast<QAccessibleInterface *>(field)->textInterface()) {
            QVERIFY(!content->text(0, 100).contains(u'z'));
            for (int at = 0; at <= int(key.size()); ++at)
                for (const auto unit : {QAccessible::CharBoundary, QAccessible::WordBoundary,
                                        QAccessible::LineBoundary, QAccessible::NoBoundary}) {
                    int start = 0;
                    int end = 0;
                    const QString texts = content->textAtOffset(at, unit, &start, &end) +
                                          content->textBeforeOffset(at, unit, &start, &end) +
                                          content->textAfterOffset(at, unit, &start, &end);
                    for (const QChar c : texts)
                        QVERIFY(!key.contains(c));
                }
        }
    }

    void retryAndStopOverTheListAreInTheTree()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.retry.otherTries = 1; });
        world.server.says(500, {});
        world.server.says(429, {}, "Retry-After: 60\r\n");
        Window window(world.client, world.clock, m_settingsFile);
        const auto button = [&](const QString &name) {
            return found(QAccessible::queryAccessibleInterface(window.widget.get()),
                         QAccessible::Button, name);
        };
        QTRY_VERIFY(button(u"Try again"_s));
        QAccessibleInterface *const retry = button(u"Try again"_s);
        // And up again, as a reader of the screen does to say where it is.
        QAccessibleInterface *above = retry;
        while (above && above->object() != window.widget.get()) {
            QAccessibleInterface *const parent = above->parent();
            QVERIFY(parent);
            QVERIFY(parent->indexOfChild(above) >= 0);
            QCOMPARE(parent->child(parent->indexOfChild(above)), above);
            above = parent;
        }
        QVERIFY(above);
        // They can be pressed from there.
        const auto press = [](QAccessibleInterface *pressed) {
            pressed->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        };
        press(retry);
        QTRY_VERIFY(button(u"Stop"_s));
        press(button(u"Stop"_s));
        QTRY_VERIFY(button(u"Try again"_s));
        press(button(u"Try again"_s));
        QTRY_VERIFY(!button(u"Try again"_s));
    }

    void theFinalCountOfASearchIsHeardFirst()
    {
        support::DemoWorld world(300);
        support::ManualClock clock(world.clock.now());
        Window window(*world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.session.loadAll();
        QTRY_VERIFY(window.rests() && !window.session.status().loadingAll);
        QCOMPARE(window.session.status().loaded, 300);
        auto *announcer = window.widget->findChild<widgets::Announcer *>();
        clock.advance(announcerPause);
        QVERIFY(announcer->accessibleName().contains(u"300"));
        announcer->setAccessibleName({});
        auto *search = window.find<QLineEdit>("Search");
        QVERIFY(search);
        search->setText(u"is:unassigned"_s);
        QVERIFY(window.session.status().isArranging);
        clock.advance(announcerPause);
        QCOMPARE(announcer->accessibleName(), QString());
        QTRY_VERIFY(!window.session.status().isArranging);
        clock.advance(announcerPause);
        const inbox::SessionStatus status = window.session.status();
        QVERIFY(!status.isArranging && status.shown > 0 && status.shown < 300);
        QVERIFY2(announcer->accessibleName().startsWith(u"%1 of 300"_s.arg(status.shown)),
                 qPrintable(announcer->accessibleName()));
    }

    void theLastOfWhatOneWidgetSaysCounts()
    {
        support::ManualClock clock{quo::Instant()};
        QWidget window;
        auto *announcer = new widgets::Announcer(&window, clock);
        QWidget list(&window);
        QWidget other(&window);
        widgets::announce(list, u"300 match"_s);
        widgets::announce(other, u"Copied"_s);
        widgets::announce(list, u"12 match"_s);
        QCOMPARE(announcer->accessibleName(), QString());
        clock.advance(announcerPause);
        QCOMPARE(announcer->accessibleName(), u"Copied\n12 match"_s);
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
