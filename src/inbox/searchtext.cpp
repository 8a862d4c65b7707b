// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchtext.h"

#include <algorithm>

namespace inbox {

QString folded(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString base;
    for (const QChar c : decomposed)
        if (!c.isMark())
            base += c;
    return base.toCaseFolded();
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text)
        if (c.isDigit())
            digits += c;
    return digits;
}

bool isPartOfNumber(const QString &typed)
{
    return std::ranges::all_of(typed, [](QChar c) {
        return c.isDigit() || c.isSpace() || QStringLiteral("+()-./").contains(c);
    });
}

bool isIdBeginning(const QString &typed)
{
    return typed.startsWith(u"cn") || typed.startsWith(u"ac");
}

} // namespace inbox
