// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/frozencolumn.h"

#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/listsetup.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHoverEvent>
#include <QScrollBar>

namespace widgets {

FrozenColumn::FrozenColumn(ConversationTable &table, ThemeSource &theme)
    : QTableView(&table)
    , m_table(table)
{
    setAccessibleName(tr("First column"));
    setModel(table.model());
    QItemSelectionModel *const own = selectionModel();
    setSelectionModel(table.selectionModel());
    delete own;
    setItemDelegate(table.itemDelegate());
    setFocusPolicy(Qt::NoFocus);
    viewport()->setMouseTracking(true);
    setUpAsList(*this, theme);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &FrozenColumn::headerClicked);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int column, int, int width) {
                if (width > 0)
                    m_table.horizontalHeader()->resizeSection(column, width);
            });

    QScrollBar &theirs = *table.verticalScrollBar();
    connect(&theirs, &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &theirs, &QScrollBar::setValue);
    connect(&theirs, &QScrollBar::valueChanged, this, &FrozenColumn::place);
    connect(&theirs, &QScrollBar::rangeChanged, this, &FrozenColumn::place);
    const QHeaderView &header = *table.horizontalHeader();
    connect(&header, &QHeaderView::sectionResized, this, &FrozenColumn::follow);
    connect(&header, &QHeaderView::sectionMoved, this, &FrozenColumn::follow);
    connect(&header, &QHeaderView::geometriesChanged, this, &FrozenColumn::follow);
    follow();
    show();
}

void FrozenColumn::follow()
{
    const QHeaderView &header = *m_table.horizontalHeader();
    const int first = m_table.columnLayout().first();
    verticalHeader()->setDefaultSectionSize(m_table.verticalHeader()->defaultSectionSize());
    const QSignalBlocker blocker(
        horizontalHeader()); // otherwise the widths would change each other in turn
    for (int column = 0; column < header.count(); ++column)
        setColumnHidden(column, column != first);
    setColumnWidth(first, header.sectionSize(first));
    place();
}

void FrozenColumn::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_table.rowSelection().hasSelection())
        Q_EMIT m_table.menuRequested(event->globalPos());
}

// The whole row is under the pointer, also what the table draws of it.
bool FrozenColumn::viewportEvent(QEvent *event)
{
    m_table.notePointer(*event);
    return QTableView::viewportEvent(event);
}

// Ends with the last row, since widgets below the rows belong to the table.
void FrozenColumn::place()
{
    const QHeaderView &header = *m_table.horizontalHeader();
    const QRect rows = m_table.viewport()->geometry();
    const int end = m_table.verticalHeader()->length() - m_table.verticalHeader()->offset();
    horizontalHeader()->setFixedHeight(header.height());
    const int width = horizontalHeader()->length();
    const int left = m_table.isRightToLeft() ? rows.right() + 1 - width : rows.left();
    setGeometry(left, rows.top() - header.height(), width,
                header.height() + qMin(rows.height(), end));
    setVisible(end > 0);
    verticalScrollBar()->setValue(m_table.verticalScrollBar()->value());
}

} // namespace widgets
