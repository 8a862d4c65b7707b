// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inbox {

// Fewer digits are a part of a number.
inline constexpr qsizetype fewestDigitsOfNumber = 7;

// How people write phone numbers, in mail signatures, links, spreadsheets and address books.
struct NumberNotation
{
    enum class Kind {
        None,    // not a number
        Digits,  // digits and the usual punctuation
        Letters, // '1 800 FLOWERS'
    };

    Kind kind = Kind::None;
    QString text; // ASCII, without labels, extension and anything else around the number
};

// Says only how the text is written, not whether there is such a number.
NumberNotation notationOf(const QString &typed);

} // namespace inbox
