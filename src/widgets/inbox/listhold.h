// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace widgets {

class ConversationTable;

// Keeps the rows of a list where they are while somebody works with them, so that no click, copy or
// export is about another row than the one that was meant:
//
// - The list is held while several rows are selected, while a menu or a dialog about rows is open,
//   and while the pointer is over it. A pointer that rests where it was when another search, sort
//   or filter was set, Home or F5 pressed, or another window activated does not count until it
//   moves.
// - With one row selected the list goes on: rows come in above and below it, and the list scrolls
//   so that the row stays where it is on the screen. Only a change that would move the row itself,
//   or take it away, waits until another row is selected.
// - What waits is counted on the news button. It is shown in one step when the list is let go: when
//   the selection is given up, the menu or dialog is closed or the pointer leaves; and at once by
//   the button, Home or F5.
class ListHold : public QObject
{
    Q_OBJECT

public:
    // All must outlive it.
    ListHold(inbox::InboxSession &session, ConversationTable &table, quo::Clock &clock,
             QObject *parent = nullptr);

    // Holds the list while this menu or dialog is visible. It may be destroyed at any time.
    void holdWhileVisible(QWidget &widget);
    // The user asked for other rows: a pointer that rests does not hold the list.
    void letGo();
    // The same, and shows what waits. The list may still be held after that.
    void showWaiting();
    // The same for a refresh that has just begun: shows also what it brings once it has ended,
    // unless somebody has gone on working with rows by then.
    void showRefresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showNews();
    void setPointerOver(bool isOver);
    void onStatusChanged();
    void update();
    void followTable();

    inbox::InboxSession &m_session;
    ConversationTable &m_table;
    quo::Clock &m_clock;
    QList<QPointer<QWidget>> m_about; // menus and dialogs about rows
    bool m_isPointerOver = false;
    bool m_isFollowing = false; // soon
    bool m_showsRefresh = false;
    std::unique_ptr<quo::Clock::Timer> m_pause; // before the list is let go
};

} // namespace widgets
