// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/rowwriter.h"

#include "exporting/textwriters.h"

namespace exporting {

std::unique_ptr<RowWriter> makeTextWriter(const ExportOptions &options, const Columns &columns,
                                          QIODevice &device)
{
    if (options.isJson())
        return std::make_unique<JsonWriter>(options, device);
    return std::make_unique<DelimitedWriter>(options, columns, device);
}

} // namespace exporting
