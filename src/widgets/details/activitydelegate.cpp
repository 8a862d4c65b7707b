// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/activitydelegate.h"

#include "words/activitywords.h"

#include <QListView>
#include <QPainter>

namespace widgets {

namespace {

constexpr int rowMargin = 4; // device-independent pixels, like all lengths below
constexpr int bubblePadding = 8;
constexpr int radius = 8;

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

} // namespace

struct ActivityDelegate::Layout
{
    QString day; // empty if it is the day of the item above
    QString text;
    QString detail;
    QRect dayRect; // in the coordinates of the item
    QRect bubble;
    QRect textRect;
    QRect detailRect;
    int wrap = Qt::TextWordWrap;
    int height = 0;
};

ActivityDelegate::ActivityDelegate(const inbox::ActivityModel &model, const inbox::Names &names,
                                   QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_names(names)
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
    const quo::Activity &item = m_model.itemAt(row);
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const int room = width * 85 / 100 - 2 * bubblePadding;
    const QFontMetrics metrics(option.font);
    const QFontMetrics smallMetrics(smallFont(option.font));

    Layout layout;
    layout.day = dayAbove(row);
    layout.text = words::activityText(item, m_names.reader().locale);
    layout.detail = words::activityDetail(item, m_names.context());
    const QRect space(0, 0, room, 1 << 20);
    QSize text = metrics.boundingRect(space, layout.wrap, layout.text).size();
    if (text.width() > room) { // a long link has no blanks to break at
        layout.wrap = Qt::TextWrapAnywhere;
        text = metrics.boundingRect(space, layout.wrap, layout.text).size();
    }
    const int detailWidth = qMin(room, smallMetrics.horizontalAdvance(layout.detail));
    int top = rowMargin;
    if (!layout.day.isEmpty()) {
        layout.dayRect = QRect(0, top, width, smallMetrics.height() + 2 * rowMargin);
        top += layout.dayRect.height();
    }
    const int inner = qMax(text.width(), detailWidth) + 1;
    const int left = item.isOutgoing ? width - inner - 2 * bubblePadding - rowMargin : rowMargin;
    layout.bubble = QRect(left, top, inner + 2 * bubblePadding,
                          text.height() + smallMetrics.height() + bubblePadding + rowMargin);
    layout.textRect = QRect(left + bubblePadding, top + bubblePadding / 2, inner, text.height());
    layout.detailRect =
        QRect(left + bubblePadding, layout.textRect.bottom() + 2, inner, smallMetrics.height());
    layout.height = layout.bubble.bottom() + rowMargin;
    return layout;
}

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Layout layout = layOut(option, index.row());
    const quo::Activity &item = m_model.itemAt(index.row());
    const QPalette &palette = option.palette;
    const auto place = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect,
                                  rect.translated(option.rect.topLeft()));
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!layout.day.isEmpty()) {
        painter->setFont(smallFont(option.font));
        painter->setPen(palette.color(QPalette::PlaceholderText));
        painter->drawText(place(layout.dayRect), Qt::AlignCenter, layout.day);
    }
    QColor fill = palette.color(QPalette::AlternateBase);
    if (item.isOutgoing) {
        fill = palette.color(QPalette::Highlight);
        fill.setAlphaF(0.16f);
    }
    const bool hasFocus = option.state.testFlags(QStyle::State_Selected | QStyle::State_Active);
    painter->setPen(hasFocus ? QPen(palette.color(QPalette::Highlight), 1.5) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(place(layout.bubble), radius, radius);

    const bool isPlain =
        item.kind == quo::Activity::Kind::Message && !item.text.trimmed().isEmpty();
    QFont font = option.font;
    font.setItalic(!isPlain);
    painter->setFont(font);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(place(layout.textRect), layout.wrap | int(Qt::AlignLeading), layout.text);
    painter->setFont(smallFont(option.font));
    painter->setPen(palette.color(QPalette::PlaceholderText));
    painter->drawText(place(layout.detailRect), int(Qt::AlignLeading),
                      painter->fontMetrics().elidedText(layout.detail, Qt::ElideRight,
                                                        layout.detailRect.width()));
    painter->restore();
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {0, layOut(option, index.row()).height};
}

} // namespace widgets
