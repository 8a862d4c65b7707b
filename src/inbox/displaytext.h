// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Makes texts from other people safe to show among other text.
namespace inbox {

// On one line, with control characters (NUL, escapes of terminals) shown as '�', and without
// characters that change the direction of the text next to it.
QString displayText(const QString &text);
// The same, but line breaks and tabs are kept.
QString displayLines(const QString &text);

// Cut to this many characters, with '…' at the end. Nobody reads more in one place, and the layout
// of megabytes takes seconds.
QString shortened(const QString &text, qsizetype longest);

} // namespace inbox
