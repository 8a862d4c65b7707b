// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/datefilter.h"

#include <QList>
#include <QLocale>
#include <QString>

#include <optional>

// The choices for refreshing and for dates.
namespace words {

// The intervals of automatic refreshes in seconds; 0 for none. The text is for menus.
QList<int> refreshIntervals();
QString refreshText(int seconds);

// 'Fri 20 Nov 2026', '12:00 AM'.
QString inputDate(QDate date, const QLocale &locale);
QString inputTime(QTime time, const QLocale &locale);
// Read these, and most other ways in which they are written; 'today', 'yesterday' and '3d' for
// three days ago. Null for anything else.
std::optional<QDate> readDate(const QString &typed, QDate today, const QLocale &locale);
std::optional<QTime> readTime(const QString &typed, const QLocale &locale);

QString presetName(workspace::DateFilter::Preset preset);
// The text of a chip: the preset or the range with its last day; empty for any time.
QString rangeText(const workspace::DateFilter &filter, const QLocale &locale);

} // namespace words
