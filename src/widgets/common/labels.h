// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;

namespace widgets {

// Bold, and as many times larger than the text around it.
void showAsTitle(QLabel &label, double scale);

// For a label that is called after what it is about: its text is what readers of the screen hear of
// that.
void setSpokenText(QLabel &label, const QString &text);

} // namespace widgets
