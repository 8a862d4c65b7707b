// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/conversationrows.h"
#include "inbox/searchquery.h"
#include "widgets/common/theme.h"

#include <QModelIndex>
#include <QStyle>

class QPainter;

namespace widgets {

// A text in one line, and what of it is marked.
struct TextRun
{
    QString text;
    QFont font;
    QColor color;
    int searched = -1; // the column whose matches are marked; -1: none
};

// Of the text in one line, in pixels.
double widthOf(const QString &text, const QFont &font, Qt::LayoutDirection direction);

// What is painted of a row, where and on which ground.
struct RowCell
{
    const inbox::ConversationRow &row;
    const QModelIndex &index;
    const Theme &theme;
    const Ground &ground;
    const QList<inbox::SearchTerm> &search;
    QRect rect;
    QRect room; // of the content
    Qt::LayoutDirection direction;
    bool isSelected = false;
    bool isFirst = false;
    bool isLast = false;
    bool isPinned = false;

    inbox::ColumnId column() const { return inbox::ColumnId(index.column()); }
    QColor textColor() const { return isPinned ? ground.secondary : ground.text; }

    // A part of 'in', from 'from' to 'to' as if the window ran from the left.
    QRect part(const QRect &in, int from, int to) const
    {
        const QRect part(in.left() + from, in.top(), to - from, in.height());
        return QStyle::visualRect(direction, in, part);
    }
    QRect after(const QRect &in, int from) const { return part(in, from, in.width()); }

    // Draws as much of the run as there is room for, and returns its width.
    int draw(QPainter &painter, const QRect &within, const TextRun &run,
             Qt::Alignment alignment = Qt::AlignLeading) const;
};

} // namespace widgets
