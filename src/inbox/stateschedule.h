// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QList>

#include <optional>
#include <queue>
#include <vector>

namespace inbox {

class ConversationRow;

// When the states of rows change by time alone: one queue for the whole table, with only the rows
// that have a future end of a snooze or a mute.
class StateSchedule
{
public:
    // Adds the next change of a row. Changes that were added for its earlier content still come
    // due, without effect.
    void add(quint32 row, const ConversationRow &content, quo::Instant now);

    // When the next change is due; null if there is none.
    std::optional<quo::Instant> next() const;
    // Removes the rows that are due and returns them.
    QList<quint32> takeDue(quo::Instant now);

private:
    struct Change
    {
        quo::Instant at;
        quint32 row = 0;

        bool operator>(const Change &other) const { return at > other.at; }
    };

    std::priority_queue<Change, std::vector<Change>, std::greater<>> m_changes;
};

} // namespace inbox
