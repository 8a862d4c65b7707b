// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/propertyrow.h"

#include "widgets/common/elidedlabel.h"
#include "widgets/common/labels.h"
#include "widgets/common/rounded.h"

#include <QHBoxLayout>
#include <QPainter>

namespace widgets {

PropertyRow::PropertyRow(Drawing drawing, const QString &name, ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_drawing(drawing)
    , m_theme(theme)
    , m_icon(new QWidget(this))
    , m_name(new QLabel(name, this))
    , m_dotPlace(new QWidget(this))
    , m_value(new ElidedLabel(this))
{
    m_name->setTextFormat(Qt::PlainText);
    m_value->setAccessibleName(name);
    m_value->setElideMode(Qt::ElideRight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::wide, 0, space::wide, 0);
    layout->setSpacing(space::narrow);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_dotPlace);
    layout->addWidget(m_value, 1);
    connect(&theme, &ThemeSource::changed, this, [this] {
        applyTheme();
        Q_EMIT nameWidthChanged();
    });
    applyTheme();
}

void PropertyRow::setDrawing(Drawing drawing)
{
    m_drawing = drawing;
    update();
}

void PropertyRow::show(const QString &value, Tone tone, const std::optional<int> &dot)
{
    m_tone = tone;
    m_dot = dot;
    m_value->setFullText(value);
    applyTheme();
    update();
}

int PropertyRow::nameWidth() const
{
    return m_name->sizeHint().width();
}

void PropertyRow::setNameWidth(int width)
{
    m_name->setFixedWidth(width);
}

void PropertyRow::applyTheme()
{
    const Theme &theme = m_theme.theme();
    m_name->setFont(theme.fonts.body);
    m_value->setFont(theme.fonts.body);
    setTextColor(*m_name, theme.base.plain.secondary);
    setTextColor(*m_value, theme.base.plain.*m_tone);
    m_icon->setFixedSize(theme.heights.icon, theme.heights.icon);
    m_dotPlace->setFixedSize(theme.heights.dot, theme.heights.dot);
    m_dotPlace->setVisible(m_dot.has_value());
    setFixedHeight(theme.heights.item);
}

void PropertyRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_theme.theme();
    QPainter painter(this);
    paintIcon(painter, m_icon->geometry(), m_drawing, theme.base.plain.secondary);
    if (m_dot)
        drawDot(painter, m_dotPlace->geometry(), theme.base.plain.lines.at(size_t(*m_dot)));
}

} // namespace widgets
