// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/controls.h"

#include <QAbstractButton>
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

} // namespace widgets
