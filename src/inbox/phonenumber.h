// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/expected.h"

#include <QString>
#include <QStringList>

namespace inbox {

// The number as it is written in 'region' (ISO 3166-1 alpha-2): its own numbers nationally, others
// with their country code. What is no valid number (short codes, 'anonymous') comes back as it is.
// Dear: about 10 µs, so for what is on screen only.
QString formatNumber(const QString &e164, const QString &region);

// Where numbers without a country code may be at home: the reader's region, then those of the
// workspace's lines, the most frequent first.
QStringList regionsOf(const Reader &reader, const quo::Directory &directory);

enum class NumberProblem { NotANumber, NoCountry, TooShort, TooLong, Impossible };

// E.164 of a number in any usual notation; without a country code it is taken as one of 'region'.
quo::Expected<QString, NumberProblem> parseNumber(const QString &typed, const QString &region);

} // namespace inbox
