// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/focusgrid.h"

#include <QKeyEvent>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

bool canHaveFocus(const QWidget *widget)
{
    return widget->isEnabled() && widget->isVisibleTo(widget->window());
}

// The next one in steps of this direction; null if there is none.
QWidget *nextOf(const QList<QWidget *> &widgets, qsizetype at, int step)
{
    for (at += step; at >= 0 && at < widgets.size(); at += step)
        if (canHaveFocus(widgets.at(at)))
            return widgets.at(at);
    return nullptr;
}

} // namespace

void FocusGrid::addRow(const QList<QWidget *> &widgets)
{
    m_rows.append(widgets);
    for (QWidget *widget : widgets) {
        widget->setFocusPolicy(Qt::ClickFocus);
        widget->installEventFilter(this);
        connect(widget, &QObject::destroyed, this, [this, widget] {
            for (QList<QWidget *> &row : m_rows)
                row.removeOne(widget);
            if (m_stop == widget)
                m_stop = nullptr;
        });
    }
    check();
}

bool FocusGrid::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = static_cast<QWidget *>(watched);
    switch (event->type()) {
    case QEvent::KeyPress:
        return move(*widget, static_cast<QKeyEvent *>(event)->key());
    case QEvent::FocusIn:
        m_hadFocus = true;
        stopAt(widget);
        break;
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::EnabledChange:
        check();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool FocusGrid::move(const QWidget &from, int key)
{
    auto row = std::ranges::find_if(
        m_rows, [&from](const QList<QWidget *> &widgets) { return widgets.contains(&from); });
    if (row == m_rows.end())
        return false;
    const qsizetype column = row->indexOf(&from);
    const bool isMirrored = from.layoutDirection() == Qt::RightToLeft;
    QWidget *to = nullptr;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        to = nextOf(*row, column, (key == Qt::Key_Right) != isMirrored ? 1 : -1);
        break;
    case Qt::Key_Home:
        to = nextOf(*row, -1, 1);
        break;
    case Qt::Key_End:
        to = nextOf(*row, row->size(), -1);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        for (auto other = row - m_rows.begin(); !to;) {
            other += key == Qt::Key_Down ? 1 : -1;
            if (other < 0 || other >= m_rows.size())
                break;
            const QList<QWidget *> &widgets = m_rows.at(other);
            const qsizetype near = std::min(column, widgets.size() - 1);
            to = nextOf(widgets, near + 1, -1);
            if (!to)
                to = nextOf(widgets, near, 1);
        }
        break;
    default:
        return false;
    }
    if (to)
        to->setFocus(Qt::OtherFocusReason);
    return true; // a button would take other arrows for Tab
}

void FocusGrid::stopAt(QWidget *widget)
{
    if (widget == m_stop)
        return;
    if (m_stop)
        m_stop->setFocusPolicy(Qt::ClickFocus);
    m_stop = widget;
    if (m_stop)
        m_stop->setFocusPolicy(Qt::StrongFocus);
}

void FocusGrid::check()
{
    if (m_hadFocus && m_stop && canHaveFocus(m_stop))
        return;
    m_hadFocus = false;
    for (const QList<QWidget *> &row : std::as_const(m_rows))
        if (QWidget *first = nextOf(row, -1, 1))
            return stopAt(first);
}

} // namespace widgets
