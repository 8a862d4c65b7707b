// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowselection.h"

#include <QScopedValueRollback>
#include <QSignalBlocker>

#include <algorithm>

namespace inbox {

namespace {

// More than anyone selects by hand. Looking up a million rows by id would take seconds.
constexpr int mostAwaited = 10'000;

} // namespace

RowSelection::RowSelection(InboxModel &model, QObject *parent)
    : QItemSelectionModel(&model, parent)
    , m_model(model)
    , m_store(model.store())
{
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &RowSelection::rememberStore);
    connect(&model, &QAbstractItemModel::modelReset, this, &RowSelection::restore);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                takeAwaited(first, last);
                if (m_current && isCurrentAwaited()) {
                    const int position = m_model.order().positionOf(*m_current);
                    if (position >= first && position <= last)
                        restoreCurrent();
                }
                update();
            });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { update(); });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { update(); });
    connect(this, &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid())
            return;
        m_current = m_model.order().rowAt(current.row());
        m_currentColumn = current.column();
        m_awaitedCurrent.clear();
    });
}

void RowSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    if (m_isMirroring)
        return QItemSelectionModel::select(selection, command);
    if (command == NoUpdate)
        return;
    RowSet rows;
    for (const QItemSelectionRange &range : selection)
        rows |= m_model.order().rowsBetween(range.top(), range.bottom());
    if (command & Clear) {
        m_settled = m_latest = {};
        m_awaited.clear();
    }
    if (!(command & Current)) {
        m_settled = all();
        m_latest = {};
    }
    if (command & (Select | Deselect | Toggle)) {
        m_latest = rows;
        m_command = command;
    }
    update();
}

void RowSelection::clear()
{
    select(QItemSelection(), Clear);
    clearCurrentIndex();
}

RowOrder RowSelection::inOrder() const
{
    const RowOrder &order = m_model.order();
    if (m_count == order.size())
        return order;
    return order.filtered([this](quint32 row) { return contains(row); });
}

std::optional<ConversationRow> RowSelection::onlyRow() const
{
    std::optional<quint32> only;
    if (m_count == 1)
        m_shown.forEach([&only](quint32 row) { only = row; });
    return only ? std::optional(m_model.store()->at(*only)) : std::nullopt;
}

void RowSelection::setVisible(int first, int last)
{
    if (first == m_firstVisible && last == m_lastVisible)
        return;
    m_firstVisible = first;
    m_lastVisible = last;
    const QSignalBlocker silent(this); // rows that come into view are painted anyway
    mirror();
}

// All selected rows, shown or not.
RowSet RowSelection::all() const
{
    RowSet rows = m_settled;
    if (m_command & Toggle)
        rows ^= m_latest;
    else if (m_command & Deselect)
        rows -= m_latest;
    else
        rows |= m_latest;
    return rows;
}

void RowSelection::rememberStore()
{
    m_rowsBefore = m_model.rows();
}

void RowSelection::restore()
{
    const ConversationRows before = *std::exchange(m_rowsBefore, std::nullopt);
    const bool isOtherStore = m_model.store() != m_store;
    if (isOtherStore) {
        m_store = m_model.store();
        if (m_current)
            m_awaitedCurrent = before.at(*m_current).id();
        m_current.reset();
        const RowSet rows = all();
        if (rows.count() <= mostAwaited)
            rows.forEach([&](quint32 row) { m_awaited.insert(before.at(row).id()); });
        m_settled = m_latest = {};
    }
    {
        const QScopedValueRollback isMirroring(m_isMirroring, true);
        QItemSelectionModel::reset(); // drops the indexes, which are invalid now
    }
    takeAwaited(0, m_model.rowCount() - 1);
    restoreCurrent();
    update(isOtherStore);
}

// Selects those of the awaited ids that are now at these positions.
void RowSelection::takeAwaited(int first, int last)
{
    if (m_awaited.isEmpty() && m_awaitedCurrent.isEmpty())
        return;
    const auto take = [this](const QString &id, quint32 row) {
        if (m_awaited.remove(id))
            m_settled.set(row, true);
        if (id != m_awaitedCurrent)
            return;
        m_awaitedCurrent.clear();
        m_current = row;
        restoreCurrent();
    };
    if (last - first < m_awaited.size()) {
        for (int position = first; position <= last; ++position)
            take(m_model.rowAt(position)->id(), m_model.order().rowAt(position));
        return;
    }
    QStringList ids(m_awaited.cbegin(), m_awaited.cend());
    ids.append(m_awaitedCurrent);
    for (const QString &id : std::as_const(ids))
        if (const std::optional<quint32> row = m_model.rowOf(id);
            row && m_model.order().contains(*row))
            take(id, *row);
}

// Without signals, so that views do not scroll there.
void RowSelection::restoreCurrent()
{
    if (!m_current)
        return;
    const int position = m_model.order().positionOf(*m_current);
    const QSignalBlocker silent(this);
    if (position >= 0)
        setCurrentIndex(m_model.index(position, m_currentColumn), NoUpdate);
}

void RowSelection::update(bool isOtherStore)
{
    RowSet shown = all();
    shown &= m_model.order().set();
    const bool isOther = isOtherStore || !(shown == m_shown);
    m_shown = std::move(shown);
    m_count = m_shown.count();
    mirror();
    if (isOther)
        Q_EMIT changed();
}

void RowSelection::mirror()
{
    QItemSelection visible;
    const int last = std::min(m_lastVisible, m_model.rowCount() - 1);
    for (int position = std::max(m_firstVisible, 0); position <= last; ++position) {
        const int first = position;
        while (position <= last && contains(m_model.order().rowAt(position)))
            ++position;
        if (position > first)
            visible.append(
                {m_model.index(first, 0), m_model.index(position - 1, m_model.columnCount() - 1)});
    }
    if (visible == selection())
        return;
    const QScopedValueRollback isMirroring(m_isMirroring, true);
    QItemSelectionModel::select(visible, ClearAndSelect);
}

} // namespace inbox
