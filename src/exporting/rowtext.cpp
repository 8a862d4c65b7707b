// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/rowtext.h"

#include "inbox/phonenumber.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace exporting {

namespace {

using inbox::Column;

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

QString instantText(const QDateTime &instant, const QTimeZone &zone)
{
    const int offset = zone.offsetFromUtc(instant);
    return (offset == 0 ? instant.toUTC() : instant.toOffsetFromUtc(offset))
        .toString(Qt::ISODateWithMs);
}

QString numbersText(QStringList numbers, const inbox::CellContext &context, Numbers style)
{
    if (style == Numbers::National)
        for (QString &number : numbers)
            number = inbox::formatNumber(number, context.reader.region);
    return numbers.join(QStringLiteral("; "));
}

// What Excel, LibreOffice and the like would run, as OWASP lists it, also behind blanks.
bool looksLikeAFormula(const QString &text)
{
    qsizetype i = 0;
    while (i < text.size() && text[i].isSpace() && text[i] != u'\t' && text[i] != u'\r')
        ++i;
    return i < text.size() && QStringView(u"=+-@\t\r\0", 7).contains(text[i]);
}

} // namespace

QString suffix(Format format)
{
    switch (format) {
    case Format::Csv:
        return QStringLiteral("csv");
    case Format::Tsv:
        return QStringLiteral("tsv");
    case Format::Json:
        return QStringLiteral("json");
    case Format::Ndjson:
        return QStringLiteral("ndjson");
    case Format::Xlsx:
        return QStringLiteral("xlsx");
    }
    return {};
}

QString headerText(const Column &column, const ExportOptions &options)
{
    if (column.kind != Column::Kind::Instant)
        return column.title();
    return QCoreApplication::translate("exporting::RowText", "%1 (%2)", "column and time zone")
        .arg(column.title(), QString::fromLatin1(options.zone.id()));
}

QString cellText(const Column &column, const inbox::ConversationRow &row,
                 const inbox::CellContext &context, const ExportOptions &options)
{
    switch (column.kind) {
    case Column::Kind::Instant: {
        const QVariant value = column.value(row);
        return value.isValid() ? instantText(value.toDateTime(), options.zone) : QString();
    }
    case Column::Kind::Numbers:
        return numbersText(column.value(row).toStringList(), context, options.numbers);
    case Column::Kind::State:
    case Column::Kind::Text:
    case Column::Kind::Id:
        break;
    }
    return column.text(row, context);
}

QString guardedText(const Column &column, const inbox::ConversationRow &row,
                    const inbox::CellContext &context, const ExportOptions &options)
{
    const QString text = cellText(column, row, context, options);
    const bool isPlainNumber = column.kind == Column::Kind::Numbers &&
                               options.numbers == Numbers::E164 && text.startsWith(u'+');
    if (options.raw || isPlainNumber || !looksLikeAFormula(text))
        return text;
    return u'\'' + text;
}

QString delimitedLine(const QStringList &cells, char16_t separator)
{
    QStringList quoted;
    for (QString cell : cells) {
        const bool breaks = cell.contains(QChar(separator)) || cell.contains(u'"') ||
                            cell.contains(u'\n') || cell.contains(u'\r');
        quoted.append(breaks ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell);
    }
    return quoted.join(QChar(separator));
}

QString htmlRow(const QStringList &cells)
{
    QString row;
    for (const QString &cell : cells)
        row += QStringLiteral("<td>") + cell.toHtmlEscaped() + QStringLiteral("</td>");
    return QStringLiteral("<tr>") + row + QStringLiteral("</tr>\n");
}

QByteArray toJson(const inbox::ConversationRow &row, const inbox::CellContext &context, bool names)
{
    QByteArray json;
    const auto add = [&json](QLatin1String key, const QJsonValue &value) {
        json += json.isEmpty() ? '{' : ',';
        json += toJson(QJsonValue(key)) + ':' + toJson(value);
    };
    for (const Column &column : inbox::columns())
        if (column.isField())
            add(column.id, toJsonValue(column.value(row)));
    if (names) {
        const bool isKnown = context.directory.line(row.phoneNumberId()).has_value();
        add(QLatin1String("phoneNumberName"),
            isKnown ? QJsonValue(inbox::lineName(row.phoneNumberId(), context.directory,
                                                 context.reader.region))
                    : QJsonValue());
        const std::optional<QString> id = row.assignedTo();
        const QString name = id ? inbox::assigneeName(*id, context.directory) : QString();
        add(QLatin1String("assignedToName"),
            name.isEmpty() || name == *id ? QJsonValue() : QJsonValue(name));
    }
    return json + '}';
}

} // namespace exporting
