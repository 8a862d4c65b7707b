// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/detaildelegate.h"

#include <QPainter>

namespace widgets {

namespace {

constexpr int textGap = 12; // pixels between the two texts
constexpr int detailMargin = 6;
constexpr int leastElided = 80; // pixels; less of a detail would be useless

} // namespace

DetailDelegate::DetailDelegate(int detailRole, ThemeSource & /*theme*/, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_detailRole(detailRole)
{
}

void DetailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString detail = index.data(m_detailRole).toString();
    const int taken = QStyledItemDelegate::sizeHint(option, index).width() + textGap;
    const QRect room = QStyle::visualRect(option.direction, option.rect,
                                          option.rect.adjusted(taken, 0, -detailMargin, 0));
    const int wanted = option.fontMetrics.horizontalAdvance(detail);
    if (detail.isEmpty() || room.width() < qMin(wanted, leastElided))
        return;
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setPen(
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->drawText(room, int(Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextSingleLine),
                      option.fontMetrics.elidedText(detail, Qt::ElideMiddle, room.width()));
    painter->restore();
}

QSize DetailDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, detailMargin);
}

bool DetailDelegate::editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &,
                                 const QModelIndex &)
{
    return false;
}

} // namespace widgets
