// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/popover.h"

#include "widgets/common/announcer.h"
#include "widgets/common/labels.h"
#include "widgets/common/placement.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace widgets {

Popover::Popover(ThemeSource &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);          // for the controls in it
    setAttribute(Qt::WA_TranslucentBackground); // outside of its round corners
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Popover::showBelow(QWidget *anchor)
{
    m_anchor = anchor;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_corner = anchor->mapToGlobal(QPoint(isMirrored ? anchor->width() : 0, anchor->height()));
    Q_EMIT opening();
    adjustSize();
    place();
    show();
}

void Popover::place()
{
    if (!m_anchor)
        return;
    if (layout())
        layout()->activate();
    QSize size = sizeHint().expandedTo(minimumSize()).boundedTo(maximumSize());
    if (layout() && layout()->hasHeightForWidth())
        size.setHeight(layout()->totalHeightForWidth(size.width()));
    QPoint corner = m_corner;
    if (layoutDirection() == Qt::RightToLeft)
        corner.rx() -= size.width();
    setGeometry(placed(*m_anchor, corner, size));
}

bool Popover::event(QEvent *event)
{
    const bool isHandled = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        place();
    return isHandled;
}

void Popover::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    Q_EMIT closed();
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void Popover::paintEvent(QPaintEvent *)
{
    const Surface &surface = m_theme.theme().base;
    QPainter painter(this);
    drawRounded(painter, rect(), corner::popover, surface.plain.fill,
                m_theme.theme().isHighContrast ? surface.plain.text : surface.plain.controlEdge);
}

void showTextBelow(QWidget &anchor, const QString &text, ThemeSource &theme)
{
    auto *popover = new Popover(theme, &anchor);
    popover->setAccessibleName(anchor.accessibleName());
    popover->setFixedWidth(Popover::usualWidth);
    auto *label = new QLabel(text, popover);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus);
    setTextColor(*label, theme.theme().base.plain.text);
    auto *column = new QVBoxLayout(popover);
    column->setContentsMargins(space::wide, space::medium, space::wide, space::medium);
    column->addWidget(label);
    QObject::connect(popover, &Popover::closed, popover, &QObject::deleteLater);
    popover->showBelow(&anchor);
    label->setFocus();
}

void setProblem(QLabel *label, const QString &sentence)
{
    const bool isNew = label->accessibleDescription() != sentence;
    label->setText(sentence.isEmpty() ? QString() : QStringLiteral("⚠ ") + sentence);
    label->setAccessibleDescription(sentence);
    label->setVisible(!sentence.isEmpty());
    if (isNew)
        announce(*label, sentence);
}

} // namespace widgets
