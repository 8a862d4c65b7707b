// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rowdelegate.h"

#include "inbox/column.h"

#include <QPainter>

namespace widgets {

using inbox::ConversationState;
using Mark = ConversationState::Mark;

namespace {

constexpr int iconSize = 16; // device-independent pixels
constexpr int margin = 8;
constexpr int padding = 5;
constexpr int gap = 4;

// Half way to the background: some themes have no colour of their own for placeholders.
QColor dimmed(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    return QColor((text.red() + base.red()) / 2, (text.green() + base.green()) / 2,
                  (text.blue() + base.blue()) / 2);
}

// The marks' own colours would drown in the colour of the selection.
QPixmap tinted(const QIcon &icon, const QPaintDevice *device, const QColor &color)
{
    QPixmap pixmap = icon.pixmap(QSize(iconSize, iconSize), device->devicePixelRatioF());
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

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

RowDelegate::RowDelegate(const inbox::InboxModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_stateColumn(inbox::columnIndex(QLatin1String("state")))
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
    // Room beside the text is made here: in a style sheet it would take the painting of selected
    // cells away from the desktop's style.
    const QStyle &style = *cell.widget->style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    cell.rect.adjust(padding, 0, -padding, 0);
    style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (index.column() != m_stateColumn)
        return;
    QRect place(option.rect.left() + margin, option.rect.center().y() - iconSize / 2 + 1, iconSize,
                iconSize);
    const QList<Mark> marks = stateOf(index).marks();
    for (const Mark mark : marks) {
        if (place.right() > option.rect.right())
            break;
        const QRect mirrored = QStyle::visualRect(option.direction, option.rect, place);
        if (option.state & QStyle::State_Selected)
            painter->drawPixmap(mirrored, tinted(m_icons.value(mark), painter->device(),
                                                 option.palette.color(QPalette::HighlightedText)));
        else
            m_icons.value(mark).paint(painter, mirrored);
        place.translate(iconSize + gap, 0);
    }
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The whole row shows where the focus is, so no cell needs a frame of its own.
    option->state &= ~QStyle::State_HasFocus;
    if (index.column() == m_stateColumn)
        option->text.clear(); // the marks say it
    const ConversationState state = stateOf(index);
    if (state.deleted || state.snooze == ConversationState::Snooze::SnoozedUntil)
        option->palette.setColor(QPalette::Text, dimmed(option->palette));
}

ConversationState RowDelegate::stateOf(const QModelIndex &index) const
{
    const std::optional<inbox::ConversationRow> row = m_model.rowAt(index.row());
    return row ? ConversationState::at(m_model.cellContext().now, *row) : ConversationState();
}

} // namespace widgets
