// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowwriter.h"

#include <QFile>

#include <memory>
#include <span>

namespace exporting {

// All that differs between formats. What people call them is in words::formatName().
struct FormatTraits
{
    template <class Device>
    using MakeWriter = std::unique_ptr<RowWriter> (*)(const ExportOptions &, const Columns &,
                                                      Device &);

    Format format = Format::Csv;
    QLatin1String id; // as it is typed, and the ending of its files
    QLatin1String mimeType;
    // Whether rows are cells of the chosen columns, with times and numbers as the options say;
    // otherwise they are objects with all of the API's fields.
    bool hasColumns = true;
    // Exactly one of these makes its writer: of bytes that are written as they come and are the
    // same in each run, or of a file as a whole, whose bytes differ from run to run.
    MakeWriter<QIODevice> streamWriter = nullptr;
    MakeWriter<QFile> fileWriter = nullptr;
};

// In the order of Format.
std::span<const FormatTraits> formats();
const FormatTraits &traitsOf(Format format);
// 'csv', the ending of a file name.
QString suffix(Format format);

} // namespace exporting
