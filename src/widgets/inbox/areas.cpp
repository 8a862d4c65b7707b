// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/areas.h"

#include <QApplication>
#include <QWidget>

namespace widgets {

namespace {

bool holds(const QWidget &area, const QWidget *widget)
{
    return widget && (widget == &area || area.isAncestorOf(widget));
}

bool canStop(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) &&
           !widget.focusProxy();
}

// In the order of Tab; null where nothing takes the focus.
QWidget *firstStop(QWidget &area)
{
    if (canStop(area))
        return &area;
    for (QWidget *at = area.nextInFocusChain(); at != &area; at = at->nextInFocusChain())
        if (area.isAncestorOf(at) && canStop(*at))
            return at;
    return nullptr;
}

} // namespace

Areas::Areas(QWidget &page, const QList<QWidget *> &areas)
    : m_page(page)
{
    for (QWidget *area : areas)
        m_areas.append(Area{area, nullptr});
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { remember(now); });
}

void Areas::remember(QWidget *focused)
{
    for (Area &area : m_areas)
        if (holds(*area.widget, focused))
            area.last = focused;
}

// Null where nothing takes the focus.
QWidget *Areas::stopIn(const Area &area)
{
    if (!area.widget->isVisible())
        return nullptr;
    return area.last && canStop(*area.last) ? area.last.data() : firstStop(*area.widget);
}

void Areas::goTo(const QWidget &area)
{
    for (const Area &candidate : m_areas)
        if (candidate.widget == &area)
            if (QWidget *const stop = stopIn(candidate))
                stop->setFocus(Qt::TabFocusReason);
}

void Areas::go(int step)
{
    QWidget *const focused = m_page.window()->focusWidget();
    const qsizetype count = m_areas.size();
    qsizetype at = step > 0 ? -1 : count;
    for (qsizetype i = 0; i < count; ++i)
        if (holds(*m_areas.at(i).widget, focused))
            at = i;
    for (qsizetype tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        if (QWidget *const stop = stopIn(m_areas.at(at)))
            return stop->setFocus(Qt::TabFocusReason);
    }
}

} // namespace widgets
