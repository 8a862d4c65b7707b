// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/filterchip.h"

#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "widgets/filters/chip.h"

#include <QEvent>
#include <QKeyEvent>

namespace widgets {

FilterChip::FilterChip(const QString &title, const QString &toolTip, Popover *popover,
                       ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_toolTip(toolTip)
    , m_popover(popover)
    , m_chip(new Chip(theme, this))
    , m_cross(new ChipCross(theme, this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_chip->setArrow(popover);
    connect(m_chip, &Chip::clicked, this, [this](bool isOn) {
        if (m_popover)
            return open();
        if (m_isSwitch)
            Q_EMIT toggled(isOn);
        else
            Q_EMIT pressed();
    });
    connect(m_cross, &ChipCross::clicked, this, [this] {
        m_chip->setFocus(Qt::OtherFocusReason); // the cross goes away
        Q_EMIT removeRequested();
    });
    updateLook();
}

void FilterChip::setTitle(const QString &title)
{
    m_title = title;
    updateLook();
}

void FilterChip::setValue(const QString &value)
{
    m_value = value;
    m_isSet = !value.isEmpty();
    updateLook();
}

void FilterChip::setOn(bool isOn)
{
    m_isSwitch = true;
    m_isSet = isOn;
    m_chip->setCheckable(true);
    m_chip->setChecked(isOn);
    updateLook();
}

void FilterChip::setProblem(const QString &sentence)
{
    m_problem = sentence;
    updateLook();
}

void FilterChip::setToolTipText(const QString &toolTip)
{
    m_toolTip = toolTip;
    updateLook();
}

QList<QWidget *> FilterChip::stops() const
{
    QList<QWidget *> stops{m_chip};
    if (m_isSet)
        stops.append(m_cross);
    return stops;
}

QSize FilterChip::sizeHint() const
{
    return m_chip->sizeHint();
}

void FilterChip::open()
{
    if (!m_popover)
        return;
    QWidget *anchor = m_chip;
    // A popover over another would be refused by Wayland, unless it were its child.
    if (auto *around = qobject_cast<Popover *>(window())) {
        anchor = around->anchor() ? around->anchor() : m_chip;
        around->close();
    }
    m_popover->showBelow(anchor);
}

void FilterChip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_chip->setGeometry(rect());
    m_cross->setGeometry(m_chip->removePlace());
}

bool FilterChip::event(QEvent *event)
{
    // There is no layout that would pass it on.
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    if (event->type() == QEvent::LayoutDirectionChange)
        m_cross->setGeometry(m_chip->removePlace());
    return QWidget::event(event);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    const bool removes = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (removes && m_isSet) {
        m_chip->setFocus(Qt::OtherFocusReason);
        return Q_EMIT removeRequested();
    }
    if (event->key() == Qt::Key_Down && m_popover)
        return open();
    QWidget::keyPressEvent(event);
}

void FilterChip::updateLook()
{
    const bool hasValue = !m_value.isEmpty();
    m_chip->setTexts(hasValue ? tr("%1:", "filter, before its value").arg(m_title) : m_title,
                     m_value);
    m_chip->setSet(m_isSet);
    m_chip->setProblem(!m_problem.isEmpty());
    m_chip->setRemovable(m_isSet);
    if (m_isSwitch)
        m_chip->setAccessibleName(m_title);
    else
        m_chip->setAccessibleName(hasValue ? tr("Filter %1: %2").arg(m_title, m_value)
                                           : tr("Filter %1: not set").arg(m_title));
    QStringList tips{m_problem.isEmpty() ? m_toolTip : m_problem};
    if (hasValue && m_problem.isEmpty())
        tips.prepend(m_value); // which may be elided
    setTip(*m_chip, tips.join(u'\n'));
    if (!m_problem.isEmpty())
        m_chip->setAccessibleDescription(m_problem);
    m_cross->setAccessibleName(tr("Remove filter: %1").arg(m_title));
    setTip(*m_cross, m_cross->accessibleName());
    m_cross->setVisible(m_isSet);
    m_cross->setProblem(!m_problem.isEmpty());
    m_cross->setGeometry(m_chip->removePlace());
}

} // namespace widgets
