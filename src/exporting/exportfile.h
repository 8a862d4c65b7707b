// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowwriter.h"
#include "workspace/atomicfile.h"

#include <QCryptographicHash>

#include <functional>
#include <memory>

namespace exporting {

// Writes one export into one file, which takes its place when it is whole. If this is destroyed
// before, the old file is as it was. Each step returns why it failed; null if it did not.
class ExportFile
{
public:
    // 'fileName' is '-' for the standard output, which gets rows as they come.
    ExportFile(const QString &fileName, const ExportOptions &options, const Columns &columns);
    ~ExportFile();

    // Whether there is a place to write to; nothing is written yet. Calling it again does nothing.
    std::optional<QString> open();
    void write(const inbox::ConversationRow &row, const inbox::CellContext &context);
    // Why writing has failed so far; then there is no point in going on.
    std::optional<QString> problem() const;
    int rows() const { return m_rows; }

    // Says in its name that it is not whole: 'FILE_partial'. The standard output has no name.
    std::optional<QString> markPartial();
    // No more rows are coming: completes the manifest with what is known here, writes it into the
    // file or beside it ('FILE.manifest.json'), and puts both in place. All but the end of this
    // takes long, so 'mayTakePlace' is asked just before it; where it says no, nothing has
    // happened. What went into a pipe cannot be taken back.
    std::optional<QString> commit(
        Manifest &manifest, bool manifestBeside,
        const std::function<bool()> &mayTakePlace = [] { return true; });

private:
    class Digest;

    bool isStdout() const;
    void begin();
    std::optional<QString> finish(Manifest &manifest, bool manifestBeside);
    std::optional<QString> writeManifest(const Manifest &manifest);
    workspace::AtomicFile::Protected protectedFiles() const;
    std::optional<QString> copyToStdout();

    QString m_fileName;
    const ExportOptions m_options;
    const Columns m_columns;
    workspace::AtomicFile m_file;
    QFile m_stdout;
    std::unique_ptr<Digest> m_digest;
    std::unique_ptr<RowWriter> m_writer;   // what the digest is of; null before the first row
    std::unique_ptr<RowWriter> m_workbook; // null: the digest is of the file itself
    std::unique_ptr<workspace::AtomicFile> m_manifest; // beside the file; null: none
    bool m_isOpen = false;
    int m_rows = 0;
};

} // namespace exporting
