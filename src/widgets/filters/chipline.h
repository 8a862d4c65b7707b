// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QObject>

class QPushButton;
class QVBoxLayout;
class QWidget;

namespace widgets {

class Chip;
class FilterChip;
class Popover;
class ThemeSource;

// Arranges the chips of a bar in one line, with links at its end. The chip 'More' lists what does
// not fit: first those that are not set, the last ones before the first.
class ChipLine : public QObject
{
    Q_OBJECT

public:
    // The bar owns the line, the chips and the links.
    ChipLine(QWidget &bar, const QLocale &locale, ThemeSource &theme);

    // From the end of the line.
    void setLinks(const QList<QPushButton *> &links) { m_links = links; }
    // In their order. Those of 'onlyWhenSet' are listed by 'More' while they are not set.
    void setChips(const QList<FilterChip *> &chips, const QList<FilterChip *> &onlyWhenSet);
    // Afterwards the chip is hidden and no part of the line. It must be asked for before
    // setChips().
    void remove(FilterChip &chip);

    // After chips, links or the size of the bar have changed. Nothing moves while 'More' is open.
    void arrange();
    void closeMore();

    // What can have the focus, in the order of reading.
    QList<QWidget *> stops() const;

private:
    QList<FilterChip *> candidates() const;
    int wantedWidth(const QList<FilterChip *> &shown) const;
    QList<FilterChip *> fitting(int end);
    void describeMore(const QList<FilterChip *> &shown);
    int placeLinks();
    void show(const QList<FilterChip *> &shown);
    void moveToMore(const QList<FilterChip *> &hidden);
    void place(QWidget &widget, const QSize &size, int left);

    QWidget &m_bar;
    const QLocale m_locale;
    QList<QPushButton *> m_links;
    Popover *const m_popover;
    QVBoxLayout *const m_layout;
    Chip *const m_more;
    QList<FilterChip *> m_chips;
    QList<FilterChip *> m_onlyWhenSet;
    bool m_isArranging = false;
};

} // namespace widgets
