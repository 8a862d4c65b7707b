// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationstate.h"
#include "inbox/inboxmodel.h"
#include "inbox/searchquery.h"

#include <QFontMetrics>
#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace widgets {

class ThemeSource;

// The size of a mark beside this text, in device-independent pixels.
int iconSize(const QFontMetrics &text);
// The icon of a state, wherever a state is shown.
QIcon markIcon(inbox::ConversationState::Mark mark);

// Draws the rows of the list: the state as marks, snoozed and deleted rows dimmed, found text
// highlighted, and for a moment rows that somebody has changed elsewhere. Screen readers get the
// marks as words.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // The model must outlive it.
    RowDelegate(const inbox::InboxModel &model, ThemeSource &theme, QObject *parent);

    // The search whose matches are highlighted.
    void setSearch(const QList<inbox::SearchTerm> &terms) { m_search = terms; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    inbox::ConversationState stateOf(const QModelIndex &index) const;
    void drawMarked(QPainter &painter, const QStyleOptionViewItem &cell,
                    const QList<inbox::TextRange> &ranges) const;
    void drawStates(QPainter &painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;

    const inbox::InboxModel &m_model;
    const int m_stateColumn;
    QList<inbox::SearchTerm> m_search;
    QHash<inbox::ConversationState::Mark, QIcon> m_icons;
};

} // namespace widgets
