// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/filters.h"

#include <QList>

namespace workspace {

// One column of the list as the user arranged it.
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

// A way to look at a workspace that is kept under a name. Never holds a key.
struct View
{
    QString id; // made up on this side; not part of a file
    QString name;
    Filters filters;
    QList<ColumnSetting> columns; // in their order; empty: as they are at first
    QString search = {};          // as it is typed
    QList<SortSetting> sort = {}; // the first decides; empty: as it is at first

    bool operator==(const View &) const = default;
};

} // namespace workspace
