// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/stateschedule.h"

#include "inbox/conversationrows.h"
#include "inbox/conversationstate.h"

namespace inbox {

void StateSchedule::add(quint32 row, const ConversationRow &content, quo::Instant now)
{
    for (const quo::Instant at : ConversationState::changesOf(content))
        if (at > now)
            m_changes.push({at, row});
}

std::optional<quo::Instant> StateSchedule::next() const
{
    return m_changes.empty() ? std::nullopt : std::optional(m_changes.top().at);
}

QList<quint32> StateSchedule::takeDue(quo::Instant now)
{
    QList<quint32> rows;
    while (!m_changes.empty() && m_changes.top().at <= now) {
        rows.append(m_changes.top().row);
        m_changes.pop();
    }
    return rows;
}

} // namespace inbox
