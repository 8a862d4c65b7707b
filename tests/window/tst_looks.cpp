// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"
#include "support/fail.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/program.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <span>

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
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return true;
        return label->wordWrap() ? label->height() >= label->heightForWidth(label->width())
                                 : label->width() >= label->sizeHint().width();
    }
    if (qobject_cast<const QAbstractButton *>(widget))
        return widget->width() >= widget->minimumSizeHint().width() &&
               widget->height() >= widget->minimumSizeHint().height();
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

struct Theme
{
    QColor window;
    QColor base;
    QColor text;
    QColor highlight;
    QColor highlightedText;
};

const QHash<QString, Theme> &themes()
{
    static const QHash<QString, Theme> all{
        {u"light"_s, {u"#efefef"_s, u"#ffffff"_s, u"#000000"_s, u"#308cc6"_s, u"#ffffff"_s}},
        {u"dark"_s, {u"#2b2b2b"_s, u"#1e1e1e"_s, u"#e6e6e6"_s, u"#2a6fb0"_s, u"#ffffff"_s}},
        {u"high contrast, dark"_s,
         {u"#000000"_s, u"#000000"_s, u"#ffffff"_s, u"#ffff00"_s, u"#000000"_s}},
        {u"high contrast, light"_s,
         {u"#ffffff"_s, u"#ffffff"_s, u"#000000"_s, u"#000080"_s, u"#ffffff"_s}}};
    return all;
}

// What the desktop hands to its programs.
QPalette paletteOf(const Theme &theme)
{
    QPalette palette(theme.window);
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::Base, theme.base);
    palette.setColor(QPalette::AlternateBase, theme.base.lightness() > 127
                                                  ? theme.base.darker(104)
                                                  : theme.base.lighter(130));
    for (const QPalette::ColorRole role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::BrightText})
        palette.setColor(role, theme.text);
    palette.setColor(QPalette::Highlight, theme.highlight);
    palette.setColor(QPalette::HighlightedText, theme.highlightedText);
    QColor dimmed = theme.text;
    dimmed.setAlphaF(0.5F);
    palette.setColor(QPalette::PlaceholderText, dimmed);
    return palette;
}

std::span<const QRgb> pixelsOf(const QImage &picture)
{
    if (picture.depth() != 32) {
        support::fail(u"not of 32 bits a pixel"_s);
        return {};
    }
    return {reinterpret_cast<const QRgb *>(picture.constBits()),
            size_t(picture.sizeInBytes()) / sizeof(QRgb)};
}

// The part of a picture that has just this colour.
double share(const QImage &picture, const QColor &color)
{
    const std::span<const QRgb> pixels = pixelsOf(picture);
    const auto count = std::ranges::count(pixels, color.rgb());
    return double(count) / (double(picture.width()) * picture.height());
}

// Of WCAG 2.1, from 1 to 21.
double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return qMax(a, b) / qMin(a, b);
}

// The colour that is used most, and the one that stands out most from it.
double bestContrast(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (const QRgb pixel : pixelsOf(picture))
        ++counts[pixel];
    const auto most = std::max_element(counts.cbegin(), counts.cend()).key();
    double best = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = qMax(best, contrast(QColor(most), QColor(it.key())));
    return best;
}

void keepPicture(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("QUOIN_LOOKS");
    if (!folder.isEmpty())
        window.grab().save(u"%1/%2.png"_s.arg(folder, QString(name).replace(u", "_s, u"-"_s)));
}

} // namespace

// The whole window in every language and size.
class TestLooks : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
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
        const QFont usual = QApplication::font();
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * text);
        QApplication::setFont(font);
        const auto restore = qScopeGuard([&usual] {
            QApplication::setFont(usual);
            QApplication::setLayoutDirection(Qt::LeftToRight);
        });
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
        QTRY_VERIFY(window.findChild<widgets::ConversationTable *>()->selectedRow());
        QCOMPARE(window.layoutDirection(), QLocale(language).textDirection());
        const auto picture = qScopeGuard(
            [&window] { keepPicture(window, QString::fromUtf8(QTest::currentDataTag())); });
        // Layouts settle in the event loop.
        QTRY_VERIFY2_WITH_TIMEOUT(clipped(window).isEmpty(),
                                  qPrintable(clipped(window).join(u'\n')), 1000);
        QCOMPARE(window.size(), size);
    }

    void theThemeChangesWhileItRuns_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("theme");
        for (const QString &state : {u"rows"_s, u"loading"_s, u"empty"_s, u"filtered away"_s,
                                     u"failed"_s, u"stopped"_s, u"waiting"_s})
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
        if (state == u"filtered away") {
            window.click("Active only");
            clock.advance(support::anyRest);
        }
        const auto isThere = [&] {
            const QString texts = window.texts();
            if (state == u"rows")
                return window.rests() && window.session.status().loaded == 40;
            if (state == u"stopped")
                return texts.contains(u"Server error. 40 loaded"_s);
            if (state == u"failed")
                return texts.contains(u"didn’t accept the API key"_s);
            if (state == u"waiting")
                return texts.contains(u"Trying again in"_s) ||
                       texts.contains(u"Rate limit reached"_s);
            return state == u"loading" || window.rests();
        };
        QTRY_VERIFY2(isThere(), qPrintable(window.texts()));
        if (window.session.model().rowCount() > 0)
            window.select(0);

        const QPalette usual = QApplication::palette();
        const auto restore = qScopeGuard([&usual] { QApplication::setPalette(usual); });
        // Of colours that no other has.
        const Theme before{u"#d3e4c5"_s, u"#fdf6e3"_s, u"#073642"_s, u"#6c71c4"_s, u"#fdf6e3"_s};
        const Theme &now = themes().value(theme);
        QApplication::setPalette(paletteOf(before));
        QTRY_VERIFY_WITH_TIMEOUT(share(window.widget->grab().toImage(), before.window) > 0.2, 2000);
        QApplication::setPalette(paletteOf(now));
        QTRY_VERIFY_WITH_TIMEOUT(share(window.widget->grab().toImage(), now.window) > 0.2, 2000);
        QTRY_VERIFY(!window.widget->styleSheet().isEmpty()); // which comes last
        QCoreApplication::sendPostedEvents();                // so that the layouts have followed
        QTRY_VERIFY2_WITH_TIMEOUT(clipped(*window.widget).isEmpty(),
                                  qPrintable(clipped(*window.widget).join(u'\n')), 1000);
        const QImage picture = window.widget->grab().toImage();
        keepPicture(*window.widget, QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(share(picture, before.base) < 0.001, "a base");
        QVERIFY2(share(picture, before.window) < 0.001, "a window");
        QVERIFY(share(picture, now.window) + share(picture, now.base) > 0.5);
        const QList<QWidget *> all = window.widget->findChildren<QWidget *>();
        for (QWidget *widget : all) {
            const auto *label = qobject_cast<QLabel *>(widget);
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool hasText = (label && !label->text().isEmpty()) ||
                                 (button && !button->text().isEmpty() && button->isEnabled());
            if (widget->visibleRegion().isEmpty() || !hasText || !widget->isEnabled())
                continue;
            const QRect place(widget->mapTo(window.widget.get(), QPoint()), widget->size());
            const double found = bestContrast(picture.copy(place));
            QVERIFY2(found >= 3, qPrintable(u"%1: %2"_s.arg(describe(widget)).arg(found)));
        }
    }

    // Tab goes along the bar, down the side, through list and details to the status line, and what
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
                                   // the bar,
                                   u"Search"_s, u"Refresh"_s, u"Filter Line: not set"_s,
                                   // the list,
                                   u"Conversations"_s,
                                   // the details, where arrows go on,
                                   u"Open in Quo"_s, u"Sections"_s, u"Copy: Conversation"_s,
                                   // and below.
                                   u"Load all"_s};
        QCOMPARE(names, expected);
    }
};

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
