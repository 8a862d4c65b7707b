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
    tellChanged(merge.changed);
    if (merge.added == 0)
        return;
    beginInsertRows({}, m_order.size(), m_order.size() + int(merge.added) - 1);
    m_order.append(merge.firstAdded, merge.added);
    endInsertRows();
}

void InboxModel::setDirectory(const quo::Directory &directory)
{
    const quo::Directory before = std::exchange(m_directory, directory);
    const QString &region = m_reader.region;
    QHash<QString, bool> known; // asked once for each id, not for each row
    const auto readsOtherwise = [&](const QString &id, auto name) {
        if (!known.contains(id))
            known.insert(id, name(id, before) != name(id, directory));
        return known.value(id);
    };
    repaint(QLatin1String("phoneNumberId"), [&](const ConversationRow &row) {
        return readsOtherwise(row.phoneNumberId(),
                              [&region](const QString &id, const quo::Directory &names) {
                                  return lineName(id, names, region);
                              });
    });
    repaint(QLatin1String("assignedTo"), [&](const ConversationRow &row) {
        const std::optional<QString> id = row.assignedTo();
        return id && readsOtherwise(*id, assigneeName);
    });
    // Which numbers are the workspace's own hardly ever changes, and then any title may.
    if (!before.hasSameNumbers(directory))
        repaint(QLatin1String("name"), [](const ConversationRow &) { return true; });
}

void InboxModel::setContacts(const quo::ContactIndex &contacts)
{
    m_contacts = contacts;
    for (const char *column : {"name", "participants"})
        repaint(QLatin1String(column), [](const ConversationRow &) { return true; });
}

void InboxModel::tellChanged(const QList<quint32> &rows)
{
    for (const quint32 row : rows)
        if (const int position = m_order.positionOf(row); position >= 0)
            Q_EMIT dataChanged(index(position, 0), index(position, columnCount() - 1));
}

void InboxModel::tellTimePassed()
{
    if (m_order.size() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_order.size() - 1, columnCount() - 1),
                           {Qt::DisplayRole});
}

void InboxModel::repaint(QLatin1String columnId,
                         const std::function<bool(const ConversationRow &)> &touched)
{
    const int column = columnIndex(columnId);
    for (int first = 0; first < m_order.size(); ++first) {
        int end = first;
        while (end < m_order.size() && touched(m_store->at(m_order.rowAt(end))))
            ++end;
        if (end > first)
            Q_EMIT dataChanged(index(first, column), index(end - 1, column),
                               {Qt::DisplayRole, Qt::ToolTipRole});
        first = end;
    }
}

} // namespace inbox
