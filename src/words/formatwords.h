// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace words {

// The name of an export format by its id in exporting::FormatTraits; 'excel' is CSV that Excel
// opens. Empty for unknown ids.
QString formatName(const QString &id);

} // namespace words
