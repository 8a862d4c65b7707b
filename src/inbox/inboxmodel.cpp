// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxmodel.h"

#include "inbox/displaytext.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace inbox {

namespace {

constexpr qsizetype longestCell = 500; // characters
constexpr qsizetype longestToolTip = 2000;

} // namespace

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
        return shortened(displayText(column.text(row, cellContext())), longestCell);
    case Qt::ToolTipRole:
        return toolTipText(
            shortened(displayLines(column.fullText(row, cellContext())), longestToolTip));
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
        return column.title() + sortMark(section);
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

std::optional<ConversationRow> InboxModel::rowWithId(const QString &id) const
{
    const std::optional<quint32> row = m_store ? m_store->find(id) : std::nullopt;
    return row ? std::optional(m_store->at(*row)) : std::nullopt;
}

void InboxModel::reset(const ConversationStore *store, RowOrder order)
{
    beginResetModel();
    if (store != m_store)
        m_news.clear();
    m_store = store;
    m_order = std::move(order);
    endResetModel();
}

void InboxModel::rearrange(RowOrder order)
{
    if (order.isSharedWith(m_order))
        return;
    if (order.size() != m_order.size())
        return reset(m_store, std::move(order));
    std::vector<int> positions(m_store->size(), -1); // by row
    int position = 0;
    order.forEach([&](quint32 row) { positions[row] = position++; });
    bool areTheSame = true;
    m_order.forEach([&](quint32 row) { areTheSame = areTheSame && positions[row] >= 0; });
    if (!areTheSame)
        return reset(m_store, std::move(order));
    permute(std::move(order),
            [&positions, old = m_order](int at) { return positions[old.rowAt(at)]; });
}

void InboxModel::change(RowOrder order, const RowEdit &edit, const QList<quint32> &changed)
{
    QHash<quint32, int> inserted; // where the rows are that came or moved
    for (const int position : edit.inserted)
        inserted.insert(order.rowAt(position), position);
    QList<int> leaving; // positions
    QList<quint32> leavingRows;
    QSet<quint32> moved;
    for (const int position : edit.removed) {
        const quint32 row = m_order.rowAt(position);
        if (inserted.contains(row)) {
            moved.insert(row);
        } else {
            leaving.append(position);
            leavingRows.append(row);
        }
    }
    QList<quint32> coming;
    for (const int position : edit.inserted)
        if (const quint32 row = order.rowAt(position); !moved.contains(row))
            coming.append(row);

    const auto staysPut = [&](qsizetype i) {
        return edit.removed[i] == edit.inserted[i] &&
               m_order.rowAt(edit.removed[i]) == order.rowAt(edit.inserted[i]);
    };
    qsizetype stayed = 0;
    while (stayed < std::min(edit.removed.size(), edit.inserted.size()) && staysPut(stayed))
        ++stayed;
    if (stayed == edit.removed.size() && stayed == edit.inserted.size()) {
        m_order = std::move(order);
        return tellChanged(changed);
    }

    // Rows that leave or come from several places are together for a moment that nobody sees, since
    // each place told by itself would cost a view as much as all rows.
    if (!leaving.isEmpty()) {
        RowOrder rest = m_order;
        for (auto position = leaving.crbegin(); position != leaving.crend(); ++position)
            rest.removeAt(*position);
        int first = leaving.first();
        if (leaving.last() - first >= leaving.size()) {
            first = rest.size();
            RowOrder gathered = rest;
            gathered.append(leavingRows);
            permute(gathered, [&leaving, first](int at) {
                const auto next = std::ranges::lower_bound(leaving, at);
                const int before = int(next - leaving.begin());
                return next != leaving.end() && *next == at ? first + before : at - before;
            });
        }
        remove(first, int(leaving.size()), rest);
    }
    if (moved.isEmpty() && !coming.isEmpty() &&
        edit.inserted.last() - edit.inserted.first() < coming.size()) {
        insert(edit.inserted.first(), int(coming.size()), order);
    } else if (!edit.inserted.isEmpty()) {
        QList<int> from; // where the rows that move stand
        RowSet set(m_store->size());
        for (const quint32 row : std::as_const(moved))
            set.set(row, true);
        if (!moved.isEmpty())
            from = m_order.positionsOf(set);
        const int old = m_order.size();
        if (!coming.isEmpty()) {
            RowOrder gathered = m_order;
            gathered.append(coming);
            insert(old, int(coming.size()), gathered);
        }
        permute(std::move(order), [&, gathered = m_order](int at) {
            const auto next = std::ranges::lower_bound(from, at);
            if (at >= old || (next != from.end() && *next == at))
                return inserted.value(gathered.rowAt(at));
            // So many rows that stay are above it, and so many others come above it.
            const int staying = at - int(next - from.begin());
            int above = 0;
            for (int step = int(edit.inserted.size()); step > 0;) { // a binary search
                const int half = step / 2;
                if (edit.inserted[above + half] - (above + half) <= staying) {
                    above += half + 1;
                    step -= half + 1;
                } else {
                    step = half;
                }
            }
            return staying + above;
        });
    }
    tellChanged(changed);
}

void InboxModel::insert(int first, int count, RowOrder order)
{
    beginInsertRows({}, first, first + count - 1);
    m_order = std::move(order);
    endInsertRows();
}

void InboxModel::remove(int first, int count, RowOrder order)
{
    beginRemoveRows({}, first, first + count - 1);
    m_order = std::move(order);
    endRemoveRows();
}

void InboxModel::permute(RowOrder order, const std::function<int(int)> &moved)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    m_order = std::move(order);
    QModelIndexList after;
    for (const QModelIndex &held : before)
        after.append(index(moved(held.row()), held.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void InboxModel::addNews(const QList<quint32> &rows)
{
    m_news.unite(QSet<quint32>(rows.begin(), rows.end()));
    tellChanged(rows);
}

void InboxModel::clearNews()
{
    tellChanged(std::exchange(m_news, {}).values());
}

bool InboxModel::isNews(int position) const
{
    return !m_news.isEmpty() && m_news.contains(m_order.rowAt(position));
}

void InboxModel::setSort(const SortKeys &sort)
{
    m_sort = sort;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QString InboxModel::sortMark(int column) const
{
    const auto key = std::ranges::find(m_sort, column, &SortKey::column);
    if (key == m_sort.end())
        return {};
    const QString arrow = key->descending ? QStringLiteral(" ▾") : QStringLiteral(" ▴");
    return m_sort.size() == 1 ? arrow : arrow + QString::number(key - m_sort.begin() + 1);
}

void InboxModel::setDirectory(const quo::Directory &directory)
{
    if (directory == m_directory)
        return; // it is read again and again, and hardly ever another
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
    if (rows.isEmpty())
        return;
    RowSet changed(m_store->size());
    for (const quint32 row : rows)
        changed.set(row, true);
    for (const int position : m_order.positionsOf(changed))
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
