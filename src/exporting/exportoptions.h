// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace exporting {

enum class Format { Csv, Tsv, Json, Ndjson, Xlsx };

// How phone numbers go out: as E.164, as E.164 that a spreadsheet takes for text, or as people of
// the reader's region write them.
enum class Numbers { E164, Text, National };

// How rows are written. Which they are is another matter.
struct ExportOptions
{
    Format format = Format::Csv;
    char16_t separator = u','; // of CSV
    bool byteOrderMark = false;
    bool crlf = true;
    Numbers numbers = Numbers::E164;
    // Text that a spreadsheet would take for a formula is left as it is.
    bool raw = false;
    // JSON has the names of line and teammate beside the API's fields.
    bool names = false;
    QTimeZone zone = QTimeZone::utc(); // of instants; JSON has UTC always
    // An old file that is write-protected is replaced, too.
    bool replacesProtected = false;

    bool isJson() const { return format == Format::Json || format == Format::Ndjson; }
};

// 'csv', the ending of a file name.
QString suffix(Format format);

} // namespace exporting
