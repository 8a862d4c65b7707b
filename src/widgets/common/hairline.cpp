// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/hairline.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace widgets {

Hairline::Hairline(Qt::Orientation orientation, ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(stroke::hairline);
    else
        setFixedWidth(stroke::hairline);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.theme().base.hairline);
}

} // namespace widgets
