// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "inbox/cellcontext.h"

#include <QString>

// What was said and called, in words.
namespace widgets {

// The text; of a call what became of it, '12 min call'. Never empty.
QString activityText(const quo::Activity &item, const QLocale &locale);
// 'Dana Kim, 14:05, delivered'.
QString activityDetail(const quo::Activity &item, const inbox::CellContext &context);
// All of it for a reader of the screen: 'Dana Kim, Today, 14:05, delivered: Hello'.
QString spokenActivity(const quo::Activity &item, const inbox::CellContext &context);
// 'Tuesday, 2 June 2026', or 'Today'.
QString dayText(QDate day, const inbox::CellContext &context);

// Where the oldest item is: what is on its way, what failed, or that it begins there.
QString feedText(const inbox::ActivityFeed &feed, quo::Instant now);
// Why a list cannot be read; empty where all can.
QString feedProblem(const inbox::ActivityThread &thread);

} // namespace widgets
