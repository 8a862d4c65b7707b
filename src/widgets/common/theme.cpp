// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include "common/qtcompat.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHash>
#include <QPalette>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace widgets {

namespace {

constexpr double textContrast = 4.5; // WCAG 2.1, 1.4.3
constexpr double shapeContrast = 3;  // WCAG 2.1, 1.4.11
// Fills that stand out more would shout, and leave secondary text no room between them and text.
constexpr double mostFillContrast = 1.45;
constexpr int step = 4; // per cent

// What a palette of high contrast has between text and base, and between highlight and base. Many
// usual palettes have the first, so it takes both.
constexpr double highTextContrast = 18;
constexpr double highHighlightContrast = 7;

constexpr double captionScale = 0.9;
constexpr int usualLine = 18; // of Fonts::body, in pixels

// White has a contrast of at least 5.9 on each.
constexpr std::array<QRgb, initialsFills> fillsOfInitials{
    0xffb4235a, 0xff9a3412, 0xff7c5a00, 0xff3f6b1d, 0xff0f6e63,
    0xff0b6b93, 0xff2f5fc4, 0xff5a4bc7, 0xff8a3ab0, 0xff6b5b4d};

constexpr std::array<QRgb, lineColors> colorsOfDots{0xff2f9e6e, 0xffd9822b, 0xffd64545,
                                                    0xff3b82d6, 0xff8b6fd6, 0xff5c7080,
                                                    0xffc2417c, 0xff3d62c9, 0xff9a7b2d};

// Colours that have a meaning, so they are not the palette's.
struct FixedColors
{
    Plate attention;
    Plate error;
    Plate snoozed;
    QColor match;
    QColor complete;
};

FixedColors fixedColors(bool isDark)
{
    const auto plate = [](QRgb text, QRgb fill) {
        return Plate{QColor(fill), QColor(Qt::transparent), QColor(text)};
    };
    if (isDark)
        return {plate(0xfff2b866, 0xff3a2b14), plate(0xffff9a90, 0xff45201d),
                plate(0xff9cc3ff, 0xff20304a), QColor(0xff5c4a12), QColor(0xff6fce96)};
    return {plate(0xff8a4a00, 0xffffefd6), plate(0xffb3261e, 0xfffde7e5),
            plate(0xff2b5fb4, 0xffe4edfb), QColor(0xffffe9a8), QColor(0xff1b7a43)};
}

// Of WCAG 2.1, from 0 to 1.
double relativeLuminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

// Of WCAG 2.1, from 1 to 21.
double contrastOf(const QColor &one, const QColor &other)
{
    const double a = relativeLuminance(one) + 0.05;
    const double b = relativeLuminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

// 'percent' of 'added' in 'color'.
QColor mixed(const QColor &color, const QColor &added, int percent)
{
    const auto part = [percent](int one, int other) {
        return qRound(one + (other - one) * percent / 100.0);
    };
    return {part(color.red(), added.red()), part(color.green(), added.green()),
            part(color.blue(), added.blue())};
}

// The first colour on the way from 'color' to 'text' that is good enough, or 'text'.
template <class IsGood>
QColor pushed(const QColor &color, const QColor &text, const IsGood &isGood)
{
    for (int percent = 0; percent < 100; percent += step)
        if (const QColor candidate = mixed(color, text, percent); isGood(candidate))
            return candidate;
    return text;
}

QColor readable(const QColor &color, const QColor &text, const QList<QColor> &fills,
                double contrast)
{
    return pushed(color, text, [&](const QColor &candidate) {
        return std::ranges::all_of(
            fills, [&](const QColor &fill) { return contrastOf(candidate, fill) >= contrast; });
    });
}

// At most 'percent' of 'added' in the background: less where that would stand out too much, or the
// text could not be read on it.
QColor tint(const QColor &background, const QColor &added, int percent, const QColor &text)
{
    for (; percent > 0; percent -= step) {
        const QColor fill = mixed(background, added, percent);
        if (contrastOf(fill, background) <= mostFillContrast &&
            contrastOf(fill, text) >= textContrast)
            return fill;
    }
    return background;
}

// The palette's own colours for one of its two backgrounds.
struct Source
{
    QColor background;
    QColor text;
    QColor highlight;
    QColor highlightedText;
};

// What is wanted if it can be read on the fill, or else what can be read best.
QColor textOn(const QColor &fill, const QColor &wanted, const Source &from)
{
    QColor best = wanted;
    for (const QColor &candidate :
         {from.background, from.text, QColor(Qt::white), QColor(Qt::black)})
        if (contrastOf(best, fill) < textContrast &&
            contrastOf(candidate, fill) > contrastOf(best, fill))
            best = candidate;
    return best;
}

Surface mixedSurface(const Source &from)
{
    const QColor &text = from.text;
    const QColor none(Qt::transparent);
    const bool isDark = relativeLuminance(from.background) < relativeLuminance(text);
    const FixedColors fixed = fixedColors(isDark);
    const auto fill = [&from](const QColor &added, int percent) {
        return tint(from.background, added, percent, from.text);
    };
    const QColor hover = fill(text, 5);
    const QColor neutral = fill(text, 9);
    const QColor selected = fill(from.highlight, isDark ? 34 : 18);
    const QColor chip = fill(from.highlight, isDark ? 24 : 12);
    const QList<QColor> rows{from.background, hover, selected, neutral};
    const QList<QColor> rowsAndChip = rows + QList<QColor>{chip};

    // One colour for all grounds, so that nothing changes its colour under the pointer.
    Ground ground;
    ground.edge = none;
    ground.text = text;
    ground.secondary = readable(mixed(from.background, text, 68), text, rows, textContrast);
    ground.accentText = readable(from.highlight, text, rowsAndChip, textContrast);
    ground.attention = readable(fixed.attention.text, text, rows, textContrast);
    ground.error = readable(fixed.error.text, text, rows, textContrast);
    ground.snoozed = readable(fixed.snoozed.text, text, rows, textContrast);
    // It also carries the text of the default button.
    const auto carriesText = [&from](const QColor &color) {
        return contrastOf(from.highlightedText, color) >= textContrast ||
               contrastOf(from.background, color) >= textContrast;
    };
    ground.accent = pushed(from.highlight, text, [&](const QColor &candidate) {
        return carriesText(candidate) &&
               std::ranges::all_of(rowsAndChip, [&candidate](const QColor &other) {
                   return contrastOf(candidate, other) >= shapeContrast;
               });
    });
    ground.controlEdge = readable(mixed(from.background, text, 45), text, rows, shapeContrast);
    ground.complete = readable(fixed.complete, text, rows, shapeContrast);
    for (size_t i = 0; i < lineColors; ++i)
        ground.lines[i] = readable(QColor(colorsOfDots[i]), text, rows, shapeContrast);
    ground.match = {fixed.match, none, textOn(fixed.match, text, from)};

    const auto on = [&ground](const QColor &background) {
        Ground copy = ground;
        copy.fill = background;
        return copy;
    };
    return {.plain = on(from.background),
            .hover = on(hover),
            .selected = on(selected),
            .selectedUnfocused = on(neutral),
            .chip = {chip, none, ground.accentText},
            .primary = {ground.accent, none, textOn(ground.accent, from.highlightedText, from)},
            .attention = fixed.attention,
            .error = fixed.error,
            .snoozed = fixed.snoozed,
            .neutral = {neutral, none, ground.secondary},
            .hairline = mixed(from.background, text, 12)};
}

// Only the colours that the reader has chosen, unmixed.
Surface plainSurface(const Source &from)
{
    const QColor none(Qt::transparent);
    const auto ground = [&](const QColor &fill, const QColor &text, const QColor &accent,
                            const Plate &match) {
        Ground made{.fill = fill,
                    .edge = none,
                    .text = text,
                    .secondary = text,
                    .accentText = text,
                    .attention = text,
                    .error = text,
                    .snoozed = text,
                    .accent = readable(accent, text, {fill}, shapeContrast),
                    .controlEdge = text,
                    .complete = text,
                    .lines = {},
                    .match = match};
        for (size_t i = 0; i < lineColors; ++i)
            made.lines[i] = readable(QColor(colorsOfDots[i]), text, {fill}, shapeContrast);
        return made;
    };
    const Plate outlined{from.background, from.text, from.text};
    const Plate lit{from.highlight, none, textOn(from.highlight, from.highlightedText, from)};
    const Ground plain = ground(from.background, from.text, from.highlight, lit);
    Ground hover = plain;
    hover.edge = from.text;
    const Ground selected =
        ground(lit.fill, lit.text, lit.text, {from.background, none, from.text});
    return {.plain = plain,
            .hover = hover,
            .selected = selected,
            .selectedUnfocused = selected,
            .chip = lit,
            .primary = lit,
            .attention = outlined,
            .error = outlined,
            .snoozed = outlined,
            .neutral = outlined,
            .hairline = from.text};
}

// A font may have its size in points or in pixels.
QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

QFont demiBold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

Fonts fontsFor(QFont body)
{
    common::setTabularFigures(body);
    const QFont caption = scaled(body, captionScale);
    return {.caption = caption,
            .heading = demiBold(caption),
            .body = body,
            .name = demiBold(body),
            .emptyTitle = demiBold(scaled(body, 1.15)),
            .title = demiBold(scaled(body, 1.2))};
}

} // namespace

QFont Fonts::initials(int diameter) const
{
    QFont font = demiBold(body);
    font.setPixelSize(std::max(1, qRound(diameter * 11 / 28.0)));
    return font;
}

Heights heightsFor(int line)
{
    // Not the caption font's own height, which rounding can make as high as the body's.
    const int caption = qRound(line * captionScale);
    return {.row = line + caption + 14,
            .compactRow = line + 12,
            .item = line + 10,
            .field = line + 14,
            .smallButton = line + 10,
            .chip = line + 8,
            .tag = caption + 4,
            .header = caption + 12,
            .heading = caption + 8,
            .topBar = line + 30,
            .filterBar = line + 22,
            .statusBar = caption + 12,
            .tabs = line + 18,
            .notice = line + 22,
            .hit = line + 16,
            .icon = std::max(16, line - 2),
            .dot = std::max(8, line - 10),
            .largeCircle = line + 22,
            .circle = line + 10,
            .compactCircle = line + 2,
            .smallCircle = line};
}

int Theme::scaled(int pixels) const
{
    const int line = heights.smallCircle;
    return pixels * qMax(line, usualLine) / usualLine;
}

Plate Theme::initials(QStringView id) const
{
    if (isHighContrast)
        return base.neutral;
    return {QColor(fillsOfInitials[stableHash(id) % initialsFills]), QColor(Qt::transparent),
            QColor(Qt::white)};
}

Theme themeFor(const QPalette &palette, const QFont &font)
{
    // Some desktops dim the colours of windows that are not active, below what can be read.
    const auto color = [&palette](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role);
    };
    const Source base{color(QPalette::Base), color(QPalette::Text), color(QPalette::Highlight),
                      color(QPalette::HighlightedText)};
    const Source window{color(QPalette::Window), color(QPalette::WindowText), base.highlight,
                        base.highlightedText};
    const bool isHighContrast =
        contrastOf(base.text, base.background) >= highTextContrast &&
        contrastOf(base.highlight, base.background) >= highHighlightContrast;
    const auto surface = isHighContrast ? plainSurface : mixedSurface;
    const Fonts fonts = fontsFor(font);
    return {.base = surface(base),
            .window = surface(window),
            .fonts = fonts,
            .heights = heightsFor(QFontMetrics(fonts.body).height()),
            .isHighContrast = isHighContrast};
}

quint32 stableHash(QStringView text)
{
    quint32 hash = 0x811c9dc5;
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ static_cast<uchar>(byte)) * 0x01000193;
    return hash;
}

QList<int> colorsOfLines(const QStringList &ids)
{
    std::vector<qsizetype> sorted(size_t(ids.size()));
    std::iota(sorted.begin(), sorted.end(), 0);
    std::ranges::sort(sorted, {}, [&ids](qsizetype i) -> const QString & { return ids.at(i); });
    QList<int> colors(ids.size());
    std::array<bool, lineColors> taken{};
    for (const qsizetype i : sorted) {
        size_t color = stableHash(ids.at(i)) % lineColors;
        for (int tried = 0; taken[color] && tried < lineColors; ++tried)
            color = (color + 1) % lineColors;
        taken[color] = true;
        colors[i] = int(color);
    }
    return colors;
}

QList<QTextLayout::FormatRange> equalDigits(const QString &text, const QFont &font)
{
    constexpr double visible = 0.05; // pixels
    const QFontMetricsF metrics(font);
    QHash<char16_t, double> widest; // by the zero of the digits
    QList<QTextLayout::FormatRange> formats;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar digit = text.at(i);
        if (digit.category() != QChar::Number_DecimalDigit)
            continue;
        const auto zero = char16_t(digit.unicode() - digit.digitValue());
        if (!widest.contains(zero)) {
            double width = 0;
            for (char16_t other = zero; other < zero + 10; ++other)
                width = std::max(width, metrics.horizontalAdvance(QChar(other)));
            widest.insert(zero, width);
        }
        const double missing = widest.value(zero) - metrics.horizontalAdvance(digit);
        if (missing < visible)
            continue;
        QTextLayout::FormatRange format;
        format.start = int(i);
        format.length = 1;
        format.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        format.format.setFontLetterSpacing(missing);
        formats.append(format);
    }
    return formats;
}

ThemeSource::ThemeSource(QWidget &window)
    : QObject(&window)
    , m_window(window)
    , m_theme(themeFor(window.palette(), window.font()))
{
    window.installEventFilter(this);
}

bool ThemeSource::eventFilter(QObject *watched, QEvent *event)
{
    // A desktop changes palette and font one after the other. Those of a new style come this way,
    // too.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &ThemeSource::update, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void ThemeSource::update()
{
    Theme theme = themeFor(m_window.palette(), m_window.font());
    if (theme == m_theme)
        return;
    m_theme = std::move(theme);
    Q_EMIT changed();
}

} // namespace widgets
