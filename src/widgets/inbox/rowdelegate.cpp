// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/rowdelegate.h"

#include "inbox/column.h"
#include "inbox/naming.h"
#include "quo/ids.h"
#include "widgets/common/avatar.h"
#include "widgets/common/rounded.h"
#include "widgets/common/statelook.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/rowcell.h"
#include "words/statewords.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace widgets {

using inbox::ColumnId;
using inbox::ConversationState;
using Mark = ConversationState::Mark;

namespace {

constexpr int keptPlaces = 5000;
constexpr double reloadingOpacity = 0.4;
constexpr double leastNewsDot = 2;
constexpr double mostNewsDot = 6;

} // namespace

RowDelegate::RowDelegate(const inbox::InboxModel &model, ThemeSource &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
    , m_places(keptPlaces)
{
    connect(&model.names(), &inbox::Names::directoryChanged, this, &RowDelegate::nameLineColors);
    nameLineColors();
}

int RowDelegate::rowHeight() const
{
    const Heights &heights = m_theme.theme().heights;
    return m_look.isCompact ? heights.compactRow : heights.row;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const std::optional<inbox::ConversationRow> row = m_model.rowAt(index.row());
    if (!row)
        return;
    const int column = index.column();
    const bool isSelected = option.state & QStyle::State_Selected;
    RowCell cell{.row = *row,
                 .index = index,
                 .theme = m_theme.theme(),
                 .ground = groundOf(isSelected, index.row()),
                 .search = m_search,
                 .rect = option.rect,
                 .room = {},
                 .direction = option.direction,
                 .isSelected = isSelected,
                 .isFirst = column == m_columns->first(),
                 .isLast = column == m_columns->last(),
                 .isPinned = m_pinned.contains(ColumnId(column))};
    cell.room = cell.part(cell.rect, m_columns->leading(column),
                          cell.rect.width() - m_columns->trailing(column));
    painter->save();
    painter->setClipRect(cell.rect);
    drawBackground(*painter, cell);
    if (m_look.isReloading)
        painter->setOpacity(reloadingOpacity);
    drawContent(*painter, cell);
    painter->setOpacity(1);
    if (index.row() == m_look.framed)
        drawFrame(*painter, cell);
    painter->restore();
}

const Ground &RowDelegate::groundOf(bool isSelected, int row) const
{
    const Surface &surface = m_theme.theme().base;
    if (isSelected)
        return m_look.isFocused ? surface.selected : surface.selectedUnfocused;
    return row == m_look.hovered ? surface.hover : surface.plain;
}

void RowDelegate::drawBackground(QPainter &painter, const RowCell &cell) const
{
    painter.fillRect(cell.rect, cell.ground.fill);
    const int width = cell.rect.width();
    if (cell.isSelected) {
        if (cell.isFirst)
            painter.fillRect(cell.part(cell.rect, 0, stroke::selection),
                             m_look.isFocused ? cell.ground.accent : cell.ground.controlEdge);
    } else {
        // From the text on, not from the edge.
        const Heights &heights = cell.theme.heights;
        const int circle = m_look.isCompact ? heights.compactCircle : heights.circle;
        const int before = cell.column() == ColumnId::Name ? circle + space::medium : 0;
        QRect below = cell.part(cell.rect, cell.isFirst ? space::wide + before : 0, width);
        below.setTop(below.bottom() + 1 - stroke::hairline);
        painter.fillRect(below, cell.theme.base.hairline);
    }
    if (cell.ground.edge.alpha() > 0) { // hovered, with high contrast
        QRect line = cell.rect;
        line.setHeight(stroke::hairline);
        painter.fillRect(line, cell.ground.edge);
        line.moveBottom(cell.rect.bottom());
        painter.fillRect(line, cell.ground.edge);
    }
    const double news = cell.isFirst ? m_model.newsLevel(cell.index.row()) : 0;
    if (news > 0) {
        const double side = leastNewsDot + news * (mostNewsDot - leastNewsDot);
        QRectF dot(0, 0, side, side);
        dot.moveCenter(QRectF(cell.part(cell.rect, stroke::selection, space::wide)).center());
        drawDot(painter, dot, cell.ground.accent);
    }
}

void RowDelegate::drawFrame(QPainter &painter, const RowCell &cell) const
{
    const QColor &color = cell.ground.accent;
    const QRect &rect = cell.rect;
    const int width = stroke::focus;
    painter.fillRect(rect.left(), rect.top(), rect.width(), width, color);
    painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, color);
    if (cell.isFirst)
        painter.fillRect(cell.part(rect, 0, width), color);
    if (cell.isLast)
        painter.fillRect(cell.part(rect, rect.width() - width, rect.width()), color);
}

void RowDelegate::drawContent(QPainter &painter, const RowCell &cell) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    switch (cell.column()) {
    case ColumnId::Name:
        return drawConversation(painter, cell);
    case ColumnId::PhoneNumberId:
        return drawLine(painter, cell);
    case ColumnId::AssignedTo:
        return drawOwner(painter, cell);
    case ColumnId::State:
        return drawStates(painter, cell);
    default:
        break;
    }
    const auto alignment =
        Qt::Alignment(cell.index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
    cell.draw(painter, cell.room,
              {cell.index.data().toString(), cell.theme.fonts.body, cell.ground.secondary,
               cell.index.column()},
              alignment);
}

void RowDelegate::drawConversation(QPainter &painter, const RowCell &cell) const
{
    const words::RowTitle title = words::rowTitle(cell.row, m_model.names().context(), m_search);
    const Heights &heights = cell.theme.heights;
    const int side = m_look.isCompact ? heights.compactCircle : heights.circle;
    const QRect circle = cell.part(cell.room, 0, side);
    Avatar avatar = avatarOf(title.kind == words::RowTitle::Kind::Person ? title.name : QString(),
                             title.number.isEmpty() ? cell.row.id() : title.number);
    if (title.kind == words::RowTitle::Kind::Group)
        avatar.drawing = Drawing::People;
    paintAvatar(painter, circle, avatar, cell.theme);
    if (m_columns->isFolded() && m_columns->isShown(inbox::columnIndex(ColumnId::PhoneNumberId))) {
        // A dot of the line's colour at the corner of the circle, with the row's colour around it.
        const int dot = heights.dot + stroke::focus;
        QRect badge = cell.part(circle, side - dot + stroke::focus, side + stroke::focus);
        badge.setHeight(dot);
        badge.moveTop(circle.center().y() + side / 2 + stroke::focus - dot);
        drawDot(painter, badge, cell.ground.fill);
        drawDot(painter,
                badge.adjusted(stroke::focus, stroke::focus, -stroke::focus, -stroke::focus),
                lineColor(cell.row.phoneNumberId(), cell.ground));
    }
    drawPeople(painter, cell, title,
               cell.after(cell.room, side + (m_look.isCompact ? space::narrow : space::medium)));
}

void RowDelegate::drawPeople(QPainter &painter, const RowCell &cell, const words::RowTitle &title,
                             const QRect &room) const
{
    const Fonts &fonts = cell.theme.fonts;
    const int column = cell.index.column();
    const QString below = belowName(title);
    const auto drawName = [&](const QRect &line) {
        const int used =
            cell.draw(painter, line, {title.name, fonts.name, cell.ground.text, column});
        if (title.company.isEmpty() || used >= line.width())
            return;
        // The dot has a place of its own, since names run in the direction of their letters.
        const QColor &color = cell.ground.secondary;
        const int dot = used + space::tiny;
        const int width =
            cell.draw(painter, cell.after(line, dot), {QStringLiteral("·"), fonts.body, color});
        cell.draw(painter, cell.after(line, dot + width + space::tiny),
                  {title.company, fonts.body, color, column});
    };
    if (m_look.isCompact) {
        // The number has a place of its own, if there is room for one.
        const int least = 26 * int(QFontMetricsF(fonts.body).averageCharWidth());
        const int number = room.width() > 2 * least ? room.width() * 3 / 5 : room.width();
        drawName(cell.part(room, 0, number < room.width() ? number - space::medium : number));
        cell.draw(
            painter, cell.after(room, number),
            {below, fonts.body, cell.ground.secondary, inbox::columnIndex(ColumnId::Participants)});
        return;
    }
    const int line = QFontMetrics(fonts.body).height();
    if (below.isEmpty())
        return drawName(room);
    const int caption = cell.theme.heights.tag - space::tiny;
    QRect first = room;
    first.setTop(room.top() + (room.height() - line - caption) / 2);
    first.setHeight(line);
    drawName(first);
    QRect second = first;
    second.setTop(first.bottom() + 1);
    second.setHeight(caption);
    cell.draw(
        painter, second,
        {below, fonts.caption, cell.ground.secondary, inbox::columnIndex(ColumnId::Participants)});
}

// The number and the place that it belongs to.
QString RowDelegate::belowName(const words::RowTitle &title) const
{
    if (title.number.isEmpty())
        return title.below;
    const QString *place = m_places.object(title.number);
    if (!place) {
        const inbox::Reader &reader = m_model.names().reader();
        auto *found = new QString(m_numberPlaces.placeOf(title.number, reader).region);
        m_places.insert(title.number, found);
        place = found;
    }
    if (place->isEmpty() || title.below.isEmpty())
        return title.below.isEmpty() ? *place : title.below;
    return tr("%1 · %2", "number and its place").arg(title.below, *place);
}

void RowDelegate::drawLine(QPainter &painter, const RowCell &cell) const
{
    const int side = cell.theme.heights.dot;
    QRect dot(0, 0, side, side);
    dot.moveCenter(cell.part(cell.room, 0, side).center());
    drawDot(painter, dot, lineColor(cell.row.phoneNumberId(), cell.ground));
    cell.draw(painter, cell.after(cell.room, side + space::narrow),
              {words::lineLabel(cell.row.phoneNumberId(), m_model.names().context()),
               cell.theme.fonts.body, cell.textColor(), cell.index.column()});
}

void RowDelegate::drawOwner(QPainter &painter, const RowCell &cell) const
{
    const int side = cell.theme.heights.smallCircle;
    const QRect circle = cell.part(cell.room, 0, side);
    const QRect room = cell.after(cell.room, side + space::narrow);
    const QFont &font = cell.theme.fonts.body;
    const std::optional<QString> id = cell.row.assignedTo();
    if (!id) {
        const QColor color = cell.isPinned ? cell.ground.secondary : cell.ground.attention;
        paintRing(painter, circle, color);
        cell.draw(painter, room,
                  {words::ownerText(cell.row, m_model.names().context()), font, color});
        return;
    }
    const QString name = cell.index.data().toString();
    Avatar avatar = avatarOf(name == *id || quo::isSystemUserId(*id) ? QString() : name, *id);
    avatar.drawing = Drawing::Person;
    paintAvatar(painter, circle, avatar, cell.theme);
    cell.draw(painter, room, {name, font, cell.textColor(), cell.index.column()});
}

QList<Mark> RowDelegate::tagsOf(const RowCell &cell) const
{
    if (m_model.isGone(cell.index.row()))
        return {Mark::Deleted}; // whatever else it was
    QList<Mark> marks = ConversationState::at(m_model.names().context().now, cell.row).marks();
    // The column of owners says it.
    if (m_columns->isShown(inbox::columnIndex(ColumnId::AssignedTo)))
        marks.removeOne(Mark::Unassigned);
    return marks;
}

QString RowDelegate::tagText(Mark mark, const RowCell &cell) const
{
    return m_model.isGone(cell.index.row())
               ? cell.index.data().toString()
               : words::stateTag(mark, cell.row, m_model.names().context());
}

// The first tag has its words, and so have the others as long as there is room. A folded list has
// none of them.
void RowDelegate::drawStates(QPainter &painter, const RowCell &cell) const
{
    const QList<Mark> marks = tagsOf(cell);
    if (marks.isEmpty())
        return;
    const Heights &heights = cell.theme.heights;
    const QFont &font = cell.theme.fonts.caption;
    const int icon = heights.tag - space::narrow;
    const int iconOnly = heights.tag + space::tiny;
    // A tag may reach into what is free beside it.
    const int end = cell.room.width() + (cell.isLast ? 0 : space::narrow);
    QRect whole = cell.rect;
    whole.setHeight(heights.tag);
    whole.moveCenter(cell.rect.center());
    const int begin = m_columns->leading(cell.index.column());
    int left = 0;
    for (qsizetype i = 0; i < marks.size() && left + iconOnly <= end; ++i) {
        const Plate &plate = plateOf(marks[i], cell.theme.base);
        const QString text = tagText(marks[i], cell);
        const int around = space::narrow + icon + space::tiny + space::narrow;
        const int reserved = int(marks.size() - 1 - i) * (space::tiny + iconOnly);
        const int wanted = around + int(std::ceil(widthOf(text, font, cell.direction)));
        const int room = end - left - reserved;
        const bool hasText =
            !m_columns->isFolded() && (wanted <= room || (i == 0 && room > 3 * iconOnly));
        const int width = hasText ? qMin(wanted, room) : iconOnly;
        const QRect tag = cell.part(whole, begin + left, begin + left + width);
        drawRounded(painter, tag, heights.tag / 2.0, plate.fill, plate.edge);
        const int before = hasText ? space::narrow : (width - icon) / 2;
        paintIcon(painter, cell.part(tag, before, before + icon), drawingOf(marks[i]), plate.text);
        if (hasText)
            cell.draw(painter, cell.part(tag, before + icon + space::tiny, width - space::narrow),
                      {text, font, plate.text});
        left += width + space::tiny;
    }
}

QColor RowDelegate::lineColor(const QString &id, const Ground &ground) const
{
    const auto known = m_lineColors.constFind(id);
    const size_t color =
        known == m_lineColors.constEnd() ? stableHash(id) % lineColors : size_t(known.value());
    return ground.lines[color];
}

void RowDelegate::nameLineColors()
{
    const QStringList ids = m_model.names().directory().lineIds();
    const QList<int> colors = colorsOfLines(ids);
    m_lineColors.clear();
    for (qsizetype i = 0; i < ids.size(); ++i)
        m_lineColors.insert(ids[i], colors[i]);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::optional<inbox::ConversationRow> row = m_model.rowAt(index.row());
    if (!row)
        return {};
    const Theme &theme = m_theme.theme();
    const auto width = [&](const QString &text, const QFont &font) {
        return int(std::ceil(widthOf(text, font, option.direction)));
    };
    const QString text = index.data().toString();
    int content = width(text, theme.fonts.body);
    switch (ColumnId(index.column())) {
    case ColumnId::PhoneNumberId:
        content = theme.heights.dot + space::narrow +
                  width(words::lineLabel(row->phoneNumberId(), m_model.names().context()),
                        theme.fonts.body);
        break;
    case ColumnId::AssignedTo:
        content = theme.heights.smallCircle + space::narrow +
                  width(words::ownerText(*row, m_model.names().context()), theme.fonts.body);
        break;
    case ColumnId::State: {
        const RowCell cell{.row = *row,
                           .index = index,
                           .theme = theme,
                           .ground = theme.base.plain,
                           .search = m_search,
                           .rect = {},
                           .room = {},
                           .direction = option.direction};
        content = 0;
        for (const Mark mark : tagsOf(cell))
            content += 3 * space::narrow + theme.heights.tag - space::narrow +
                       width(tagText(mark, cell), theme.fonts.caption);
        break;
    }
    default:
        break;
    }
    return {content, rowHeight()};
}

} // namespace widgets
