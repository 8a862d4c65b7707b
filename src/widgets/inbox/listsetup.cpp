// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/listsetup.h"

#include "widgets/inbox/elidedheader.h"

#include <QScrollBar>
#include <QTableView>

namespace widgets {

namespace {

constexpr int rowsAhead = 60;

} // namespace

void setUpAsList(QTableView &view, ThemeSource &theme)
{
    view.setHorizontalHeader(new ElidedHeader(theme, &view));
    view.setSelectionBehavior(QTableView::SelectRows);
    view.setSelectionMode(QTableView::ExtendedSelection);
    view.setVerticalScrollMode(QTableView::ScrollPerPixel);
    view.setHorizontalScrollMode(QTableView::ScrollPerPixel);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setFrameShape(QTableView::NoFrame);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setMinimumSectionSize(0); // a row is as high as it is set
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setSectionsClickable(true);
    // A click on a header sorts; here it would select all rows.
    QObject::disconnect(view.horizontalHeader(), SIGNAL(sectionPressed(int)), &view, nullptr);
    QObject::disconnect(view.horizontalHeader(), SIGNAL(sectionEntered(int)), &view, nullptr);
    // A double click on an edge makes room in the view, while Qt would widen the list.
    QObject::disconnect(view.horizontalHeader(), SIGNAL(sectionHandleDoubleClicked(int)), &view,
                        nullptr);
    view.viewport()->setAttribute(Qt::WA_Hover);
}

void fetchAhead(QTableView &view)
{
    const auto fetch = [&view] {
        QAbstractItemModel &model = *view.model();
        const int lastVisible = view.rowAt(view.viewport()->height() - 1);
        const int rowsBelow = lastVisible < 0 ? 0 : model.rowCount() - 1 - lastVisible;
        if (rowsBelow < rowsAhead && model.canFetchMore({}))
            model.fetchMore({});
    };
    // Queued: while rows are being inserted their walk still counts as fetching.
    const QScrollBar *bar = view.verticalScrollBar();
    QObject::connect(bar, &QScrollBar::valueChanged, &view, fetch, Qt::QueuedConnection);
    QObject::connect(bar, &QScrollBar::rangeChanged, &view, fetch, Qt::QueuedConnection);
}

} // namespace widgets
