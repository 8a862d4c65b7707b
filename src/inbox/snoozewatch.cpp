// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/snoozewatch.h"

namespace inbox {

bool SnoozeWatch::noteRead(quint32 row, bool isNew, std::optional<quo::Instant> before,
                           std::optional<quo::Instant> until, quo::Instant now)
{
    if (!until)
        m_awaited.remove(row); // somebody has ended it
    if (!until || *until > now || m_awaited.contains(row))
        return noteTime(row, until, now);
    // A snooze that began and ended since the row was last read.
    const bool isNews = !isNew && (!before || *before < *until);
    return isNews && announce(row, *until);
}

bool SnoozeWatch::noteTime(quint32 row, std::optional<quo::Instant> until, quo::Instant now)
{
    await(row, until, now);
    return until && *until <= now && m_awaited.remove(row) && announce(row, *until);
}

void SnoozeWatch::await(quint32 row, std::optional<quo::Instant> until, quo::Instant now)
{
    if (until && *until > now)
        m_awaited.insert(row);
}

bool SnoozeWatch::announce(quint32 row, quo::Instant until)
{
    if (m_announced.contains(row) && m_announced.value(row) == until)
        return false; // it was announced before the clock was set back
    m_announced.insert(row, until);
    return true;
}

} // namespace inbox
