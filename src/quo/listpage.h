// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/skippedrow.h"

#include <QList>
#include <QString>

#include <optional>

namespace quo {

// One answer of a list endpoint. 'totalItems' is left out: the API's own documents call it
// inaccurate, and it was seen to be the length of the page.
template <class T>
struct ListPage
{
    QList<T> rows;
    QList<SkippedRow> skipped;            // entries that could not be read
    std::optional<QString> nextPageToken; // null at the end, and only there
};

} // namespace quo
