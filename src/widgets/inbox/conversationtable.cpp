// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/conversationtable.h"

#include "inbox/naming.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/frozencolumn.h"
#include "widgets/inbox/headermenu.h"
#include "widgets/inbox/listsetup.h"
#include "widgets/inbox/newsbutton.h"
#include "widgets/inbox/noticewidget.h"
#include "widgets/inbox/rowdelegate.h"
#include "widgets/inbox/sortclick.h"
#include "words/rowwords.h"

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

namespace widgets {

ConversationTable::ConversationTable(inbox::InboxModel &model, ThemeSource &theme,
                                     quo::Clock &clock, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_selection(new inbox::RowSelection(model, this))
    , m_theme(theme)
    , m_delegate(new RowDelegate(model, theme, this))
    , m_compact(addToggle(tr("Compact &rows"), &ConversationTable::setCompact,
                          &ConversationTable::compactToggled))
    , m_freeze(addToggle(tr("&Freeze first column"), &ConversationTable::setFirstColumnFrozen,
                         &ConversationTable::firstColumnFrozenToggled))
    , m_news(new NewsButton(theme, viewport()))
    , m_notice(new NoticeWidget(theme, viewport()))
    , m_anchor(*this, model, *m_selection)
    , m_endNotice(*this, model, *m_notice)
    , m_highlight(*this, *m_delegate)
    , m_newsAbove(*this, model, *m_news)
    , m_skeleton(clock, [this] { m_highlight.setReloading(m_skeleton.isShown()); })
{
    setAccessibleName(tr("Conversations"));
    m_compact->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    addAction(m_compact);
    setItemDelegate(m_delegate);
    setUpAsList(*this, theme);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    viewport()->setMouseTracking(true);
    fetchAhead(*this);
    showModel();
    m_columns = new ColumnLayout(*this, theme);
    m_delegate->setColumns(*m_columns);
    followHeader();
    followTheme();
    connect(&theme, &ThemeSource::changed, this, &ConversationTable::followTheme);
    connect(&theme, &ThemeSource::changed, this, &ConversationTable::followNames);
    connect(&model.names(), &inbox::Names::directoryChanged, this, &ConversationTable::followNames);
    followNames();
    connect(this, &QTableView::doubleClicked, this, &ConversationTable::opened);
    connect(m_news, &NewsButton::clicked, this, &ConversationTable::newsRequested);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_newsAbove.follow(); });
    connect(m_notice, &NoticeWidget::actionRequested, this,
            &ConversationTable::noticeActionRequested);
    connect(m_notice, &NoticeWidget::heightChanged, this, &ConversationTable::updateGeometries);
}

void ConversationTable::showModel()
{
    // The anchor remembers before the view itself hears of a change, and is asked after that.
    const auto remember = [this] { m_anchor.remember(); };
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, remember);
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, remember);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, remember);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, remember);
    setModel(&m_model);
    const std::unique_ptr<QItemSelectionModel> qtsOwn(selectionModel());
    setSelectionModel(m_selection);
    connect(m_selection, &inbox::RowSelection::changed, this,
            &ConversationTable::selectedRowsChanged);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { restorePlace(true); });
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, [this] { restorePlace(false); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] { restorePlace(false); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this] { restorePlace(false); });
}

void ConversationTable::followHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &ConversationTable::onHeaderClicked);
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, &ConversationTable::fitColumn);
    connect(header, &QWidget::customContextMenuRequested, this, &ConversationTable::openHeaderMenu);
}

// Until the column is gone, it speaks to the table, which must not answer.
ConversationTable::~ConversationTable()
{
    m_frozen.reset();
}

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
    if (notice == m_endNotice.notice())
        return;
    m_endNotice.setNotice(notice);
    updateGeometries();
}

QList<QWidget *> ConversationTable::overlays() const
{
    return {m_news, m_notice};
}

void ConversationTable::setSkeleton(bool on)
{
    m_skeleton.setLoading(on);
}

void ConversationTable::updateGeometries()
{
    const int scrolledTo = verticalScrollBar()->value();
    QTableView::updateGeometries();
    m_endNotice.fitForm();
    if (const int below = m_endNotice.heightBelowRows(); below > 0) {
        const int contents = verticalHeader()->length() + below;
        verticalScrollBar()->setRange(0, qMax(0, contents - viewport()->height()));
        verticalScrollBar()->setValue(scrolledTo);
    }
    m_endNotice.place();
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
    m_endNotice.place();
    announceVisible();
    m_highlight.update(); // another row is under the pointer
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
    m_highlight.noteFocus(event->reason());
}

void ConversationTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    m_highlight.update();
}

void ConversationTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        m_highlight.update();
}

void ConversationTable::keyPressEvent(QKeyEvent *event)
{
    m_highlight.setByKeyboard(true);
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = !(modifiers & ~Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_J:
    case Qt::Key_K:
        if (isPlain) {
            QKeyEvent arrow(QEvent::KeyPress, event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up,
                            modifiers);
            QTableView::keyPressEvent(&arrow);
            return m_highlight.update();
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
    m_highlight.update();
}

// Keeps only the current row.
void ConversationTable::collapseSelection()
{
    selectionModel()->select(currentIndex(),
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_highlight.update();
}

void ConversationTable::mousePressEvent(QMouseEvent *event)
{
    m_highlight.setByKeyboard(false);
    QTableView::mousePressEvent(event);
    m_highlight.update();
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
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        return m_highlight.setPointer(
            static_cast<const QHoverEvent &>(event).position().toPoint().y());
    case QEvent::HoverLeave:
        return m_highlight.setPointer(std::nullopt);
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        return Q_EMIT pointerUsed();
    default:
        return;
    }
}

void ConversationTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    m_highlight.update();
}

void ConversationTable::followTheme()
{
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    if (m_frozen)
        m_frozen->follow();
    viewport()->update();
}

void ConversationTable::paintEvent(QPaintEvent *event)
{
    m_highlight.update(); // rows may have moved
    QTableView::paintEvent(event);
    if (m_skeleton.isShown() && m_model.rowCount() == 0) {
        QPainter painter(viewport());
        paintSkeleton(painter, *this, *m_columns, m_theme.theme(), m_compact->isChecked(),
                      tr("Loading conversations…"));
    }
    if (m_highlight.isListFramed()) {
        QPainter painter(viewport());
        const double half = stroke::focus / 2.0;
        painter.setPen(QPen(m_theme.theme().base.plain.accent, stroke::focus));
        painter.drawRect(QRectF(viewport()->rect()).adjusted(half, half, -half, -half));
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

void ConversationTable::restorePlace(bool isReset)
{
    if (const std::optional<int> value = m_anchor.value()) {
        updateGeometries(); // the scroll bar's range must hold the new rows first
        verticalScrollBar()->setValue(*value);
    } else if (isReset) {
        scrollToTop();
    }
    m_newsAbove.follow();
    announceVisible();
    m_highlight.update();
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
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = qMax(0, rowAt(0)); row < visibleEnd(); ++row)
        content = qMax(content, m_delegate->sizeHint(option, m_model.index(row, column)).width());
    const QFontMetrics title(m_theme.theme().fonts.heading);
    const QString text = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    m_columns->fitColumn(column, qMax(content, title.horizontalAdvance(text)));
}

// Rows come and go, but the names of lines and teammates stay.
void ConversationTable::followNames()
{
    const Theme &theme = m_theme.theme();
    const QFontMetrics body(theme.fonts.body);
    const quo::Directory &directory = m_model.names().directory();
    int line = 0;
    for (const QString &id : directory.lineIds())
        line = qMax(line, body.horizontalAdvance(words::lineLabel(id, m_model.names().context())));
    int owner = 0;
    for (const quo::Teammate &teammate : directory.teammates())
        owner = qMax(owner, body.horizontalAdvance(inbox::shownAssignee(teammate.id, directory)));
    m_columns->setLongest(inbox::columnIndex(inbox::ColumnId::PhoneNumberId),
                          theme.heights.dot + space::narrow + line + 1);
    m_columns->setLongest(inbox::columnIndex(inbox::ColumnId::AssignedTo),
                          theme.heights.smallCircle + space::narrow + owner + 1);
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
    m_frozen.reset();
    m_highlight.setOverlay(nullptr);
    if (!frozen)
        return;
    m_frozen = std::make_unique<FrozenColumn>(*this, m_theme);
    m_highlight.setOverlay(m_frozen.get());
    connect(m_frozen.get(), &FrozenColumn::headerClicked, this,
            &ConversationTable::onHeaderClicked);
    connect(m_frozen.get(), &QTableView::doubleClicked, this, &ConversationTable::opened);
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionHandleDoubleClicked, this,
            &ConversationTable::fitColumn);
}

void ConversationTable::noteChanged(const QStringList &ids)
{
    m_newsAbove.noteChanged(ids);
}

void ConversationTable::setWaiting(int rows, int news)
{
    m_news->setWaiting(rows, news);
}

void ConversationTable::showNews(const inbox::RowSet &rows)
{
    if (const std::optional<int> first = m_newsAbove.takeFirst(rows))
        scrollTo(m_model.index(qMax(0, *first - 1), m_columns->first())); // below it
    setFocus();
}

void ConversationTable::onHeaderClicked(int column)
{
    const bool inAddition = QGuiApplication::keyboardModifiers() & Qt::ShiftModifier;
    Q_EMIT sortRequested(sortAfterClick(m_sort, column, inAddition));
}

} // namespace widgets
