// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/looks.h"
#include "support/windowtest.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPalette>
#include <QProxyStyle>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStyle>
#include <QTest>
#include <QTextLayout>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;
using support::contrast;
using widgets::Ground;
using widgets::Heights;
using widgets::Plate;
using widgets::Surface;
using widgets::Theme;

namespace {

struct Colors
{
    const char *name;
    QColor window;
    QColor windowText;
    QColor base;
    QColor text;
    QColor highlight;
    QColor highlightedText;
    bool isHighContrast = false;
};

const QList<Colors> &desktops()
{
    static const QList<Colors> all{
        // The colours that the drawings were made with.
        {"drawing, light", u"#f3f4f6"_s, u"#1c1f24"_s, u"#ffffff"_s, u"#1c1f24"_s, u"#1f6fd0"_s,
         u"#ffffff"_s},
        {"drawing, dark", u"#202327"_s, u"#e8eaed"_s, u"#17191c"_s, u"#e8eaed"_s, u"#4c9df5"_s,
         u"#0b1420"_s},
        // qt_fusionPalette() of Qt 6.4 and, for the dark one, 6.5.
        {"Fusion, light", u"#efefef"_s, u"#000000"_s, u"#ffffff"_s, u"#000000"_s, u"#308cc6"_s,
         u"#ffffff"_s},
        {"Fusion, dark", u"#323232"_s, u"#f0f0f0"_s, QColor(50, 50, 50).darker(140), u"#f0f0f0"_s,
         u"#308cc6"_s, u"#f0f0f0"_s},
        // FedoraQt/adwaita-qt 1.4: bg_color, fg_color, base_color, fg_color, selected_bg_color and
        // selected_fg_color of src/lib/stylesheet/processed/Adwaita-light.css and -dark.css.
        {"Adwaita, light", u"#f6f5f4"_s, u"#2e3436"_s, u"#ffffff"_s, u"#2e3436"_s, u"#3584e4"_s,
         u"#ffffff"_s},
        {"Adwaita, dark", u"#353535"_s, u"#eeeeec"_s, u"#2d2d2d"_s, u"#eeeeec"_s, u"#15539e"_s,
         u"#ffffff"_s},
        // KDE/breeze 5.27: colors/BreezeLight.colors.
        {"Breeze, light", u"#eff0f1"_s, u"#232629"_s, u"#ffffff"_s, u"#232629"_s, u"#3daee9"_s,
         u"#ffffff"_s},
        // qt6ct 0.7: colors/darker.conf, whose base is lighter than its window.
        {"qt6ct, darker", u"#222020"_s, u"#ffffff"_s, u"#3d3d3d"_s, u"#ffffff"_s, u"#12608a"_s,
         u"#f9f9f9"_s},
        // The same package's -hc and -hc-dark, which are mixed like others.
        {"Adwaita, high contrast", u"#fdfdfc"_s, u"#272c2e"_s, u"#ffffff"_s, u"#272c2e"_s,
         u"#1b6acb"_s, u"#ffffff"_s},
        {"Adwaita, high contrast, dark", u"#303030"_s, u"#f3f3f1"_s, u"#2d2d2d"_s, u"#f3f3f1"_s,
         u"#0f3b71"_s, u"#ffffff"_s},
        // As readers set them by hand; the first two are those of tst_looks.
        {"high contrast, white on black", u"#000000"_s, u"#ffffff"_s, u"#000000"_s, u"#ffffff"_s,
         u"#ffff00"_s, u"#000000"_s, true},
        {"high contrast, black on white", u"#ffffff"_s, u"#000000"_s, u"#ffffff"_s, u"#000000"_s,
         u"#000080"_s, u"#ffffff"_s, true},
        {"high contrast, yellow on black", u"#000000"_s, u"#ffff00"_s, u"#000000"_s, u"#ffff00"_s,
         u"#00ff00"_s, u"#000000"_s, true}};
    return all;
}

const Colors &desktop(const QString &name)
{
    return *std::ranges::find_if(
        desktops(), [&name](const Colors &colors) { return QLatin1String(colors.name) == name; });
}

QPalette paletteOf(const Colors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.windowText);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, colors.highlightedText);
    // As Adwaita does.
    palette.setColor(QPalette::Inactive, QPalette::Text, u"#929595"_s);
    palette.setColor(QPalette::Inactive, QPalette::WindowText, u"#929595"_s);
    return palette;
}

Theme themeOf(const QString &name)
{
    return widgets::themeFor(paletteOf(desktop(name)), QApplication::font());
}

// The most that a channel differs by, from 0 to 255.
int distance(const QColor &one, const QColor &other)
{
    return qMax(qAbs(one.red() - other.red()),
                qMax(qAbs(one.green() - other.green()), qAbs(one.blue() - other.blue())));
}

struct Pair
{
    QString name;
    QColor color;
    QColor background;
    double least;
};

QList<Pair> pairsOf(const QString &name, const Plate &plate)
{
    return {{name, plate.text, plate.fill, 4.5}};
}

QList<Pair> pairsOf(const QString &name, const Ground &ground)
{
    QList<Pair> pairs;
    const auto add = [&](const char *role, const QColor &color, double least) {
        pairs.append({name + u", "_s + QLatin1String(role), color, ground.fill, least});
    };
    add("text", ground.text, 4.5);
    add("secondary", ground.secondary, 4.5);
    add("accent text", ground.accentText, 4.5);
    add("attention", ground.attention, 4.5);
    add("error", ground.error, 4.5);
    add("snoozed", ground.snoozed, 4.5);
    add("accent", ground.accent, 3);
    add("control edge", ground.controlEdge, 3);
    add("complete", ground.complete, 3);
    for (const QColor &line : ground.lines)
        add("line", line, 3);
    return pairs + pairsOf(name + u", match"_s, ground.match);
}

QList<Pair> pairsOf(const Surface &surface)
{
    return pairsOf(u"plain"_s, surface.plain) + pairsOf(u"hover"_s, surface.hover) +
           pairsOf(u"selected"_s, surface.selected) +
           pairsOf(u"selected without focus"_s, surface.selectedUnfocused) +
           pairsOf(u"chip"_s, surface.chip) + pairsOf(u"primary"_s, surface.primary) +
           pairsOf(u"attention"_s, surface.attention) + pairsOf(u"error"_s, surface.error) +
           pairsOf(u"snoozed"_s, surface.snoozed) + pairsOf(u"neutral"_s, surface.neutral);
}

QStringList tooFaint(const Theme &theme)
{
    QStringList bad;
    for (const auto &[surface, where] :
         {std::pair{&theme.base, u"base"_s}, std::pair{&theme.window, u"window"_s}})
        for (const Pair &pair : pairsOf(*surface))
            if (const double found = contrast(pair.color, pair.background); found < pair.least)
                bad.append(u"%1, %2: %3 on %4 has %5"_s
                               .arg(where, pair.name, pair.color.name(), pair.background.name())
                               .arg(found));
    return bad;
}

QFont sized(double points)
{
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    return font;
}

double widthOf(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.setFormats(widgets::equalDigits(text, font));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(10'000);
    layout.endLayout();
    return line.naturalTextWidth();
}

// Records each time that it is painted with a theme of another palette than its own.
class PaintedWindow : public QWidget
{
public:
    const widgets::ThemeSource *source = nullptr;
    int paintings = 0;
    QStringList staleColors;

protected:
    void paintEvent(QPaintEvent *) override
    {
        ++paintings;
        const QColor own = palette().color(QPalette::Active, QPalette::Base);
        if (const QColor used = source->theme().base.plain.fill; used != own)
            staleColors.append(used.name());
    }
};

class GreenStyle : public QProxyStyle
{
public:
    using QProxyStyle::polish;
    void polish(QPalette &palette) override
    {
        QProxyStyle::polish(palette);
        palette.setColor(QPalette::Highlight, u"#005500"_s);
    }
};

} // namespace

// Colours, fonts and heights of the window, from the palettes that desktops have.
class TestTheme : public support::WindowTest
{
    Q_OBJECT

    static void addDesktops()
    {
        QTest::addColumn<QString>("name");
        for (const Colors &colors : desktops())
            QTest::newRow(colors.name) << QString::fromLatin1(colors.name);
    }

private Q_SLOTS:
    void rolesReachTheirContrast_data() { addDesktops(); }

    void rolesReachTheirContrast()
    {
        QFETCH(QString, name);
        const QStringList bad = tooFaint(themeOf(name));
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    // Whatever its colours are, as long as its own text can be read.
    void rolesReachTheirContrastOnAnyPalette()
    {
        QRandomGenerator chance(20);
        const auto color = [&chance] {
            return QColor(chance.bounded(256), chance.bounded(256), chance.bounded(256));
        };
        for (int tried = 0; tried < 300;) {
            const Colors colors{"", color(), color(), color(), color(), color(), color()};
            if (contrast(colors.text, colors.base) < 4.5 ||
                contrast(colors.windowText, colors.window) < 4.5)
                continue;
            ++tried;
            const QStringList bad =
                tooFaint(widgets::themeFor(paletteOf(colors), QApplication::font()));
            QVERIFY2(bad.isEmpty(),
                     qPrintable(u"%1 on %2, %3 on %4, %5 on %6:\n%7"_s.arg(
                         colors.text.name(), colors.base.name(), colors.windowText.name(),
                         colors.window.name(), colors.highlightedText.name(),
                         colors.highlight.name(), bad.join(u'\n'))));
        }
    }

    // A palette that nobody can read is not made worse.
    void aFaintPaletteGetsItsText()
    {
        QPalette palette = paletteOf(desktops().first());
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText})
            palette.setColor(role, u"#aaaaaa"_s);
        const Theme theme = widgets::themeFor(palette, QApplication::font());
        QCOMPARE(theme.base.plain.secondary, QColor(u"#aaaaaa"_s));
        QCOMPARE(theme.base.selected.fill, QColor(u"#ffffff"_s));
        QCOMPARE(theme.window.plain.controlEdge, QColor(u"#aaaaaa"_s));
    }

    void statesOfRowsDiffer_data() { addDesktops(); }

    void statesOfRowsDiffer()
    {
        QFETCH(QString, name);
        const Theme theme = themeOf(name);
        for (const Surface *surface : {&theme.base, &theme.window}) {
            if (theme.isHighContrast) {
                QCOMPARE(surface->hover.fill, surface->plain.fill);
                QCOMPARE(surface->hover.edge, surface->plain.text);
                QVERIFY(contrast(surface->selected.fill, surface->plain.fill) >= 7);
                continue;
            }
            QVERIFY(distance(surface->hover.fill, surface->plain.fill) >= 8);
            QVERIFY(distance(surface->selected.fill, surface->plain.fill) >= 20);
            QVERIFY(distance(surface->selected.fill, surface->hover.fill) >= 12);
            QVERIFY(distance(surface->selected.fill, surface->selectedUnfocused.fill) >= 12);
            QVERIFY(distance(surface->hover.fill, surface->selectedUnfocused.fill) >= 6);
            QVERIFY(distance(surface->chip.fill, surface->plain.fill) >= 12);
            // The bar in front of it says where the focus is.
            QVERIFY(distance(surface->plain.accent, surface->plain.controlEdge) >= 30);
            // It does not shout.
            QVERIFY(contrast(surface->selected.fill, surface->plain.fill) <= 1.5);
        }
    }

    void highContrastIsThePalettesOwn_data() { addDesktops(); }

    void highContrastIsThePalettesOwn()
    {
        QFETCH(QString, name);
        const Colors &colors = desktop(name);
        const Theme theme = themeOf(name);
        QCOMPARE(theme.isHighContrast, colors.isHighContrast);
        const auto hasEdge = [](const QColor &edge) { return edge.alpha() == 255; };
        for (const Surface *surface : {&theme.base, &theme.window}) {
            QVERIFY(!hasEdge(surface->plain.edge));
            for (const Plate &plate :
                 {surface->attention, surface->error, surface->snoozed, surface->neutral})
                QCOMPARE(hasEdge(plate.edge), colors.isHighContrast);
            if (!colors.isHighContrast)
                continue;
            for (const Ground &ground : {surface->selected, surface->selectedUnfocused}) {
                QCOMPARE(ground.fill, colors.highlight);
                QCOMPARE(ground.text, colors.highlightedText);
                QCOMPARE(ground.secondary, colors.highlightedText);
            }
            QCOMPARE(surface->chip.fill, colors.highlight);
            QCOMPARE(surface->error.fill, surface->plain.fill);
            QCOMPARE(surface->plain.attention, surface->plain.text);
        }
        QCOMPARE(theme.initials(u"US1"_s).fill == colors.base, colors.isHighContrast);
    }

    // Where the desktop dims a window without focus, the theme stays as it is.
    void windowsWithoutFocusKeepTheirColors()
    {
        QPalette palette = paletteOf(desktops().first());
        const Theme active = widgets::themeFor(palette, QApplication::font());
        palette.setCurrentColorGroup(QPalette::Inactive);
        QVERIFY(widgets::themeFor(palette, QApplication::font()) == active);
        QCOMPARE(active.base.plain.text, desktops().first().text);
    }

    void colorsAreTheDrawings_data()
    {
        QTest::addColumn<QString>("drawn");
        QTest::addColumn<QColor>("mixed");
        QTest::addColumn<int>("tolerance");
        // The drawings' fallback colours are tinted by hand, where the rules mix two colours of the
        // palette. What they are used for decides how far a colour is pushed beyond that: the light
        // secondary, accent and edge are to be read on the selection, too.
        const auto add = [](const char *name, const QString &drawn, const QColor &mixed,
                            int tolerance) { QTest::newRow(name) << drawn << mixed << tolerance; };
        const Surface light = themeOf(u"drawing, light"_s).base;
        add("light secondary", u"#5a616b"_s, light.plain.secondary, 8);
        add("light hairline", u"#e2e4e8"_s, light.hairline, 3);
        add("light hover", u"#f4f5f7"_s, light.hover.fill, 3);
        add("light control edge", u"#7f8791"_s, light.plain.controlEdge, 13);
        add("light selected", u"#dcebfc"_s, light.selected.fill, 6);
        add("light selected, no focus", u"#e9ebee"_s, light.selectedUnfocused.fill, 3);
        add("light accent", u"#1f6fd0"_s, light.plain.accent, 0);
        add("light accent text", u"#0f5cb8"_s, light.plain.accentText, 16);
        add("light chip", u"#e7f0fb"_s, light.chip.fill, 3);
        add("light attention", u"#8a4a00"_s, light.attention.text, 0);
        add("light attention fill", u"#ffefd6"_s, light.attention.fill, 0);
        add("light error", u"#b3261e"_s, light.error.text, 0);
        add("light error fill", u"#fde7e5"_s, light.error.fill, 0);
        add("light snoozed", u"#2b5fb4"_s, light.snoozed.text, 0);
        add("light snoozed fill", u"#e4edfb"_s, light.snoozed.fill, 0);
        add("light match", u"#ffe9a8"_s, light.plain.match.fill, 0);
        add("light default button", u"#ffffff"_s, light.primary.text, 0);
        // The dark accent text is the highlight where that is bright enough; the drawing's is
        // brighter than it has to be.
        const Surface dark = themeOf(u"drawing, dark"_s).base;
        add("dark secondary", u"#a4abb5"_s, dark.plain.secondary, 11);
        add("dark hairline", u"#2e3238"_s, dark.hairline, 3);
        add("dark hover", u"#1e2125"_s, dark.hover.fill, 3);
        add("dark control edge", u"#737b86"_s, dark.plain.controlEdge, 11);
        add("dark selected", u"#1d3553"_s, dark.selected.fill, 7);
        add("dark selected, no focus", u"#2a2e34"_s, dark.selectedUnfocused.fill, 5);
        add("dark accent", u"#4c9df5"_s, dark.plain.accent, 0);
        add("dark accent text", u"#86bdfb"_s, dark.plain.accentText, 52);
        add("dark chip", u"#1f3048"_s, dark.chip.fill, 3);
        add("dark attention", u"#f2b866"_s, dark.attention.text, 0);
        add("dark attention fill", u"#3a2b14"_s, dark.attention.fill, 0);
        add("dark error", u"#ff9a90"_s, dark.error.text, 0);
        add("dark error fill", u"#45201d"_s, dark.error.fill, 0);
        add("dark snoozed", u"#9cc3ff"_s, dark.snoozed.text, 0);
        add("dark snoozed fill", u"#20304a"_s, dark.snoozed.fill, 0);
        add("dark match", u"#5c4a12"_s, dark.plain.match.fill, 0);
        add("dark default button", u"#0b1420"_s, dark.primary.text, 0);
    }

    void colorsAreTheDrawings()
    {
        QFETCH(QString, drawn);
        QFETCH(QColor, mixed);
        QFETCH(int, tolerance);
        const int found = distance(QColor(drawn), mixed);
        QVERIFY2(found <= tolerance,
                 qPrintable(u"%1 is %2 from %3"_s.arg(mixed.name()).arg(found).arg(drawn)));
    }

    void contrastsAreTheDrawings_data()
    {
        QTest::addColumn<QString>("color");
        QTest::addColumn<QString>("background");
        QTest::addColumn<double>("expected");
        QTest::newRow("light text") << u"#1c1f24"_s << u"#ffffff"_s << 16.5;
        QTest::newRow("light selected") << u"#1c1f24"_s << u"#dcebfc"_s << 13.6;
        QTest::newRow("light secondary") << u"#5a616b"_s << u"#ffffff"_s << 6.26;
        QTest::newRow("light attention") << u"#8a4a00"_s << u"#ffefd6"_s << 6.07;
        QTest::newRow("light error") << u"#b3261e"_s << u"#fde7e5"_s << 5.52;
        QTest::newRow("light snoozed") << u"#2b5fb4"_s << u"#e4edfb"_s << 5.24;
        QTest::newRow("dark text") << u"#e8eaed"_s << u"#17191c"_s << 14.6;
        QTest::newRow("dark attention") << u"#f2b866"_s << u"#3a2b14"_s << 7.70;
        QTest::newRow("dark match") << u"#e8eaed"_s << u"#5c4a12"_s << 7.13;
    }

    // The ratios of this test are those of the drawings' table.
    void contrastsAreTheDrawings()
    {
        QFETCH(QString, color);
        QFETCH(QString, background);
        QFETCH(double, expected);
        const double found = contrast(QColor(color), QColor(background));
        QVERIFY2(qAbs(found - expected) < 0.06, qPrintable(QString::number(found)));
    }

    void hashesAreStable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint32>("expected");
        // Published vectors of FNV-1a.
        QTest::newRow("empty") << u""_s << 0x811c9dc5u;
        QTest::newRow("one") << u"a"_s << 0xe40c292cu;
        QTest::newRow("six") << u"foobar"_s << 0xbf9cf968u;
        QTest::newRow("id") << u"CNabc123"_s << 0x12f5f224u;
    }

    void hashesAreStable()
    {
        QFETCH(QString, text);
        QFETCH(quint32, expected);
        QCOMPARE(widgets::stableHash(text), expected);
    }

    void initialsCanBeReadAndStayTheirs()
    {
        const Theme light = themeOf(u"drawing, light"_s);
        const Theme dark = themeOf(u"drawing, dark"_s);
        std::set<QString> fills;
        for (int i = 0; i < 200; ++i) {
            const QString id = u"CN%1"_s.arg(i);
            const Plate circle = light.initials(id);
            QVERIFY(contrast(circle.text, circle.fill) >= 5.9);
            QVERIFY(circle == dark.initials(id));
            fills.insert(circle.fill.name());
        }
        QCOMPARE(fills, (std::set<QString>{u"#0b6b93"_s, u"#0f6e63"_s, u"#2f5fc4"_s, u"#3f6b1d"_s,
                                           u"#5a4bc7"_s, u"#6b5b4d"_s, u"#7c5a00"_s, u"#8a3ab0"_s,
                                           u"#9a3412"_s, u"#b4235a"_s}));
        QCOMPARE(light.initials(u"CNabc123"_s).fill.name(), u"#2f5fc4"_s);
        QCOMPARE(light.initials(u"PNaaa"_s).fill.name(), u"#b4235a"_s);
        QCOMPARE(light.initials(u"USbbb"_s).fill.name(), u"#0b6b93"_s);
    }

    void linesHaveDifferentColors()
    {
        QStringList ids;
        for (int i = 0; i < widgets::lineColors; ++i)
            ids.append(u"PN%1"_s.arg(i));
        const QList<int> colors = widgets::colorsOfLines(ids);
        QCOMPARE(std::set<int>(colors.begin(), colors.end()).size(), size_t(widgets::lineColors));
        QStringList backwards = ids;
        std::ranges::reverse(backwards);
        QList<int> same = widgets::colorsOfLines(backwards);
        std::ranges::reverse(same);
        QCOMPARE(same, colors);
        // More lines than colours share them.
        ids += {u"PN%1"_s.arg(100), u"PN%1"_s.arg(101)};
        const QList<int> more = widgets::colorsOfLines(ids);
        QCOMPARE(more.size(), ids.size());
        QVERIFY(std::ranges::all_of(
            more, [](int color) { return color >= 0 && color < widgets::lineColors; }));
        QCOMPARE(widgets::colorsOfLines({u"PNaaa"_s}), QList<int>{5});
    }

    // With a line of text as high as in the drawings, which Noto Sans has at 10 points.
    void heightsAreTheDrawings()
    {
        const Heights heights = widgets::heightsFor(18);
        QCOMPARE(heights.row, 48);
        QCOMPARE(heights.compactRow, 30);
        QCOMPARE(heights.item, 28);
        QCOMPARE(heights.field, 32);
        QCOMPARE(heights.smallButton, 28);
        QCOMPARE(heights.chip, 26);
        QCOMPARE(heights.tag, 20);
        QCOMPARE(heights.header, 28);
        QCOMPARE(heights.heading, 24);
        QCOMPARE(heights.topBar, 48);
        QCOMPARE(heights.filterBar, 40);
        QCOMPARE(heights.statusBar, 28);
        QCOMPARE(heights.tabs, 36);
        QCOMPARE(heights.notice, 40);
        QCOMPARE(heights.hit, 34);
        QCOMPARE(heights.icon, 16);
        QCOMPARE(heights.dot, 8);
        QCOMPARE(heights.largeCircle, 40);
        QCOMPARE(heights.circle, 28);
        QCOMPARE(heights.compactCircle, 20);
        QCOMPARE(heights.smallCircle, 18);
    }

    void heightsGrowWithTheFont()
    {
        const QPalette palette = paletteOf(desktops().first());
        const Theme usual = widgets::themeFor(palette, sized(10));
        const Theme large = widgets::themeFor(palette, sized(20));
        const auto needed = [](const QFont &font) { return QFontMetrics(font).height(); };
        for (const Theme *theme : {&usual, &large}) {
            const widgets::Fonts &fonts = theme->fonts;
            QVERIFY(theme->heights.row >= needed(fonts.name) + needed(fonts.caption) + 8);
            QVERIFY(theme->heights.topBar >= needed(fonts.title) + 8);
            QVERIFY(theme->heights.tag >= needed(fonts.caption) + 2);
            QVERIFY(theme->heights.chip >= needed(fonts.body) + 8);
        }
        QVERIFY(large.heights.row - usual.heights.row >= 30);
        QVERIFY(large.heights.icon > usual.heights.icon);
    }

    void fontsAreOfOneScale()
    {
        const widgets::Fonts fonts =
            widgets::themeFor(paletteOf(desktops().first()), sized(10)).fonts;
        QCOMPARE(fonts.caption.pointSizeF(), 9.0);
        QCOMPARE(fonts.body.pointSizeF(), 10.0);
        QCOMPARE(fonts.title.pointSizeF(), 12.0);
        QCOMPARE(fonts.emptyTitle.pointSizeF(), 11.5);
        QCOMPARE(fonts.caption.weight(), fonts.body.weight());
        for (const QFont &font : {fonts.heading, fonts.name, fonts.title, fonts.emptyTitle})
            QCOMPARE(font.weight(), QFont::DemiBold);
        QCOMPARE(fonts.name.pointSizeF(), fonts.body.pointSizeF());
        QCOMPARE(fonts.initials(28).pixelSize(), 11);
        QCOMPARE(fonts.initials(40).pixelSize(), 16);
    }

    void fontsOfPixelsScale()
    {
        QFont font = QApplication::font();
        font.setPixelSize(20);
        const widgets::Fonts fonts = widgets::themeFor(paletteOf(desktops().first()), font).fonts;
        QCOMPARE(fonts.caption.pixelSize(), 18);
        QCOMPARE(fonts.title.pixelSize(), 24);
    }

    void digitsAreEquallyWide_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QStringList>("times");
        const QStringList latin{u"10:08 AM"_s, u"11:11 AM"_s, u"12:34 AM"_s, u"07:56 AM"_s};
        QTest::newRow("platform") << QApplication::font().family() << latin;
        // Their digits have widths of their own, where they are installed.
        QTest::newRow("Inter") << u"Inter"_s << latin;
        QTest::newRow("Georgia") << u"Georgia"_s << latin;
        QTest::newRow("Arabic") << u"Noto Sans Arabic"_s
                                << QStringList{u"١٠:٠٨"_s, u"١١:١١"_s, u"١٢:٣٤"_s, u"٠٧:٥٦"_s};
    }

    void digitsAreEquallyWide()
    {
        QFETCH(QString, family);
        QFETCH(QStringList, times);
        QFont font(family);
        font.setPixelSize(40);
        const double expected = widthOf(times.first(), font);
        for (const QString &time : times)
            QVERIFY2(qAbs(widthOf(time, font) - expected) < 1,
                     qPrintable(u"%1 instead of %2"_s.arg(widthOf(time, font)).arg(expected)));
        QVERIFY(widgets::equalDigits(u"no digit"_s, font).isEmpty());
    }

    void aWindowFollowsThePalette()
    {
        const QPalette usual = QApplication::palette();
        const QFont usualFont = QApplication::font();
        const auto restore = qScopeGuard([&] {
            QApplication::setPalette(usual);
            QApplication::setFont(usualFont);
        });
        const auto use = [](const QString &name) {
            QApplication::setPalette(paletteOf(desktop(name)));
        };
        // Whether all that was posted has been processed, and what that has posted.
        const auto settle = [] {
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
        };
        use(u"Fusion, light"_s);
        settle();
        PaintedWindow window;
        window.show();
        widgets::ThemeSource source(window);
        window.source = &source;
        QVERIFY(source.theme() == themeOf(u"Fusion, light"_s));
        QTRY_VERIFY(window.paintings > 0);
        QSignalSpy changed(&source, &widgets::ThemeSource::changed);

        window.paintings = 0;
        use(u"Adwaita, dark"_s);
        QTRY_VERIFY(window.paintings > 0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(source.theme() == themeOf(u"Adwaita, dark"_s));

        // Neither an equal palette nor one that differs in what is not used is a change.
        use(u"Adwaita, dark"_s);
        settle();
        QPalette same = paletteOf(desktop(u"Adwaita, dark"_s));
        same.setColor(QPalette::ToolTipBase, Qt::red);
        QApplication::setPalette(same);
        settle();
        QCOMPARE(window.palette().color(QPalette::ToolTipBase), QColor(Qt::red));
        QCOMPARE(changed.count(), 1);

        QApplication::setFont(sized(15));
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(source.theme().fonts.body.pointSizeF(), 15.0);

        // Changes that come together are one.
        use(u"Breeze, light"_s);
        QApplication::setFont(sized(17));
        QTRY_COMPARE(changed.count(), 3);
        settle();
        QCOMPARE(changed.count(), 3);
        QVERIFY(source.theme() ==
                widgets::themeFor(paletteOf(desktop(u"Breeze, light"_s)), sized(17)));

        // There and back again.
        use(u"Adwaita, dark"_s);
        use(u"Breeze, light"_s);
        settle();
        QCOMPARE(changed.count(), 3);
        QCOMPARE(window.staleColors, QStringList());
    }

    // Styles can change the palette.
    void aWindowFollowsTheStyle()
    {
        const QString usual = QApplication::style()->name();
        const auto restore = qScopeGuard([&usual] { QApplication::setStyle(usual); });
        QWidget window;
        window.show();
        widgets::ThemeSource source(window);
        QSignalSpy changed(&source, &widgets::ThemeSource::changed);
        QApplication::setStyle(new GreenStyle);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(source.theme().base.plain.accent, QColor(u"#005500"_s));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
