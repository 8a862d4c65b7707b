// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/view.h"

#include <QAbstractListModel>

namespace widgets {

// The saved views of a workspace. They can be renamed and moved in place.
class ViewsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, // QString
        DetailRole,            // QString: the shortcut, or that the view was changed
    };

    // Which view is open, and whether it was changed.
    struct Marks
    {
        QString currentId; // empty: no view is open
        bool isChanged = false;
        QString defaultId; // empty: there is none
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex &sourceParent, int source, int count,
                  const QModelIndex &destinationParent, int destination) override;

    const QList<workspace::View> &views() const { return m_views; }
    void setViews(const QList<workspace::View> &views);
    void insert(int row, const workspace::View &view);
    workspace::View take(int row);
    void replace(int row, const workspace::View &view);
    // -1 if there is none.
    int rowOf(const QString &id) const;

    void setMarks(const Marks &marks);

Q_SIGNALS:
    // Emitted after any change: the saved views are out of date.
    void viewsChanged();

private:
    QList<workspace::View> m_views;
    Marks m_marks;
};

} // namespace widgets
