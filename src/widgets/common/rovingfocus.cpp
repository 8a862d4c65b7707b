// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/rovingfocus.h"

#include <QAbstractSpinBox>
#include <QChildEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWidget>

#include <algorithm>

namespace widgets {

namespace {

constexpr char controlProperty[] = "quoinRoves";

bool takesText(const QWidget &widget)
{
    return qobject_cast<const QLineEdit *>(&widget) ||
           qobject_cast<const QAbstractSpinBox *>(&widget);
}

} // namespace

RovingFocus::RovingFocus(QWidget &bar)
    : QObject(&bar)
    , m_bar(bar)
{
    bar.installEventFilter(this);
    const QList<QWidget *> children = bar.findChildren<QWidget *>();
    for (QWidget *child : children)
        adopt(child);
    choose();
}

void RovingFocus::adopt(QWidget *child)
{
    child->installEventFilter(this);
    if (!takesText(*child) && !child->focusProxy() && (child->focusPolicy() & Qt::TabFocus))
        child->setProperty(controlProperty, true);
}

QList<QWidget *> RovingFocus::controls() const
{
    QList<QWidget *> found;
    const QList<QWidget *> children = m_bar.findChildren<QWidget *>();
    for (QWidget *child : children)
        if (child->property(controlProperty).toBool() && child->isVisibleTo(&m_bar) &&
            child->isEnabled())
            found.append(child);
    const bool isMirrored = m_bar.isRightToLeft();
    const auto placeOf = [this, isMirrored](const QWidget *control) {
        const QPoint corner = control->mapTo(&m_bar, QPoint());
        return isMirrored ? -(corner.x() + control->width()) : corner.x();
    };
    std::ranges::stable_sort(found, {}, placeOf);
    return found;
}

void RovingFocus::setCurrent(QWidget *control)
{
    m_current = control;
    const QList<QWidget *> children = m_bar.findChildren<QWidget *>();
    for (QWidget *child : children)
        if (child->property(controlProperty).toBool())
            child->setFocusPolicy(child == control ? Qt::StrongFocus : Qt::ClickFocus);
}

void RovingFocus::choose()
{
    m_isChoosing = false;
    const QList<QWidget *> all = controls();
    if (!all.contains(m_current))
        setCurrent(all.isEmpty() ? nullptr : all.first());
    else
        setCurrent(m_current);
}

void RovingFocus::chooseSoon()
{
    if (!std::exchange(m_isChoosing, true))
        QMetaObject::invokeMethod(this, &RovingFocus::choose, Qt::QueuedConnection);
}

bool RovingFocus::move(QWidget *from, int key)
{
    const QList<QWidget *> all = controls();
    const qsizetype at = all.indexOf(from);
    if (at < 0)
        return false;
    const bool isMirrored = m_bar.isRightToLeft();
    qsizetype next = at;
    switch (key) {
    case Qt::Key_Right:
        next += isMirrored ? -1 : 1;
        break;
    case Qt::Key_Left:
        next += isMirrored ? 1 : -1;
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = all.size() - 1;
        break;
    default:
        return false;
    }
    if (next >= 0 && next < all.size() && next != at)
        all.at(next)->setFocus(Qt::TabFocusReason);
    return true;
}

bool RovingFocus::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    switch (event->type()) {
    case QEvent::ChildPolished:
        if (auto *child = qobject_cast<QWidget *>(static_cast<QChildEvent *>(event)->child()))
            if (!child->isWindow()) {
                adopt(child);
                chooseSoon();
            }
        break;
    case QEvent::FocusIn:
        if (widget && widget->property(controlProperty).toBool())
            setCurrent(widget);
        break;
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::EnabledChange:
        chooseSoon();
        break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (widget && widget->property(controlProperty).toBool() &&
            (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && move(widget, key->key()))
            return true;
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace widgets
