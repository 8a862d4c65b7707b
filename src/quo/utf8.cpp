// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/utf8.h"

namespace quo {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

} // namespace

QString fromUtf8(QByteArrayView utf8)
{
    const QString text = QString::fromUtf8(utf8);
    return utf8.startsWith(byteOrderMark) ? QChar(QChar::ByteOrderMark) + text : text;
}

QString wholeCharacters(const QString &text)
{
    if (text.isValidUtf16())
        return text;
    QString whole = text;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (whole[i].isHighSurrogate() && i + 1 < whole.size() && whole[i + 1].isLowSurrogate())
            ++i;
        else if (whole[i].isSurrogate())
            whole[i] = QChar::ReplacementCharacter;
    }
    return whole;
}

QJsonDocument parseJson(const QByteArray &utf8, QJsonParseError *error)
{
    const qsizetype first =
        utf8.indexOf(byteOrderMark, 1); // the document itself may begin with one
    if (first < 0)
        return QJsonDocument::fromJson(utf8, error);
    // Elsewhere it can only be within a text, where its escape means the same.
    QByteArray escaped = utf8.sliced(first);
    escaped.replace(byteOrderMark, "\\ufeff");
    return QJsonDocument::fromJson(utf8.first(first) + escaped, error);
}

} // namespace quo
