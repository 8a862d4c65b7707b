// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/newsbutton.h"

#include "widgets/common/announcer.h"
#include "widgets/common/controls.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QPushButton>

#include <utility>

namespace widgets {

NewsButton::NewsButton(ThemeSource &theme, QWidget *viewport)
    : QWidget(viewport)
    , m_button(new QPushButton(this))
{
    // Home does the same, so Tab need not stop here.
    m_button->setFocusPolicy(Qt::NoFocus);
    m_button->setAccessibleName(tr("New conversations"));
    setLook(*m_button, ButtonLook::Primary, true);
    const auto applyTheme = [this, &theme] {
        m_button->setIcon(icon(Drawing::Up, theme.theme().base.primary.text));
    };
    connect(&theme, &ThemeSource::changed, this, applyTheme);
    applyTheme();
    connect(m_button, &QPushButton::clicked, this, &NewsButton::clicked);
    hide();
}

void NewsButton::setWaiting(int rows)
{
    m_waiting = rows;
    showCount();
}

void NewsButton::addAbove(const QSet<QString> &ids)
{
    m_above.unite(ids);
    showCount();
}

void NewsButton::clearAbove()
{
    m_above.clear();
    showCount();
}

void NewsButton::showCount()
{
    const int rows = m_waiting + int(m_above.size());
    if (rows == 0) {
        m_isAnnounced = false;
        return hide();
    }
    m_button->setText(tr("%Ln new", nullptr, rows));
    m_button->setToolTip(tr("Show new and changed conversations (Home)"));
    m_button->setAccessibleName(m_button->text());
    m_button->resize(m_button->sizeHint());
    resize(m_button->size());
    place();
    showUnlessInTheWay();
    // Once, and not again with each row that comes after it.
    if (!std::exchange(m_isAnnounced, true))
        announce(*parentWidget(),
                 tr("%Ln new conversation(s). Press Home to show them.", nullptr, rows));
}

void NewsButton::place()
{
    move((parentWidget()->width() - width()) / 2, space::narrow);
    raise();
}

void NewsButton::notePointer(std::optional<QPoint> pointer)
{
    m_pointer = pointer;
    showUnlessInTheWay();
}

void NewsButton::showUnlessInTheWay()
{
    const bool isWanted = m_waiting > 0 || !m_above.isEmpty();
    if (isHidden() && isWanted && !(m_pointer && geometry().contains(*m_pointer)))
        show();
}

} // namespace widgets
