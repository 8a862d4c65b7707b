// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/sortsettings.h"

#include "inbox/column.h"

namespace words {

inbox::SortKeys toSortKeys(const QList<workspace::SortSetting> &settings)
{
    inbox::SortKeys sort;
    for (const workspace::SortSetting &setting : settings)
        if (const int column = inbox::columnIndex(setting.id); column >= 0)
            sort.append({column, setting.descending});
    return sort.isEmpty() ? inbox::latestFirst() : sort;
}

QList<workspace::SortSetting> toSettings(const inbox::SortKeys &sort)
{
    QList<workspace::SortSetting> settings;
    for (const inbox::SortKey &key : sort)
        settings.append({inbox::columns()[size_t(key.column)].name, key.descending});
    return settings;
}

} // namespace words
