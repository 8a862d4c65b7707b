// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportfile.h"

#include "exporting/exportname.h"
#include "exporting/xlsxwriter.h"

#include <QDir>

#include <cstdio>

namespace exporting {

namespace {

const QLatin1String toStdout("-");

} // namespace

// Passes on what is written, if it is given a target, and takes its hash.
class ExportFile::Digest : public QIODevice
{
public:
    explicit Digest(QIODevice *target)
        : m_target(target)
        , m_hash(QCryptographicHash::Sha256)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    QByteArray sha256() const { return m_hash.result().toHex(); }
    bool hasFailed() const { return m_hasFailed; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_hash.addData(QByteArrayView(data, size));
        m_hasFailed = m_hasFailed || (m_target && m_target->write(data, size) != size);
        return size;
    }

private:
    QIODevice *const m_target;
    QCryptographicHash m_hash;
    bool m_hasFailed = false;
};

ExportFile::ExportFile(const QString &fileName, const ExportOptions &options,
                       const Columns &columns)
    : m_fileName(fileName)
    , m_options(options)
    , m_columns(columns)
    , m_file(fileName == toStdout ? QDir::temp().filePath(QStringLiteral("quoin")) : fileName)
{
}

ExportFile::~ExportFile() = default;

std::optional<QString> ExportFile::open()
{
    const bool isStdout = m_fileName == toStdout;
    const bool isWorkbook = m_options.format == Format::Xlsx;
    if (isStdout && !m_stdout.open(stdout, QIODevice::WriteOnly))
        return m_stdout.errorString();
    if (!isStdout || isWorkbook)
        if (const std::optional<QString> problem = m_file.open())
            return problem;
    if (isWorkbook) {
        // Its own bytes differ from run to run, so its hash is that of its rows as plain CSV.
        ExportOptions plain = m_options;
        plain.format = Format::Csv;
        m_digest = std::make_unique<Digest>(nullptr);
        m_writer = makeTextWriter(plain, m_columns, *m_digest);
        m_workbook = std::make_unique<XlsxWriter>(m_options, m_columns, m_file.file());
    } else {
        m_digest = std::make_unique<Digest>(isStdout ? &m_stdout : &m_file.file());
        m_writer = makeTextWriter(m_options, m_columns, *m_digest);
    }
    return problem();
}

void ExportFile::write(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    ++m_rows;
    m_writer->write(row, context);
    if (m_workbook)
        m_workbook->write(row, context);
}

std::optional<QString> ExportFile::problem() const
{
    if (m_digest->hasFailed())
        return m_stdout.isOpen() ? m_stdout.errorString() : m_file.file().errorString();
    return std::nullopt;
}

std::optional<QString> ExportFile::markPartial()
{
    if (m_fileName == toStdout)
        return std::nullopt;
    m_fileName = partialName(m_fileName);
    return m_file.setFileName(m_fileName);
}

std::optional<QString> ExportFile::commit(Manifest &manifest, bool manifestBeside)
{
    m_writer->end(manifest);
    manifest.rows = m_rows;
    manifest.sha256 = m_digest->sha256();
    if (m_workbook) {
        manifest.loss = m_workbook->loss();
        m_workbook->end(manifest);
        if (const QString error = m_workbook->error(); !error.isEmpty())
            return error;
    }
    if (const std::optional<QString> failed = problem())
        return failed;
    if (m_stdout.isOpen())
        return m_workbook
                   ? copyToStdout()
                   : (m_stdout.flush() ? std::nullopt : std::optional(m_stdout.errorString()));
    if (const std::optional<QString> failed = m_file.commit())
        return failed;
    return manifestBeside ? commitManifest(manifest) : std::nullopt;
}

std::optional<QString> ExportFile::commitManifest(const Manifest &manifest) const
{
    AtomicFile file(m_fileName + QStringLiteral(".manifest.json"));
    if (const std::optional<QString> problem = file.open())
        return problem;
    file.file().write(toJson(manifest));
    return file.commit();
}

std::optional<QString> ExportFile::copyToStdout()
{
    QFile &file = m_file.file();
    file.seek(0);
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(1 << 16);
        if (bytes.isEmpty() || m_stdout.write(bytes) != bytes.size())
            return bytes.isEmpty() ? file.errorString() : m_stdout.errorString();
    }
    return m_stdout.flush() ? std::nullopt : std::optional(m_stdout.errorString());
}

} // namespace exporting
