// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/datefilter.h"

#include <QList>
#include <QLocale>
#include <QString>

// What people choose from.
namespace words {

// How often changes can be asked for, in seconds; 0 for never. The text is that of a menu.
QList<int> refreshIntervals();
QString refreshText(int seconds);

QString presetName(workspace::DateFilter::Preset preset);
// What a chip shows: the preset, or the range.
QString rangeText(const workspace::DateFilter &filter, const QLocale &locale);

} // namespace words
