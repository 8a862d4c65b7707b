// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/hoverrow.h"

#include "widgets/common/controls.h"
#include "widgets/common/labels.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace widgets {

class HoverRow::Button : public QToolButton
{
public:
    Button(Drawing drawing, HoverRow *row)
        : QToolButton(row)
        , drawing(drawing)
        , m_row(*row)
    {
    }

    const Drawing drawing;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (m_row.isLit())
            QToolButton::paintEvent(event);
    }

private:
    const HoverRow &m_row;
};

HoverRow::HoverRow(ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_contents(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    // The drawing of the last button ends where all text of the pane does.
    row->setContentsMargins(space::wide, 0, space::wide - space::tiny, 0);
    row->setSpacing(0);
    m_contents->setSpacing(space::narrow);
    row->addLayout(m_contents, 1);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &ThemeSource::changed, this, &HoverRow::applyTheme);
    applyTheme();
}

QToolButton *HoverRow::addButton(Drawing drawing)
{
    auto *button = new Button(drawing, this);
    setLook(*button, ButtonLook::Quiet, true);
    button->setAutoRaise(true);
    button->installEventFilter(this);
    layout()->addWidget(button);
    m_buttons.append(button);
    applyTheme();
    return button;
}

void HoverRow::setName(QToolButton &button, const QString &name)
{
    button.setAccessibleName(name);
    setTip(button, name);
}

bool HoverRow::isLit() const
{
    return underMouse() || std::ranges::any_of(m_buttons, &QWidget::hasFocus);
}

void HoverRow::paintEvent(QPaintEvent *)
{
    if (!isLit())
        return;
    const Ground &hover = m_theme.theme().base.hover;
    QPainter painter(this);
    drawRounded(painter, rect(), 0, hover.fill, hover.edge);
}

bool HoverRow::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QWidget::event(event);
}

bool HoverRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void HoverRow::applyTheme()
{
    const Theme &theme = m_theme.theme();
    setFixedHeight(theme.heights.item);
    for (Button *button : std::as_const(m_buttons)) {
        button->setIcon(icon(button->drawing, theme.base.plain.secondary));
        button->setIconSize({theme.heights.icon, theme.heights.icon});
    }
}

} // namespace widgets
