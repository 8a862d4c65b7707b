// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/rowtext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace exporting {

namespace {

// Qt's own writer takes objects and arrays only, and sorts the keys of objects.
QByteArray toJson(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

QJsonValue toJsonValue(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return value.toDateTime().toUTC().toString(Qt::ISODateWithMs); // else '+00:00' for 'Z'
    return QJsonValue::fromVariant(value);                             // invalid is null
}

} // namespace

QString cellText(const inbox::Column &column, const inbox::ConversationRow &row,
                 const inbox::CellContext &context)
{
    const QVariant value = column.value(row);
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return value.toDateTime()
            .toTimeZone(context.reader.zone)
            .toOffsetFromUtc(context.reader.zone.offsetFromUtc(value.toDateTime()))
            .toString(Qt::ISODateWithMs);
    if (value.metaType() == QMetaType::fromType<QStringList>())
        return column.fullText(row, context).replace(u'\n', QStringLiteral("; "));
    return column.text(row, context);
}

QString tsvLine(const QStringList &cells)
{
    QStringList quoted;
    for (QString cell : cells) {
        const bool breaks = cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') ||
                            cell.startsWith(u'"');
        quoted.append(breaks ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell);
    }
    return quoted.join(u'\t') + u'\n';
}

QByteArray toJson(const inbox::ConversationRow &row)
{
    QByteArray json;
    for (const inbox::Column &column : inbox::columns()) {
        if (!column.isField)
            continue;
        json += json.isEmpty() ? '{' : ',';
        json += toJson(QJsonValue(column.id)) + ':' + toJson(toJsonValue(column.value(row)));
    }
    return json + '}';
}

} // namespace exporting
