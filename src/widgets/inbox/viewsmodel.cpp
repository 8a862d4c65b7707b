// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/viewsmodel.h"

#include <QFont>
#include <QKeySequence>

#include <algorithm>

namespace widgets {

int ViewsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_views.size());
}

QVariant ViewsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const workspace::View &view = m_views.at(index.row());
    const bool isCurrent = view.id == m_marks.currentId;
    const bool isDefault = view.id == m_marks.defaultId;
    const QString shortcut = index.row() < 9
                                 ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + index.row()))
                                       .toString(QKeySequence::NativeText)
                                 : QString();
    switch (role) {
    case Qt::DisplayRole:
        return isDefault ? tr("★ %1", "the default view").arg(view.name) : view.name;
    case Qt::EditRole:
        return view.name;
    case Qt::FontRole: {
        if (!isCurrent)
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{view.name, isDefault ? tr("default") : QString(),
                          isCurrent && m_marks.isChanged ? tr("changed")
                          : isCurrent                    ? tr("open")
                                                         : QString(),
                          shortcut};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case IdRole:
        return view.id;
    case DetailRole:
        return isCurrent && m_marks.isChanged ? tr("changed") : shortcut;
    default:
        return {};
    }
}

bool ViewsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified();
    if (!index.isValid() || role != Qt::EditRole || name.isEmpty())
        return false;
    m_views[index.row()].name = name;
    Q_EMIT dataChanged(index, index);
    Q_EMIT viewsChanged();
    return true;
}

Qt::ItemFlags ViewsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    // Views can be dropped only between rows.
    return index.isValid() ? flags | Qt::ItemIsEditable | Qt::ItemIsDragEnabled
                           : flags | Qt::ItemIsDropEnabled;
}

bool ViewsModel::moveRows(const QModelIndex &sourceParent, int source, int count,
                          const QModelIndex &destinationParent, int destination)
{
    if (count != 1 || source < 0 || source >= rowCount() || destination < 0 ||
        destination > rowCount() ||
        !beginMoveRows(sourceParent, source, source, destinationParent, destination))
        return false;
    m_views.move(source, destination > source ? destination - 1 : destination);
    endMoveRows();
    Q_EMIT viewsChanged();
    return true;
}

void ViewsModel::setViews(const QList<workspace::View> &views)
{
    beginResetModel();
    m_views = views;
    endResetModel();
}

void ViewsModel::insert(int row, const workspace::View &view)
{
    beginInsertRows({}, row, row);
    m_views.insert(row, view);
    endInsertRows();
    Q_EMIT viewsChanged();
}

workspace::View ViewsModel::take(int row)
{
    beginRemoveRows({}, row, row);
    const workspace::View view = m_views.takeAt(row);
    endRemoveRows();
    Q_EMIT viewsChanged();
    return view;
}

void ViewsModel::replace(int row, const workspace::View &view)
{
    m_views[row] = view;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT viewsChanged();
}

int ViewsModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_views, id, &workspace::View::id);
    return found == m_views.end() ? -1 : int(found - m_views.begin());
}

void ViewsModel::setMarks(const Marks &marks)
{
    m_marks = marks;
    if (!m_views.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace widgets
