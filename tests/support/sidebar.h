// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/window.h"
#include "widgets/inbox/sidebarmodel.h"

#include <QListView>

#include <algorithm>
#include <utility>

namespace support {

inline QListView *sideBar(const Window &window,
                          const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
{
    return window.find<QListView>("Views and lines", caller);
}

inline widgets::SideBarModel::Kind kindOf(const QModelIndex &index)
{
    return widgets::SideBarModel::Kind(index.data(widgets::SideBarModel::KindRole).toInt());
}

inline QStringList namesOf(const Window &window, widgets::SideBarModel::Kind kind)
{
    QStringList names;
    const QAbstractItemModel *model = sideBar(window)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (kindOf(model->index(row, 0)) == kind)
            names.append(model->index(row, 0).data().toString());
    return names;
}

// The first item of this name that can be opened. Invalid where there is none: then the test fails.
inline QModelIndex item(const Window &window, const QString &name,
                        const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
{
    const QAbstractItemModel *model = sideBar(window, caller)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.flags() & Qt::ItemIsEnabled && index.data().toString() == name)
            return index;
    }
    fail(QStringLiteral("not in the side bar: ") + name, caller);
    return {};
}

// With the mouse.
inline void clickItem(const Window &window, const QString &name,
                      Qt::KeyboardModifiers modifiers = {},
                      const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
{
    QListView *list = sideBar(window, caller);
    const QModelIndex index = item(window, name, caller);
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers,
                      list->visualRect(index).center());
}

// The names of the items that are marked as shown.
inline QStringList shownItems(const Window &window)
{
    QStringList names;
    QModelIndexList shown = sideBar(window)->selectionModel()->selectedIndexes();
    std::ranges::sort(shown, {}, &QModelIndex::row);
    for (const QModelIndex &index : std::as_const(shown))
        names.append(index.data().toString());
    return names;
}

} // namespace support
