// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/activitymodel.h"

#include <algorithm>

namespace inbox {

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return role == Qt::DisplayRole ? QVariant(m_items.at(index.row()).text) : QVariant();
}

void ActivityModel::reset(const QList<quo::Activity> &items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

void ActivityModel::add(const QList<quo::Activity> &items, int added)
{
    if (added == 0)
        return;
    if (!std::ranges::equal(m_items, items.sliced(added), {}, &quo::Activity::id,
                            &quo::Activity::id))
        return reset(items);
    beginInsertRows({}, 0, added - 1);
    m_items = items;
    endInsertRows();
}

} // namespace inbox
