// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"

#include <QString>

// Times, in the reader's locale and zone. A weekday alone is always one of the last six days.
namespace words {

// For a column of the list: '10:23 AM', 'Yesterday', 'Tue 3:45 PM', '27 Apr', '2 Nov 2025'. Coming
// days have their weekday and date: 'Sat 28 Nov'.
QString listInstant(quo::Instant instant, const inbox::CellContext &context);

// The same without a time, unless it is today: '9:00 AM', 'Sat 28 Nov', '19 Jan 2027'.
QString dayOrTime(quo::Instant instant, const inbox::CellContext &context);

// For the middle of a sentence: '10:23 AM', 'yesterday, 6:42 AM', 'tomorrow, 8:15 PM', 'Tue, 6:42
// AM', 'Mon 30 Nov, 9:25 PM', '19 Jan 2027'.
QString instantInSentence(quo::Instant instant, const inbox::CellContext &context);
// The same as the beginning of a sentence, or alone.
QString instantText(quo::Instant instant, const inbox::CellContext &context);

// Whether it is so far ahead that it means 'until somebody ends it'.
bool isIndefinite(quo::Instant instant, const inbox::CellContext &context);

// The number of midnights since then, in the reader's zone; negative for coming days.
qint64 daysSince(quo::Instant instant, const inbox::CellContext &context);

// With the year and the minute, whenever it was: 'Thu 26 Nov 2026, 4:18 AM'.
QString exactInstant(quo::Instant instant, const inbox::Reader &reader);

// The largest unit that fits, rounded down: '2 h'; below a minute 'a moment'.
QString durationText(quo::milliseconds duration);

} // namespace words
