// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowwriter.h"

#include <QFile>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace exporting {

// An Excel workbook: typed dates, everything else as text, a frozen header with filters, and the
// manifest on a sheet of its own. A sheet that is full goes on in the next. After an error nothing
// more is written.
class XlsxWriter : public RowWriter
{
public:
    // Tests set lower ones than the format has.
    struct Limits
    {
        int rows = 1'048'575;    // of a sheet, the header aside
        int characters = 32'767; // of a cell, in UTF-16
    };

    XlsxWriter(const ExportOptions &options, const Columns &columns, QFile &file, Limits limits);
    XlsxWriter(const ExportOptions &options, const Columns &columns, QFile &file)
        : XlsxWriter(options, columns, file, Limits())
    {
    }
    ~XlsxWriter() override;

    void write(const inbox::ConversationRow &row, const inbox::CellContext &context) override;
    void end(const Manifest &manifest) override;
    QString error() const override { return m_error; }
    QString loss() const override;

private:
    // Null if it cannot be made.
    lxw_worksheet *addSheet(const QString &name);
    void beginSheet();
    void endSheet();
    void writeText(int column, const QString &text);
    void writeInstant(int column, quo::Instant instant);
    // Takes the library's answer, an lxw_error.
    void check(int answer);
    void fail(const QString &reason);

    const ExportOptions m_options;
    const Columns m_columns;
    QFile &m_file;
    const Limits m_limits;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_header = nullptr;
    lxw_format *m_instant = nullptr;
    QList<lxw_worksheet *> m_sheets;
    int m_rowSheets = 0;
    quint32 m_row = 0; // of the sheet, the header being 0
    int m_cutCells = 0;
    int m_instantsAsText = 0;
    QString m_error; // the first
};

} // namespace exporting
