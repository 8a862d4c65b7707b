// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowwriter.h"

namespace exporting {

// CSV and TSV: a header, then a line for each row.
class DelimitedWriter : public RowWriter
{
public:
    DelimitedWriter(const ExportOptions &options, const Columns &columns, QIODevice &device);

    void write(const inbox::ConversationRow &row, const inbox::CellContext &context) override;
    void end(const Manifest &) override {}
    QString loss() const override;

private:
    void writeLine(const QStringList &cells);

    const ExportOptions m_options;
    const Columns m_columns;
    QIODevice &m_device;
    int m_brokenCells = 0;
};

// JSON, one array of objects, and NDJSON, an object on each line. All fields, whatever the columns.
class JsonWriter : public RowWriter
{
public:
    JsonWriter(const ExportOptions &options, QIODevice &device);

    void write(const inbox::ConversationRow &row, const inbox::CellContext &context) override;
    void end(const Manifest &manifest) override;

private:
    const ExportOptions m_options;
    QIODevice &m_device;
    bool m_isFirst = true;
};

} // namespace exporting
