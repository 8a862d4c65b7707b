// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/newsbutton.h"

#include <QPushButton>

namespace widgets {

NewsButton::NewsButton(QWidget *viewport)
    : QWidget(viewport)
    , m_button(new QPushButton(this))
{
    m_button->setAccessibleName(tr("New above"));
    connect(m_button, &QPushButton::clicked, this, &NewsButton::clicked);
    hide();
}

void NewsButton::add(const QSet<QString> &ids)
{
    m_ids.unite(ids);
    if (m_ids.isEmpty())
        return;
    m_button->setText(tr("▴ %n new above", nullptr, int(m_ids.size())));
    m_button->resize(m_button->sizeHint());
    resize(m_button->size());
    place();
    show();
}

void NewsButton::clear()
{
    m_ids.clear();
    hide();
}

void NewsButton::place()
{
    move((parentWidget()->width() - width()) / 2, 8);
    raise();
}

} // namespace widgets
