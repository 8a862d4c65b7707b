// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/conversationtable.h"

#include "inbox/column.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/elidedheader.h"
#include "widgets/inbox/frozencolumn.h"
#include "widgets/inbox/headermenu.h"
#include "widgets/inbox/newsbutton.h"
#include "widgets/inbox/noticewidget.h"
#include "widgets/inbox/rowdelegate.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyleOptionViewItem>

#include <utility>

namespace widgets {

namespace {

// About two screens, so that the next page is on its way before the last row comes into view.
constexpr int prefetchRows = 60;
// A list that is there sooner does not flash.
constexpr quo::milliseconds untilSkeleton{150};
constexpr int mostSkeletonRows = 8;

} // namespace

ConversationTable::ConversationTable(inbox::InboxModel &model, ThemeSource &theme,
                                     quo::Clock &clock, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_selection(new inbox::RowSelection(model, this))
    , m_theme(theme)
    , m_clock(clock)
    , m_delegate(new RowDelegate(model, theme, this))
    , m_compact(addToggle(tr("Compact &rows"), &ConversationTable::setCompact,
                          &ConversationTable::compactToggled))
    , m_freeze(addToggle(tr("&Freeze first column"), &ConversationTable::setFirstColumnFrozen,
                         &ConversationTable::firstColumnFrozenToggled))
    , m_news(new NewsButton(viewport()))
    , m_notice(new NoticeWidget(theme, viewport()))
    , m_anchor(*this, model, *m_selection)
{
    setAccessibleName(tr("Conversations"));
    m_compact->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    addAction(m_compact);
    setItemDelegate(m_delegate);
    setUpAsList(*this, theme);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
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
    m_columns = new ColumnLayout(*this, theme);
    m_delegate->setColumns(*m_columns);
    followTheme();
    connect(&theme, &ThemeSource::changed, this, &ConversationTable::followTheme);
    connect(horizontalHeader(), &QHeaderView::sectionHandleDoubleClicked, this,
            &ConversationTable::fitColumn);
    connect(this, &QTableView::doubleClicked, this, &ConversationTable::opened);
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
    connect(m_notice, &NoticeWidget::actionRequested, this,
            &ConversationTable::noticeActionRequested);
    connect(m_notice, &NoticeWidget::heightChanged, this, &ConversationTable::updateGeometries);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &ConversationTable::openHeaderMenu);
}

ConversationTable::~ConversationTable() = default;

QAction *ConversationTable::addToggle(const QString &text, void (ConversationTable::*set)(bool),
                                      void (ConversationTable::*toggled)(bool))
{
    auto *action = new QAction(text, this);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, set);
    connect(action, &QAction::triggered, this, toggled);
    return action;
}

void ConversationTable::openHeaderMenu(const QPoint &position)
{
    auto *menu = new HeaderMenu(*this, horizontalHeader()->logicalIndexAt(position));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void ConversationTable::setUpAsList(QTableView &view, ThemeSource &theme)
{
    view.setHorizontalHeader(new ElidedHeader(theme, &view));
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
    // A double click on an edge makes room in the view, while Qt would widen the list.
    disconnect(view.horizontalHeader(), SIGNAL(sectionHandleDoubleClicked(int)), &view, nullptr);
    view.viewport()->setAttribute(Qt::WA_Hover);
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
    if (m_model.positionOf(id) < 0)
        Q_EMIT waitingRequested();
    goTo(m_model.positionOf(id));
}

void ConversationTable::setNotice(const words::Notice &notice)
{
    if (notice == m_notice->notice())
        return;
    showNotice(notice);
    updateGeometries();
}

void ConversationTable::showNotice(const words::Notice &notice)
{
    m_notice->setNotice(notice, m_model.rowCount() > 0 ? NoticeWidget::Form::Line
                                                       : NoticeWidget::Form::Block);
}

QList<QWidget *> ConversationTable::overlays() const
{
    return {m_news, m_notice};
}

void ConversationTable::setSkeleton(bool on)
{
    if (on == m_isLoading)
        return;
    m_isLoading = on;
    m_untilSkeleton.reset();
    if (on) {
        m_untilSkeleton = m_clock.callAfter(untilSkeleton, [this] {
            m_isSkeletonShown = true;
            followLook();
        });
        return;
    }
    m_isSkeletonShown = false;
    followLook();
}

void ConversationTable::setPointer(std::optional<int> y)
{
    m_pointer = y;
    followLook();
}

void ConversationTable::updateGeometries()
{
    const int scrolledTo = verticalScrollBar()->value();
    QTableView::updateGeometries();
    showNotice(words::Notice(m_notice->notice())); // in the form that fits the rows
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
    followLook(); // another row is under the pointer
}

void ConversationTable::focusInEvent(QFocusEvent *event)
{
    // Where no row is current, Qt makes the first one current. Nobody chose it, so it does not
    // replace the current row that a search hides.
    QSignalBlocker nobodyAsked(m_selection);
    if (!m_selection->isCurrentAwaited())
        nobodyAsked.unblock();
    QTableView::focusInEvent(event);
    nobodyAsked.unblock();
    switch (event->reason()) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
        m_isByKeyboard = true;
        break;
    case Qt::MouseFocusReason:
        m_isByKeyboard = false;
        break;
    default:
        break;
    }
    followLook();
}

void ConversationTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    followLook();
}

void ConversationTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        followLook();
}

void ConversationTable::keyPressEvent(QKeyEvent *event)
{
    m_isByKeyboard = true;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = !(modifiers & ~Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_J:
    case Qt::Key_K:
        if (isPlain) {
            QKeyEvent arrow(QEvent::KeyPress, event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up,
                            modifiers);
            QTableView::keyPressEvent(&arrow);
            return followLook();
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers == Qt::NoModifier && currentIndex().isValid()) {
            Q_EMIT opened();
            return;
        }
        break;
    case Qt::Key_Escape:
        if (m_selection->count() > 1)
            return collapseSelection();
        break;
    case Qt::Key_Home:
        if (!(modifiers & Qt::ShiftModifier))
            Q_EMIT waitingRequested();
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
    followLook();
}

// Keeps only the current row.
void ConversationTable::collapseSelection()
{
    selectionModel()->select(currentIndex(),
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    followLook();
}

void ConversationTable::mousePressEvent(QMouseEvent *event)
{
    m_isByKeyboard = false;
    QTableView::mousePressEvent(event);
    followLook();
}

bool ConversationTable::viewportEvent(QEvent *event)
{
    notePointer(*event);
    if (event->type() == QEvent::MouseMove)
        m_news->notePointer(static_cast<QMouseEvent *>(event)->pos());
    else if (event->type() == QEvent::Leave)
        m_news->notePointer(std::nullopt);
    const bool isHandled = QTableView::viewportEvent(event);
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        setPointer(static_cast<QHoverEvent *>(event)->position().toPoint().y());
        break;
    case QEvent::HoverLeave:
        setPointer(std::nullopt);
        break;
    default:
        break;
    }
    return isHandled;
}

void ConversationTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    followLook();
}

void ConversationTable::followTheme()
{
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    if (m_frozen)
        m_frozen->follow();
    viewport()->update();
}

void ConversationTable::followLook()
{
    const RowDelegate::Look before = m_delegate->look();
    RowDelegate::Look look = before;
    look.hovered = m_pointer ? rowAt(*m_pointer) : -1;
    look.isFocused = hasFocus() && isActiveWindow();
    look.framed = look.isFocused && m_isByKeyboard ? currentIndex().row() : -1;
    look.isReloading = m_isSkeletonShown;
    m_delegate->setLook(look);
    if (look.isFocused != before.isFocused || look.isReloading != before.isReloading) {
        viewport()->update();
        if (m_frozen)
            m_frozen->viewport()->update();
        return;
    }
    if (look.hovered != before.hovered) {
        repaintRow(before.hovered);
        repaintRow(look.hovered);
    }
    if (look.framed != before.framed) {
        repaintRow(before.framed);
        repaintRow(look.framed);
    }
}

// All of its cells, since the frame goes round all of them.
void ConversationTable::repaintRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const QRect place(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    viewport()->update(place);
    if (m_frozen)
        m_frozen->viewport()->update(0, place.top(), m_frozen->viewport()->width(), place.height());
}

void ConversationTable::paintEvent(QPaintEvent *event)
{
    followLook(); // rows may have moved
    QTableView::paintEvent(event);
    if (m_isSkeletonShown && m_model.rowCount() == 0)
        paintSkeleton();
    if (m_delegate->look().isFocused && m_isByKeyboard && !currentIndex().isValid()) {
        // Without a row to show it, the list has the frame.
        QPainter painter(viewport());
        const double half = stroke::focus / 2.0;
        painter.setPen(QPen(m_theme.theme().base.plain.accent, stroke::focus));
        painter.drawRect(QRectF(viewport()->rect()).adjusted(half, half, -half, -half));
    }
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
    followLook();
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

void ConversationTable::setPinned(const QList<inbox::ColumnId> &columns)
{
    m_delegate->setPinned(columns);
    viewport()->update();
}

void ConversationTable::fitColumn(int column)
{
    int content = 0;
    const int last = rowAt(viewport()->height() - 1);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = qMax(0, rowAt(0)); row <= (last < 0 ? m_model.rowCount() - 1 : last); ++row)
        content = qMax(content, m_delegate->sizeHint(option, m_model.index(row, column)).width());
    const QFontMetrics title(m_theme.theme().fonts.heading);
    const QString text = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    m_columns->fitColumn(column, qMax(content, title.horizontalAdvance(text)));
}

void ConversationTable::setCompact(bool compact)
{
    m_compact->setChecked(compact);
    RowDelegate::Look look = m_delegate->look();
    look.isCompact = compact;
    m_delegate->setLook(look);
    followTheme();
}

void ConversationTable::setFirstColumnFrozen(bool frozen)
{
    m_freeze->setChecked(frozen);
    if (frozen == (m_frozen != nullptr))
        return;
    delete std::exchange(m_frozen, nullptr);
    if (!frozen)
        return;
    m_frozen = new FrozenColumn(*this, m_theme);
    connect(m_frozen, &FrozenColumn::headerClicked, this, &ConversationTable::onHeaderClicked);
    connect(m_frozen, &QTableView::doubleClicked, this, &ConversationTable::opened);
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionHandleDoubleClicked, this,
            &ConversationTable::fitColumn);
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
    const Theme &theme = m_theme.theme();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.base.neutral.fill);
    const int height = m_delegate->rowHeight();
    const int side = m_compact->isChecked() ? theme.heights.compactCircle : theme.heights.circle;
    const int bar = space::narrow;
    const int rows = qBound(1, viewport()->height() / height - 1, mostSkeletonRows);
    const QHeaderView &header = *horizontalHeader();
    const auto draw = [&](int row, int column, QRect place) {
        const QRect cell(header.sectionViewportPosition(column), row * height,
                         header.sectionSize(column), height);
        place.translate(cell.topLeft());
        const double radius = place.height() / 2.0;
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), cell, place), radius, radius);
    };
    // Bars of uneven length look like text.
    const auto length = [](int room, int row, int column) {
        return room * (55 + (row * 7 + column * 13) % 40) / 100;
    };
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < header.count(); ++column) {
            if (header.isSectionHidden(column))
                continue;
            const int left = m_columns->leading(column);
            const int room = header.sectionSize(column) - left - m_columns->trailing(column);
            if (inbox::ColumnId(column) != inbox::ColumnId::Name) {
                draw(row, column, {left, (height - bar) / 2, length(room, row, column), bar});
                continue;
            }
            draw(row, column, {left, (height - side) / 2, side, side});
            const int text = left + side + space::medium;
            const int textRoom = room - side - space::medium;
            if (m_compact->isChecked()) {
                draw(row, column, {text, (height - bar) / 2, length(textRoom, row, column), bar});
                continue;
            }
            draw(
                row, column,
                {text, height / 2 - bar - space::tiny, length(textRoom * 4 / 5, row, column), bar});
            painter.setOpacity(0.6);
            draw(row, column, {text, height / 2 + space::tiny, length(textRoom, row, column), bar});
            painter.setOpacity(1);
        }
    painter.setFont(theme.fonts.caption);
    painter.setPen(theme.base.plain.secondary);
    painter.drawText(QRect(0, rows * height, viewport()->width(), height), Qt::AlignCenter,
                     tr("Loading conversations…"));
}

} // namespace widgets
