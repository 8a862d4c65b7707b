// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// How what is typed is compared with what there is.
namespace inbox {

// Without case and accents: 'Łukasz' and 'lukasz' differ, 'José' and 'jose' do not.
QString folded(const QString &text);

QString digitsOf(const QString &text);
// '(415) 555' and the like: nothing but what numbers are written with.
bool isPartOfNumber(const QString &typed);
// Whether what is typed, folded, may be the beginning of the id of a conversation ('CN…') or of an
// activity ('AC…').
bool isIdBeginning(const QString &typed);

} // namespace inbox
