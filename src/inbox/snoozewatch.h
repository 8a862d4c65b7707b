// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace inbox {

// Finds snoozes that have ended and are worth a notification, each once: those whose rows were
// known before the end. Both methods can find an end first.
class SnoozeWatch
{
public:
    // Call it for each row that was read. 'before' is the previous 'snoozedUntil'; null for a new
    // row. Returns whether a snooze has ended.
    bool noteRead(quint32 row, bool isNew, std::optional<quo::Instant> before,
                  std::optional<quo::Instant> until, quo::Instant now);
    // Call it for a row when its snooze is due, and after the clock was set. Returns whether a
    // snooze has ended.
    bool noteTime(quint32 row, std::optional<quo::Instant> until, quo::Instant now);

    // A snooze that has not ended: its end is news once it comes.
    void await(quint32 row, std::optional<quo::Instant> until, quo::Instant now);

private:
    // Returns whether this end was not announced before.
    bool announce(quint32 row, quo::Instant until);

    QSet<quint32> m_awaited;                  // snoozed rows whose end was not announced yet
    QHash<quint32, quo::Instant> m_announced; // the last end that was announced, by row
};

} // namespace inbox
