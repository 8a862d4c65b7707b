// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Makes texts from other people safe to show among other text. The names that rows are sorted and
// searched by are made with it, so it is not among the words.
namespace inbox {

// With control characters (NUL, escapes of terminals) shown as '�', and without characters that
// change the direction of the text next to it. Line breaks and tabs are kept.
QString harmlessText(const QString &text);
// The same on one line.
QString harmlessLine(const QString &text);

// Cut to this many characters, with '…' at the end. Nobody reads more in one place, and the layout
// of megabytes takes seconds.
QString shortened(const QString &text, qsizetype longest);

} // namespace inbox
