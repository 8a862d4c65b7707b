// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/sidebardelegate.h"

#include "widgets/common/icons.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/sidebarmodel.h"
#include "words/bidi.h"

#include <QLineEdit>
#include <QPainter>

#include <cmath>

namespace widgets {

namespace {

bool isHeading(const QModelIndex &index)
{
    return index.data(SideBarModel::KindRole).toInt() == int(SideBarModel::Kind::Heading);
}

void paintDot(QPainter &painter, const QPointF &center, double diameter, const QColor &color)
{
    QRectF dot(0, 0, diameter, diameter);
    dot.moveCenter(center);
    drawDot(painter, dot, color);
}

// At the end of the place. Returns its width.
int paintCount(QPainter &painter, const QRect &place, const QString &text, const QFont &font,
               const QColor &color, Qt::LayoutDirection direction)
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(text, font);
    layout.setFormats(equalDigits(text, font));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    const double width = line.naturalTextWidth();
    const double x =
        direction == Qt::RightToLeft ? place.left() : place.left() + place.width() - width;
    painter.setPen(color);
    layout.draw(&painter, {x, place.top() + std::round((place.height() - line.height()) / 2)});
    return int(std::ceil(width));
}

} // namespace

SideBarDelegate::SideBarDelegate(ThemeSource &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void SideBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (isHeading(index)) {
        paintHeading(*painter, option, index);
        painter->restore();
        return;
    }
    const Theme &theme = m_theme.theme();
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const Ground &ground = isSelected  ? theme.window.selected
                           : isHovered ? theme.window.hover
                                       : theme.window.plain;
    const QRect plate = plateOf(option);
    if (isSelected || isHovered)
        drawRounded(*painter, plate, corner::item, ground.fill, ground.edge);
    if (m_isFocusShown && option.state & QStyle::State_HasFocus)
        drawRounded(*painter, plate, corner::item, Qt::transparent, ground.accent, stroke::focus);

    const auto mirrored = [&](const QRect &place) {
        return QStyle::visualRect(option.direction, plate, place);
    };
    const int side = theme.heights.icon;
    QRect place = plate.adjusted(space::narrow, 0, -space::narrow, 0);
    const QRect symbol(m_isRail ? plate.left() + (plate.width() - side) / 2 : place.left(),
                       plate.top() + (plate.height() - side) / 2, side, side);
    const QVariant dot = index.data(SideBarModel::DotRole);
    const QVariant drawing = index.data(SideBarModel::DrawingRole);
    if (dot.isValid())
        paintDot(*painter, QRectF(mirrored(symbol)).center(), theme.heights.dot,
                 ground.lines.at(size_t(dot.toInt())));
    else if (drawing.isValid())
        paintIcon(*painter, mirrored(symbol), Drawing(drawing.toInt()),
                  isSelected ? ground.accentText : ground.secondary);
    const bool isChanged = index.data(SideBarModel::IsChangedRole).toBool();
    if (m_isRail) {
        if (isChanged)
            paintDot(*painter, QRectF(mirrored(symbol)).topRight(), theme.heights.dot,
                     ground.accent);
        painter->restore();
        return;
    }

    place.setLeft(symbol.right() + 1 + space::narrow);
    // The keys of a view, while the pointer asks for them.
    const QString shortcut =
        isHovered ? index.data(SideBarModel::ShortcutRole).toString() : QString();
    const QString end =
        shortcut.isEmpty() ? index.data(SideBarModel::CountRole).toString() : shortcut;
    QFont countFont = theme.fonts.caption;
    if (isSelected)
        countFont.setWeight(theme.fonts.name.weight());
    const int taken =
        paintCount(*painter, mirrored(place), end, countFont,
                   isSelected ? ground.accentText : ground.secondary, option.direction);
    if (taken > 0)
        place.setRight(place.right() - taken - space::narrow);
    if (isChanged) {
        const QRect mark(place.right() + 1 - theme.heights.dot, plate.top(), theme.heights.dot,
                         plate.height());
        paintDot(*painter, QRectF(mirrored(mark)).center(), theme.heights.dot, ground.accent);
        place.setRight(mark.left() - 1 - space::tiny);
    }
    const bool isAside =
        index.data(SideBarModel::KindRole).toInt() == int(SideBarModel::Kind::MoreLines) ||
        index.data(SideBarModel::KindRole).toInt() == int(SideBarModel::Kind::SaveView);
    const QFont &font = isSelected ? theme.fonts.name : theme.fonts.body;
    painter->setFont(font);
    painter->setPen(isAside ? ground.secondary : ground.text);
    const QString name =
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, place.width());
    painter->drawText(mirrored(place), int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                      words::isolated(name, option.direction));
    painter->restore();
}

void SideBarDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    if (m_isRail)
        return; // a gap
    const Theme &theme = m_theme.theme();
    painter.setFont(theme.fonts.heading);
    painter.setPen(theme.window.plain.secondary);
    QRect place = option.rect.adjusted(space::wide, 0, -space::wide, 0);
    place.setTop(option.rect.bottom() + 1 - theme.heights.heading);
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     index.data().toString());
}

QSize SideBarDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                                const QModelIndex &index) const
{
    const Heights &heights = m_theme.theme().heights;
    if (isHeading(index))
        return {0, m_isRail ? space::narrow : space::medium + heights.heading};
    return {0, m_isRail ? space::tiny + heights.field : heights.item};
}

QRect SideBarDelegate::plateOf(const QStyleOptionViewItem &option) const
{
    return option.rect.adjusted(space::narrow, m_isRail ? space::tiny : 0, -space::narrow, 0);
}

QWidget *SideBarDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                       const QModelIndex & /*index*/) const
{
    auto *editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Name of the view"));
    editor->setFont(m_theme.theme().fonts.body);
    return editor;
}

void SideBarDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (!static_cast<QLineEdit *>(editor)->isModified())
        QStyledItemDelegate::setEditorData(editor, index);
}

void SideBarDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex & /*index*/) const
{
    const QRect plate = plateOf(option);
    const QRect place = plate.adjusted(space::narrow + m_theme.theme().heights.icon, 0, 0, 0);
    editor->setGeometry(QStyle::visualRect(option.direction, plate, place));
}

} // namespace widgets
