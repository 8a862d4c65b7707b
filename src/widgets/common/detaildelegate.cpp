// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/detaildelegate.h"

#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"
#include "words/bidi.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QtMath>

namespace widgets {

namespace {

constexpr int leastElided = 64; // less of a detail would be useless

const Ground &groundOf(const QStyleOptionViewItem &option, const Surface &surface)
{
    // In a popover the keys are for the list, wherever the focus is.
    const bool isPopover = option.widget && option.widget->window()->windowType() == Qt::Popup;
    if (option.state & QStyle::State_Selected)
        return isPopover || (option.state & QStyle::State_Active) ? surface.selected
                                                                  : surface.selectedUnfocused;
    return option.state & QStyle::State_MouseOver ? surface.hover : surface.plain;
}

} // namespace

void paintMark(QPainter &painter, const QRect &place, const RowMark &mark, const Ground &ground,
               const Theme &theme)
{
    if (mark.drawing) {
        QRect icon(0, 0, theme.heights.icon, theme.heights.icon);
        icon.moveCenter(place.center());
        return paintIcon(painter, icon, *mark.drawing, ground.secondary);
    }
    if (mark.avatar)
        return paintAvatar(painter, place, *mark.avatar, theme);
    if (!mark.lineColor)
        return;
    QRectF dot(0, 0, theme.heights.dot, theme.heights.dot);
    dot.moveCenter(QRectF(place).center());
    drawDot(painter, dot, ground.lines[size_t(*mark.lineColor) % ground.lines.size()]);
}

DetailDelegate::DetailDelegate(int detailRole, ThemeSource &theme, QObject *parent, int markRole)
    : QStyledItemDelegate(parent)
    , m_detailRole(detailRole)
    , m_markRole(markRole)
    , m_theme(theme)
{
}

void DetailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = m_theme.theme();
    const Ground &ground = groundOf(option, theme.base);
    if (&ground != &theme.base.plain)
        drawRounded(*painter, option.rect, 0, ground.fill, ground.edge);
    painter->save();

    // Everything is placed from left to right, and mirrored last.
    const auto placed = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const auto square = [&option](int left, int side) {
        return QRect(left, option.rect.center().y() - (side - 1) / 2, side, side);
    };
    int left = option.rect.left() + space::medium;
    int right = option.rect.right() + 1 - space::medium;
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        const int side = theme.heights.icon;
        QStyleOptionViewItem box = option;
        box.rect = placed(square(left, side));
        box.state.setFlag(QStyle::State_Enabled);
        box.state.setFlag(QStyle::State_On, check.value<Qt::CheckState>() == Qt::Checked);
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
        left += side + space::narrow;
    }
    if (const auto mark = m_markRole < 0 ? RowMark() : index.data(m_markRole).value<RowMark>();
        mark != RowMark()) {
        const int side = mark.lineColor ? theme.heights.dot + space::narrow
                         : mark.drawing ? theme.heights.icon
                                        : theme.heights.smallCircle;
        paintMark(*painter, placed(square(left, side)), mark, ground, theme);
        left += side + (mark.lineColor ? space::tiny : space::narrow);
    }

    const auto font = index.data(Qt::FontRole);
    const bool isBold = font.isValid() && font.value<QFont>().bold();
    const QFont &nameFont = isBold ? theme.fonts.name : theme.fonts.body;
    const QFontMetrics nameMetrics(nameFont);
    const QString name = index.data().toString();
    const int nameWidth = nameMetrics.horizontalAdvance(name);
    const bool isCovered = m_isCurrentCovered && (option.state & QStyle::State_Selected);
    const QString detail = isCovered ? QString() : index.data(m_detailRole).toString();
    const QFontMetrics metrics(theme.fonts.body);
    // Rounded up, so that what fits is not elided.
    const int wanted = qCeil(QFontMetricsF(theme.fonts.body).horizontalAdvance(detail));
    const int room = right - left - qMin(nameWidth, (right - left) / 2) - space::medium;
    if (!detail.isEmpty() && room >= qMin(wanted, leastElided)) {
        const int width = qMin(wanted, room);
        painter->setPen(ground.secondary);
        painter->setFont(theme.fonts.body);
        painter->drawText(
            placed({right - width, option.rect.top(), width, option.rect.height()}),
            int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)) |
                Qt::TextSingleLine,
            words::isolated(metrics.elidedText(detail, Qt::ElideMiddle, width), option.direction));
        right -= width + space::medium;
    }
    painter->setPen(ground.text);
    painter->setFont(nameFont);
    painter->drawText(
        placed({left, option.rect.top(), right - left, option.rect.height()}),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) |
            Qt::TextSingleLine,
        words::isolated(nameMetrics.elidedText(name, Qt::ElideRight, right - left),
                        option.direction));
    painter->restore();
}

QSize DetailDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * space::medium,
            m_theme.theme().heights.item};
}

bool DetailDelegate::editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &,
                                 const QModelIndex &)
{
    return false;
}

} // namespace widgets
