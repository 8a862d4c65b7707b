// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/activitydelegate.h"

#include "widgets/common/icons.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"
#include "words/activitywords.h"

#include <QPainter>
#include <QStyle>

namespace widgets {

namespace {

bool isCall(const quo::Activity &item)
{
    return item.kind == quo::Activity::Kind::Call;
}

bool hasText(const quo::Activity &item)
{
    return !item.text.trimmed().isEmpty();
}

bool isNotDelivered(const quo::Activity &item)
{
    return item.isOutgoing && (item.status == u"undelivered" || item.status == u"failed");
}

// Writes in the direction of the text's own letters.
void drawText(QPainter &painter, const QRect &rect, int flags, const QString &text)
{
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(rect, flags | int(Qt::AlignLeading), text);
}

} // namespace

struct ActivityDelegate::Layout
{
    QString day; // empty if it is the day of the item above
    QString text;
    QString detail;
    QRect dayRect; // in the coordinates of the item
    QRect bubble;  // of a message, or the frame of a call
    QRect textRect;
    QRect detailRect;
    int wrap = Qt::TextWordWrap;
    int height = 0;
};

ActivityDelegate::ActivityDelegate(const inbox::ActivityModel &model, const inbox::Names &names,
                                   ThemeSource &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_names(names)
    , m_theme(theme)
{
}

QString ActivityDelegate::dayAbove(int row) const
{
    const auto dayOf = [this](int at) {
        const std::optional<quo::Instant> time = m_model.itemAt(at).createdAt;
        return time ? quo::toDateTime(*time, m_names.reader().zone).date() : QDate();
    };
    const QDate day = dayOf(row);
    const bool isFirst = row == 0 || dayOf(row - 1) != day;
    return isFirst && day.isValid() ? words::dayText(day, m_names.context()) : QString();
}

ActivityDelegate::Layout ActivityDelegate::layOut(const QStyleOptionViewItem &option, int row) const
{
    const Heights &heights = m_theme.theme().heights;
    const quo::Activity &item = m_model.itemAt(row);
    // That of the view with its scroll bar, which then changes nothing when it comes.
    const int width = option.widget ? option.widget->width() : option.rect.width();
    Layout layout;
    layout.day = dayAbove(row);
    layout.text = words::activityText(item, m_names.reader().locale);
    layout.detail = words::activityDetail(item, m_names.context());
    int top = row == 0 ? m_lead : 0;
    if (!layout.day.isEmpty()) {
        layout.dayRect = QRect(space::wide, top, width - 2 * space::wide, heights.heading);
        top += layout.dayRect.height() + space::tiny;
    }
    layout.bubble.moveTop(top);
    if (isCall(item)) {
        layout.bubble = QRect(space::wide, top, width - 2 * space::wide, heights.item);
        layout.height = layout.bubble.bottom() + 1;
    } else {
        layOutMessage(layout, row, width);
    }
    const bool isLast = row + 1 == m_model.rowCount();
    layout.height += isLast ? space::medium : space::narrow;
    return layout;
}

void ActivityDelegate::layOutMessage(Layout &layout, int row, int width) const
{
    const Theme &theme = m_theme.theme();
    const quo::Activity &item = m_model.itemAt(row);
    const QFontMetrics metrics(theme.fonts.body);
    const QFontMetrics captionMetrics(theme.fonts.caption);
    const int drawing = hasText(item) ? 0 : theme.heights.icon + space::narrow;
    const int widest = qMin(width - 2 * space::wide - space::widest, theme.scaled(bubble::widest));
    const int room = qMax(1, widest - 2 * bubble::across - drawing);
    const QRect space(0, 0, room, 1 << 20);
    QSize text = metrics.boundingRect(space, layout.wrap, layout.text).size();
    if (text.width() > room) { // a long link has no blanks to break at
        layout.wrap = Qt::TextWrapAnywhere;
        text = metrics.boundingRect(space, layout.wrap, layout.text).size();
    }
    text.rwidth() = qMin(room, text.width() + 1);
    layout.bubble.setSize(
        {text.width() + drawing + 2 * bubble::across, text.height() + 2 * bubble::along});
    layout.bubble.moveLeft(item.isOutgoing ? width - space::wide - layout.bubble.width()
                                           : space::wide);
    layout.textRect = layout.bubble.adjusted(bubble::across + drawing, bubble::along,
                                             -bubble::across, -bubble::along);
    const int detailWidth =
        qMin(widest - bubble::across, captionMetrics.horizontalAdvance(layout.detail) + 1);
    layout.detailRect =
        QRect(0, layout.bubble.bottom() + 1 + space::tiny, detailWidth, captionMetrics.height());
    layout.detailRect.moveLeft(item.isOutgoing
                                   ? layout.bubble.right() + 1 - bubble::across - detailWidth
                                   : layout.bubble.left() + bubble::across);
    layout.height = layout.detailRect.bottom() + 1;
}

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = m_theme.theme();
    const Layout layout = layOut(option, index.row());
    const quo::Activity &item = m_model.itemAt(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!layout.day.isEmpty()) {
        painter->setFont(theme.fonts.caption);
        painter->setPen(theme.base.plain.secondary);
        painter->drawText(QStyle::visualRect(option.direction, option.rect,
                                             layout.dayRect.translated(option.rect.topLeft())),
                          Qt::AlignCenter, layout.day);
    }
    if (isCall(item))
        paintCall(*painter, option, layout);
    else
        paintMessage(*painter, option, layout, item);
    painter->restore();
}

void ActivityDelegate::paintMessage(QPainter &painter, const QStyleOptionViewItem &option,
                                    const Layout &layout, const quo::Activity &item) const
{
    const Theme &theme = m_theme.theme();
    const Surface &surface = theme.base;
    const auto place = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect,
                                  rect.translated(option.rect.topLeft()));
    };
    const Ground &ground = item.isOutgoing ? surface.selected : surface.selectedUnfocused;
    const bool isPlain = !item.isOutgoing && theme.isHighContrast;
    const QRect bubble = place(layout.bubble);
    drawRounded(painter, bubble, bubble::radius, isPlain ? surface.neutral.fill : ground.fill,
                isPlain ? surface.neutral.edge : ground.edge, stroke::hairline);
    if (option.state & QStyle::State_HasFocus)
        drawRounded(painter, bubble, bubble::radius, Qt::transparent, surface.plain.accent,
                    stroke::focus);
    const QColor &text = isPlain ? surface.neutral.text : ground.text;
    if (!hasText(item)) {
        QRect drawing = layout.bubble.adjusted(bubble::across, 0, 0, 0);
        drawing.setWidth(theme.heights.icon);
        paintIcon(painter, place(drawing), Drawing::File, text);
    }
    painter.setFont(theme.fonts.body);
    painter.setPen(text);
    drawText(painter, place(layout.textRect), layout.wrap, layout.text);
    painter.setFont(theme.fonts.caption);
    painter.setPen(isNotDelivered(item) ? surface.plain.error : surface.plain.secondary);
    painter.setLayoutDirection(option.direction);
    painter.drawText(
        place(layout.detailRect), int(Qt::AlignLeading | Qt::TextSingleLine),
        painter.fontMetrics().elidedText(layout.detail, Qt::ElideRight, layout.detailRect.width()));
}

void ActivityDelegate::paintCall(QPainter &painter, const QStyleOptionViewItem &option,
                                 const Layout &layout) const
{
    const Theme &theme = m_theme.theme();
    const Ground &ground = theme.base.plain;
    const auto place = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect,
                                  rect.translated(option.rect.topLeft()));
    };
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    drawRounded(painter, place(layout.bubble), corner::field, Qt::transparent,
                hasFocus ? ground.accent : theme.base.hairline,
                hasFocus ? stroke::focus : stroke::hairline);
    QRect drawing = layout.bubble.adjusted(space::narrow, 0, 0, 0);
    drawing.setWidth(theme.heights.icon);
    paintIcon(painter, place(drawing), Drawing::Handset, ground.secondary);
    const QRect text =
        layout.bubble.adjusted(2 * space::narrow + theme.heights.icon, 0, -space::narrow, 0);
    painter.setFont(theme.fonts.caption);
    painter.setPen(ground.secondary);
    painter.setLayoutDirection(option.direction);
    painter.drawText(
        place(text), int(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine),
        painter.fontMetrics().elidedText(layout.text + QStringLiteral(" · ") + layout.detail,
                                         Qt::ElideRight, text.width()));
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {0, layOut(option, index.row()).height};
}

} // namespace widgets
