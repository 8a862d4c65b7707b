// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/skeleton.h"

#include "inbox/column.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/columnlayout.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <utility>

namespace widgets {

namespace {

constexpr quo::milliseconds untilShown{150};
constexpr int mostBarRows = 8;
constexpr int bar = space::narrow; // its height

// Paints the bars of one cell.
class CellBars
{
public:
    CellBars(QPainter &painter, const QRect &cell, Qt::LayoutDirection direction, int seed)
        : m_painter(painter)
        , m_cell(cell)
        , m_direction(direction)
        , m_seed(seed)
    {
    }

    // At this place in the cell from left to right.
    void draw(QRect place) const
    {
        place.translate(m_cell.topLeft());
        const double radius = place.height() / 2.0;
        m_painter.drawRoundedRect(QStyle::visualRect(m_direction, m_cell, place), radius, radius);
    }

    // A circle, and a name with a line below it.
    void drawConversation(int left, int room, int side, bool isCompact) const
    {
        const int height = m_cell.height();
        draw({left, (height - side) / 2, side, side});
        const int text = left + side + space::medium;
        const int textRoom = room - side - space::medium;
        if (isCompact)
            return draw({text, (height - bar) / 2, length(textRoom), bar});
        draw({text, height / 2 - bar - space::tiny, length(textRoom * 4 / 5), bar});
        m_painter.setOpacity(0.6);
        draw({text, height / 2 + space::tiny, length(textRoom), bar});
        m_painter.setOpacity(1);
    }

    // Bars of uneven length look like text.
    int length(int room) const { return room * (55 + m_seed % 40) / 100; }

private:
    QPainter &m_painter;
    const QRect m_cell;
    const Qt::LayoutDirection m_direction;
    const int m_seed;
};

} // namespace

Skeleton::Skeleton(quo::Clock &clock, std::function<void()> changed)
    : m_clock(clock)
    , m_changed(std::move(changed))
{
}

void Skeleton::setLoading(bool isLoading)
{
    if (isLoading == m_isLoading)
        return;
    m_isLoading = isLoading;
    m_waiting.reset();
    if (isLoading) {
        m_waiting = m_clock.callAfter(untilShown, [this] {
            m_isShown = true;
            m_changed();
        });
        return;
    }
    m_isShown = false;
    m_changed();
}

void paintSkeleton(QPainter &painter, const QTableView &view, const ColumnLayout &columns,
                   const Theme &theme, bool isCompact, const QString &text)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.base.neutral.fill);
    const int height = view.verticalHeader()->defaultSectionSize();
    const int side = isCompact ? theme.heights.compactCircle : theme.heights.circle;
    const int rows = qBound(1, view.viewport()->height() / height - 1, mostBarRows);
    const QHeaderView &header = *view.horizontalHeader();
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < header.count(); ++column) {
            if (header.isSectionHidden(column))
                continue;
            const QRect cell(header.sectionViewportPosition(column), row * height,
                             header.sectionSize(column), height);
            const CellBars bars(painter, cell, view.layoutDirection(), row * 7 + column * 13);
            const int left = columns.leading(column);
            const int room = cell.width() - left - columns.trailing(column);
            if (inbox::ColumnId(column) == inbox::ColumnId::Name)
                bars.drawConversation(left, room, side, isCompact);
            else
                bars.draw({left, (height - bar) / 2, bars.length(room), bar});
        }
    painter.setFont(theme.fonts.caption);
    painter.setPen(theme.base.plain.secondary);
    painter.drawText(QRect(0, rows * height, view.viewport()->width(), height), Qt::AlignCenter,
                     text);
}

} // namespace widgets
