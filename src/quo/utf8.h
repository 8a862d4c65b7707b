// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

// Qt takes a U+FEFF at the beginning of UTF-8 for a mark of its encoding and drops it, also where
// it is the first character of a name. Here it stays.
namespace quo {

QString fromUtf8(QByteArrayView utf8);

// Halves of characters, which JSON can hold and UTF-8 cannot, become U+FFFD.
QString wholeCharacters(const QString &text);

// As QJsonDocument::fromJson(). 'error' may be null.
QJsonDocument parseJson(const QByteArray &utf8, QJsonParseError *error = nullptr);

} // namespace quo
