// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowsort.h"

#include <QCollator>
#include <QDateTime>

#include <algorithm>
#include <vector>

namespace inbox {

namespace {

template <class Key>
struct Keyed
{
    std::optional<Key> key;
    quint32 row;
};

template <class Key, class Less>
RowOrder ordered(std::vector<Keyed<Key>> rows, const ConversationStore &store, bool descending,
                 Less less)
{
    std::ranges::sort(rows, [&](const Keyed<Key> &a, const Keyed<Key> &b) {
        if (a.key.has_value() != b.key.has_value())
            return a.key.has_value();
        if (a.key && less(*a.key, *b.key))
            return !descending;
        if (a.key && less(*b.key, *a.key))
            return descending;
        return store.at(a.row).id() < store.at(b.row).id();
    });
    RowOrder order;
    for (const Keyed<Key> &row : rows)
        order.append(row.row, 1);
    return order;
}

std::optional<qint64> instantKey(const Column &column, const ConversationRow &row)
{
    const QVariant value = column.value(row);
    return value.isValid() ? std::optional(value.toDateTime().toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace

SortKey latestFirst()
{
    return {columnIndex(u"lastActivityAt"), true};
}

RowOrder sorted(const ConversationStore &store, const RowOrder &rows, const SortKey &key,
                const CellContext &context)
{
    const Column &column = columns()[size_t(key.column)];
    if (column.kind == Column::Kind::Instant) {
        std::vector<Keyed<qint64>> keyed;
        for (int i = 0; i < rows.size(); ++i)
            keyed.push_back({instantKey(column, store.at(rows.rowAt(i))), rows.rowAt(i)});
        return ordered(std::move(keyed), store, key.descending, std::less());
    }
    QCollator collator(context.reader.locale);
    collator.setNumericMode(true);
    std::vector<Keyed<QCollatorSortKey>> keyed;
    for (int i = 0; i < rows.size(); ++i) {
        const QString text = column.text(store.at(rows.rowAt(i)), context);
        keyed.push_back(
            {text.isEmpty() ? std::nullopt : std::optional(collator.sortKey(text)), rows.rowAt(i)});
    }
    return ordered(
        std::move(keyed), store, key.descending,
        [](const QCollatorSortKey &a, const QCollatorSortKey &b) { return a.compare(b) < 0; });
}

} // namespace inbox
