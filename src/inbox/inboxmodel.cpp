// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxmodel.h"

namespace inbox {

InboxModel::InboxModel(Source &source, const quo::Clock &clock, Reader reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_clock(clock)
    , m_reader(std::move(reader))
{
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_order.size();
}

int InboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns().size());
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Column &column = columns()[size_t(index.column())];
    const ConversationRow row = m_store->at(m_order.rowAt(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return column.text(row, cellContext());
    case Qt::ToolTipRole:
        return toolTipText(column.fullText(row, cellContext()));
    case Qt::TextAlignmentRole:
        return int(column.alignment | Qt::AlignVCenter);
    case IdRole:
        return row.id();
    case ValueRole:
        return column.value(row);
    default:
        return {};
    }
}

QVariant InboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column &column = columns()[size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title();
    case Qt::ToolTipRole:
        return column.tip();
    case Qt::TextAlignmentRole:
        return int(column.alignment | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool InboxModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_source.canFetchMore();
}

void InboxModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_source.fetchMore();
}

std::optional<ConversationRow> InboxModel::rowAt(int position) const
{
    if (position < 0 || position >= m_order.size())
        return std::nullopt;
    return m_store->at(m_order.rowAt(position));
}

int InboxModel::positionOf(const QString &id) const
{
    const std::optional<quint32> row = m_store ? m_store->find(id) : std::nullopt;
    return row ? m_order.positionOf(*row) : -1;
}

void InboxModel::reset(const ConversationStore *store, RowOrder order)
{
    beginResetModel();
    m_store = store;
    m_order = std::move(order);
    endResetModel();
}

void InboxModel::applyMerge(const ConversationStore::Merge &merge)
{
    for (const quint32 row : merge.changed)
        if (const int position = m_order.positionOf(row); position >= 0)
            Q_EMIT dataChanged(index(position, 0), index(position, columnCount() - 1));
    if (merge.added == 0)
        return;
    beginInsertRows({}, m_order.size(), m_order.size() + int(merge.added) - 1);
    m_order.append(merge.firstAdded, merge.added);
    endInsertRows();
}

void InboxModel::setDirectory(const quo::Directory &directory)
{
    m_directory = directory;
    tellTimePassed();
}

void InboxModel::tellTimePassed()
{
    if (m_order.size() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_order.size() - 1, columnCount() - 1),
                           {Qt::DisplayRole});
}

} // namespace inbox
