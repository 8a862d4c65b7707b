// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/xlsxwriter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QtEndian>

#include <xlsxwriter.h>

#include <cstdio>

namespace exporting {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exporting::XlsxWriter)
};

// The library writes to a path, and the file may have no name yet.
QByteArray pathOf(QFile &file)
{
#ifdef Q_OS_LINUX
    return "/proc/self/fd/" + QByteArray::number(file.handle());
#else
    return file.fileName().toUtf8();
#endif
}

// Nor does it say so when the archive is cut short. A whole one ends with a record that says where
// its directory is: just before.
bool isWholeArchive(QFile &file)
{
    constexpr qint64 recordSize = 22;
    const qint64 end = file.size() - recordSize;
    if (end < 0 || !file.seek(end))
        return false;
    const QByteArray record = file.read(recordSize);
    const auto number = [&record](qsizetype at) {
        return qint64(qFromLittleEndian<quint32>(record.constData() + at));
    };
    return record.startsWith("PK\5\6") && number(12) + number(16) == end;
}

} // namespace

XlsxWriter::XlsxWriter(const ExportOptions &options, const Columns &columns, QFile &file,
                       Limits limits)
    : m_options(options)
    , m_columns(columns)
    , m_file(file)
    , m_limits(limits)
{
    lxw_workbook_options workbookOptions{};
    workbookOptions.constant_memory = LXW_TRUE; // a row is written once the next one begins
    m_workbook = workbook_new_opt(pathOf(file).constData(), &workbookOptions);
    m_header = workbook_add_format(m_workbook);
    format_set_bold(m_header);
    format_set_bottom(m_header, LXW_BORDER_THIN);
    m_instant = workbook_add_format(m_workbook);
    format_set_num_format(m_instant, "yyyy-mm-dd hh:mm:ss");
    beginSheet();
}

XlsxWriter::~XlsxWriter()
{
    if (!m_workbook)
        return;
    // Nobody wants it any more, and closing a large one takes seconds. The library leaves the
    // temporary files of its sheets to that.
    lxw_worksheet *sheet = nullptr;
    STAILQ_FOREACH(sheet, m_workbook->worksheets, list_pointers)
    if (sheet->optimize_tmpfile)
        std::fclose(sheet->optimize_tmpfile);
    lxw_workbook_free(m_workbook);
}

void XlsxWriter::beginSheet()
{
    ++m_sheets;
    const QString name = m_sheets == 1
                             ? Words::tr("Conversations")
                             : Words::tr("Conversations %1", "a sheet's number").arg(m_sheets);
    m_sheet = workbook_add_worksheet(m_workbook, name.toUtf8().constData());
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 0;
    for (int i = 0; i < m_columns.size(); ++i) {
        const bool isInstant = m_columns[i]->kind == inbox::Column::Kind::Instant;
        const QByteArray title = headerText(*m_columns[i], m_options).toUtf8();
        // Readable without a look at all rows, which come one by one.
        const double width = qMax(isInstant ? 20.0 : 1.4 * m_columns[i]->width, title.size() + 3.0);
        worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), width, nullptr);
        worksheet_write_string(m_sheet, 0, lxw_col_t(i), title.constData(), m_header);
    }
}

void XlsxWriter::endSheet()
{
    worksheet_autofilter(m_sheet, 0, 0, m_row, lxw_col_t(m_columns.size() - 1));
    // The library does not look at what becomes of its temporary files.
    std::FILE *const file = m_sheet->optimize_tmpfile;
    if (file && (std::fflush(file) != 0 || std::ferror(file)) && m_error.isEmpty())
        m_error = Words::tr("the folder for temporary files is full");
}

void XlsxWriter::write(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    if (m_row == quint32(m_limits.rows)) {
        endSheet();
        beginSheet();
    }
    ++m_row;
    for (int i = 0; i < m_columns.size(); ++i) {
        const QVariant value = m_columns[i]->value(row);
        if (value.metaType() == QMetaType::fromType<QDateTime>())
            writeInstant(i, value.toDateTime());
        else
            writeText(i, cellText(*m_columns[i], row, context, m_options));
    }
}

void XlsxWriter::writeText(int column, const QString &text)
{
    QString cell = text;
    if (cell.size() > m_limits.characters) {
        ++m_cutCells;
        cell.truncate(m_limits.characters);
        if (cell.back().isHighSurrogate())
            cell.chop(1);
    }
    // XML has no NUL, and to the library it is the end. Excel writes it so, which makes what reads
    // like that by itself need an escape, too.
    static const QRegularExpression escapes(QStringLiteral("_(x[0-9A-Fa-f]{4}_)"));
    cell.replace(escapes, QStringLiteral("_x005F_\\1"));
    cell.replace(QChar(u'\0'), QStringLiteral("_x0000_"));
    if (!cell.isEmpty())
        worksheet_write_string(m_sheet, m_row, lxw_col_t(column), cell.toUtf8().constData(),
                               nullptr);
}

void XlsxWriter::writeInstant(int column, const QDateTime &instant)
{
    const QDateTime there = instant.toTimeZone(m_options.zone);
    const QDate date = there.date();
    const QTime time = there.time();
    // Excel's days begin in 1900 and end in 9999.
    if (date.year() < 1900 || date.year() > 9999)
        return writeText(column, instant.toUTC().toString(Qt::ISODateWithMs));
    lxw_datetime value{date.year(), date.month(),  date.day(),
                       time.hour(), time.minute(), time.second() + time.msec() / 1000.0};
    worksheet_write_datetime(m_sheet, m_row, lxw_col_t(column), &value, m_instant);
}

void XlsxWriter::end(const Manifest &manifest)
{
    endSheet();
    m_sheet = workbook_add_worksheet(m_workbook,
                                     Words::tr("About", "a sheet's name").toUtf8().constData());
    worksheet_set_column(m_sheet, 0, 0, 16, m_header);
    worksheet_set_column(m_sheet, 1, 1, 80, nullptr);
    m_row = 0;
    for (const auto &[name, value] : toTable(manifest)) {
        writeText(0, name);
        writeText(1, value);
        ++m_row;
    }
    const lxw_error error = workbook_close(std::exchange(m_workbook, nullptr));
    if (error != LXW_NO_ERROR && m_error.isEmpty())
        m_error = QString::fromUtf8(lxw_strerror(error));
    if (m_error.isEmpty() && !isWholeArchive(m_file))
        m_error = Words::tr("the workbook could not be written to its end: is the disk full?");
}

QString XlsxWriter::loss() const
{
    return m_cutCells == 0 ? QString()
                           : Words::tr("Cells that were cut at %1 characters: %2")
                                 .arg(m_limits.characters)
                                 .arg(m_cutCells);
}

} // namespace exporting
