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

void NewsButton::setWaiting(int rows, int news)
{
    if (rows == m_waiting && news == m_waitingNews)
        return;
    m_waiting = rows;
    m_waitingNews = news;
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
    const int news = m_waitingNews + int(m_above.size());
    const bool areNew = news > 0;
    if (m_waiting == 0 && !areNew) {
        m_isAnnounced = m_areNewsAnnounced = false;
        return hide();
    }
    m_button->setText(areNew ? tr("%Ln new", nullptr, news)
                             : tr("%Ln more", "conversations", m_waiting));
    m_button->setToolTip(areNew ? tr("Show new and changed conversations (Home)")
                                : tr("Show the conversations that were loaded (Home)"));
    m_button->setAccessibleName(m_button->text());
    m_button->resize(m_button->sizeHint());
    resize(m_button->size());
    place();
    showUnlessInTheWay();
    // Once, and not again with each row that comes after it.
    if (!std::exchange(areNew ? m_areNewsAnnounced : m_isAnnounced, true))
        announce(
            *parentWidget(),
            areNew ? tr("%Ln new conversation(s). Press Home to show them.", nullptr, news)
                   : tr("%Ln more conversation(s). Press Home to show them.", nullptr, m_waiting));
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
