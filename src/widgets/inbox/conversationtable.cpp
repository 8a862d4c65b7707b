// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/conversationtable.h"

#include "inbox/column.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/columnmenu.h"
#include "widgets/inbox/elidedheader.h"
#include "widgets/inbox/frozencolumn.h"
#include "widgets/inbox/newsbutton.h"
#include "widgets/inbox/noticewidget.h"
#include "widgets/inbox/rowdelegate.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>

namespace widgets {

namespace {

// About two screens, so that the next page is on its way before the last row comes into view.
constexpr int prefetchRows = 60;

} // namespace

ConversationTable::ConversationTable(inbox::InboxModel &model, ThemeSource &theme, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_selection(new inbox::RowSelection(model, this))
    , m_delegate(new RowDelegate(model, theme, this))
    , m_news(new NewsButton(viewport()))
    , m_notice(new NoticeWidget(theme, viewport()))
    , m_anchor(*this, model, *m_selection)
{
    setAccessibleName(tr("Conversations"));
    setItemDelegate(m_delegate);
    setUpAsList(*this);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setCompact(false);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this,
            &ConversationTable::onHeaderClicked);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);

    // Queued: while rows are being inserted their walk still counts as fetching.
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
            &ConversationTable::wantMoreIfNearEnd, Qt::QueuedConnection);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            &ConversationTable::wantMoreIfNearEnd, Qt::QueuedConnection);

    // The anchor remembers before the view itself hears of a change, and is asked after that.
    const auto remember = [this] { m_anchor.remember(); };
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, remember);
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, remember);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, remember);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, remember);
    setModel(&model);
    m_columns = new ColumnLayout(*this);
    const std::unique_ptr<QItemSelectionModel> qtsOwn(selectionModel());
    setSelectionModel(m_selection);
    connect(m_selection, &inbox::RowSelection::changed, this,
            &ConversationTable::selectedRowsChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { restorePlace(true); });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { restorePlace(false); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] { restorePlace(false); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { restorePlace(false); });

    viewport()->setMouseTracking(true);
    connect(m_news, &NewsButton::clicked, this, &ConversationTable::newsRequested);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ConversationTable::updateNews);
    connect(m_notice, &NoticeWidget::retryRequested, this, &ConversationTable::retryRequested);
    connect(m_notice, &NoticeWidget::stopRequested, this, &ConversationTable::stopRequested);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) {
                auto *menu = new ColumnMenu(*m_columns, this);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                menu->popup(horizontalHeader()->mapToGlobal(position));
            });
}

void ConversationTable::setUpAsList(QTableView &view)
{
    view.setHorizontalHeader(new ElidedHeader(&view));
    view.setSelectionBehavior(SelectRows);
    view.setSelectionMode(ExtendedSelection);
    view.setVerticalScrollMode(ScrollPerPixel);
    view.setHorizontalScrollMode(ScrollPerPixel);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setFrameShape(NoFrame);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setMinimumSectionSize(0); // a row is as high as it is set
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setSectionsClickable(true);
    // A click on a header sorts; here it would select all rows.
    disconnect(view.horizontalHeader(), SIGNAL(sectionPressed(int)), &view, nullptr);
    disconnect(view.horizontalHeader(), SIGNAL(sectionEntered(int)), &view, nullptr);
}

void ConversationTable::goTo(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    selectionModel()->setCurrentIndex(m_model.index(row, m_columns->first()),
                                      QItemSelectionModel::ClearAndSelect |
                                          QItemSelectionModel::Rows);
    scrollTo(currentIndex());
}

void ConversationTable::goTo(const QString &id)
{
    goTo(m_model.positionOf(id));
}

void ConversationTable::setNotice(const words::Notice &notice)
{
    if (notice == m_notice->notice())
        return;
    m_notice->setNotice(notice);
    updateGeometries();
}

QList<QWidget *> ConversationTable::overlays() const
{
    return {m_news, m_notice};
}

void ConversationTable::setSkeleton(bool on)
{
    if (on == m_skeleton)
        return;
    m_skeleton = on;
    viewport()->update();
}

void ConversationTable::updateGeometries()
{
    const int scrolledTo = verticalScrollBar()->value();
    QTableView::updateGeometries();
    // The notice is below the last row, so the list scrolls that much further.
    const int below = m_model.rowCount() > 0 ? noticeHeight() : 0;
    if (below > 0) {
        const int contents = verticalHeader()->length() + below;
        verticalScrollBar()->setRange(0, qMax(0, contents - viewport()->height()));
        verticalScrollBar()->setValue(scrolledTo);
    }
    placeNotice();
    announceVisible();
}

void ConversationTable::resizeEvent(QResizeEvent *event)
{
    m_columns->fit();
    QTableView::resizeEvent(event);
    announceVisible();
}

void ConversationTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    placeNotice();
    announceVisible();
}

void ConversationTable::focusInEvent(QFocusEvent *event)
{
    // Where no row is current, Qt makes the first one current. Nobody chose it, so it does not
    // replace the current row that a search hides.
    QSignalBlocker nobodyAsked(m_selection);
    if (!m_selection->isCurrentAwaited())
        nobodyAsked.unblock();
    QTableView::focusInEvent(event);
}

void ConversationTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_skeleton && m_model.rowCount() == 0)
        paintSkeleton();
    if (hasFocus() && currentIndex().isValid())
        paintFocus();
}

void ConversationTable::paintFocus()
{
    // Selected rows look the same with and without the focus, so the current one gets a frame.
    const int row = currentIndex().row();
    const QRect place(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    const bool isSelected = selectionModel()->isSelected(currentIndex());
    QPainter painter(viewport());
    painter.setPen(
        QPen(palette().color(isSelected ? QPalette::HighlightedText : QPalette::Highlight), 1,
             Qt::SolidLine));
    painter.drawRect(place.adjusted(2, 2, -3, -3));
}

bool ConversationTable::viewportEvent(QEvent *event)
{
    notePointer(*event);
    if (event->type() == QEvent::MouseMove)
        m_news->notePointer(static_cast<QMouseEvent *>(event)->pos());
    else if (event->type() == QEvent::Leave)
        m_news->notePointer(std::nullopt);
    return QTableView::viewportEvent(event);
}

void ConversationTable::notePointer(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        return Q_EMIT pointerUsed();
    default:
        return;
    }
}

void ConversationTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Home && !(event->modifiers() & Qt::ShiftModifier))
        Q_EMIT topRequested();
    QTableView::keyPressEvent(event);
}

// Rows are selected as a whole, so Home and End are about rows.
QModelIndex ConversationTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (!currentIndex().isValid() || (action != MoveHome && action != MoveEnd))
        return QTableView::moveCursor(action, modifiers);
    return currentIndex().siblingAtRow(action == MoveHome ? 0 : m_model.rowCount() - 1);
}

void ConversationTable::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->pos(); // of the viewport
    // The menu key has no position.
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = visualRect(currentIndex()).center();
    if (m_selection->hasSelection())
        Q_EMIT menuRequested(viewport()->mapToGlobal(position));
}

void ConversationTable::wantMoreIfNearEnd()
{
    const int lastVisible = rowAt(viewport()->height() - 1);
    const int rowsBelow = lastVisible < 0 ? 0 : m_model.rowCount() - 1 - lastVisible;
    if (rowsBelow < prefetchRows && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void ConversationTable::placeNotice()
{
    if (m_notice->notice().isEmpty())
        return;
    const int width = viewport()->width();
    const int height = noticeHeight();
    const int top = m_model.rowCount() > 0 ? verticalHeader()->length() - verticalHeader()->offset()
                                           : qMax(0, (viewport()->height() - height) / 2);
    m_notice->setGeometry(0, top, width, height);
}

int ConversationTable::noticeHeight() const
{
    if (m_notice->notice().isEmpty())
        return 0;
    return m_notice->hasHeightForWidth() ? m_notice->heightForWidth(viewport()->width())
                                         : m_notice->sizeHint().height();
}

void ConversationTable::restorePlace(bool isReset)
{
    if (const std::optional<int> value = m_anchor.value()) {
        updateGeometries(); // the scroll bar's range must hold the new rows first
        verticalScrollBar()->setValue(*value);
    } else if (isReset) {
        scrollToTop();
    }
    updateNews();
    announceVisible();
}

void ConversationTable::announceVisible()
{
    m_selection->setVisible(rowAt(0), visibleEnd() - 1);
    Q_EMIT visibleRowsChanged();
}

int ConversationTable::visibleEnd() const
{
    const int last = rowAt(viewport()->height() - 1);
    return last < 0 ? m_model.rowCount() : last + 1;
}

std::optional<quint32> ConversationTable::visibleSelectedRow() const
{
    if (m_selection->count() != 1)
        return std::nullopt;
    const inbox::RowOrder &order = m_model.order();
    for (int position = qMax(0, rowAt(0)); position < visibleEnd(); ++position)
        if (m_selection->contains(order.rowAt(position)))
            return order.rowAt(position);
    return std::nullopt;
}

void ConversationTable::setSearch(const QList<inbox::SearchTerm> &terms)
{
    m_delegate->setSearch(terms);
    viewport()->update();
}

void ConversationTable::setCompact(bool compact)
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + (compact ? 3 : 12));
    if (m_frozen)
        m_frozen->follow();
}

void ConversationTable::setFirstColumnFrozen(bool frozen)
{
    if (frozen == (m_frozen != nullptr))
        return;
    delete std::exchange(m_frozen, nullptr);
    if (!frozen)
        return;
    m_frozen = new FrozenColumn(*this);
    connect(m_frozen, &FrozenColumn::headerClicked, this, &ConversationTable::onHeaderClicked);
}

void ConversationTable::noteChanged(const QStringList &ids)
{
    inbox::RowSet above;
    for (const QString &id : ids)
        if (const std::optional<quint32> row = m_model.rowOf(id))
            above.set(*row, true);
    above &= m_model.order().rowsBetween(0, rowAt(0) - 1);
    QSet<QString> news;
    above.forEach([&](quint32 row) { news.insert(m_model.store()->at(row).id()); });
    m_news->addAbove(news);
    updateNews();
}

void ConversationTable::setWaiting(int rows)
{
    m_news->setWaiting(rows);
}

void ConversationTable::showNews(inbox::RowSet rows)
{
    for (const QString &id : m_news->above())
        if (const std::optional<quint32> row = m_model.rowOf(id))
            rows.set(*row, true);
    m_news->clearAbove();
    const QList<int> positions = m_model.order().positionsOf(rows);
    if (!positions.isEmpty())
        scrollTo(m_model.index(qMax(0, positions.first() - 1), m_columns->first())); // below it
    setFocus();
}

void ConversationTable::updateNews()
{
    if (verticalScrollBar()->value() == 0)
        m_news->clearAbove();
    m_news->place();
}

void ConversationTable::onHeaderClicked(int column)
{
    const bool isInstant = inbox::columns()[size_t(column)].kind == inbox::Column::Kind::Instant;
    inbox::SortKeys sort = m_sort;
    const auto key = std::ranges::find(sort, column, &inbox::SortKey::column);
    const bool isThere = key != sort.end();
    const bool descending = isThere ? !key->descending : isInstant; // times: the latest first
    if (!(QGuiApplication::keyboardModifiers() & Qt::ShiftModifier))
        sort = {{column, descending}};
    else if (isThere)
        key->descending = descending;
    else
        sort.append({column, descending});
    Q_EMIT sortRequested(sort);
}

void ConversationTable::paintSkeleton()
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor bar = palette().color(QPalette::Text);
    bar.setAlphaF(0.09f);
    painter.setBrush(bar);
    const int rowHeight = verticalHeader()->defaultSectionSize();
    const QHeaderView &header = *horizontalHeader();
    for (int row = 0; row * rowHeight < viewport()->height(); ++row)
        for (int column = 0; column < header.count(); ++column) {
            if (header.isSectionHidden(column))
                continue;
            // Bars of uneven length look like text.
            const int room = qMin(header.sectionSize(column), 260) - 16;
            const int length = room * (55 + (row * 7 + column * 13) % 40) / 100;
            painter.drawRoundedRect(header.sectionViewportPosition(column) + 6,
                                    row * rowHeight + rowHeight / 2 - 4, length, 8, 4, 4);
        }
}

} // namespace widgets
