// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/selectionkeeper.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

namespace widgets {

SelectionKeeper::SelectionKeeper(QTableView &view, const inbox::InboxModel &model)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
{
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &SelectionKeeper::remember);
    connect(&model, &QAbstractItemModel::modelReset, this,
            [this] { selectIn(0, m_model.rowCount() - 1); });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { selectIn(first, last); });
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SelectionKeeper::onSelectionChanged);
}

void SelectionKeeper::remember()
{
    const QItemSelection selection = m_view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_awaited.insert(m_model.rowAt(row)->id());
    if (m_view.currentIndex().isValid())
        m_currentId = m_model.rowAt(m_view.currentIndex().row())->id();
}

void SelectionKeeper::selectIn(int first, int last)
{
    if (m_awaited.isEmpty())
        return;
    const int lastColumn = m_model.columnCount() - 1;
    QItemSelection found;
    QModelIndex current;
    for (int row = first; row <= last; ++row) {
        const QString id = m_model.rowAt(row)->id();
        if (!m_awaited.remove(id))
            continue;
        // Ranges that touch become one.
        if (!found.isEmpty() && found.last().bottom() == row - 1)
            found.last() =
                QItemSelectionRange(found.last().topLeft(), m_model.index(row, lastColumn));
        else
            found.append(
                QItemSelectionRange(m_model.index(row, 0), m_model.index(row, lastColumn)));
        if (id == m_currentId || !current.isValid())
            current = m_model.index(row, qMax(0, m_view.horizontalHeader()->logicalIndexAt(0)));
    }
    if (found.isEmpty())
        return;
    // Nobody asked to be taken there.
    const QScopedValueRollback isSelecting(m_isSelecting, true);
    const bool scrolls = m_view.hasAutoScroll();
    m_view.setAutoScroll(false);
    QItemSelectionModel &selection = *m_view.selectionModel();
    const bool isCurrentBack = m_model.rowAt(current.row())->id() == m_currentId;
    if (isCurrentBack || !selection.currentIndex().isValid())
        selection.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selection.select(found, QItemSelectionModel::Select);
    m_view.setAutoScroll(scrolls);
}

void SelectionKeeper::onSelectionChanged(const QItemSelection &selected)
{
    if (!m_isSelecting && !selected.isEmpty())
        m_awaited.clear();
}

} // namespace widgets
