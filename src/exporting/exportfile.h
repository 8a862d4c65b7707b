// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/atomicfile.h"
#include "exporting/rowwriter.h"

#include <QCryptographicHash>

namespace exporting {

// One export into one file, which takes its place when it is whole; dropped before, the old file
// is as it was.
class ExportFile
{
public:
    // 'fileName' is '-' for stdout, which takes what comes as it comes.
    ExportFile(const QString &fileName, const ExportOptions &options, const Columns &columns);
    ~ExportFile();

    // Why it cannot be written; null if it can.
    std::optional<QString> open();
    void write(const inbox::ConversationRow &row, const inbox::CellContext &context);
    // The reason for which writing has failed so far; then there is no use in going on.
    std::optional<QString> problem() const;
    int rows() const { return m_rows; }

    // It is not whole and is called so: 'FILE_partial'. Why it cannot be; null if it can. The
    // standard output has no name.
    std::optional<QString> markPartial();
    // Completes the manifest with what is known here, writes it into the file or beside it
    // ('FILE.manifest.json'), and puts both in place. Null if all went well.
    std::optional<QString> commit(Manifest &manifest, bool manifestBeside);

private:
    class Digest;

    std::optional<QString> commitManifest(const Manifest &manifest) const;
    std::optional<QString> copyToStdout();

    QString m_fileName;
    const ExportOptions m_options;
    const Columns m_columns;
    AtomicFile m_file;
    QFile m_stdout;
    std::unique_ptr<Digest> m_digest;
    std::unique_ptr<RowWriter> m_writer;   // what the digest is of
    std::unique_ptr<RowWriter> m_workbook; // with XLSX
    int m_rows = 0;
};

} // namespace exporting
