// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace support {

// A text with ordinary spaces alone: newer locale data has a narrow no-break one before AM and PM.
inline QString plainSpaces(QString text)
{
    return text.replace(u'\u202f', u' ');
}

// A sentence about a list, without the time as of when it holds.
inline QString undated(const QString &text)
{
    static const QRegularExpression asOf(QStringLiteral(" as of .*?[AP]M"));
    return QString(text).remove(asOf);
}

} // namespace support
