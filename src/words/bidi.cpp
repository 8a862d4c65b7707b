// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/bidi.h"

#include <QRegularExpression>

#include <algorithm>

namespace words {

namespace {

// The isolates of Unicode Standard Annex #9.
constexpr QChar leftToRight(0x2066);
constexpr QChar firstStrong(0x2068);
constexpr QChar endOfIsolate(0x2069);

bool runsFromRight(QChar character)
{
    return character.direction() == QChar::DirR || character.direction() == QChar::DirAL;
}

} // namespace

QString isolated(const QString &text, Qt::LayoutDirection layout)
{
    if (layout == Qt::LeftToRight && std::none_of(text.begin(), text.end(), runsFromRight))
        return text;
    static const QRegularExpression number(
        QStringLiteral("(?<!\\w)(\\+?\\(?\\d[\\d ().-]{4,}\\d)(?!\\w)"));
    QString isolated = text;
    isolated.replace(number, leftToRight + QStringLiteral("\\1") + endOfIsolate);
    return firstStrong + isolated + endOfIsolate;
}

} // namespace words
