// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Data as the text of widgets that would take some of it for marks.
namespace words {

// Data as the text of a menu, action, button, tab, box, or label with a buddy, where a single '&'
// would mark the key. Views, tool tips and titles of windows show '&' as it is.
QString menuText(QString text);
// What a menu's text says, without the marks of its key.
QString withoutMnemonic(QString text);
// Plain text as a tool tip, which would otherwise be taken for markup where it looks like it.
QString toolTipText(const QString &plain);

} // namespace words
