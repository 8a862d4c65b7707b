// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace exporting {

enum class Format { Csv, Tsv, Json, Ndjson, Xlsx };

// How phone numbers are written: as E.164, as E.164 that a spreadsheet takes for text, or as people
// in the reader's region write them.
enum class Numbers { E164, Text, National };

// How rows are written. RowSource says which.
struct ExportOptions
{
    Format format = Format::Csv;
    char16_t separator = u','; // of CSV
    bool byteOrderMark = false;
    bool crlf = true;
    Numbers numbers = Numbers::E164;
    // Whether text that a spreadsheet would take for a formula is left as it is.
    bool raw = false;
    // Whether JSON has the names of line and teammate beside the API's fields.
    bool names = false;
    QTimeZone zone = QTimeZone::utc(); // of instants; JSON always has UTC
    // Whether a write-protected file is replaced as well.
    bool replacesProtected = false;
};

} // namespace exporting
