// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationstate.h"
#include "inbox/inboxmodel.h"
#include "inbox/searchquery.h"
#include "words/numberplaces.h"
#include "words/rowwords.h"

#include <QCache>
#include <QHash>
#include <QStyledItemDelegate>

namespace widgets {

class ColumnLayout;
class ThemeSource;
struct Ground;
struct RowCell;

// Draws the rows of the list. It draws backgrounds and frames itself, since they belong to the
// whole row, while a view paints cell by cell. Screen readers get the texts of the model.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // How rows look at this moment, whichever view paints them.
    struct Look
    {
        int hovered = -1;         // position of the row under the pointer; -1: none
        int framed = -1;          // of the row that has the keyboard focus
        bool isFocused = false;   // the list
        bool isCompact = false;   // one line instead of two
        bool isReloading = false; // the rows are about to be replaced
    };

    // Both must outlive it.
    RowDelegate(const inbox::InboxModel &model, ThemeSource &theme, QObject *parent);

    // Must be called before it paints; the layout must outlive it.
    void setColumns(const ColumnLayout &columns) { m_columns = &columns; }
    // The search whose matches are highlighted.
    void setSearch(const QList<inbox::SearchTerm> &terms) { m_search = terms; }
    // Columns that say the same in every row.
    void setPinned(const QList<inbox::ColumnId> &columns) { m_pinned = columns; }
    void setLook(const Look &look) { m_look = look; }
    const Look &look() const { return m_look; }
    int rowHeight() const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    // Of the content without what is free around it.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Ground &groundOf(bool isSelected, int row) const;
    void drawBackground(QPainter &painter, const RowCell &cell) const;
    void drawFrame(QPainter &painter, const RowCell &cell) const;
    void drawContent(QPainter &painter, const RowCell &cell) const;
    void drawConversation(QPainter &painter, const RowCell &cell) const;
    void drawPeople(QPainter &painter, const RowCell &cell, const words::RowTitle &title,
                    const QRect &room) const;
    void drawLine(QPainter &painter, const RowCell &cell) const;
    void drawOwner(QPainter &painter, const RowCell &cell) const;
    void drawStates(QPainter &painter, const RowCell &cell) const;
    QString belowName(const words::RowTitle &title) const;
    QList<inbox::ConversationState::Mark> tagsOf(const RowCell &cell) const;
    QString tagText(inbox::ConversationState::Mark mark, const RowCell &cell) const;
    QColor lineColor(const QString &id, const Ground &ground) const;
    void nameLineColors();

    const inbox::InboxModel &m_model;
    ThemeSource &m_theme;
    const ColumnLayout *m_columns = nullptr;
    QList<inbox::SearchTerm> m_search;
    QList<inbox::ColumnId> m_pinned;
    Look m_look;
    QHash<QString, int> m_lineColors; // by the ids of lines
    words::NumberPlaces m_numberPlaces;
    mutable QCache<QString, QString> m_places; // of numbers that were painted
};

} // namespace widgets
