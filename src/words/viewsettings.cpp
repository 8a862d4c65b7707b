// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/viewsettings.h"

#include "words/columnwords.h"

#include <algorithm>

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

QList<workspace::ColumnSetting> allColumns(const QList<workspace::ColumnSetting> &settings)
{
    QList<workspace::ColumnSetting> all;
    const auto add = [&all](const workspace::ColumnSetting &setting) {
        if (std::ranges::find(all, setting.id, &workspace::ColumnSetting::id) == all.end())
            all.append(setting);
    };
    for (const workspace::ColumnSetting &setting : settings)
        if (inbox::columnIndex(setting.id) >= 0)
            add(setting);
    for (const inbox::Column &column : inbox::columns())
        add({column.name, 0, columnWords(column.id).isInitiallyVisible});
    if (std::ranges::none_of(all, &workspace::ColumnSetting::visible))
        std::ranges::find(all, inbox::columns().front().name, &workspace::ColumnSetting::id)
            ->visible = true;
    return all;
}

QList<const inbox::Column *> shownColumns(const QList<workspace::ColumnSetting> &settings)
{
    QList<const inbox::Column *> columns;
    const QList<workspace::ColumnSetting> all = allColumns(settings);
    for (const workspace::ColumnSetting &setting : all)
        if (setting.visible)
            columns.append(&inbox::columns()[size_t(inbox::columnIndex(setting.id))]);
    return columns;
}

} // namespace words
