// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Escapes for texts of widgets.
namespace words {

// For a menu, action, button, tab, box, or label with a buddy, in which a single '&' would mark the
// access key. Views, tool tips and titles of windows show '&' as it is.
QString menuText(QString text);
// The text of a menu without the mark of its access key.
QString withoutMnemonic(QString text);
// Plain text for a tool tip, which would interpret it if it looked like markup.
QString toolTipText(const QString &plain);

} // namespace words
