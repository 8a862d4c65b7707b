// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/seenrows.h"

#include <algorithm>

namespace quo {

SeenRows::SeenRows(QStringList lines)
    : m_lines(std::move(lines))
{
}

int SeenRows::add(const QList<Conversation> &rows, Source source)
{
    int missed = 0;
    for (const Conversation &row : rows) {
        const size_t key = qHash(row.id);
        const auto known = m_rows.constFind(key);
        const bool isNew = known == m_rows.cend();
        Row seen = isNew ? Row() : *known;
        m_oneSided -= isOneSided(seen);
        seen.updatedAt = std::max(seen.updatedAt, row.updatedAt);
        seen.isOutside = !m_lines.contains(row.phoneNumberId);
        seen.inWhole = seen.inWhole || source == Source::Whole;
        seen.inParts = seen.inParts || source == Source::Part;
        missed += isNew && isUnchanged(seen);
        m_oneSided += isOneSided(seen);
        m_rows.insert(key, seen);
    }
    return missed;
}

bool SeenRows::remove(const QString &id)
{
    const auto row = m_rows.constFind(qHash(id));
    if (row == m_rows.cend())
        return false;
    m_oneSided -= isOneSided(*row);
    m_rows.erase(row);
    return true;
}

void SeenRows::setChangesKnownSince(std::optional<Instant> since)
{
    m_changesKnownSince = since;
    m_oneSided = std::ranges::count_if(m_rows, [this](const Row &row) { return isOneSided(row); });
}

bool SeenRows::isUnchanged(const Row &row) const
{
    return !m_changesKnownSince || !row.updatedAt || *row.updatedAt <= *m_changesKnownSince;
}

bool SeenRows::isOneSided(const Row &row) const
{
    return isUnchanged(row) && (row.inParts ? !row.inWhole : row.inWhole && !row.isOutside);
}

} // namespace quo
