// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Texts that people elsewhere have written, as they can stand among others without harm.
namespace inbox {

// On one line, without control characters (a NUL, a terminal's escapes: shown as '�') and without
// characters that turn the direction of what stands beside it.
QString displayText(const QString &text);
// The same with its line breaks and tabs.
QString displayLines(const QString &text);

// Cut where it is longer than so many characters, with '…' at its end: nobody reads more of it at
// that place, and laying out megabytes takes seconds.
QString shortened(const QString &text, qsizetype longest);

} // namespace inbox
