// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/formats.h"

#include "exporting/textwriters.h"
#include "exporting/xlsxwriter.h"

#include <array>

namespace exporting {

namespace {

using Writer = std::unique_ptr<RowWriter>;

constexpr std::array allFormats{
    FormatTraits{
        .format = Format::Csv,
        .id = QLatin1String("csv"),
        .mimeType = QLatin1String("text/csv"),
        .hasColumns = true,
        .streamWriter = [](const ExportOptions &options, const Columns &columns,
                           QIODevice &device) -> Writer {
            return std::make_unique<DelimitedWriter>(options, columns, options.separator, device);
        },
        .fileWriter = nullptr,
    },
    FormatTraits{
        .format = Format::Tsv,
        .id = QLatin1String("tsv"),
        .mimeType = QLatin1String("text/tab-separated-values"),
        .hasColumns = true,
        .streamWriter = [](const ExportOptions &options, const Columns &columns,
                           QIODevice &device) -> Writer {
            return std::make_unique<DelimitedWriter>(options, columns, u'\t', device);
        },
        .fileWriter = nullptr,
    },
    FormatTraits{
        .format = Format::Json,
        .id = QLatin1String("json"),
        .mimeType = QLatin1String("application/json"),
        .hasColumns = false,
        .streamWriter = [](const ExportOptions &options, const Columns &,
                           QIODevice &device) -> Writer {
            return std::make_unique<JsonWriter>(options, JsonWriter::Layout::Array, device);
        },
        .fileWriter = nullptr,
    },
    FormatTraits{
        .format = Format::Ndjson,
        .id = QLatin1String("ndjson"),
        .mimeType = QLatin1String("application/x-ndjson"),
        .hasColumns = false,
        .streamWriter = [](const ExportOptions &options, const Columns &,
                           QIODevice &device) -> Writer {
            return std::make_unique<JsonWriter>(options, JsonWriter::Layout::Lines, device);
        },
        .fileWriter = nullptr,
    },
    FormatTraits{
        .format = Format::Xlsx,
        .id = QLatin1String("xlsx"),
        .mimeType =
            QLatin1String("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        .hasColumns = true,
        .streamWriter = nullptr,
        .fileWriter = [](const ExportOptions &options, const Columns &columns, QFile &file)
            -> Writer { return std::make_unique<XlsxWriter>(options, columns, file); },
    },
};

constexpr bool isWellFormed()
{
    for (size_t i = 0; i < allFormats.size(); ++i)
        if (allFormats[i].format != Format(i) ||
            (allFormats[i].streamWriter == nullptr) == (allFormats[i].fileWriter == nullptr))
            return false;
    return true;
}
static_assert(isWellFormed());

} // namespace

std::span<const FormatTraits> formats()
{
    return allFormats;
}

const FormatTraits &traitsOf(Format format)
{
    return allFormats[size_t(format)];
}

QString suffix(Format format)
{
    return traitsOf(format).id;
}

} // namespace exporting
