// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/expected.h"

#include <QString>
#include <QStringList>

#include <optional>

// Converts text to phone numbers and back, for the whole program. Safe in every thread.
namespace inbox {

// The number as people in 'region' (ISO 3166-1 alpha-2) write it: their own numbers in national
// form, others with the country code. Text that cannot be a number (short codes, 'anonymous') is
// returned unchanged, as is a number that would be read back as another one. Takes about 10 µs.
QString formatNumber(const QString &e164, const QString &region);

// The regions in which numbers without a country code are read: the reader's, then those of the
// workspace's lines, the most frequent first.
QStringList regionsOf(const Reader &reader, const quo::Directory &directory);

enum class NumberProblem { NotANumber, NoCountry, TooShort, TooLong, Impossible };

// Reads a number in any usual notation into E.164: any digits and dashes, 'tel:', '(0)', an
// extension, letters for digits. A number without a country code belongs to the first of the
// regions that has such numbers. The problem is the one in the first region.
quo::Expected<QString, NumberProblem> parseNumber(const QString &typed, const QStringList &regions);

// The numbers that a search text may mean.
struct SoughtNumber
{
    QString digits; // the digits of a part of a number, without leading zeros; empty for letters
    // Complete numbers in E.164 that do not contain the digits.
    QStringList numbers;

    bool operator==(const SoughtNumber &) const = default;
    // Whether a text contains one of them, ignoring everything between its digits.
    bool isIn(const QString &text) const;
};

// Null if the text is neither a number nor a part of one. A complete number without a country code
// may belong to any region, the given ones first.
std::optional<SoughtNumber> readNumber(const QString &typed, const QStringList &regions);

} // namespace inbox
