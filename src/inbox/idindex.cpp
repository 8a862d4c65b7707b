// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/idindex.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <limits>

namespace inbox {

namespace {

constexpr quint32 freeSlot = std::numeric_limits<quint32>::max();

} // namespace

std::optional<quint32> IdIndex::find(QByteArrayView id, const IdOf &idOf) const
{
    if (m_slots.empty())
        return std::nullopt;
    const size_t mask = m_slots.size() - 1;
    for (size_t slot = qHash(id) & mask; m_slots[slot] != freeSlot; slot = (slot + 1) & mask)
        if (idOf(m_slots[slot]) == id)
            return m_slots[slot];
    return std::nullopt;
}

void IdIndex::reserve(quint32 rows)
{
    m_slots.resize(std::bit_ceil(std::max(size_t(64), 2 * (size_t(rows) + 1))), freeSlot);
}

void IdIndex::insert(QByteArrayView id, quint32 row, const IdOf &idOf)
{
    if (m_used * 2 >= m_slots.size())
        grow(idOf);
    place(qHash(id), row);
    ++m_used;
}

void IdIndex::grow(const IdOf &idOf)
{
    std::vector<quint32> old(std::max(size_t(64), m_slots.size() * 2), freeSlot);
    old.swap(m_slots);
    for (const quint32 row : old)
        if (row != freeSlot)
            place(qHash(idOf(row)), row);
}

void IdIndex::place(size_t hash, quint32 row)
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hash & mask;
    while (m_slots[slot] != freeSlot)
        slot = (slot + 1) & mask;
    m_slots[slot] = row;
}

} // namespace inbox
