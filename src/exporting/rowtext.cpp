// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/rowtext.h"

#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "quo/conversationquery.h"
#include "words/columnwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <unicode/uchar.h>

#include <algorithm>

namespace exporting {

namespace {

using inbox::Column;

// Qt writes only objects and arrays, and sorts the keys of objects.
QByteArray jsonText(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

QJsonValue toJsonValue(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return quo::formatInstantForJson(quo::toInstant(value.toDateTime()));
    return QJsonValue::fromVariant(value); // invalid is null
}

QString numbersText(QStringList numbers, const inbox::CellContext &context, Numbers style)
{
    if (style == Numbers::National)
        for (QString &number : numbers)
            number = inbox::formatNumber(number, context.reader.region);
    return numbers.join(QStringLiteral("; "));
}

// Blanks, controls, and characters that are not drawn, such as joiners and fillers.
bool isPassedOver(uint c)
{
    return QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control ||
           QChar::category(c) == QChar::Other_Format ||
           u_hasBinaryProperty(UChar32(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// LibreOffice treats the minus of mathematics as that of ASCII.
bool isSign(uint c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == 0x2212;
}

bool areAllE164(const QStringList &numbers)
{
    return std::ranges::all_of(numbers, [](const QString &number) { return quo::isE164(number); });
}

} // namespace

// What Excel, LibreOffice and the like would run, as OWASP lists it.
bool looksLikeAFormula(const QString &text)
{
    if (text.isEmpty() || (text[0].unicode() < 0x80 && text[0].isLetterOrNumber()))
        return false;
    if (QStringView(u"\t\r\n\0", 4).contains(text[0]))
        return true;
    for (const uint c : text.toUcs4()) {
        // A full-width, small or raised sign counts as well.
        const char32_t character = c;
        const QList<uint> plain =
            QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_KC).toUcs4();
        const auto first = std::ranges::find_if_not(plain, isPassedOver);
        if (first != plain.end())
            return isSign(*first);
    }
    return false;
}

QString headerText(const Column &column, const ExportOptions &options)
{
    const QString title = words::titleInFiles(column.id);
    if (column.kind != Column::Kind::Instant)
        return title;
    return QCoreApplication::translate("exporting::RowText", "%1 (%2)", "column and time zone")
        .arg(title, QString::fromLatin1(options.zone.id()));
}

QString cellText(const Column &column, const inbox::ConversationRow &row,
                 const inbox::CellContext &context, const ExportOptions &options)
{
    switch (column.kind) {
    case Column::Kind::Instant: {
        const QVariant value = column.value(row);
        return value.isValid()
                   ? quo::formatInstant(quo::toInstant(value.toDateTime()), options.zone)
                   : QString();
    }
    case Column::Kind::Numbers:
        return numbersText(column.value(row).toStringList(), context, options.numbers);
    case Column::Kind::State:
    case Column::Kind::Text:
    case Column::Kind::Id:
        break;
    }
    // Two former teammates are two IDs in a file.
    const QString shown = column.id == inbox::ColumnId::AssignedTo
                              ? column.keyText()(row, context)
                              : words::columnWords(column.id).text(row, context);
    // The list shows a text on one line; a file has it as it is.
    const QString text = column.value(row).toString();
    return text.simplified() == shown ? text : shown;
}

QString guardedText(const Column &column, const inbox::ConversationRow &row,
                    const inbox::CellContext &context, const ExportOptions &options)
{
    const QString text = cellText(column, row, context, options);
    // Instants are formatted here, including the year '+010000', so nobody can put a formula into
    // them.
    if (options.raw || column.kind == Column::Kind::Instant || !looksLikeAFormula(text))
        return text;
    const bool areNumbers = column.kind == Column::Kind::Numbers &&
                            options.numbers == Numbers::E164 &&
                            areAllE164(column.value(row).toStringList());
    return areNumbers ? text : u'\'' + text;
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
        json += jsonText(QJsonValue(key)) + ':' + jsonText(value);
    };
    for (const Column &column : inbox::columns())
        if (column.isField())
            add(column.name, toJsonValue(column.value(row)));
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
