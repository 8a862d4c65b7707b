// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace inbox {

// Which snoozes have ended that somebody wants to be told of, each once: those whose rows were seen
// before they ended. It does not matter by which of its methods it learns of an end first.
class SnoozeWatch
{
public:
    // A row that was read. 'before' is its 'snoozedUntil' as it was known; a new row has none.
    // True: a snooze of it has ended.
    bool noteRead(quint32 row, bool isNew, std::optional<quo::Instant> before,
                  std::optional<quo::Instant> until, quo::Instant now);
    // The row as it is, once its time has come, or after the clock was set. True: as above.
    bool noteTime(quint32 row, std::optional<quo::Instant> until, quo::Instant now);

private:
    bool tell(quint32 row, quo::Instant until);

    QSet<quint32> m_awaited;             // rows seen snoozed whose end was not told yet
    QHash<quint32, quo::Instant> m_told; // the last end that was told
};

} // namespace inbox
