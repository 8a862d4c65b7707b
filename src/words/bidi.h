// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace words {

// Adds isolates to a text if the layout or some of it runs from right to left, so that phone
// numbers are drawn as they are dialled, and names in the direction of their letters. Otherwise the
// same text.
QString isolated(const QString &text, Qt::LayoutDirection layout);

} // namespace words
