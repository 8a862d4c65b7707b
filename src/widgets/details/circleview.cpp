// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/circleview.h"

#include <QPainter>

namespace widgets {

CircleView::CircleView(int Heights::*diameter, ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_diameter(diameter)
    , m_theme(theme)
{
    connect(&theme, &ThemeSource::changed, this, &CircleView::applyTheme);
    applyTheme();
}

void CircleView::setAvatar(const Avatar &avatar)
{
    m_avatar = avatar;
    update();
}

void CircleView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_avatar, m_theme.theme());
}

void CircleView::applyTheme()
{
    const int diameter = m_theme.theme().heights.*m_diameter;
    setFixedSize(diameter, diameter);
    update();
}

} // namespace widgets
