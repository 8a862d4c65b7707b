// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "workspace/viewfile.h"

// A view's file: what is taken can be written and is then the same.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto view = workspace::decodeView(fuzz::toBytes(data, size));
    if (!view)
        return 0;
    const auto again = workspace::decodeView(workspace::encodeView(*view));
    fuzz::require(again && *again == *view);
    view->filters.toQuery(quo::Instant(quo::milliseconds(1767225600000)), QTimeZone::utc());
    return 0;
}
