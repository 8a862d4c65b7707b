// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/manifest.h"
#include "exporting/rowtext.h"

#include <QString>

namespace exporting {

// Writes one format: rows go in, bytes come out. What begins a file is written at once. The device
// keeps errors of writing.
class RowWriter
{
public:
    virtual ~RowWriter() = default;

    virtual void write(const inbox::ConversationRow &row, const inbox::CellContext &context) = 0;
    // Writes what follows the rows, with the manifest if the format has a place for it.
    virtual void end(const Manifest &manifest) = 0;
    // Why it could not be written, where the device does not know it; empty if it could.
    virtual QString error() const { return {}; }
    // What the format could not hold, such as cells that were cut: a sentence, empty if nothing.
    virtual QString loss() const { return {}; }
};

} // namespace exporting
