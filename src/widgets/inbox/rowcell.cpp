// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/rowcell.h"

#include "inbox/searchmarks.h"
#include "words/bidi.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <cmath>
#include <memory>

namespace widgets {

namespace {

void layOut(QTextLayout &layout, Qt::LayoutDirection direction,
            const QList<QTextLayout::FormatRange> &formats)
{
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

} // namespace

double widthOf(const QString &text, const QFont &font, Qt::LayoutDirection direction)
{
    QTextLayout layout(words::isolated(text, direction), font);
    layOut(layout, direction, equalDigits(layout.text(), font));
    return layout.lineAt(0).naturalTextWidth();
}

int RowCell::draw(QPainter &painter, const QRect &within, const TextRun &run,
                  Qt::Alignment alignment) const
{
    if (run.text.isEmpty() || within.width() <= 0)
        return 0;
    QString text = words::isolated(run.text, direction);
    QList<QTextLayout::FormatRange> formats = equalDigits(text, run.font);
    const QList<inbox::TextRange> found = run.searched < 0 || search.isEmpty()
                                              ? QList<inbox::TextRange>()
                                              : inbox::foundIn(text, run.searched, search);
    const auto layout = [&](qsizetype marked) {
        QList<QTextLayout::FormatRange> all = formats;
        for (const inbox::TextRange &range : found) {
            QTextLayout::FormatRange format;
            format.start = int(qMin(range.start, marked));
            format.length = int(qMin(range.start + range.length, marked)) - format.start;
            format.format.setBackground(ground.match.fill);
            format.format.setForeground(ground.match.text);
            if (format.length > 0)
                all.append(format);
        }
        auto made = std::make_unique<QTextLayout>(text, run.font, painter.device());
        layOut(*made, direction, all);
        return made;
    };
    std::unique_ptr<QTextLayout> laidOut = layout(text.size());
    if (laidOut->lineAt(0).naturalTextWidth() > within.width()) {
        const QFontMetrics metrics(run.font, painter.device());
        text = metrics.elidedText(text, Qt::ElideRight, within.width());
        formats = equalDigits(text, run.font);
        laidOut = layout(qMax(qsizetype(0), text.size() - 1)); // without the '…'
    }
    const QTextLine line = laidOut->lineAt(0);
    const int width = int(std::ceil(line.naturalTextWidth()));
    const bool isAtRight = QStyle::visualAlignment(direction, alignment) & Qt::AlignRight;
    // On the baseline of the font, also where a letter comes from a taller one.
    const QFontMetricsF metrics(run.font, painter.device());
    const double baseline =
        within.top() + std::floor((within.height() - metrics.height()) / 2) + metrics.ascent();
    const double left = isAtRight ? within.right() + 1 - line.naturalTextWidth() : within.left();
    painter.setPen(run.color);
    laidOut->draw(&painter,
                  QPointF(left - line.naturalTextRect().left(), baseline - line.ascent()));
    return width;
}

} // namespace widgets
