// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/harmlesstext.h"

#include <algorithm>

namespace inbox {

namespace {

// Embeddings, overrides and isolates (Unicode Standard Annex 9). Left-to-right and right-to-left
// marks are kept, since they affect only their own place.
bool turnsDirection(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t' && c != u'\r';
}

} // namespace

QString harmlessText(const QString &text)
{
    const auto isHarmful = [](QChar c) { return isControl(c) || turnsDirection(c); };
    if (std::ranges::none_of(text, isHarmful))
        return text;
    QString harmless;
    harmless.reserve(text.size());
    for (const QChar c : text)
        if (!turnsDirection(c))
            harmless += isControl(c) ? QChar(QChar::ReplacementCharacter) : c;
    return harmless;
}

QString harmlessLine(const QString &text)
{
    return harmlessText(text).simplified();
}

QString shortened(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    // Does not cut a surrogate pair, or a mark off its letter.
    qsizetype end = longest - 1;
    while (end > 0 && (text[end].isLowSurrogate() || text[end].isMark()))
        --end;
    return text.left(end) + u'…';
}

} // namespace inbox
