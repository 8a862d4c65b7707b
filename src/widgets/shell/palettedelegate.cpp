// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/palettedelegate.h"

#include "inbox/searchtext.h"
#include "widgets/common/keycap.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"
#include "widgets/shell/palettemodel.h"
#include "words/bidi.h"

#include <QKeySequence>
#include <QPainter>
#include <QTextLayout>
#include <QtMath>

namespace widgets {

namespace {

constexpr qsizetype leastDigits = 3; // fewer are in any number

QList<inbox::TextRange> found(const QString &text, const QStringList &words)
{
    const inbox::FoldedText folded(text);
    QList<inbox::TextRange> found;
    for (const QString &word : words) {
        QList<inbox::TextRange> ranges = folded.find(word);
        if (const QString digits = inbox::asciiDigits(word);
            ranges.isEmpty() && digits.size() >= leastDigits)
            ranges = folded.findDigits(digits);
        found += ranges;
    }
    return found;
}

// Draws one line at the beginning of the place, elided at its end, and returns its width.
int drawMarked(QPainter &painter, const QRect &place, const QString &text, const QStringList &words,
               const QFont &font, const Plate &match, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(font);
    const QString shown =
        words::isolated(metrics.elidedText(text, Qt::ElideRight, place.width()), direction);
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    const QList<inbox::TextRange> ranges = found(shown, words);
    for (const inbox::TextRange &range : ranges) {
        QTextLayout::FormatRange format;
        format.start = int(range.start);
        format.length = int(range.length);
        format.format.setBackground(match.fill);
        format.format.setForeground(match.text);
        formats.append(format);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    const int width = qMin(place.width(), qCeil(line.naturalTextWidth()));
    layout.draw(&painter,
                QPointF(place.left(), place.top() + (place.height() - line.height()) / 2));
    return width;
}

} // namespace

PaletteDelegate::PaletteDelegate(const PaletteModel &model, ThemeSource &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{
}

// Returns the width that they take at the end of the row.
int PaletteDelegate::paintKeys(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Theme &theme = m_theme.theme();
    const bool isCurrent = option.state & QStyle::State_Selected;
    QString keys = index.data(PaletteModel::KeysRole).toString();
    if (keys.isEmpty() && isCurrent)
        keys = QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText);
    if (keys.isEmpty())
        return 0;
    const QSize size = keyCapSize(keys, theme);
    const QRect place(option.rect.right() + 1 - space::wide - size.width(),
                      option.rect.top() + (option.rect.height() - size.height()) / 2, size.width(),
                      size.height());
    paintKeyCap(painter, QStyle::visualRect(option.direction, option.rect, place), keys,
                isCurrent ? theme.base.selected : theme.base.plain, theme);
    return size.width() + space::medium;
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = m_theme.theme();
    const auto placed = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    QRect rest = option.rect.adjusted(space::wide, 0, -space::wide, 0);
    painter->save();
    if (index.data(PaletteModel::IsHeadingRole).toBool()) {
        painter->setFont(theme.fonts.heading);
        painter->setPen(theme.base.plain.secondary);
        rest.setTop(rest.bottom() + 1 - theme.heights.heading);
        painter->drawText(
            placed(rest),
            int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                Qt::TextSingleLine,
            index.data().toString());
        painter->restore();
        return;
    }
    const bool isCurrent = option.state & QStyle::State_Selected;
    const Ground &ground = isCurrent ? theme.base.selected : theme.base.plain;
    if (isCurrent)
        drawRounded(*painter, option.rect, 0, ground.fill, ground.edge);
    rest.setRight(rest.right() - paintKeys(*painter, option, index));

    RowMark mark = index.data(PaletteModel::MarkRole).value<RowMark>();
    if (index.data(Qt::CheckStateRole).isValid())
        mark = {.drawing = Drawing::Check};
    const int side = theme.heights.smallCircle;
    paintMark(*painter, placed({rest.left(), rest.top() + (rest.height() - side) / 2, side, side}),
              mark, ground, theme);
    rest.setLeft(rest.left() + side + space::narrow);

    painter->setPen(ground.text);
    const int width = drawMarked(*painter, placed(rest), index.data().toString(), m_model.words(),
                                 theme.fonts.body, ground.match, option.direction);
    rest.setLeft(rest.left() + width + space::narrow);
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    if (!detail.isEmpty() && rest.width() > 2 * space::widest) {
        painter->setPen(ground.secondary);
        drawMarked(*painter, placed(rest), detail, m_model.words(), theme.fonts.body, ground.match,
                   option.direction);
    }
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                                const QModelIndex &index) const
{
    const Heights &heights = m_theme.theme().heights;
    return {0, index.data(PaletteModel::IsHeadingRole).toBool() ? heights.heading + space::narrow
                                                                : heights.hit};
}

} // namespace widgets
