// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/taborder.h"

#include <QWidget>

namespace widgets {

void setTabOrderOf(const QWidget &page, const QList<QWidget *> &parts)
{
    QWidget *last = nullptr;
    for (QWidget *part : parts) {
        QList<QWidget *> chain;
        for (QWidget *at = page.nextInFocusChain(); at != &page; at = at->nextInFocusChain())
            if ((at == part || part->isAncestorOf(at)) && at->focusPolicy() != Qt::NoFocus &&
                !at->focusProxy())
                chain.append(at);
        for (QWidget *at : std::as_const(chain)) {
            if (last)
                QWidget::setTabOrder(last, at);
            last = at;
        }
    }
}

} // namespace widgets
