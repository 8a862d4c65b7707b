// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/columnlayout.h"

#include "words/columnwords.h"
#include "words/viewsettings.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace widgets {

using workspace::ColumnSetting;

namespace {

constexpr int besideTitle = 20; // what a header needs besides its text, in pixels

// In the initial order, with the same columns hidden.
bool areInitial(const QList<ColumnSetting> &settings)
{
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const inbox::Column &column = inbox::columns()[size_t(i)];
        if (settings[i].id != column.name ||
            settings[i].visible != words::columnWords(column.id).isInitiallyVisible)
            return false;
    }
    return true;
}

// The last column is as wide as the others leave room for, whatever anybody chooses.
QList<ColumnSetting> withoutLastWidth(QList<ColumnSetting> settings)
{
    const auto last = std::find_if(settings.rbegin(), settings.rend(),
                                   [](const ColumnSetting &setting) { return setting.visible; });
    if (last != settings.rend())
        last->width = 0;
    return settings;
}

} // namespace

ColumnLayout::ColumnLayout(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    header().setSectionsMovable(true);
    header().setStretchLastSection(true);
    connect(&header(), &QHeaderView::sectionResized, this, &ColumnLayout::onSectionResized);
    connect(&header(), &QHeaderView::sectionMoved, this, &ColumnLayout::announce);
    setSettings({});
}

QHeaderView &ColumnLayout::header() const
{
    return *m_view.horizontalHeader();
}

QList<ColumnSetting> ColumnLayout::settings() const
{
    QList<ColumnSetting> settings;
    for (int place = 0; place < header().count(); ++place) {
        const int column = header().logicalIndex(place);
        // A hidden column has no width; it comes back as wide as it initially was.
        const int width = isShown(column) ? header().sectionSize(column) : initialWidth(column);
        settings.append({inbox::columns()[size_t(column)].name, width, isShown(column)});
    }
    return m_isFitted && areInitial(settings) ? QList<ColumnSetting>() : settings;
}

void ColumnLayout::setSettings(const QList<ColumnSetting> &settings)
{
    const QScopedValueRollback isArranging(m_isArranging, true);
    int place = 0;
    for (const ColumnSetting &setting : words::allColumns(settings)) {
        const int column = inbox::columnIndex(setting.id);
        header().moveSection(header().visualIndex(column), place++);
        header().resizeSection(column, setting.width > 0 ? setting.width : initialWidth(column));
        header().setSectionHidden(column, !setting.visible);
    }
    m_isFitted = settings.isEmpty();
    fit();
    m_announced = withoutLastWidth(this->settings());
}

int ColumnLayout::first() const
{
    int place = 0;
    while (place < header().count() - 1 && !isShown(header().logicalIndex(place)))
        ++place;
    return header().logicalIndex(place);
}

int ColumnLayout::last() const
{
    int place = header().count() - 1;
    while (place > 0 && !isShown(header().logicalIndex(place)))
        --place;
    return header().logicalIndex(place);
}

bool ColumnLayout::isShown(int column) const
{
    return !header().isSectionHidden(column);
}

void ColumnLayout::setShown(int column, bool shown)
{
    if (shown == isShown(column) || (!shown && first() == last()))
        return;
    header().setSectionHidden(column, !shown);
    announce();
}

void ColumnLayout::fit()
{
    if (!m_isFitted)
        return;
    int total = 0;
    for (int column = 0; column < header().count(); ++column)
        if (isShown(column))
            total += initialWidth(column);
    const QScopedValueRollback isArranging(m_isArranging, true);
    for (int column = 0; column < header().count(); ++column)
        if (isShown(column))
            header().resizeSection(column,
                                   m_view.viewport()->width() * initialWidth(column) / total);
}

int ColumnLayout::initialWidth(int column) const
{
    const words::ColumnWords &descriptor = words::columnWords(inbox::ColumnId(column));
    const int title = header().fontMetrics().horizontalAdvance(descriptor.title());
    return qMax(descriptor.width * m_view.fontMetrics().averageCharWidth(), title + besideTitle);
}

void ColumnLayout::onSectionResized(int column)
{
    if (m_isArranging)
        return;
    // Qt resizes all columns while it polishes the header, and the last one at any time.
    if (m_view.isVisible() && column != last())
        m_isFitted = false;
    announce();
}

void ColumnLayout::announce()
{
    if (m_isArranging)
        return;
    const QList<ColumnSetting> now = settings();
    QList<ColumnSetting> chosen = withoutLastWidth(now);
    if (std::exchange(m_announced, chosen) != chosen)
        Q_EMIT arranged(now);
}

} // namespace widgets
