// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QLabel;
class QString;
class QWidget;

namespace widgets {

// The colour of its text, whatever it lies on.
void setTextColor(QLabel &label, const QColor &color);

// A plain text as a tool tip, and as the description for screen readers, which would read its
// markup otherwise.
void setTip(QWidget &widget, const QString &plain);

// For a label whose accessible name says what it is about: screen readers read its text as the
// description.
void setSpokenText(QLabel &label, const QString &text);

} // namespace widgets
