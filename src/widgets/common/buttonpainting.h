// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/controlpainting.h"

class QStyleOptionButton;
class QStyleOptionToolButton;
class QWidget;

// Push buttons and tool buttons. The widget may be null; 'textFlags' say how mnemonics look.
namespace widgets {

void drawPushButton(QPainter &painter, const QStyleOptionButton &option, const ControlPlace &place,
                    int textFlags, const QWidget *widget);
void drawToolButton(QPainter &painter, const QStyleOptionToolButton &option,
                    const ControlPlace &place, int textFlags, const QWidget *widget);

QSize pushButtonSize(const QStyleOptionButton &option, const Theme &theme, const QWidget *widget);
QSize toolButtonSize(const QStyleOptionToolButton &option, const Theme &theme,
                     const QWidget *widget);

} // namespace widgets
