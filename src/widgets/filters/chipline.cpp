// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/chipline.h"

#include "widgets/common/popover.h"
#include "widgets/common/theme.h"
#include "widgets/filters/chip.h"
#include "widgets/filters/filterchip.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace widgets {

namespace {

// Between what the chips draw.
int gapAfter(const FilterChip &chip)
{
    return chip.isSet() ? space::narrow : space::tiny;
}

int lineBegin()
{
    return space::medium - Chip::ringRoom();
}

} // namespace

ChipLine::ChipLine(QWidget &bar, const QLocale &locale, ThemeSource &theme)
    : QObject(&bar)
    , m_bar(bar)
    , m_locale(locale)
    , m_popover(new Popover(theme, &bar))
    , m_layout(new QVBoxLayout(m_popover))
    , m_more(new Chip(theme, &bar))
{
    m_layout->setContentsMargins(space::tiny, space::tiny, space::tiny, space::tiny);
    m_layout->setSpacing(0);
    m_popover->setAccessibleName(QCoreApplication::translate("widgets::FilterBar", "More filters"));
    m_popover->setAnchor(m_more);
    m_more->setRemovable(false);
    m_more->setFocusPolicy(Qt::ClickFocus);
    connect(m_more, &Chip::clicked, this, [this] { m_popover->showBelow(m_more); });
    connect(m_popover, &Popover::closed, this, &ChipLine::arrange, Qt::QueuedConnection);
}

void ChipLine::setChips(const QList<FilterChip *> &chips, const QList<FilterChip *> &onlyWhenSet)
{
    m_chips = chips;
    m_onlyWhenSet = onlyWhenSet;
}

void ChipLine::remove(FilterChip &chip)
{
    m_chips.removeAll(&chip);
    if (chip.isAncestorOf(m_bar.window()->focusWidget()))
        stops().constFirst()->setFocus(Qt::OtherFocusReason);
    m_layout->removeWidget(&chip);
    chip.hide();
}

void ChipLine::arrange()
{
    if (m_isArranging || m_popover->isVisible())
        return;
    const QScopedValueRollback guard(m_isArranging, true);
    const QList<FilterChip *> shown = fitting(placeLinks());
    QList<FilterChip *> hidden = m_chips;
    hidden.removeIf([&shown](FilterChip *chip) { return shown.contains(chip); });
    moveToMore(hidden);
    show(shown);
    m_more->setVisible(!hidden.isEmpty());
}

void ChipLine::closeMore()
{
    m_popover->close();
}

QList<QWidget *> ChipLine::stops() const
{
    QList<QWidget *> stops;
    for (const FilterChip *chip : candidates())
        if (chip->parentWidget() == &m_bar)
            stops += chip->stops();
    QList<QWidget *> last{m_more};
    std::copy(m_links.rbegin(), m_links.rend(), std::back_inserter(last));
    for (QWidget *stop : std::as_const(last))
        if (!stop->isHidden())
            stops.append(stop);
    return stops;
}

// The chips that can stand in the bar now, in their order.
QList<FilterChip *> ChipLine::candidates() const
{
    QList<FilterChip *> chips = m_chips;
    chips.removeIf(
        [this](FilterChip *chip) { return !chip->isSet() && m_onlyWhenSet.contains(chip); });
    return chips;
}

int ChipLine::wantedWidth(const QList<FilterChip *> &shown) const
{
    int width = lineBegin();
    for (const FilterChip *chip : shown)
        width += chip->sizeHint().width() - 2 * Chip::ringRoom() + gapAfter(*chip);
    return shown.size() == m_chips.size() ? width : width + m_more->sizeHint().width();
}

// Those that fit before this position. 'More' counts the others, so its width depends on them.
QList<FilterChip *> ChipLine::fitting(int end)
{
    QList<FilterChip *> shown = candidates();
    for (describeMore(shown); !shown.isEmpty() && wantedWidth(shown) > end; describeMore(shown)) {
        const auto unset =
            std::find_if(shown.rbegin(), shown.rend(), [](FilterChip *c) { return !c->isSet(); });
        shown.removeAt(unset == shown.rend() ? shown.size() - 1
                                             : std::distance(unset, shown.rend()) - 1);
    }
    return shown;
}

void ChipLine::describeMore(const QList<FilterChip *> &shown)
{
    const auto hiddenSet = std::ranges::count_if(
        m_chips, [&](FilterChip *chip) { return chip->isSet() && !shown.contains(chip); });
    m_more->setSet(hiddenSet > 0);
    if (hiddenSet == 0) {
        m_more->setTexts(QCoreApplication::translate("widgets::FilterBar", "More"), {});
        m_more->setAccessibleName(
            QCoreApplication::translate("widgets::FilterBar", "More filters"));
        return;
    }
    m_more->setTexts(QCoreApplication::translate("widgets::FilterBar", "More · %1",
                                                 "filters, and how many of them are set")
                         .arg(m_locale.toString(hiddenSet)),
                     {});
    m_more->setAccessibleName(QCoreApplication::translate(
        "widgets::FilterBar", "More filters, %n set", nullptr, int(hiddenSet)));
}

// Returns how much room is left before them.
int ChipLine::placeLinks()
{
    int end = m_bar.width() - space::narrow;
    for (QPushButton *button : std::as_const(m_links)) {
        if (button->isHidden())
            continue;
        const QSize size = button->sizeHint();
        end -= size.width();
        place(*button, size, end);
    }
    return end;
}

void ChipLine::show(const QList<FilterChip *> &shown)
{
    int left = lineBegin();
    for (FilterChip *chip : shown) {
        if (chip->parentWidget() != &m_bar) {
            m_layout->removeWidget(chip);
            chip->setParent(&m_bar);
        }
        for (QWidget *stop : chip->stops())
            stop->setFocusPolicy(Qt::ClickFocus);
        chip->show();
        const QSize size = chip->sizeHint();
        place(*chip, size, left);
        left += size.width() - 2 * Chip::ringRoom() + gapAfter(*chip);
    }
    place(*m_more, m_more->sizeHint(), left);
}

void ChipLine::moveToMore(const QList<FilterChip *> &hidden)
{
    for (int i = 0; i < hidden.size(); ++i) {
        FilterChip *chip = hidden.at(i);
        if (chip->isAncestorOf(m_bar.window()->focusWidget()) && chip->parentWidget() == &m_bar) {
            m_more->show();
            m_more->setFocus(Qt::OtherFocusReason);
        }
        for (QWidget *stop : chip->stops())
            stop->setFocusPolicy(Qt::StrongFocus);
        m_layout->removeWidget(chip);
        m_layout->insertWidget(i, chip, 0,
                               Qt::AlignLeading); // which becomes a child of the popover
        chip->show();
    }
}

// In the middle of the height, from the leading edge.
void ChipLine::place(QWidget &widget, const QSize &size, int left)
{
    const QRect place(left, (m_bar.height() - size.height()) / 2, size.width(), size.height());
    widget.setGeometry(QStyle::visualRect(m_bar.layoutDirection(), m_bar.rect(), place));
}

} // namespace widgets
