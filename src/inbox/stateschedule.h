// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QList>

#include <optional>
#include <queue>
#include <vector>

namespace inbox {

class ConversationRow;

// Which rows are going to read otherwise by time alone, and when: one queue for the whole table, in
// which only those stand that have a snooze or a mute ahead.
class StateSchedule
{
public:
    // The row as it is now. What an earlier state of it had announced may still come due, for
    // nothing.
    void add(quint32 row, const ConversationRow &content, quo::Instant now);

    // When the next of them is due; null where there is none.
    std::optional<quo::Instant> next() const;
    // Those that are due, which are announced no more.
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
