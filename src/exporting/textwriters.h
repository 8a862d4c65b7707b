// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowwriter.h"

#include <QIODevice>

namespace exporting {

// CSV and TSV: a header, then a line for each row.
class DelimitedWriter : public RowWriter
{
public:
    DelimitedWriter(const ExportOptions &options, const Columns &columns, char16_t separator,
                    QIODevice &device);

    void write(const inbox::ConversationRow &row, const inbox::CellContext &context) override;
    void end(const Manifest &) override {}
    QString loss() const override;

private:
    void writeLine(const QStringList &cells);

    const ExportOptions m_options;
    const Columns m_columns;
    const char16_t m_separator;
    QIODevice &m_device;
    int m_brokenCells = 0;
};

// JSON: an object for each row, with all fields of the API.
class JsonWriter : public RowWriter
{
public:
    enum class Layout {
        Array, // of all objects
        Lines, // an object on each
    };

    JsonWriter(const ExportOptions &options, Layout layout, QIODevice &device);

    void write(const inbox::ConversationRow &row, const inbox::CellContext &context) override;
    void end(const Manifest &manifest) override;

private:
    const ExportOptions m_options;
    const Layout m_layout;
    QIODevice &m_device;
    bool m_isFirst = true;
};

} // namespace exporting
