// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "inbox/cellcontext.h"

#include <QString>

// What was said and called, in words.
namespace words {

// The text; of a call what became of it: 'Call, 2 min 5 s' where somebody answered, 'Missed call'.
// Never empty.
QString activityText(const quo::Activity &item, const QLocale &locale);
// 'Dana Kim, 14:05, delivered'.
QString activityDetail(const quo::Activity &item, const inbox::CellContext &context);
// All of it for a reader of the screen: 'Dana Kim, Today, 14:05, delivered: Hello'.
QString spokenActivity(const quo::Activity &item, const inbox::CellContext &context);
// 'Tuesday, 2 June 2026', or 'Today'.
QString dayText(QDate day, const inbox::CellContext &context);

// Above the oldest item: what is on its way, or else the thread's coverage.
QString feedText(const inbox::ActivityFeed &feed, quo::Instant now);
// That the conversation begins here, only where all of it was read; else what is to be expected
// above.
QString coverageText(const inbox::ActivityThread &thread);
// What cannot be read or is left out, and why; empty where that is nothing.
QString feedProblem(const inbox::ActivityThread &thread, const QLocale &locale);

} // namespace words
