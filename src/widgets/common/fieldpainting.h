// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/controlpainting.h"

#include <optional>

class QStyleOptionComboBox;
class QStyleOptionSpinBox;

// Line edits, combo boxes and spin boxes.
namespace widgets {

void drawField(QPainter &painter, const QStyleOption &option, const Theme &theme);
void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option, const Theme &theme);
void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const Theme &theme);

// Places of their parts. Null for parts that the style of the desktop places.
std::optional<QRect> comboBoxPart(const QStyleOption &option, QStyle::SubControl part,
                                  const Theme &theme);
std::optional<QRect> spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part,
                                 const Theme &theme);

} // namespace widgets
