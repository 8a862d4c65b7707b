// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/xlsxwriter.h"

#include "inbox/column.h"
#include "quo/utf8.h"
#include "words/columnwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QtEndian>

#include <xlsxwriter.h>

#include <algorithm>
#include <clocale>
#include <cstdio>

#ifdef Q_OS_MACOS
#include <xlocale.h>
#endif

namespace exporting {

namespace {

struct WorkbookWords
{
    Q_DECLARE_TR_FUNCTIONS(exporting::XlsxWriter)
};

// The library prints numbers as the locale of C has them, which QCoreApplication sets to the
// user's: '46056,35' is no number in a workbook. While this lives, the thread prints points.
class PlainNumbers
{
public:
    PlainNumbers() = default;
    Q_DISABLE_COPY_MOVE(PlainNumbers)

#ifdef Q_OS_UNIX
    ~PlainNumbers()
    {
        ::uselocale(m_before);
        ::freelocale(m_plain);
    }

private:
    const locale_t m_plain = ::newlocale(LC_NUMERIC_MASK, "C", nullptr);
    const locale_t m_before = ::uselocale(m_plain);
#else
    ~PlainNumbers()
    {
        std::setlocale(LC_NUMERIC, m_before.constData());
    }

private:
    const QByteArray m_before = std::setlocale(LC_NUMERIC, nullptr);
    const char *const m_plain = std::setlocale(LC_NUMERIC, "C");
#endif
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

// As Excel takes names: not longer than 31 characters with the number, which tells those of the
// same name apart, and without some characters. In a translation they may be anything.
QString sheetName(QString name, int number = 1)
{
    constexpr qsizetype longest = 31;
    static const QRegularExpression refused(QStringLiteral("[\\[\\]:*?/\\\\]|^'|'$"));
    const QString ending = number == 1 ? QString() : u' ' + QString::number(number);
    name.replace(refused, QStringLiteral(" "));
    name.truncate(longest - ending.size());
    return quo::wholeCharacters(name) + ending;
}

// What XML 1.0 cannot hold, or does not keep, is written as Excel does: '_x0000_'. Controls that it
// might hold are, too, since readers differ.
bool needsEscape(QChar c)
{
    const char16_t code = c.unicode();
    return (code < 0x20 && code != u'\t' && code != u'\n') || (code >= 0x7f && code < 0xa0) ||
           code >= 0xfffe;
}

QString escape(QChar c)
{
    return QStringLiteral("_x%1_").arg(
        QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0'));
}

// What begins so may become an escape, with an underscore that is still to come.
bool beginsLikeAnEscape(QStringView text)
{
    const auto isHexDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return text.startsWith(u"_x") && text.size() >= 6 &&
           std::ranges::all_of(text.sliced(2, 4), isHexDigit);
}

// Cut where it would be longer than so many characters, but not within a character or an escape.
QString escapedText(const QString &text, qsizetype longest, int &cut)
{
    const auto isPlain = [](QChar c) { return c != u'_' && !c.isSurrogate() && !needsEscape(c); };
    if (text.size() <= longest && std::ranges::all_of(text, isPlain))
        return text;
    QString escaped;
    for (qsizetype i = 0; i < text.size();) {
        QString piece = text[i];
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            piece += text[i + 1];
        i += piece.size();
        if (piece.size() == 1 && (needsEscape(piece[0]) || piece[0].isSurrogate()))
            piece = escape(piece[0]);
        else if (beginsLikeAnEscape(QStringView(text).sliced(i - piece.size())))
            piece = escape(piece[0]);
        if (escaped.size() + piece.size() > longest) {
            ++cut;
            break;
        }
        escaped += piece;
    }
    return escaped;
}

} // namespace

XlsxWriter::XlsxWriter(const ExportOptions &options, const Columns &columns, QFile &file,
                       Limits limits)
    : m_options(options)
    , m_columns(columns)
    , m_file(file)
    , m_limits(limits)
{
    const PlainNumbers numbers;
    lxw_workbook_options workbookOptions{};
    workbookOptions.constant_memory = LXW_TRUE; // a row is written once the next one begins
    m_workbook = workbook_new_opt(pathOf(file).constData(), &workbookOptions);
    if (!m_workbook) {
        fail(WorkbookWords::tr("not enough memory"));
        return;
    }
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
    for (const lxw_worksheet *sheet : std::as_const(m_sheets))
        if (sheet->optimize_tmpfile)
            std::fclose(sheet->optimize_tmpfile);
    lxw_workbook_free(m_workbook);
}

lxw_worksheet *XlsxWriter::addSheet(const QString &name)
{
    lxw_worksheet *sheet = workbook_add_worksheet(m_workbook, name.toUtf8().constData());
    if (sheet)
        m_sheets.append(sheet);
    else
        fail(WorkbookWords::tr("can’t create a temporary file. Is the temporary folder full?"));
    return sheet;
}

void XlsxWriter::beginSheet()
{
    m_sheet = addSheet(sheetName(WorkbookWords::tr("Conversations"), ++m_rowSheets));
    if (!m_sheet)
        return;
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 0;
    for (int i = 0; i < m_columns.size(); ++i) {
        const bool isInstant = m_columns[i]->kind == inbox::Column::Kind::Instant;
        const QByteArray title = headerText(*m_columns[i], m_options).toUtf8();
        // Readable without a look at all rows, which come one by one.
        const double width =
            qMax(isInstant ? 20.0 : qMax(14.0, 1.4 * words::columnWords(m_columns[i]->id).width),
                 title.size() + 3.0);
        check(worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), width, nullptr));
        check(worksheet_write_string(m_sheet, 0, lxw_col_t(i), title.constData(), m_header));
    }
}

void XlsxWriter::endSheet()
{
    if (!m_columns.isEmpty())
        check(worksheet_autofilter(m_sheet, 0, 0, m_row, lxw_col_t(m_columns.size() - 1)));
    // The library does not look at what becomes of its temporary files.
    std::FILE *const file = m_sheet->optimize_tmpfile;
    if (file && (std::fflush(file) != 0 || std::ferror(file)))
        fail(WorkbookWords::tr("the temporary folder is full"));
}

void XlsxWriter::write(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    if (!m_error.isEmpty())
        return;
    const PlainNumbers numbers;
    if (m_row == quint32(m_limits.rows)) {
        endSheet();
        beginSheet();
        if (!m_error.isEmpty())
            return;
    }
    ++m_row;
    for (int i = 0; i < m_columns.size(); ++i) {
        const QVariant value = m_columns[i]->value(row);
        if (value.metaType() == QMetaType::fromType<QDateTime>())
            writeInstant(i, quo::toInstant(value.toDateTime()));
        else
            writeText(i, cellText(*m_columns[i], row, context, m_options));
    }
}

void XlsxWriter::writeText(int column, const QString &text)
{
    const QString cell = escapedText(text, m_limits.characters, m_cutCells);
    if (!cell.isEmpty())
        check(worksheet_write_string(m_sheet, m_row, lxw_col_t(column), cell.toUtf8().constData(),
                                     nullptr));
}

void XlsxWriter::writeInstant(int column, quo::Instant instant)
{
    const QDateTime there = quo::toDateTime(instant, m_options.zone);
    const QDate date = there.date();
    const QTime time = there.time();
    // Excel's days end in 9999. They begin in 1900, but it takes that for a leap year and others do
    // not, so that they agree from March on.
    if (date < QDate(1900, 3, 1) || date.year() > 9999) {
        ++m_instantsAsText;
        return writeText(column, quo::formatInstant(instant, m_options.zone));
    }
    lxw_datetime value{date.year(), date.month(),  date.day(),
                       time.hour(), time.minute(), time.second() + time.msec() / 1000.0};
    check(worksheet_write_datetime(m_sheet, m_row, lxw_col_t(column), &value, m_instant));
}

void XlsxWriter::end(const Manifest &manifest)
{
    if (!m_error.isEmpty())
        return;
    const PlainNumbers numbers;
    endSheet();
    m_sheet = addSheet(sheetName(WorkbookWords::tr("About", "a sheet's name")));
    if (!m_sheet)
        return;
    check(worksheet_set_column(m_sheet, 0, 0, 28, m_header));
    check(worksheet_set_column(m_sheet, 1, 1, 80, nullptr));
    m_row = 0;
    for (const auto &[name, value] : toTable(manifest)) {
        writeText(0, name);
        writeText(1, value);
        ++m_row;
    }
    if (!m_error.isEmpty())
        return;
    check(workbook_close(std::exchange(m_workbook, nullptr))); // which frees it
    if (m_error.isEmpty() && !isWholeArchive(m_file))
        fail(WorkbookWords::tr("couldn’t finish the workbook. Is the disk full?"));
}

void XlsxWriter::check(int answer)
{
    if (answer != LXW_NO_ERROR)
        fail(QString::fromUtf8(lxw_strerror(lxw_error(answer))));
}

void XlsxWriter::fail(const QString &reason)
{
    if (m_error.isEmpty())
        m_error = reason;
}

QString XlsxWriter::loss() const
{
    QStringList losses;
    if (m_cutCells > 0)
        losses.append(WorkbookWords::tr("Cells cut at %1 characters: %2")
                          .arg(m_limits.characters)
                          .arg(m_cutCells));
    if (m_instantsAsText > 0)
        losses.append(WorkbookWords::tr("Times outside of Excel’s range, written as text: %1")
                          .arg(m_instantsAsText));
    return losses.join(QStringLiteral("; "));
}

} // namespace exporting
