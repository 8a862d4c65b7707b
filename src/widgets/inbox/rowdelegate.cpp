// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/rowdelegate.h"

#include "inbox/column.h"
#include "inbox/searchmarks.h"
#include "words/bidi.h"

#include <QPainter>
#include <QTextLayout>

namespace widgets {

using inbox::ConversationState;
using Mark = ConversationState::Mark;

namespace {

constexpr int smallestIcon = 16; // device-independent pixels
constexpr int iconMargin = 8;
constexpr int cellPadding = 5;
constexpr int iconGap = 4;

// Half way to the background, since some themes have no separate colour for placeholders.
QColor dimmed(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    return QColor((text.red() + base.red()) / 2, (text.green() + base.green()) / 2,
                  (text.blue() + base.blue()) / 2);
}

// The colours of the marks would be hard to see on the colour of the selection.
QPixmap tinted(const QIcon &icon, const QPaintDevice *device, const QSize &size,
               const QColor &color)
{
    QPixmap pixmap = icon.pixmap(size, device->devicePixelRatioF());
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

int iconSize(const QFontMetrics &text)
{
    return qMax(smallestIcon, text.height() - 2);
}

QIcon markIcon(Mark mark)
{
    switch (mark) {
    case Mark::Unassigned:
        return QIcon(QStringLiteral(":/icons/unassigned.svg"));
    case Mark::Snoozed:
        return QIcon(QStringLiteral(":/icons/snoozed.svg"));
    case Mark::SnoozeEnded:
        return QIcon(QStringLiteral(":/icons/snoozeended.svg"));
    case Mark::Muted:
        return QIcon(QStringLiteral(":/icons/muted.svg"));
    case Mark::Deleted:
        return QIcon(QStringLiteral(":/icons/deleted.svg"));
    }
    return {};
}

RowDelegate::RowDelegate(const inbox::InboxModel &model, ThemeSource & /*theme*/, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_stateColumn(inbox::columnIndex(inbox::ColumnId::State))
{
    for (const Mark mark :
         {Mark::Unassigned, Mark::Snoozed, Mark::SnoozeEnded, Mark::Muted, Mark::Deleted})
        m_icons.insert(mark, markIcon(mark));
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    // The padding is added here, since with a style sheet the desktop's style would not paint
    // selected cells any more.
    const QStyle &style = *cell.widget->style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    if (m_model.isNews(index.row()) && !(option.state & QStyle::State_Selected)) {
        QColor tint = option.palette.color(QPalette::Highlight);
        tint.setAlphaF(0.14F);
        painter->fillRect(option.rect, tint);
    }
    cell.rect.adjust(cellPadding, 0, -cellPadding, 0);
    const QList<inbox::TextRange> found = inbox::foundIn(cell.text, index.column(), m_search);
    if (!found.isEmpty() && !cell.text.isEmpty())
        drawMarked(*painter, cell, found);
    else
        style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (index.column() == m_stateColumn)
        drawStates(*painter, option, index);
}

void RowDelegate::drawMarked(QPainter &painter, const QStyleOptionViewItem &cell,
                             const QList<inbox::TextRange> &ranges) const
{
    const QStyle &style = *cell.widget->style();
    QStyleOptionViewItem withoutText = cell;
    withoutText.text.clear();
    style.drawControl(QStyle::CE_ItemViewItem, &withoutText, &painter, cell.widget);

    const bool isSelected = cell.state & QStyle::State_Selected;
    const QPalette::ColorGroup group =
        cell.state & QStyle::State_Active ? QPalette::Normal : QPalette::Inactive;
    const QColor color =
        cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor tint = isSelected ? color : cell.palette.color(group, QPalette::Highlight);
    tint.setAlphaF(0.28F);
    const int frame = style.pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, cell.widget) + 1;
    const QRect room = style.subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget)
                           .adjusted(frame, 0, -frame, 0);
    const QString text = cell.fontMetrics.elidedText(cell.text, cell.textElideMode, room.width());
    const qsizetype whole = text == cell.text ? text.size() : text.size() - 1; // without the '…'
    QList<QTextLayout::FormatRange> formats;
    for (const inbox::TextRange &range : ranges) {
        QTextLayout::FormatRange format;
        format.start = int(qMin(range.start, whole));
        format.length = int(qMin(range.start + range.length, whole)) - format.start;
        format.format.setBackground(tint);
        if (format.length > 0)
            formats.append(format);
    }
    QTextLayout layout(text, cell.font);
    QTextOption direction(QStyle::visualAlignment(cell.direction, cell.displayAlignment));
    direction.setTextDirection(cell.direction);
    direction.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(direction);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(room.width());
    layout.endLayout();
    painter.save();
    painter.setPen(color);
    layout.draw(&painter, QPointF(room.left(), room.center().y() - line.height() / 2 + 1));
    painter.restore();
}

void RowDelegate::drawStates(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const int size = iconSize(option.fontMetrics);
    QRect place(option.rect.left() + iconMargin, option.rect.center().y() - size / 2 + 1, size,
                size);
    const QList<Mark> marks = stateOf(index).marks();
    for (const Mark mark : marks) {
        if (place.right() > option.rect.right())
            break;
        const QRect mirrored = QStyle::visualRect(option.direction, option.rect, place);
        if (option.state & QStyle::State_Selected)
            painter.drawPixmap(mirrored, tinted(m_icons.value(mark), painter.device(), place.size(),
                                                option.palette.color(QPalette::HighlightedText)));
        else
            m_icons.value(mark).paint(&painter, mirrored);
        place.translate(size + iconGap, 0);
    }
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The whole row shows the focus, so no cell needs a frame of its own.
    option->state &= ~QStyle::State_HasFocus;
    if (index.column() == m_stateColumn)
        option->text.clear(); // the marks replace it
    else
        option->text = words::isolated(option->text, option->direction);
    const ConversationState state = stateOf(index);
    if (state.deleted || state.snooze == ConversationState::Snooze::SnoozedUntil)
        option->palette.setColor(QPalette::Text, dimmed(option->palette));
}

ConversationState RowDelegate::stateOf(const QModelIndex &index) const
{
    const std::optional<inbox::ConversationRow> row = m_model.rowAt(index.row());
    return row ? ConversationState::at(m_model.names().context().now, *row) : ConversationState();
}

} // namespace widgets
