// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/elidedheader.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionHeader>

namespace widgets {

namespace {

// A title as the model has it, 'Last activity ▾2': the arrow and, if rows are sorted by several
// columns, its place among them.
struct Title
{
    explicit Title(const QString &shown)
        : text(shown)
    {
        qsizetype mark = shown.lastIndexOf(u'▾');
        isDescending = mark >= 0;
        if (mark < 0)
            mark = shown.lastIndexOf(u'▴');
        isSorted = mark > 0 && shown.size() - mark <= 3;
        if (!isSorted)
            return;
        text = shown.first(mark - 1);
        rank = shown.sliced(mark + 1);
    }

    QString text;
    QString rank;
    bool isSorted = false;
    bool isDescending = false;
};

void drawArrow(QPainter &painter, const QRect &place, bool isDescending, const QColor &color)
{
    const QPointF middle = QRectF(place).center();
    const double half = place.width() / 2.0;
    const double tip = isDescending ? half / 2 : -half / 2;
    QPainterPath arrow(middle + QPointF(-half, -tip));
    arrow.lineTo(middle + QPointF(half, -tip));
    arrow.lineTo(middle + QPointF(0, tip));
    arrow.closeSubpath();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(arrow, color);
    painter.restore();
}

} // namespace

ElidedHeader::ElidedHeader(ThemeSource &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    connect(&theme, &ThemeSource::changed, this, [this] {
        Q_EMIT geometriesChanged();
        updateGeometry();
        viewport()->update();
    });
}

QSize ElidedHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.theme().heights.header};
}

// Whether no section is visible on this side of it.
bool ElidedHeader::isAtEnd(int logicalIndex, int step) const
{
    for (int place = visualIndex(logicalIndex) + step; place >= 0 && place < count(); place += step)
        if (!isSectionHidden(this->logicalIndex(place)))
            return false;
    return true;
}

void ElidedHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme &theme = m_theme.theme();
    const Ground &ground = theme.base.plain;
    painter->fillRect(rect, ground.fill);
    painter->fillRect(rect.left(), rect.bottom() + 1 - stroke::hairline, rect.width(),
                      stroke::hairline, theme.base.hairline);

    QStyleOptionHeader option;
    initStyleOption(&option);
    initStyleOptionForIndex(&option, logicalIndex);
    const Title title(model()->headerData(logicalIndex, orientation()).toString());
    const bool isMarked = title.isSorted || option.state & QStyle::State_MouseOver;
    const QColor &color = isMarked ? ground.text : ground.secondary;
    const QFont &font = theme.fonts.heading;
    const QFontMetrics metrics(font, painter->device());
    const int arrow = title.isSorted ? space::narrow : 0;
    const int rank = title.rank.isEmpty() ? 0 : metrics.horizontalAdvance(title.rank);
    const int after = title.isSorted ? space::tiny + arrow + rank : 0;

    const int leading = isAtEnd(logicalIndex, -1) ? space::wide : 0;
    const int trailing = isAtEnd(logicalIndex, 1) ? space::wide : space::medium;
    const int room = rect.width() - leading - trailing;
    const QString text = metrics.elidedText(title.text, Qt::ElideRight, room - after);
    if (text.size() <= 1 && text != title.text)
        return; // a folded column
    const int width = metrics.horizontalAdvance(text);
    const bool isTrailing = option.textAlignment & Qt::AlignTrailing;
    int left = leading + (isTrailing ? room - width - after : 0);
    const auto take = [&](int size) {
        const QRect taken(rect.left() + left, rect.top(), size, rect.height() - stroke::hairline);
        left += size;
        return QStyle::visualRect(layoutDirection(), rect, taken);
    };
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(take(width), Qt::AlignCenter | Qt::TextSingleLine, text);
    if (!title.isSorted)
        return;
    take(space::tiny);
    drawArrow(*painter, take(arrow), title.isDescending, color);
    painter->drawText(take(rank), Qt::AlignCenter | Qt::TextSingleLine, title.rank);
}

} // namespace widgets
