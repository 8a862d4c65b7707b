// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/filterchip.h"

#include "widgets/common/popover.h"
#include "words/widgettext.h"

#include <QHBoxLayout>
#include <QStyle>

namespace widgets {

namespace {

constexpr int maxValueWidth = 260; // pixels, so that one long value does not push the others away

} // namespace

FilterChip::FilterChip(const QString &title, const QString &toolTip, Popover *popover,
                       QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_toolTip(toolTip)
    , m_popover(popover)
    , m_button(new QToolButton(this))
    , m_removeButton(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_button);
    layout->addWidget(m_removeButton);
    m_button->setObjectName(QStringLiteral("chip"));
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_removeButton->setObjectName(QStringLiteral("chipRemove"));
    m_removeButton->setFocusPolicy(Qt::StrongFocus);
    m_removeButton->setText(QStringLiteral("✕"));
    m_removeButton->setAccessibleName(tr("Remove filter: %1").arg(title));
    m_removeButton->setToolTip(m_removeButton->accessibleName());
    connect(m_button, &QToolButton::clicked, this, &FilterChip::open);
    connect(m_removeButton, &QToolButton::clicked, this, [this] {
        m_button->setFocus(Qt::OtherFocusReason); // the remove button goes away
        Q_EMIT removeRequested();
    });
    updateLook();
}

void FilterChip::setValue(const QString &value)
{
    m_value = value;
    updateLook();
}

void FilterChip::setProblem(const QString &sentence)
{
    m_problem = sentence;
    updateLook();
}

void FilterChip::open()
{
    m_popover->showBelow(m_button);
}

void FilterChip::updateLook()
{
    const bool isSet = !m_value.isEmpty();
    const QString value =
        words::menuText(fontMetrics().elidedText(m_value, Qt::ElideMiddle, maxValueWidth));
    const QString mark = m_problem.isEmpty() ? QString() : QStringLiteral("⚠ ");
    m_button->setText(mark + (isSet ? tr("%1: %2", "filter and its value").arg(m_title, value)
                                    : tr("%1 ▾", "filter that opens").arg(m_title)));
    m_button->setAccessibleName(isSet ? tr("Filter %1: %2").arg(m_title, m_value)
                                      : tr("Filter %1: not set").arg(m_title));
    m_button->setAccessibleDescription(m_problem);
    m_button->setToolTip(m_problem.isEmpty() ? m_toolTip : m_problem);
    m_removeButton->setVisible(isSet);
    for (QToolButton *button : {m_button, m_removeButton}) {
        button->setProperty("isSet", isSet);
        button->setProperty("hasProblem", !m_problem.isEmpty());
        // A style sheet notices changed properties only when it is polished again.
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    updateGeometry();
}

} // namespace widgets
