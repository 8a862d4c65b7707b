// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportoptions.h"
#include "inbox/column.h"

#include <QByteArray>

// Rows as text that outlives the moment: no ages, no 'yesterday'.
namespace exporting {

using Columns = QList<const inbox::Column *>;

// The header of a column: its title, with the zone if the column has instants.
QString headerText(const inbox::Column &column, const ExportOptions &options);

// The text of a cell: instants in ISO 8601, several participants joined with '; ', everything else
// as the list shows it, but not cut to one line. Empty for null.
QString cellText(const inbox::Column &column, const inbox::ConversationRow &row,
                 const inbox::CellContext &context, const ExportOptions &options);

// Whether a spreadsheet may run it: it begins with a tab, a line break, or '=', '+', '-' or '@' of
// any width, also after blanks, controls and characters that are not drawn.
bool looksLikeAFormula(const QString &text);

// The same as cellText() with an apostrophe before what looks like a formula, unless the options
// say 'raw'. Participants that all are E.164 numbers, and instants, may begin with a sign.
QString guardedText(const inbox::Column &column, const inbox::ConversationRow &row,
                    const inbox::CellContext &context, const ExportOptions &options);

// Cells with the separator between them, quoted as in RFC 4180, without an end of line.
QString delimitedLine(const QStringList &cells, char16_t separator);

// The same as a row of an HTML table.
QString htmlRow(const QStringList &cells);

// All 12 fields under the API's own names, on one line; null is null, instants are as
// quo::formatInstantForJson() has them. 'names' adds 'phoneNumberName' and 'assignedToName', null
// where unknown.
QByteArray toJson(const inbox::ConversationRow &row, const inbox::CellContext &context,
                  bool names = false);

} // namespace exporting
