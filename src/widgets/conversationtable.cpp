// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/conversationtable.h"

#include "widgets/columnmenu.h"
#include "widgets/noticewidget.h"
#include "widgets/rowdelegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace widgets {

namespace {

// About two screens: the next page is on its way before the last row comes into view.
constexpr int prefetchRows = 60;

// In their first order, the same of them hidden.
bool areAsAtFirst(const QList<workspace::ColumnSetting> &settings)
{
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const inbox::Column &column = inbox::columns()[size_t(i)];
        if (settings[i].id != column.id || settings[i].visible != column.visibleAtFirst)
            return false;
    }
    return true;
}

} // namespace

ConversationTable::ConversationTable(inbox::InboxModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_notice(new NoticeWidget(viewport()))
{
    setAccessibleName(tr("Conversations"));
    setItemDelegate(new RowDelegate(model, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);

    m_wantMore.setSingleShot(true);
    m_wantMore.setInterval(0);
    connect(&m_wantMore, &QTimer::timeout, this, &ConversationTable::wantMoreIfNearEnd);
    // Not at once: while rows are being inserted their walk still counts as fetching.
    const auto soon = [this] { m_wantMore.start(); };
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, soon);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, soon);

    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this,
            &ConversationTable::rememberPlace);
    setModel(&model);
    connect(&model, &QAbstractItemModel::modelReset, this, &ConversationTable::restorePlace);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ConversationTable::selectKept);
    setColumnSettings({});

    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (m_isFitting)
            return;
        // Qt itself resizes all of them while it polishes, and the last one, which takes what is
        // left, at any time.
        const QHeaderView &header = *horizontalHeader();
        int last = header.count() - 1;
        while (last > 0 && header.isSectionHidden(header.logicalIndex(last)))
            --last;
        if (isVisible() && column != header.logicalIndex(last))
            m_columnsFit = false;
        Q_EMIT columnsArranged();
    });
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this,
            &ConversationTable::columnsArranged);
    connect(m_notice, &NoticeWidget::retryAsked, this, &ConversationTable::retryAsked);
    connect(m_notice, &NoticeWidget::stopAsked, this, &ConversationTable::stopAsked);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) {
                auto *menu = new ColumnMenu(*horizontalHeader(), this);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                menu->popup(horizontalHeader()->mapToGlobal(position));
            });
}

std::optional<inbox::ConversationRow> ConversationTable::currentRow() const
{
    return m_model.rowAt(currentIndex().row());
}

void ConversationTable::setNotice(const Notice &notice)
{
    if (notice == m_notice->notice())
        return;
    m_notice->setNotice(notice);
    updateGeometries();
}

void ConversationTable::setSkeleton(bool on)
{
    if (on == m_skeleton)
        return;
    m_skeleton = on;
    viewport()->update();
}

QList<workspace::ColumnSetting> ConversationTable::columnSettings() const
{
    const QHeaderView &header = *horizontalHeader();
    QList<workspace::ColumnSetting> settings;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        const bool visible = !header.isSectionHidden(column);
        // A hidden section has no width; it comes back as wide as it was at first.
        const int width = visible ? header.sectionSize(column) : firstWidth(column);
        settings.append({inbox::columns()[size_t(column)].id, width, visible});
    }
    return m_columnsFit && areAsAtFirst(settings) ? QList<workspace::ColumnSetting>() : settings;
}

void ConversationTable::setColumnSettings(const QList<workspace::ColumnSetting> &settings)
{
    QHeaderView &header = *horizontalHeader();
    for (int column = 0; column < header.count(); ++column) {
        header.moveSection(header.visualIndex(column), column);
        header.resizeSection(column, firstWidth(column));
        header.setSectionHidden(column, !inbox::columns()[size_t(column)].visibleAtFirst);
    }
    int place = 0;
    for (const workspace::ColumnSetting &setting : settings) {
        const int column = inbox::columnIndex(setting.id);
        if (column < 0)
            continue;
        header.moveSection(header.visualIndex(column), place++);
        header.resizeSection(column, setting.width);
        header.setSectionHidden(column, !setting.visible);
    }
    if (header.hiddenSectionCount() == header.count())
        header.showSection(0);
    m_columnsFit = settings.isEmpty();
}

int ConversationTable::firstWidth(int column) const
{
    return inbox::columns()[size_t(column)].width * fontMetrics().averageCharWidth();
}

void ConversationTable::fitColumns()
{
    QHeaderView &header = *horizontalHeader();
    int total = 0;
    for (int column = 0; column < header.count(); ++column)
        if (!header.isSectionHidden(column))
            total += firstWidth(column);
    const QScopedValueRollback isFitting(m_isFitting, true); // which is nobody's choice
    for (int column = 0; column < header.count(); ++column)
        if (!header.isSectionHidden(column))
            header.resizeSection(column, viewport()->width() * firstWidth(column) / total);
}

void ConversationTable::updateGeometries()
{
    const int scrolledTo = verticalScrollBar()->value();
    QTableView::updateGeometries();
    // The notice stands below the last row, so the list scrolls that much further.
    const int below = m_model.rowCount() > 0 ? noticeHeight() : 0;
    if (below > 0) {
        const int contents = verticalHeader()->length() + below;
        verticalScrollBar()->setRange(0, qMax(0, contents - viewport()->height()));
        verticalScrollBar()->setValue(scrolledTo);
    }
    placeNotice();
}

void ConversationTable::resizeEvent(QResizeEvent *event)
{
    if (m_columnsFit)
        fitColumns();
    QTableView::resizeEvent(event);
}

void ConversationTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    placeNotice();
}

void ConversationTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_skeleton && m_model.rowCount() == 0)
        paintSkeleton();
}

void ConversationTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        m_keptId = current.data(inbox::InboxModel::IdRole).toString();
    Q_EMIT currentRowChanged();
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

void ConversationTable::rememberPlace()
{
    const int top = rowAt(0);
    m_topId.clear();
    if (const std::optional<inbox::ConversationRow> row = m_model.rowAt(top)) {
        m_topId = row->id();
        m_topOffset = rowViewportPosition(top);
    }
}

void ConversationTable::restorePlace()
{
    selectKept();
    const int position = m_topId.isEmpty() ? -1 : m_model.positionOf(m_topId);
    if (position >= 0) {
        updateGeometries(); // the scroll bar's range must hold the new rows first
        verticalScrollBar()->setValue(position * verticalHeader()->defaultSectionSize() -
                                      m_topOffset);
    } else {
        scrollToTop();
    }
    if (!currentIndex().isValid())
        Q_EMIT currentRowChanged();
}

void ConversationTable::selectKept()
{
    if (m_keptId.isEmpty() || currentIndex().isValid())
        return;
    const int position = m_model.positionOf(m_keptId);
    if (position < 0)
        return;
    // Nobody asked to be taken there.
    setAutoScroll(false);
    const int column = horizontalHeader()->logicalIndexAt(0);
    selectionModel()->setCurrentIndex(m_model.index(position, qMax(0, column)),
                                      QItemSelectionModel::ClearAndSelect |
                                          QItemSelectionModel::Rows);
    setAutoScroll(true);
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
            // Bars of uneven length read as text to come.
            const int room = qMin(header.sectionSize(column), 260) - 16;
            const int length = room * (55 + (row * 7 + column * 13) % 40) / 100;
            painter.drawRoundedRect(header.sectionViewportPosition(column) + 6,
                                    row * rowHeight + rowHeight / 2 - 4, length, 8, 4, 4);
        }
}

} // namespace widgets
