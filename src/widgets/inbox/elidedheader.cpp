// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/elidedheader.h"

namespace widgets {

namespace {

constexpr int sectionPadding = 8; // of the window's style sheet, on either side

} // namespace

ElidedHeader::ElidedHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
}

void ElidedHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const QFontMetrics &metrics = option->fontMetrics;
    const int room = sectionSize(logicalIndex) - 2 * sectionPadding;
    if (metrics.horizontalAdvance(option->text) <= room)
        return;
    const bool isSorted = option->text.endsWith(u'▾') || option->text.endsWith(u'▴');
    const QString mark = isSorted ? option->text.right(2) : QString();
    option->text = metrics.elidedText(option->text.chopped(mark.size()), Qt::ElideRight,
                                      room - metrics.horizontalAdvance(mark)) +
                   mark;
}

} // namespace widgets
