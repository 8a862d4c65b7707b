// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"

#include <QByteArray>

// Rows as text that outlives the moment: no ages, no 'yesterday'.
namespace exporting {

// What stands under this column in a table: instants in ISO 8601 with the offset of the reader's
// zone, several participants joined with '; ', everything else as the list shows it. Empty for
// null.
QString cellText(const inbox::Column &column, const inbox::ConversationRow &row,
                 const inbox::CellContext &context);

// The cells of a row with tabs between them, quoted as in RFC 4180 where they would break it.
QString tsvLine(const QStringList &cells);

// All 12 fields under the API's own names, on one line; null is null, instants are ISO 8601 in UTC.
QByteArray toJson(const inbox::ConversationRow &row);

} // namespace exporting
