// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/columnlayout.h"

#include "words/columnwords.h"
#include "words/viewsettings.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

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

} // namespace

ColumnLayout::ColumnLayout(QTableView &view)
    : QObject(&view)
    , m_view(view)
    , m_widths(header().count())
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
        settings.append({inbox::columns()[size_t(column)].name, width(column), isShown(column)});
    }
    return m_isFitted && areInitial(settings) ? QList<ColumnSetting>() : settings;
}

void ColumnLayout::setSettings(const QList<ColumnSetting> &settings)
{
    const QScopedValueRollback isArranging(m_isArranging, true);
    m_isFitted = false; // the list may be resized meanwhile, as a scroll bar appears, and fit them
    int place = 0;
    for (const ColumnSetting &setting : words::allColumns(settings)) {
        const int column = inbox::columnIndex(setting.id);
        header().moveSection(header().visualIndex(column), place++);
        setWidth(column, setting.width > 0 ? setting.width : initialWidth(column));
        header().setSectionHidden(column, !setting.visible);
    }
    m_isFitted = settings.isEmpty();
    fit();
    m_announced = this->settings();
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
            setWidth(column, m_view.viewport()->width() * initialWidth(column) / total);
}

int ColumnLayout::width(int column) const
{
    // A hidden column has no width; it comes back as wide as it initially was.
    if (!isShown(column))
        return initialWidth(column);
    const bool isStretched = column == last() && header().length() <= m_view.viewport()->width();
    return isStretched ? m_widths[column] : header().sectionSize(column);
}

void ColumnLayout::setWidth(int column, int width)
{
    header().resizeSection(column, width);
    m_widths[column] = width;
}

int ColumnLayout::initialWidth(int column) const
{
    const words::ColumnWords &descriptor = words::columnWords(inbox::ColumnId(column));
    const int title = header().fontMetrics().horizontalAdvance(descriptor.title());
    return qMax(descriptor.width * m_view.fontMetrics().averageCharWidth(), title + besideTitle);
}

void ColumnLayout::onSectionResized(int column, int, int width)
{
    if (m_isArranging)
        return;
    // Qt makes the last column wider or narrower at any time, and says so before it is.
    if (column == last()) {
        QMetaObject::invokeMethod(this, &ColumnLayout::announce, Qt::QueuedConnection);
        return;
    }
    if (width > 0)
        m_widths[column] = width;
    if (m_view.isVisible()) // Qt resizes all columns while it polishes the header
        m_isFitted = false;
    announce();
}

void ColumnLayout::announce()
{
    if (m_isArranging)
        return;
    const QList<ColumnSetting> now = settings();
    if (std::exchange(m_announced, now) != now)
        Q_EMIT arranged(now);
}

} // namespace widgets
