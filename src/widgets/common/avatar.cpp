// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/avatar.h"

#include "inbox/naming.h"
#include "widgets/common/rounded.h"
#include "words/peoplewords.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QTextBoundaryFinder>

#include <cmath>
#include <numbers>

namespace widgets {

namespace {

constexpr double ringWidth = 1.5;

// With its accents, and whole where it takes more than one code unit.
QString firstLetter(QStringView word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word.toString());
    const qsizetype end = finder.toNextBoundary();
    const QString letter = word.first(qMax<qsizetype>(0, end)).toString();
    const QList<uint> codes = letter.toUcs4();
    return !codes.isEmpty() && QChar::isLetter(codes.first()) ? letter : QString();
}

QRect squareIn(const QRect &place)
{
    const int side = qMin(place.width(), place.height());
    QRect square(0, 0, side, side);
    square.moveCenter(place.center());
    return square;
}

// Draws what 'draw' draws into a square of this size, and keeps it under the key.
template <class Draw>
void paintKept(QPainter &painter, const QRect &square, const QString &key, const Draw &draw)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QString wholeKey =
        QStringLiteral("quoin/circle/%1/%2/%3").arg(key).arg(square.width()).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(wholeKey, &pixmap)) {
        pixmap = QPixmap((QSizeF(square.size()) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter inner(&pixmap);
        inner.setRenderHint(QPainter::Antialiasing);
        draw(inner, QRect(QPoint(), square.size()));
        inner.end();
        QPixmapCache::insert(wholeKey, pixmap);
    }
    painter.drawPixmap(square.topLeft(), pixmap);
}

} // namespace

QString initialsOf(const QString &name)
{
    const qsizetype bracket = name.indexOf(u" (");
    const QStringView person = bracket > 0 ? QStringView(name).first(bracket) : name;
    QStringList letters;
    for (const QStringView word : person.split(u' ', Qt::SkipEmptyParts))
        if (const QString letter = firstLetter(word); !letter.isEmpty())
            letters.append(letter);
    if (letters.isEmpty())
        return {};
    const QString last = letters.size() > 1 ? letters.last() : QString();
    return letters.first().toUpper() + last.toUpper();
}

Avatar avatarOf(const QString &name, const QString &id)
{
    return {initialsOf(name), id, Drawing::Handset};
}

Avatar avatarOf(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    const QStringList people = inbox::otherParticipants(row, context);
    if (people.size() > 1)
        return {{}, row.id(), Drawing::People};
    return avatarOf(words::conversationTitle(row, context), people.value(0, row.id()));
}

void paintAvatar(QPainter &painter, const QRect &place, const Avatar &avatar, const Theme &theme)
{
    const QRect square = squareIn(place);
    const bool hasInitials = !avatar.initials.isEmpty();
    const Plate plate = hasInitials ? theme.initials(avatar.id) : theme.base.neutral;
    const QFont font = theme.fonts.initials(square.width());
    const QString key = avatar.initials + u'/' + plate.fill.name() +
                        plate.edge.name(QColor::HexArgb) + plate.text.name() + u'/' +
                        (hasInitials ? font.key() : QString());
    paintKept(painter, square, key, [&](QPainter &inner, const QRect &circle) {
        drawRounded(inner, circle, circle.width() / 2.0, plate.fill, plate.edge);
        inner.setPen(plate.text);
        inner.setFont(font);
        inner.drawText(circle, Qt::AlignCenter | Qt::TextSingleLine, avatar.initials);
    });
    if (hasInitials)
        return;
    QRect drawing(0, 0, square.width() * 4 / 7, square.width() * 4 / 7);
    drawing.moveCenter(square.center());
    paintIcon(painter, drawing, avatar.drawing, plate.text);
}

void paintRing(QPainter &painter, const QRect &place, const QColor &color)
{
    paintKept(painter, squareIn(place), color.name(), [&](QPainter &inner, const QRect &circle) {
        // Whole dashes, so that the ring has no seam. In widths of the pen.
        const double radius = (circle.width() - ringWidth) / 2;
        const double length = 2 * std::numbers::pi * radius / ringWidth;
        const double period = length / std::round(length / 3);
        QPen pen(color, ringWidth);
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({period * 0.6, period * 0.4});
        inner.setPen(pen);
        const double half = ringWidth / 2;
        inner.drawEllipse(QRectF(circle).adjusted(half, half, -half, -half));
    });
}

} // namespace widgets
