// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/filters.h"

#include <QList>

namespace workspace {

// One column of the list as the user set it.
struct ColumnSetting
{
    QString id;
    int width = 0; // device-independent pixels
    bool visible = true;

    bool operator==(const ColumnSetting &) const = default;
};

// A column to sort by.
struct SortSetting
{
    QString id;
    bool descending = false;

    bool operator==(const SortSetting &) const = default;
};

// Filters, columns, search and order that are kept under a name. Never holds a key.
struct View
{
    QString id; // generated here; not part of a file
    QString name;
    Filters filters;
    QList<ColumnSetting> columns; // in their order; empty: the initial ones
    QString search = {};          // as it was typed
    QList<SortSetting> sort = {}; // the first decides; empty: the initial order

    bool operator==(const View &) const = default;
};

} // namespace workspace
