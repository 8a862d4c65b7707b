// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QPainter;

namespace widgets {

// Quoin's drawings: resources/icons has one file for each, of the same name in lower case.
enum class Drawing {
    Add,
    Calendar,
    Check,
    Clock,
    Close,
    Columns,
    Command,
    Conversations,
    Copy,
    Deleted,
    Down,
    Export,
    File,
    Filter,
    Folder,
    Handset,
    Info,
    Line,
    More,
    Muted,
    Offline,
    Open,
    People,
    Person,
    Refresh,
    Search,
    Snoozed,
    SnoozeEnded,
    Startup,
    Unassigned,
    Up,
    View,
    Warning,
};

// The drawing in one colour of the theme, sharp at every size. Half as strong while disabled.
QIcon icon(Drawing drawing, const QColor &color);
// The same, in the square of the height of 'place' at its centre. Cheap enough for delegates.
void paintIcon(QPainter &painter, const QRect &place, Drawing drawing, const QColor &color);

} // namespace widgets
