// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/placement.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace widgets {

QSize fitting(const QWidget &window, QSize size)
{
    // The height of the title bar is only estimated before the window is shown.
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    return size.boundedTo(window.screen()->availableSize() - QSize(0, title));
}

QRect placed(const QWidget &anchor, QPoint corner, QSize size)
{
    const QScreen *const at = QGuiApplication::screenAt(anchor.mapToGlobal(QPoint(0, 0)));
    const QRect room = (at ? at : anchor.screen())->availableGeometry();
    const QSize fitting = size.boundedTo(room.size());
    corner.setX(qBound(room.left(), corner.x(), room.right() + 1 - fitting.width()));
    corner.setY(qBound(room.top(), corner.y(), room.bottom() + 1 - fitting.height()));
    return {corner, fitting};
}

} // namespace widgets
