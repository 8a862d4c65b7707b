// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitythread.h"

#include <QAbstractListModel>

namespace inbox {

// The items of a thread, oldest first. Its feed announces the changes.
class ActivityModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    // Qt::DisplayRole is the text from the API; views make sentences of the other fields.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const quo::Activity &itemAt(int row) const { return m_items.at(row); }

    // Called by the feed.
    void reset(const QList<quo::Activity> &items);
    // 'added' items are new. They come first, unless a list was read late.
    void add(const QList<quo::Activity> &items, int added);

private:
    QList<quo::Activity> m_items;
};

} // namespace inbox
