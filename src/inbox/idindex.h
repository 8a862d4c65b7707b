// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <functional>
#include <optional>
#include <vector>

namespace inbox {

// Finds rows by id: a hash table of row numbers with open addressing, about 8 bytes a row. The ids
// themselves are in the store.
class IdIndex
{
public:
    using IdOf = std::function<QByteArrayView(quint32 row)>;

    std::optional<quint32> find(QByteArrayView id, const IdOf &idOf) const;
    // Makes room for this many rows before the first one is inserted.
    void reserve(quint32 rows);
    // The id must be new.
    void insert(QByteArrayView id, quint32 row, const IdOf &idOf);

private:
    void grow(const IdOf &idOf);
    void place(size_t hash, quint32 row);

    std::vector<quint32> m_slots; // at least twice as many as rows; a power of two
    size_t m_used = 0;
};

} // namespace inbox
