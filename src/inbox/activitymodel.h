// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitythread.h"

#include <QAbstractListModel>

namespace inbox {

// The items of a thread, oldest first. Thin: its feed says what changes.
class ActivityModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    // Qt::DisplayRole is the text as the API has it; views put the rest into words.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const quo::Activity &itemAt(int row) const { return m_items.at(row); }

    // For the feed.
    void reset(const QList<quo::Activity> &items);
    // 'added' items have come, before those that were there unless a list was read late.
    void add(const QList<quo::Activity> &items, int added);

private:
    QList<quo::Activity> m_items;
};

} // namespace inbox
