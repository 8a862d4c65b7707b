// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/avatar.h"

#include "inbox/naming.h"
#include "words/peoplewords.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace widgets {

namespace {

// With its accents, and whole where it takes more than one code unit.
QString firstLetter(QStringView word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word.toString());
    const qsizetype end = finder.toNextBoundary();
    const QString letter = word.first(qMax<qsizetype>(0, end)).toString();
    const QList<uint> codes = letter.toUcs4();
    return !codes.isEmpty() && QChar::isLetter(codes.first()) ? letter : QString();
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
    const int diameter = qMin(place.width(), place.height());
    QRect circle(0, 0, diameter, diameter);
    circle.moveCenter(place.center());
    const bool hasInitials = !avatar.initials.isEmpty();
    const Plate plate = hasInitials ? theme.initials(avatar.id) : theme.base.neutral;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(plate.edge.alpha() > 0 ? QPen(plate.edge, stroke::hairline) : QPen(Qt::NoPen));
    painter.setBrush(plate.fill);
    const double inset = plate.edge.alpha() > 0 ? stroke::hairline / 2.0 : 0;
    painter.drawEllipse(QRectF(circle).adjusted(inset, inset, -inset, -inset));
    if (hasInitials) {
        painter.setFont(theme.fonts.initials(diameter));
        painter.setPen(plate.text);
        painter.drawText(circle, Qt::AlignCenter | Qt::TextSingleLine, avatar.initials);
    } else {
        const int side = qRound(diameter * 0.5);
        QRect drawing(0, 0, side, side);
        drawing.moveCenter(circle.center());
        paintIcon(painter, drawing, avatar.drawing, plate.text);
    }
    painter.restore();
}

} // namespace widgets
