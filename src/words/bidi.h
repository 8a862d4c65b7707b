// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace words {

// The text as it is to be drawn where some of it runs from right to left: phone numbers stay as
// they are dialled, and names in the direction of their own letters. The same text otherwise.
QString isolated(const QString &text, Qt::LayoutDirection layout);

} // namespace words
