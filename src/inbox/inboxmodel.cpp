// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxmodel.h"

#include "inbox/naming.h"
#include "inbox/rowsteps.h"

#include <QPointer>

#include <algorithm>

namespace inbox {

namespace {

// Times end where their column ends, so that their figures are below each other.
int alignmentOf(const Column &column)
{
    const bool isTime = column.kind == Column::Kind::Instant;
    return int((isTime ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
}

} // namespace

InboxModel::InboxModel(Source &source, const Names &names, const ListWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_names(names)
    , m_words(words)
{
    connect(&names, &Names::directoryChanged, this, &InboxModel::onDirectoryChanged);
    connect(&names, &Names::contactsChanged, this, &InboxModel::onContactsChanged);
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
    if (isGone(index.row())) {
        if ((role == Qt::DisplayRole || role == Qt::AccessibleTextRole) &&
            column.kind == Column::Kind::State)
            return m_words.gone();
        if (role == Qt::ToolTipRole)
            return m_words.goneTip();
    }
    switch (role) {
    case Qt::DisplayRole:
        return m_words.cell(column.id, row, m_names.context());
    case Qt::ToolTipRole:
        return m_words.toolTip(column.id, row, m_names.context());
    case Qt::AccessibleTextRole:
        return m_words.spoken(column.id, row, m_names.context());
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case IdRole:
        return row.id();
    case ValueRole:
        return column.value(row);
    case NewsRole:
        return newsLevel(index.row());
    default:
        return {};
    }
}

QVariant InboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_words.title(ColumnId(section)) + sortMark(section);
    case Qt::ToolTipRole:
        return m_words.tip(ColumnId(section));
    case Qt::TextAlignmentRole:
        return alignmentOf(columns()[size_t(section)]);
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

std::optional<quint32> InboxModel::rowOf(const QString &id) const
{
    return m_store ? m_store->find(id) : std::nullopt;
}

int InboxModel::positionOf(const QString &id) const
{
    const std::optional<quint32> row = rowOf(id);
    return row ? m_order.positionOf(*row) : -1;
}

std::optional<ConversationRow> InboxModel::rowWithId(const QString &id) const
{
    const std::optional<quint32> row = rowOf(id);
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
    if (order == m_order)
        return;
    if (order.set() == m_order.set())
        return permute(std::move(order));
    if (m_order.size() == 0 || !order.beginsWith(m_order))
        return reset(m_store, std::move(order));
    beginInsertRows({}, m_order.size(), order.size() - 1);
    m_order = std::move(order);
    endInsertRows();
}

void InboxModel::change(RowOrder order, const RowEdit &edit, const QList<quint32> &changed)
{
    const QList<RowStep> steps = rowSteps(m_order, order, edit);
    const QPointer<InboxModel> self(this);
    for (const RowStep &step : steps) {
        play(step);
        if (!self)
            return;
    }
    m_order = std::move(order); // equal, and in the arranger's own blocks
    announceChanged(changed);
}

void InboxModel::play(const RowStep &step)
{
    const int last = step.first + step.count - 1;
    switch (step.kind) {
    case RowStep::Kind::Remove:
        beginRemoveRows({}, step.first, last);
        m_order = step.after;
        return endRemoveRows();
    case RowStep::Kind::Insert:
        beginInsertRows({}, step.first, last);
        m_order = step.after;
        return endInsertRows();
    case RowStep::Kind::Move:
        return permute(step.after);
    }
}

// Persistent indexes keep their rows. They are few, so only their rows are looked for.
void InboxModel::permute(RowOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    RowSet rows(m_store->size());
    for (const QModelIndex &index : before)
        rows.set(m_order.rowAt(index.row()), true);
    QHash<quint32, int> positions;
    for (const int position : order.positionsOf(rows))
        positions.insert(order.rowAt(position), position);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &held : before)
        after.append(index(positions.value(m_order.rowAt(held.row())), held.column()));
    m_order = std::move(order);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void InboxModel::addNews(const QList<quint32> &rows)
{
    for (const quint32 row : rows)
        m_news.insert(row, newsSteps);
    announceChanged(rows, {NewsRole});
}

void InboxModel::ageNews()
{
    const QList<quint32> rows = m_news.keys();
    for (const quint32 row : rows)
        if (--m_news[row] == 0)
            m_news.remove(row);
    announceChanged(rows, {NewsRole});
}

double InboxModel::newsLevel(int position) const
{
    return m_news.isEmpty() ? 0 : m_news.value(m_order.rowAt(position)) / double(newsSteps);
}

bool InboxModel::isGone(int position) const
{
    const quint32 row = m_order.rowAt(position);
    return m_store->rows().hasLeft(row) || !m_source.isMember(row);
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

void InboxModel::onDirectoryChanged(const quo::Directory &before)
{
    const quo::Directory &directory = m_names.directory();
    const auto readsOtherwise = [&](const QStringList &ids, auto name) {
        return std::ranges::any_of(
            ids, [&](const QString &id) { return name(id, before) != name(id, directory); });
    };
    const auto lineNameOf = [this](const QString &id, const quo::Directory &names) {
        return lineName(id, names, m_names.reader().region);
    };
    const ConversationRows rows = this->rows();
    QList<ColumnId> columns;
    if (readsOtherwise(rows.lines(), lineNameOf))
        columns.append(ColumnId::PhoneNumberId);
    if (readsOtherwise(rows.assignees(), shownAssignee))
        columns.append(ColumnId::AssignedTo);
    // The workspace's own numbers hardly ever change. If they do, any title may change.
    if (!before.hasSameNumbers(directory))
        columns.append(ColumnId::Name);
    repaint(columns);
}

void InboxModel::onContactsChanged()
{
    repaint({ColumnId::Name, ColumnId::Participants});
}

void InboxModel::announceChanged(const QList<quint32> &rows, const QList<int> &roles)
{
    constexpr qsizetype few = 1000; // a view paints only what is visible
    if (rows.size() > few && m_order.size() > 0)
        return Q_EMIT dataChanged(index(0, 0), index(m_order.size() - 1, columnCount() - 1), roles);
    if (rows.isEmpty())
        return;
    RowSet changed(m_store->size());
    for (const quint32 row : rows)
        changed.set(row, true);
    const QList<int> positions = m_order.positionsOf(changed);
    const QPointer<InboxModel> self(this);
    for (qsizetype i = 0; self && i < positions.size();) { // neighbours together
        const int first = positions[i];
        int last = first;
        while (++i < positions.size() && positions[i] == last + 1)
            ++last;
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1), roles);
    }
}

void InboxModel::announceTimePassed()
{
    if (m_order.size() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_order.size() - 1, columnCount() - 1),
                           {Qt::DisplayRole});
}

// Announces whole columns: a view paints only visible cells, and to find the changed ones among a
// million is more work than to paint those.
void InboxModel::repaint(const QList<ColumnId> &columns)
{
    const QPointer<InboxModel> self(this);
    for (const ColumnId id : columns) {
        if (!self || m_order.size() == 0)
            return;
        const int column = columnIndex(id);
        Q_EMIT dataChanged(index(0, column), index(m_order.size() - 1, column),
                           {Qt::DisplayRole, Qt::ToolTipRole});
    }
}

} // namespace inbox
