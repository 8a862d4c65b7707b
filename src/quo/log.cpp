// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/log.h"

#include <QMetaEnum>
#include <QRegularExpression>

namespace quo {

Q_LOGGING_CATEGORY(requestCategory, "quoin.request", QtInfoMsg)

namespace {

QString withoutIds(const QString &path)
{
    static const QRegularExpression word(QStringLiteral("^(v[0-9]+|[a-z-]*)$"));
    QStringList segments = path.split(u'/');
    for (QString &segment : segments)
        if (!word.match(segment).hasMatch())
            segment = QStringLiteral("…");
    return segments.join(u'/');
}

} // namespace

QString toText(const RequestRecord &record)
{
    const QString outcome =
        record.error ? QString::fromLatin1(
                           QMetaEnum::fromType<ApiError::Kind>().valueToKey(int(*record.error)))
                     : QStringLiteral("ok");
    return QStringLiteral("%1 GET %2 %3, %4 ms, try %5, %6, %7 bytes")
        .arg(formatInstant(record.endedAt), withoutIds(record.path))
        .arg(record.httpStatus)
        .arg(record.duration.count())
        .arg(record.tryNumber)
        .arg(outcome)
        .arg(record.bytes);
}

void RequestLog::add(const RequestRecord &record)
{
    qCDebug(requestCategory, "%s", qUtf8Printable(toText(record)));
    m_records.push_back(record);
    if (m_records.size() > mostKept)
        m_records.pop_front();
}

QStringList RequestLog::lines() const
{
    QStringList lines;
    for (const RequestRecord &record : m_records)
        lines.append(toText(record));
    return lines;
}

} // namespace quo
