// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/sidebarlist.h"

#include "widgets/common/controls.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/sidebardelegate.h"
#include "widgets/inbox/sidebarmodel.h"

#include <QCursor>
#include <QDrag>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace widgets {

SideBarList::SideBarList(SideBarModel &model, ThemeSource &theme, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_delegate(new SideBarDelegate(theme, this))
    , m_addButton(new QToolButton(viewport()))
{
    setAccessibleName(tr("Views and lines"));
    setAccessibleDescription(
        tr("Enter opens an item. Ctrl+Enter on a line adds it to the lines that are shown. "
           "F2 renames a view, Alt with Up or Down moves it, Delete deletes it"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(NoFrame);
    setSelectionMode(NoSelection); // what is shown decides
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(false); // it is drawn here
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAttribute(Qt::WA_Hover);

    m_addButton->setAccessibleName(tr("Save as a view"));
    m_addButton->setToolTip(tr("Save as a view (Ctrl+Shift+S)"));
    m_addButton->setFocusPolicy(Qt::NoFocus);
    setLook(*m_addButton, ButtonLook::Quiet, true);
    connect(m_addButton, &QToolButton::clicked, this, &SideBarList::saveRequested);
    connect(&theme, &ThemeSource::changed, this, &SideBarList::onThemeChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &SideBarList::selectShown);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &SideBarList::selectShown);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &SideBarList::selectShown);
    connect(&model, &QAbstractItemModel::dataChanged, this, &SideBarList::selectShown);
    onThemeChanged();
    selectShown();
}

void SideBarList::setRail(bool isRail)
{
    // There is no room to go on typing a name; what was typed is taken.
    if (isRail && state() == EditingState)
        setFocus();
    m_isRail = isRail;
    m_delegate->setRail(isRail);
    setVerticalScrollBarPolicy(isRail ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_addButton->setVisible(!isRail);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void SideBarList::selectShown()
{
    QItemSelection shown;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        if (index.data(SideBarModel::IsShownRole).toBool())
            shown.select(index, index);
    }
    if (selectionModel()->selection() != shown)
        selectionModel()->select(shown, QItemSelectionModel::ClearAndSelect);
}

void SideBarList::keyPressEvent(QKeyEvent *event)
{
    showFocus(true);
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       event->key() == Qt::Key_Space;
    if (opens && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex(), event->modifiers());
        return;
    }
    QListView::keyPressEvent(event);
}

void SideBarList::mousePressEvent(QMouseEvent *event)
{
    showFocus(false);
    m_pressed = event->button() == Qt::LeftButton ? QPersistentModelIndex(indexAt(event->pos()))
                                                  : QPersistentModelIndex();
    QListView::mousePressEvent(event);
}

void SideBarList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPersistentModelIndex pressed = std::exchange(m_pressed, QPersistentModelIndex());
    if (event->button() == Qt::LeftButton && pressed.isValid() &&
        pressed == indexAt(event->pos()) && pressed.flags() & Qt::ItemIsEnabled)
        Q_EMIT opened(pressed, event->modifiers());
}

void SideBarList::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT menuRequested(position);
}

void SideBarList::focusInEvent(QFocusEvent *event)
{
    const bool isByMouse = event->reason() == Qt::MouseFocusReason ||
                           event->reason() == Qt::PopupFocusReason ||
                           event->reason() == Qt::ActiveWindowFocusReason;
    if (!isByMouse)
        showFocus(true);
    // Begins at what is shown.
    if (!currentIndex().isValid()) {
        const QModelIndexList shown = selectionModel()->selectedIndexes();
        selectionModel()->setCurrentIndex(shown.isEmpty() ? m_model.index(0) : shown.first(),
                                          QItemSelectionModel::NoUpdate);
    }
    QListView::focusInEvent(event);
}

void SideBarList::paintEvent(QPaintEvent *event)
{
    placeAddButton();
    QListView::paintEvent(event);
    if (m_dropRow < 0)
        return;
    const QRect above = visualRect(m_model.index(m_dropRow - 1));
    QPainter painter(viewport());
    painter.fillRect(QRect(space::wide, above.bottom() + 1 - stroke::focus / 2,
                           viewport()->width() - 2 * space::wide, stroke::focus),
                     m_theme.theme().window.plain.accent);
}

void SideBarList::startDrag(Qt::DropActions /*actions*/)
{
    QMimeData *data = m_model.mimeData({currentIndex()});
    if (!data)
        return;
    m_pressed = QPersistentModelIndex();
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    const QRect place = visualRect(currentIndex());
    drag->setPixmap(viewport()->grab(place));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - place.topLeft());
    drag->exec(Qt::MoveAction);
}

void SideBarList::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event); // scrolls
    const int row = dropRow(event->position().toPoint());
    const bool isPossible =
        m_model.canDropMimeData(event->mimeData(), Qt::MoveAction, row, 0, QModelIndex());
    event->setDropAction(Qt::MoveAction);
    event->setAccepted(isPossible);
    m_dropRow = isPossible ? row : -1;
    viewport()->update();
}

void SideBarList::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    m_dropRow = -1;
    viewport()->update();
}

void SideBarList::dropEvent(QDropEvent *event)
{
    m_dropRow = -1;
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
    event->setAccepted(m_model.dropMimeData(
        event->mimeData(), Qt::MoveAction, dropRow(event->position().toPoint()), 0, QModelIndex()));
}

void SideBarList::onThemeChanged()
{
    const Theme &theme = m_theme.theme();
    m_addButton->setIcon(icon(Drawing::Add, theme.window.plain.secondary));
    m_addButton->setIconSize({theme.heights.icon, theme.heights.icon});
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void SideBarList::placeAddButton()
{
    const QRect heading = visualRect(m_model.index(m_model.firstView() - 1));
    const Heights &heights = m_theme.theme().heights;
    const int side = heights.smallButton;
    // Its icon ends where counts end, on the line of the heading.
    const QRect place(heading.right() + 1 - space::wide - (side + heights.icon) / 2,
                      heading.bottom() + 1 - (heights.heading + side) / 2, side, side);
    m_addButton->setGeometry(QStyle::visualRect(layoutDirection(), heading, place));
}

// The gap between two items that is nearest.
int SideBarList::dropRow(const QPoint &position) const
{
    const QModelIndex at = indexAt(position);
    if (!at.isValid())
        return -1;
    return at.row() + (position.y() > visualRect(at).center().y() ? 1 : 0);
}

void SideBarList::showFocus(bool isByKeyboard)
{
    m_delegate->setFocusShown(isByKeyboard);
    viewport()->update();
}

} // namespace widgets
