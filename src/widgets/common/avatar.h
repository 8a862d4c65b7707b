// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

namespace widgets {

// A circle that stands for people: initials on a colour of their own, or a drawing where there is
// no name.
struct Avatar
{
    QString initials; // empty: the drawing
    QString id;       // decides the colour
    Drawing drawing = Drawing::Handset;

    friend bool operator==(const Avatar &, const Avatar &) = default;
};

// Of the first and the last word that begins with a letter, without what is in brackets; empty for
// a bare number.
QString initialsOf(const QString &name);

// Of one person or teammate, by number or id.
Avatar avatarOf(const QString &name, const QString &id);
// Of a conversation: two heads for a group, a handset for a bare number.
Avatar avatarOf(const inbox::ConversationRow &row, const inbox::CellContext &context);

// In the largest circle at the centre of 'place'. Cheap enough for delegates.
void paintAvatar(QPainter &painter, const QRect &place, const Avatar &avatar, const Theme &theme);
// A dashed ring in the same place, for nobody.
void paintRing(QPainter &painter, const QRect &place, const QColor &color);

} // namespace widgets
