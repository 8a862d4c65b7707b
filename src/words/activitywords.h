// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "inbox/cellcontext.h"

#include <QString>

// Messages and calls in words.
namespace words {

// The result of a call: 'Call, 2 min' if somebody answered, 'Missed call', 'No answer'.
QString callText(const quo::Activity &call, const QLocale &locale);
// A call on a line of its own: 'Answered by Dana Kim · 2 min · 10:40 AM'.
QString callLine(const quo::Activity &call, const inbox::CellContext &context);
// An outgoing message that did not arrive.
bool isUndelivered(const quo::Activity &message);
// The text of a message, or the result of a call. Never empty.
QString activityText(const quo::Activity &item, const QLocale &locale);
// 'Dana Kim · 2:05 PM · Delivered'.
QString activityDetail(const quo::Activity &item, const inbox::CellContext &context);
// Everything, for screen readers: 'Dana Kim, Today, 2:05 PM, Delivered: Hello'.
QString spokenActivity(const quo::Activity &item, const inbox::CellContext &context);
// 'Tuesday, 2 June 2026', or 'Today'.
QString dayText(QDate day, const inbox::CellContext &context);

// What is shown above the oldest item: what is being loaded, otherwise the thread's coverage.
QString feedText(const inbox::ActivityFeed &feed, quo::Instant now);
// 'Start of conversation' only if all of it was read; otherwise what may come above.
QString coverageText(const inbox::ActivityThread &thread);
// What cannot be read or is left out, and why; empty if there is nothing.
QString feedProblem(const inbox::ActivityThread &thread, const QLocale &locale);

} // namespace words
