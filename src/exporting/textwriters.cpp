// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/textwriters.h"

#include "inbox/column.h"
#include "quo/utf8.h"

#include <QCoreApplication>
#include <QIODevice>

namespace exporting {

DelimitedWriter::DelimitedWriter(const ExportOptions &options, const Columns &columns,
                                 char16_t separator, QIODevice &device)
    : m_options(options)
    , m_columns(columns)
    , m_separator(separator)
    , m_device(device)
{
    if (options.byteOrderMark)
        m_device.write("\xef\xbb\xbf");
    QStringList titles;
    for (const inbox::Column *column : columns)
        titles.append(headerText(*column, options));
    writeLine(titles);
}

void DelimitedWriter::write(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    QStringList cells;
    for (const inbox::Column *column : m_columns) {
        const QString cell = guardedText(*column, row, context, m_options);
        m_brokenCells += !cell.isValidUtf16();
        cells.append(quo::wholeCharacters(cell));
    }
    writeLine(cells);
}

QString DelimitedWriter::loss() const
{
    return m_brokenCells == 0 ? QString()
                              : QCoreApplication::translate("exporting::DelimitedWriter",
                                                            "Cells with broken characters: %1")
                                    .arg(m_brokenCells);
}

void DelimitedWriter::writeLine(const QStringList &cells)
{
    m_device.write(delimitedLine(cells, m_separator).toUtf8() + (m_options.crlf ? "\r\n" : "\n"));
}

JsonWriter::JsonWriter(const ExportOptions &options, Layout layout, QIODevice &device)
    : m_options(options)
    , m_layout(layout)
    , m_device(device)
{
    if (layout == Layout::Array)
        m_device.write("[");
}

void JsonWriter::write(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    const QByteArray object = toJson(row, context, m_options.names);
    if (m_layout == Layout::Lines)
        m_device.write(object + '\n');
    else
        m_device.write((m_isFirst ? "\n" : ",\n") + object);
    m_isFirst = false;
}

void JsonWriter::end(const Manifest &)
{
    if (m_layout == Layout::Array)
        m_device.write("\n]\n");
}

} // namespace exporting
