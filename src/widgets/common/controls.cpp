// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/controls.h"

#include "widgets/common/controlstyle.h"

#include <QAbstractButton>
#include <QApplication>
#include <QVariant>

namespace widgets {

namespace {

constexpr char lookProperty[] = "quoinLook";
constexpr char smallProperty[] = "quoinSmall";

} // namespace

void setLook(QAbstractButton &button, ButtonLook look, bool isSmall)
{
    button.setProperty(lookProperty, int(look));
    button.setProperty(smallProperty, isSmall);
    button.updateGeometry();
    button.update();
}

ButtonLook lookOf(const QWidget &button)
{
    return ButtonLook(button.property(lookProperty).toInt());
}

bool isSmall(const QWidget &button)
{
    return button.property(smallProperty).toBool();
}

void drawControlsFromTheme()
{
    if (!qobject_cast<ControlStyle *>(QApplication::style()))
        QApplication::setStyle(new ControlStyle(QApplication::style()));
}

} // namespace widgets
