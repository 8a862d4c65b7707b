// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QImage>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace support {

// Of WCAG 2.1, from 1 to 21.
inline double contrast(const QColor &one, const QColor &other)
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

// Between the colour that is used most and the one that stands out most from it; 1 for an empty
// picture.
inline double bestContrast(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    if (counts.isEmpty())
        return 1;
    const QColor most(std::max_element(counts.cbegin(), counts.cend()).key());
    double best = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = qMax(best, contrast(most, QColor(it.key())));
    return best;
}

// The part of a picture that has just this colour.
inline double share(const QImage &picture, const QColor &color)
{
    qsizetype count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixel(x, y) == color.rgb();
    return double(count) / qMax(1.0, double(picture.width()) * picture.height());
}

struct Desktop
{
    QColor window;
    QColor base;
    QColor text;
    QColor highlight;
    QColor highlightedText;
};

// What a desktop hands to its programs.
inline QPalette paletteOf(const Desktop &desktop)
{
    QPalette palette(desktop.window);
    palette.setColor(QPalette::Window, desktop.window);
    palette.setColor(QPalette::Base, desktop.base);
    palette.setColor(QPalette::AlternateBase, desktop.base.lightness() > 127
                                                  ? desktop.base.darker(104)
                                                  : desktop.base.lighter(130));
    for (const QPalette::ColorRole role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::BrightText})
        palette.setColor(role, desktop.text);
    palette.setColor(QPalette::Highlight, desktop.highlight);
    palette.setColor(QPalette::HighlightedText, desktop.highlightedText);
    QColor dimmed = desktop.text;
    dimmed.setAlphaF(0.5F);
    palette.setColor(QPalette::PlaceholderText, dimmed);
    return palette;
}

// As the design is drawn.
inline Desktop lightDesktop()
{
    return {QColor(0xf3f4f6), QColor(0xffffff), QColor(0x1c1f24), QColor(0x1f6fd0),
            QColor(0xffffff)};
}

inline Desktop darkDesktop()
{
    return {QColor(0x202327), QColor(0x17191c), QColor(0xe8eaed), QColor(0x4c9df5),
            QColor(0x0b1420)};
}

} // namespace support
