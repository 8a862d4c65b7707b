// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/listhold.h"

#include "widgets/inbox/conversationtable.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

// A menu that opens takes the pointer from the list for a moment, and so does one that closes.
constexpr quo::milliseconds absence{300};

} // namespace

ListHold::ListHold(inbox::InboxSession &session, ConversationTable &table, quo::Clock &clock,
                   QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_table(table)
    , m_clock(clock)
{
    table.installEventFilter(this);
    connect(&table, &ConversationTable::pointerUsed, this, [this] {
        m_showsRefresh = false;
        setPointerOver(true);
    });
    connect(&table, &ConversationTable::selectedRowsChanged, this, [this] {
        m_showsRefresh = false;
        followTable();
    });
    connect(&session, &inbox::InboxSession::statusChanged, this, &ListHold::onStatusChanged);
    connect(&table, &ConversationTable::visibleRowsChanged, this, &ListHold::followTable);
    connect(&table, &ConversationTable::newsRequested, this, &ListHold::showNews);
    connect(&table, &ConversationTable::waitingRequested, this, &ListHold::showWaiting);
    const auto showCounts = [&session, &table] {
        table.setWaiting(session.arranger().waiting().count(), session.waitingNews());
    };
    connect(&session.arranger(), &inbox::RowArranger::waitingChanged, &table, showCounts);
    connect(&session, &inbox::InboxSession::statusChanged, &table, showCounts);
}

void ListHold::holdWhileVisible(QWidget &widget)
{
    m_about.removeIf([](const QPointer<QWidget> &about) { return !about; });
    m_about.append(&widget);
    widget.installEventFilter(this);
    update();
}

void ListHold::letGo()
{
    setPointerOver(false);
}

void ListHold::showWaiting()
{
    setPointerOver(false);
    m_session.showWaiting();
}

void ListHold::showRefresh()
{
    showWaiting();
    m_showsRefresh = true;
    onStatusChanged();
}

void ListHold::onStatusChanged()
{
    if (!m_showsRefresh || m_session.status().refreshing)
        return;
    m_showsRefresh = false;
    m_session.showWaiting();
}

void ListHold::showNews()
{
    const inbox::RowSet waiting = m_session.arranger().waiting();
    showWaiting();
    m_table.showNews(waiting);
}

bool ListHold::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
        if (watched == &m_table)
            setPointerOver(true);
        break;
    case QEvent::Leave:
    case QEvent::WindowDeactivate:
        if (watched == &m_table)
            setPointerOver(false);
        break;
    case QEvent::Show:
        m_showsRefresh = false;
        update();
        break;
    case QEvent::Hide:
        update();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ListHold::setPointerOver(bool isOver)
{
    if (std::exchange(m_isPointerOver, isOver) != isOver)
        update();
}

void ListHold::update()
{
    const auto isOpen = [](const QPointer<QWidget> &about) { return about && about->isVisible(); };
    const bool isHeld =
        m_isPointerOver || m_table.selectedCount() > 1 || std::ranges::any_of(m_about, isOpen);
    if (isHeld) {
        m_pause.reset();
        m_session.setHeld(true);
    } else if (!m_pause) {
        m_pause = m_clock.callAfter(absence, [this] {
            m_pause.reset();
            m_session.setHeld(false);
        });
    }
}

// Later, since selection and place change while the rows do.
void ListHold::followTable()
{
    if (std::exchange(m_isFollowing, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isFollowing = false;
            update();
            m_session.setVisibleEnd(m_table.visibleEnd());
            m_session.setKeptRow(m_table.visibleSelectedRow());
        },
        Qt::QueuedConnection);
}

} // namespace widgets
