// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exportpresets.h"

#include "exporting/formats.h"
#include "words/formatwords.h"

#include <algorithm>

namespace widgets {

using exporting::ExportOptions;
using exporting::Format;
using exporting::FormatTraits;

namespace {

ExportPreset preset(const QString &id, const ExportOptions &options)
{
    return {id, words::formatName(id), options};
}

// Where the comma separates decimals, spreadsheets take the semicolon for lists.
char16_t listSeparator(const QLocale &locale)
{
    return locale.decimalPoint() == u"," ? u';' : u',';
}

} // namespace

QList<ExportPreset> exportPresets(const QLocale &locale)
{
    QList<ExportPreset> presets;
    for (const FormatTraits &traits : exporting::formats()) {
        if (traits.format == Format::Csv)
            presets.append(preset(QStringLiteral("excel"), {.format = traits.format,
                                                            .separator = listSeparator(locale),
                                                            .byteOrderMark = true,
                                                            .numbers = exporting::Numbers::Text}));
        // A workbook's hash is that of its rows as CSV of RFC 4180.
        presets.append(
            preset(traits.id, {.format = traits.format, .crlf = traits.fileWriter != nullptr}));
    }
    // Workbooks first: they need no settings to be opened as they were written.
    std::stable_partition(presets.begin(), presets.end(), [](const ExportPreset &each) {
        return exporting::traitsOf(each.options.format).fileWriter != nullptr;
    });
    return presets;
}

} // namespace widgets
