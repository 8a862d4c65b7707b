// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/datefilter.h"

#include <QList>
#include <QLocale>
#include <QString>

// The choices for refreshing and for dates.
namespace words {

// The intervals of automatic refreshes in seconds; 0 for none. The text is for menus.
QList<int> refreshIntervals();
QString refreshText(int seconds);

QString presetName(workspace::DateFilter::Preset preset);
// The text of a chip: the preset or the range; empty for any time.
QString rangeText(const workspace::DateFilter &filter, const QLocale &locale);

} // namespace words
