// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/expected.h"

#include <QString>
#include <QStringList>

#include <optional>

// The one way from text to phone numbers and back. Safe in every thread.
namespace inbox {

// The number as it is written in 'region' (ISO 3166-1 alpha-2): its own numbers nationally, others
// with their country code. Anything that cannot be a number (short codes, 'anonymous') comes back
// as it is, and so does a number that would read as another one. Takes about 10 µs.
QString formatNumber(const QString &e164, const QString &region);

// Where numbers without a country code may be at home: the reader's region, then those of the
// workspace's lines, the most frequent first.
QStringList regionsOf(const Reader &reader, const quo::Directory &directory);

enum class NumberProblem { NotANumber, NoCountry, TooShort, TooLong, Impossible };

// E.164 of a number in any usual notation: any digits and dashes, 'tel:', '(0)', an extension,
// letters for digits. Without a country code it is one of the first of the regions that has such
// numbers. The problem is that of the first region.
quo::Expected<QString, NumberProblem> parseNumber(const QString &typed, const QStringList &regions);

// What a number that is searched for may be.
struct SoughtNumber
{
    QString digits; // a part of it, without zeros before it; empty for letters
    // E.164 of complete numbers that do not contain the digits.
    QStringList numbers;

    bool operator==(const SoughtNumber &) const = default;
    // Whether a text has one of them, whatever is between its digits.
    bool isIn(const QString &text) const;
};

// Null where it does not read as a number or a part of one. A complete number without a country
// code may be one of any region, the given ones first.
std::optional<SoughtNumber> readNumber(const QString &typed, const QStringList &regions);

} // namespace inbox
