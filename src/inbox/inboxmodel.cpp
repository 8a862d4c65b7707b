// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxmodel.h"

#include "inbox/rowset.h"

#include <QHash>

#include <algorithm>

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

void InboxModel::rearrange(RowOrder order)
{
    if (order.rows() == m_order.rows())
        return;
    RowSet shown(m_store->size());
    for (const quint32 row : m_order.rows())
        shown.set(row, true);
    const bool areTheSame =
        order.size() == m_order.size() &&
        std::ranges::all_of(order.rows(), [&shown](quint32 row) { return shown.contains(row); });
    if (areTheSame)
        permute(std::move(order));
    else
        reset(m_store, std::move(order));
}

void InboxModel::change(RowOrder order, const QList<quint32> &changed)
{
    // Only between what is the same above and below.
    const QList<quint32> &before = m_order.rows();
    const QList<quint32> &after = order.rows();
    const auto [endOld, endNew] = std::ranges::mismatch(before, after);
    const qsizetype above = endOld - before.begin();
    qsizetype below = 0;
    const qsizetype most = std::min(before.size(), after.size()) - above;
    while (below < most && before[before.size() - 1 - below] == after[after.size() - 1 - below])
        ++below;
    const QList<quint32> oldRows = before.sliced(above, before.size() - below - above);
    const QList<quint32> newRows = after.sliced(above, after.size() - below - above);
    RowSet old(m_store->size());
    for (const quint32 row : oldRows)
        old.set(row, true);
    RowSet kept(m_store->size());
    QList<quint32> staying;
    QList<quint32> coming;
    for (const quint32 row : newRows) {
        kept.set(row, true);
        (old.contains(row) ? staying : coming).append(row);
    }
    QList<quint32> leaving = oldRows;
    leaving.removeIf([&kept](quint32 row) { return kept.contains(row); });
    const QList<quint32> head = before.first(above);
    const QList<quint32> tail = before.last(below);

    // Rows that leave or come are together for a moment that nobody sees, since each stretch of
    // them told by itself would cost a view as much as all rows.
    const int border = int(above + staying.size());
    permute(RowOrder(head + staying + leaving + tail));
    if (!leaving.isEmpty()) {
        beginRemoveRows({}, border, border + int(leaving.size()) - 1);
        m_order = RowOrder(head + staying + tail);
        endRemoveRows();
    }
    if (staying.isEmpty() || newRows.first(staying.size()) == staying) {
        if (!coming.isEmpty())
            insert(border, int(coming.size()), order);
    } else if (!coming.isEmpty() && newRows.last(staying.size()) == staying) {
        insert(int(above), int(coming.size()), order);
    } else {
        if (!coming.isEmpty())
            insert(border, int(coming.size()), RowOrder(head + staying + coming + tail));
        permute(std::move(order));
    }
    tellChanged(changed);
}

void InboxModel::insert(int first, int count, RowOrder order)
{
    beginInsertRows({}, first, first + count - 1);
    m_order = std::move(order);
    endInsertRows();
}

void InboxModel::permute(RowOrder order)
{
    if (order.rows() == m_order.rows())
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<quint32> rows;
    for (const QModelIndex &index : before)
        rows.append(m_order.rowAt(index.row()));
    m_order = std::move(order);
    QModelIndexList after;
    const QList<int> positions = positionsOf(rows);
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(positions[i], before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

QList<int> InboxModel::positionsOf(const QList<quint32> &rows) const
{
    if (rows.size() == 1)
        return {m_order.positionOf(rows.first())};
    QHash<quint32, int> positions;
    RowSet sought(m_store ? m_store->size() : 0);
    for (const quint32 row : rows)
        sought.set(row, true);
    for (int position = 0; position < m_order.size() && !rows.isEmpty(); ++position)
        if (const quint32 row = m_order.rowAt(position); sought.contains(row))
            positions.insert(row, position);
    QList<int> found;
    for (const quint32 row : rows)
        found.append(positions.value(row, -1));
    return found;
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
    Q_EMIT namesChanged();
}

void InboxModel::setContacts(const quo::ContactIndex &contacts)
{
    m_contacts = contacts;
    for (const char *column : {"name", "participants"})
        repaint(QLatin1String(column), [](const ConversationRow &) { return true; });
    Q_EMIT namesChanged();
}

void InboxModel::tellChanged(const QList<quint32> &rows)
{
    for (const int position : positionsOf(rows))
        if (position >= 0)
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
