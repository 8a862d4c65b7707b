// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace words {

// What people call a format that rows are exported in, by the id of its exporting::FormatTraits;
// 'excel' is the CSV that Excel opens. Empty where there is none of that id.
QString formatName(const QString &id);

} // namespace words
