// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/directory.h"

namespace quo {

void Directory::setLines(const QList<Line> &lines)
{
    m_lines.clear();
    m_lineIds.clear();
    for (const Line &line : lines) {
        m_lines.insert(line.id, line);
        m_lineIds.insert(line.number, line.id);
    }
}

void Directory::add(const QList<Teammate> &teammates)
{
    for (const Teammate &teammate : teammates)
        m_teammates.insert(teammate.id, teammate);
    // Counted here, since every cell with a teammate needs it.
    m_nameCounts.clear();
    for (const Teammate &teammate : std::as_const(m_teammates))
        ++m_nameCounts[{teammate.firstName, teammate.lastName}];
}

std::optional<Line> Directory::line(const QString &id) const
{
    const auto found = m_lines.constFind(id);
    return found == m_lines.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<Line> Directory::lineWithNumber(const QString &e164) const
{
    return line(m_lineIds.value(e164));
}

std::optional<Teammate> Directory::teammate(const QString &id) const
{
    const auto found = m_teammates.constFind(id);
    return found == m_teammates.constEnd() ? std::nullopt : std::optional(*found);
}

bool Directory::hasNamesake(const Teammate &teammate) const
{
    return m_nameCounts.value({teammate.firstName, teammate.lastName}) > 1;
}

} // namespace quo
