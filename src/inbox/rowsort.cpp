// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowsort.h"

#include <QCollator>
#include <QDateTime>

#include <algorithm>
#include <numeric>
#include <vector>

namespace inbox {

namespace {

// Positions 0 … count-1 in the order of their keys; null keys last.
template <class Key, class Less>
std::vector<int> ordered(const std::vector<std::optional<Key>> &keys, bool descending, Less less)
{
    std::vector<int> positions(keys.size());
    std::iota(positions.begin(), positions.end(), 0);
    std::ranges::stable_sort(positions, [&](int a, int b) {
        const std::optional<Key> &first = keys[size_t(a)];
        const std::optional<Key> &second = keys[size_t(b)];
        if (!first || !second)
            return first.has_value() && !second;
        return descending ? less(*second, *first) : less(*first, *second);
    });
    return positions;
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
    QCollator collator(context.reader.locale);
    collator.setNumericMode(true);
    std::vector<std::optional<qint64>> instants(size_t(rows.size()));
    std::vector<std::optional<QCollatorSortKey>> texts(size_t(rows.size()));
    for (int i = 0; i < rows.size(); ++i) {
        const ConversationRow row = store.at(rows.rowAt(i));
        if (column.kind == Column::Kind::Instant) {
            if (const QVariant value = column.value(row); value.isValid())
                instants[size_t(i)] = value.toDateTime().toMSecsSinceEpoch();
        } else if (const QString text = column.text(row, context); !text.isEmpty()) {
            texts[size_t(i)] = collator.sortKey(text);
        }
    }
    const std::vector<int> positions =
        column.kind == Column::Kind::Instant
            ? ordered(instants, key.descending, std::less())
            : ordered(texts, key.descending,
                      [](const QCollatorSortKey &a, const QCollatorSortKey &b) {
                          return a.compare(b) < 0;
                      });
    RowOrder order;
    for (const int position : positions)
        order.append(rows.rowAt(position), 1);
    return order;
}

} // namespace inbox
