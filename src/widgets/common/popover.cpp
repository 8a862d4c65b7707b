// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/popover.h"

#include "widgets/common/announcer.h"
#include "widgets/common/placement.h"

#include <QKeyEvent>

namespace widgets {

Popover::Popover(ThemeSource & /*theme*/, QWidget *parent)
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
    setGeometry(placed(*anchor, corner, size()));
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
    const bool isNew = label->accessibleDescription() != sentence;
    label->setText(sentence.isEmpty() ? QString() : QStringLiteral("⚠ ") + sentence);
    label->setAccessibleDescription(sentence);
    label->setVisible(!sentence.isEmpty());
    if (isNew)
        announce(*label, sentence);
}

} // namespace widgets
