// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/popover.h"

#include "widgets/announcer.h"

#include <QKeyEvent>
#include <QScreen>

namespace widgets {

Popover::Popover(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setFrameShape(QFrame::StyledPanel);
}

void Popover::showBelow(QWidget *anchor)
{
    adjustSize();
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    QPoint corner = anchor->mapToGlobal(QPoint(0, anchor->height() + 2));
    if (rightToLeft)
        corner.rx() += anchor->width() - width();
    const QRect room = anchor->screen()->availableGeometry();
    corner.setX(qBound(room.left(), corner.x(), qMax(room.left(), room.right() - width())));
    corner.setY(qBound(room.top(), corner.y(), qMax(room.top(), room.bottom() - height())));
    move(corner);
    show();
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void setProblem(QLabel *label, const QString &sentence)
{
    label->setText(sentence.isEmpty() ? QString() : QStringLiteral("⚠ ") + sentence);
    label->setAccessibleDescription(sentence);
    label->setVisible(!sentence.isEmpty());
    announce(*label, sentence);
}

} // namespace widgets
